// A result: either a value or the findings that say why there is none. Expected failures are returned, never thrown.
import type { Finding } from './finding.ts'

export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** A value that stands; findings, if any, are warnings that came with it. */
export const accepted = <T>(value: T, findings: readonly Finding[] = []): Result<T> => ({
  ok: true,
  value,
  findings,
})

/** No value: the findings say what happened, where, and what to do. */
export const refused = <T = never>(findings: readonly Finding[]): Result<T> => ({ ok: false, findings })
