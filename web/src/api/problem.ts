// What is answered when a request was not done, as the pages meet it: what failed, what is safe, what to do.
import type { Finding } from '@goldenthread/core/values/finding.ts'

/** `away`: nothing came back, so nobody knows whether it was done; asking again with the same key is safe. */
export type ProblemKind =
  | 'away'
  | 'signed-out'
  | 'locked'
  | 'not-found'
  | 'stale'
  | 'findings'
  | 'refused'
  | 'broken'

export interface Problem {
  readonly kind: ProblemKind
  readonly status: number
  /** A word that programs read: 'stale', 'locked', 'key-reused'. */
  readonly code: string
  /** One sentence for people. */
  readonly title: string
  readonly findings: readonly Finding[]
}

/** The error that a call to the server throws; nothing else is thrown by it. */
export type ProblemError = Error & { readonly problem: Problem }

export const problemError = (problem: Problem): ProblemError =>
  Object.assign(new Error(problem.title), { problem })

const isProblem = (fault: unknown): fault is ProblemError => fault instanceof Error && 'problem' in fault

const kinds: Readonly<Record<number, ProblemKind>> = { 404: 'not-found', 422: 'findings', 429: 'refused' }

const kindOf = (status: number, code: string): ProblemKind => {
  // A wrong password at the door ends no sitting.
  if (code === 'wrong-sign-in') return 'refused'
  if (status === 401) return code === 'locked' ? 'locked' : 'signed-out'
  if (status === 409 && code === 'stale') return 'stale'
  return kinds[status] ?? (status >= 500 ? 'broken' : 'refused')
}

interface Told {
  readonly code?: string
  readonly title?: string
  readonly findings?: readonly Finding[]
}

/** The problem of an answer that was no success. `told` is its body, whatever it is. */
export const problemOf = (status: number, told: unknown): Problem => {
  const {
    code = 'unknown',
    title,
    findings = [],
  } = (typeof told === 'object' && told !== null ? told : {}) as Told
  const says = title ?? 'The server answered in a way this page does not know. Nothing was changed here.'
  return { kind: kindOf(status, code), status, code, title: says, findings }
}

/** Nothing came back at all. */
export const away: Problem = {
  kind: 'away',
  status: 0,
  code: 'away',
  title: 'The server is not reached.',
  findings: [],
}

/** The problem inside whatever was thrown. */
export const problemIn = (fault: unknown): Problem =>
  isProblem(fault)
    ? fault.problem
    : { kind: 'broken', status: 0, code: 'page', title: 'This page met a fault of its own.', findings: [] }
