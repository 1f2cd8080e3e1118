// What a provider can expect: the next pay day with what the ledger holds for it, and what waits for payers.
import { expectedShare } from '@goldenthread/core/posting/expected-share.ts'
import { type PaySchedule, payDayAfter, payDayFrom } from '@goldenthread/core/payout/pay-days.ts'
import { type Cents, sum } from '@goldenthread/core/values/cents.ts'
import type { Day } from '@goldenthread/core/values/day.ts'
import type { Tx } from '../database/tx.ts'
import { readPractice, readSetting } from '../practice/store.ts'
import { dayIn } from '../session/zone-clock.ts'
import { type ClaimUnderWay, claimsUnderWay, daysOfService } from './expected-store.ts'
import { type OwedLine, payableNow } from './preview-run.ts'

export interface ExpectedPay {
  /** What the ledger owes now; `payDay` is null while the practice has set none. */
  readonly next: {
    readonly payDay: Day | null
    readonly amount: Cents
    readonly sessions: number
    readonly from: Day | null
    readonly to: Day | null
    /** Some of it was earned when the claim was filed, whatever the payer does. */
    readonly guaranteed: boolean
  }
  /** What claims under way will earn if their payers answer as expected: paid on a later day. */
  readonly later: { readonly payDay: Day | null; readonly amount: Cents; readonly sessions: number }
  /** What payers are expected to pay on claims they have not answered. */
  readonly payers: { readonly amount: Cents; readonly claims: number }
}

const linesOf = (lines: readonly OwedLine[]) => ({
  claimIds: [...new Set(lines.flatMap(({ claimId }) => (claimId === null ? [] : [claimId])))],
  chargeIds: [
    ...new Set(lines.flatMap(({ privateChargeId }) => (privateChargeId === null ? [] : [privateChargeId]))),
  ],
})

/** What a claim under way will earn; null where it earns nothing more: guaranteed pay of an accepted one is owed already. */
export const earnedLater = ({
  day,
  lines,
  payerClass,
  payContract,
  isAccepted,
}: ClaimUnderWay): Cents | null => {
  const work = lines.map(({ procedure, units, expected }) => ({
    procedure,
    units,
    allowed: expected.allowed,
  }))
  const share = expectedShare(payContract, payerClass, day, work)
  return share === null || (share.when === 'filed' && isAccepted) ? null : share.amount
}

const nextOf = async (
  tx: Tx,
  providerId: string | null,
  payDay: Day | null,
): Promise<ExpectedPay['next']> => {
  const owed = (await payableNow(tx)).owed.filter(
    (each) => providerId === null || each.providerId === providerId,
  )
  const lines = owed.flatMap((each) => each.lines)
  const held = await daysOfService(tx, linesOf(lines))
  const days = held.map(({ day }) => day).sort()
  return {
    payDay,
    amount: sum(owed.map(({ amount }) => amount)),
    sessions: new Set(held.map(({ sessionId }) => sessionId)).size,
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    guaranteed: lines.some(({ act, claimId }) => act === 'filed' && claimId !== null),
  }
}

/** Of one provider, or (null) of the whole practice. Reads only: no run is kept. */
export const expectedPay = async (tx: Tx, providerId: string | null): Promise<ExpectedPay> => {
  const today = dayIn((await readPractice(tx)).zone, tx.at)
  // Its shape was proved when it was set.
  const schedule = (await readSetting(tx, 'payout.days')).value as PaySchedule | null
  const payDay = schedule === null ? null : payDayFrom(schedule, today)
  const underWay = await claimsUnderWay(tx, providerId)
  const earned = underWay.map(earnedLater).filter((amount) => amount !== null)
  return {
    next: await nextOf(tx, providerId, payDay),
    later: {
      payDay: schedule === null || payDay === null ? null : payDayAfter(schedule, payDay),
      amount: sum(earned),
      sessions: earned.length,
    },
    payers: { amount: sum(underWay.map((each) => each.expectedPayer)), claims: underWay.length },
  }
}
