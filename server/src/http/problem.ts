// Problems (RFC 9457): what is answered when a request is not done, and the errors that carry them.
import type { Finding } from '@goldenthread/core/values/finding.ts'

export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 421 | 422 | 429 | 500 | 503

export interface ProblemFields {
  readonly status: ProblemStatus
  /** A word that programs read: 'stale', 'locked', 'not-found'. */
  readonly code: string
  /** One sentence for people; never a value that somebody sent. */
  readonly title: string
  /** 422 alone: why, where, and what to do. */
  readonly findings?: readonly Finding[]
  /** 429 and 503: seconds after which to ask again. */
  readonly retryAfter?: number
}

/** An error that answers as its problem. Thrown inside a unit of work it undoes everything. */
export type ProblemError = Error & { readonly problem: ProblemFields }

export const problem = (fields: ProblemFields): ProblemError =>
  Object.assign(new Error(fields.code), { problem: fields })

export const isProblem = (fault: unknown): fault is ProblemError =>
  fault instanceof Error && 'problem' in fault

/** Also for what belongs to another practice: that it exists there is nobody's business. */
export const notFound = (): ProblemError =>
  problem({ status: 404, code: 'not-found', title: 'There is nothing here under this name.' })

export const stale = (): ProblemError =>
  problem({
    status: 409,
    code: 'stale',
    title: 'This was changed since it was read. Read it again and repeat the change.',
  })

export const conflict = (code: string, title: string): ProblemError => problem({ status: 409, code, title })

export const forbidden = (title = 'This role may not do that.'): ProblemError =>
  problem({ status: 403, code: 'forbidden', title })

export const unsigned = (): ProblemError =>
  problem({ status: 401, code: 'signed-out', title: 'Sign in first.' })

export const locked = (): ProblemError =>
  problem({ status: 401, code: 'locked', title: 'The screen is locked. Enter the password to go on.' })

export const tooMany = (retryAfter: number): ProblemError =>
  problem({ status: 429, code: 'too-many', title: 'Too many requests. Wait and try again.', retryAfter })

export const busy = (): ProblemError =>
  problem({
    status: 503,
    code: 'busy',
    title: 'The database is busy or away. Try again in a moment.',
    retryAfter: 2,
  })

export const broken = (): ProblemError =>
  problem({ status: 500, code: 'internal', title: 'Something went wrong here. It has been logged.' })

/** Findings as a problem, for what cannot be returned as a refusal. */
export const unfit = (findings: readonly Finding[]): ProblemError =>
  problem({ status: 422, code: 'findings', title: 'This does not hold yet; see the findings.', findings })
