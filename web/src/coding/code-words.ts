// A code in a sentence: what it stands for, and the minutes it stands on. Never another code, nor what one is paid.
import type { CodedProcedure } from '@goldenthread/core/coding/coding.ts'
import type { Facts } from '@goldenthread/core/facts/facts.ts'
import type { Day } from '@goldenthread/core/values/day.ts'

const lowered = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1)

/** `individual therapy, 45-minute band. 51 recorded; the band begins at 38.` Follows the code itself. */
export const codeWords = ({ code, units, band }: CodedProcedure, facts: Facts, on: Day): string => {
  const label = facts.procedure(code, on)?.label
  const named = label === undefined ? '' : `, ${lowered(label)}`
  const counted = units === 1 ? '' : ` × ${units}`
  const minutes = band === null ? '' : ` ${band.minutes} recorded; the band begins at ${band.from}.`
  return `${counted}${named}.${minutes}`
}

/** From here on a payer asks why the longer session was needed (docs/sources.md 6.2, 90837). */
const longSession = '90837'

/** Whether the note is still to say why the longer session was needed. */
export const wantsLongReason = (procedures: readonly CodedProcedure[], reason: string | undefined): boolean =>
  procedures.some(({ code }) => code === longSession) && (reason ?? '').trim() === ''
