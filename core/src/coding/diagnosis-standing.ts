// What may be said of a diagnosis code on a day: that it bills, that it does not, or that it cannot be judged here.
import type { Day } from '../values/day.ts'
import type { DiagnosisFact, Facts } from '../facts/facts.ts'

/**
 * `billable`: complete and in force. `header`: a heading, or retired. `unknown`: of a group that is held whole, and no
 * code of it. `not-held`: well formed, of a group that is not held, so nobody here can say. `impossible`: no ICD-10-CM
 * code is written so.
 */
export type DiagnosisStanding = 'billable' | 'header' | 'unknown' | 'not-held' | 'impossible'

/** A letter, then two signs, then up to four after a dot that people leave out (docs/sources.md 5). */
const wellFormed = /^[A-Z][0-9A][0-9AB](\.?[0-9A-Z]{1,4})?$/

const standingOf = (
  written: string,
  fact: DiagnosisFact | null,
  facts: Facts,
  on: Day,
): DiagnosisStanding => {
  if (fact !== null) return fact.billable ? 'billable' : 'header'
  if (!wellFormed.test(written)) return 'impossible'
  const { groups } = facts.editionOn('diagnoses', on).edition
  const heldWhole = groups === undefined || groups.some((group) => written.startsWith(group))
  return heldWhole ? 'unknown' : 'not-held'
}

/** With its dot, as the editions write it. */
const dotted = (written: string): string => {
  const bare = written.replaceAll('.', '')
  return bare.length > 3 ? `${bare.slice(0, 3)}.${bare.slice(3)}` : bare
}

/** How a code stands on the day of service; with its dot where it is one at all, else as it was written. */
export const judgeDiagnosis = (
  code: string,
  facts: Facts,
  on: Day,
): { readonly code: string; readonly standing: DiagnosisStanding } => {
  const written = code.trim().toUpperCase()
  const fact = facts.diagnosis(written, on)
  const standing = standingOf(written, fact, facts, on)
  return { code: fact?.code ?? (standing === 'impossible' ? written : dotted(written)), standing }
}
