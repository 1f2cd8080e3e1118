// Interactive complexity: the surcharge a recorded factor supports beside a procedure it may be added to.
import type { PayerClass } from '../facts/facts.ts'
import type { Note } from '../note/note.ts'
import type { Reason } from './coding.ts'
import type { CodingGround, SupportedCode } from './supported-code.ts'

const surcharge = '90785'
const source = 'docs/sources.md 1 and 6.2, 90785 with section 0'

const factors = {
  1: 'unhelpful communication among those present had to be handled',
  2: 'a caregiver’s emotions or behavior stood in the way of the plan',
  3: 'a grave event was told of and discussed, and a mandated report was begun',
  4: 'play, a device or an interpreter was needed to overcome a barrier',
} as const

const isMedicare = (payerClass: PayerClass): boolean =>
  payerClass === 'medicare' || payerClass === 'medicare-advantage'

const reasonsFor = (factor: 1 | 2 | 3 | 4, parent: string, payerClass: PayerClass): readonly Reason[] => {
  const why = { says: `The note records that ${factors[factor]}; it is added to ${parent}.`, source }
  if (factor !== 4 || !isMedicare(payerClass)) return [why]
  return [
    why,
    {
      says: 'An interpreter for language alone does not support it with Medicare.',
      source: 'docs/sources.md 0, 90785',
    },
  ]
}

/**
 * The codes with the surcharge where its factor is recorded and one of them is among its parents. Beside crisis or
 * family sessions it is not added, and the first code says so.
 */
export const withInteractiveComplexity = (
  codes: readonly SupportedCode[],
  note: Note,
  payerClass: PayerClass,
  { facts, on }: CodingGround,
): readonly SupportedCode[] => {
  const recorded = note.picks.interactiveComplexity
  const [first, ...others] = codes
  if (recorded === undefined || first === undefined) return codes
  const parents = facts.procedure(surcharge, on)?.addOnTo ?? []
  const parent = codes.find(({ code }) => parents.includes(code))
  if (parent === undefined) {
    const reason = {
      says: `Interactive complexity is recorded; ${surcharge} is not added to ${first.code}.`,
      source,
    }
    return [{ ...first, reasons: [...first.reasons, reason] }, ...others]
  }
  const reasons = reasonsFor(recorded.factor, parent.code, payerClass)
  return [...codes, { code: surcharge, units: 1, band: null, reasons }]
}
