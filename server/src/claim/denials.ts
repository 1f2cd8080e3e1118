// Why payers denied claims lately: by the reason that weighs most with each, in our own words.
import type { Facts, PayerClass } from '@goldenthread/core/facts/facts.ts'
import { type ExplainedAdjustment, explainAdjustments } from '@goldenthread/core/remit/explain-adjustments.ts'
import type { RemittedClaim } from '@goldenthread/core/remit/remittance.ts'
import { isPrice } from '@goldenthread/core/thread/post-money.ts'
import { type Cents, add, zero } from '@goldenthread/core/values/cents.ts'
import type { Day } from '@goldenthread/core/values/day.ts'
import type { DeniedRow } from './denial-store.ts'

/** What of an answer is no price: each reason with what it means and what to do, the one with the most money first. */
export const refusalsOf = (
  remitted: RemittedClaim,
  payerClass: PayerClass,
  day: Day,
  facts: Pick<Facts, 'adjustmentReason'>,
): readonly ExplainedAdjustment[] =>
  explainAdjustments(remitted, payerClass, day, facts)
    .filter((each) => !isPrice(each))
    .toSorted((one, other) => other.amount - one.amount)

export interface DenialReason {
  /** CARC. */
  readonly reason: string
  readonly label: string
  readonly claims: number
  /** Of what was expected of the payers, what they did not pay. */
  readonly unpaid: Cents
}

/** Denied claims by the reason that weighs most with each; the reason of most claims first. */
export const denialReasons = (
  rows: readonly DeniedRow[],
  facts: Pick<Facts, 'adjustmentReason'>,
): readonly DenialReason[] => {
  const found = new Map<string, DenialReason>()
  for (const { remitted, payerClass, day, unpaid } of rows) {
    const [main] = refusalsOf(remitted, payerClass, day, facts)
    if (main === undefined) continue
    const { reason, label } = main
    const before = found.get(label) ?? { reason, label, claims: 0, unpaid: zero }
    found.set(label, { ...before, claims: before.claims + 1, unpaid: add(before.unpaid, unpaid) })
  }
  return [...found.values()].toSorted((one, other) => other.claims - one.claims || other.unpaid - one.unpaid)
}
