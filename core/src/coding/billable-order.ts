// Diagnoses in the order of the claim, and the pointers of its lines.
import type { Day } from '../values/day.ts'
import type { Facts } from '../facts/facts.ts'
import type { NoteDiagnosis } from '../note/note.ts'
import { type DiagnosisStanding, judgeDiagnosis } from './diagnosis-standing.ts'

export interface OrderedDiagnoses {
  /** Those that lines may point to first, each group in the note's order; at most twelve. */
  readonly diagnoses: readonly string[]
  /** One-based places of the first four that may be pointed to; empty when there is none. */
  readonly pointers: readonly number[]
  /** How many did not fit on the claim. */
  readonly leftOut: number
}

/** A line points to what bills, then to what nobody here can judge, which a rule warns of; never to the rest. */
const pointable: readonly DiagnosisStanding[] = ['billable', 'not-held']

/**
 * The note's diagnoses as a claim carries them: in the note's order, so that its first one that bills is primary.
 * Codes of a group that is not held cannot be judged here and follow. Headers and codes that do not exist stay in the
 * list, where a rule names them, and out of the pointers; words without a code stay off it. Twelve on a claim, four
 * to a line (docs/sources.md 5).
 */
export const billableOrder = (noted: readonly NoteDiagnosis[], facts: Facts, on: Day): OrderedDiagnoses => {
  const judged = new Map(
    noted
      .filter(({ code }) => code.trim() !== '')
      .map(({ code }) => judgeDiagnosis(code, facts, on))
      .map(({ code, standing }) => [code, standing]),
  )
  const first = pointable.flatMap((standing) =>
    [...judged.keys()].filter((code) => judged.get(code) === standing),
  )
  const all = [...first, ...[...judged.keys()].filter((code) => !first.includes(code))]
  return {
    diagnoses: all.slice(0, 12),
    pointers: first.slice(0, 4).map((_, place) => place + 1),
    leftOut: Math.max(0, all.length - 12),
  }
}
