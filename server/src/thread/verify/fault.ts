// A finding of the proof: something that is written once does not stand as it was written.
import { type Finding, field } from '@goldenthread/core/values/finding.ts'

/** What one part of the proof looked at and what it found. */
export interface Proven {
  /** How many of each were checked, in the words they are printed with. */
  readonly counts: Readonly<Record<string, number>>
  readonly findings: readonly Finding[]
}

/** A finding at a place such as `trail.17`, `signed_note.<id>`, `heads.3`; evidence holds hashes, numbers and ids only. */
export const fault = (
  code: string,
  path: string,
  says: string,
  evidence: Finding['evidence'] = {},
  remedy = 'Compare with a backup from before it was changed, and find out who had access to the database.',
): Finding => ({
  code: `verify:${code}`,
  severity: 'holds-claim',
  whose: 'law',
  place: field(path),
  says,
  remedy,
  source: '45 CFR 164.312(b), (c); docs/sources.md 10',
  evidence,
})
