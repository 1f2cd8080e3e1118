// Diagnoses in the order of the claim, and the pointers of its lines.
import type { Day } from '../values/day.ts'
import type { Facts } from '../facts/facts.ts'
import type { NoteDiagnosis } from '../note/note.ts'

export interface OrderedDiagnoses {
  /** Billable ones first, each group in the note's order; at most twelve. */
  readonly diagnoses: readonly string[]
  /** One-based places of the first four billable ones; empty when none is billable. */
  readonly pointers: readonly number[]
  /** How many did not fit on the claim. */
  readonly leftOut: number
}

/**
 * The note's diagnoses as a claim carries them: in the note's order, so that its first billable one is primary.
 * Headers and codes not known stay in the list, where a rule names them, and out of the pointers.
 * Twelve on a claim, four to a line (docs/sources.md 5).
 */
export const billableOrder = (noted: readonly NoteDiagnosis[], facts: Facts, on: Day): OrderedDiagnoses => {
  const known = noted.map(({ code }) => ({
    written: code.trim().toUpperCase(),
    fact: facts.diagnosis(code, on),
  }))
  const isBillable = new Map(
    known.map(({ written, fact }) => [fact?.code ?? written, fact?.billable === true]),
  )
  const codes = [...isBillable.keys()]
  const billable = codes.filter((code) => isBillable.get(code))
  const all = [...billable, ...codes.filter((code) => !isBillable.get(code))]
  return {
    diagnoses: all.slice(0, 12),
    pointers: billable.slice(0, 4).map((_, place) => place + 1),
    leftOut: Math.max(0, all.length - 12),
  }
}
