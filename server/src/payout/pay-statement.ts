// What each provider is paid next, session by session, with what it rests on; and what waits for its payers.
import { type PaySchedule, payDayAfter, payDayFrom } from '@goldenthread/core/payout/pay-days.ts'
import { type Cents, sum } from '@goldenthread/core/values/cents.ts'
import type { Day } from '@goldenthread/core/values/day.ts'
import type { Tx } from '../database/tx.ts'
import { type Worked, workBehind } from '../posting/entry-names.ts'
import { readPractice, readSetting } from '../practice/store.ts'
import { dayIn } from '../session/zone-clock.ts'
import { earnedLater } from './expected-pay.ts'
import { claimsUnderWay } from './expected-store.ts'
import { type OwedLine, type OwedToProvider, payableNow } from './preview-run.ts'
import { type ProviderNamed, providersNamed } from './run-store.ts'

/** How far the money of a session has come. */
export type PayerState = 'paid' | 'partly-paid' | 'denied' | 'not-yet' | 'client-paid' | 'client-not-yet'

export interface SessionPay {
  readonly sessionId: string
  readonly clientName: string
  readonly day: Day
  readonly codes: readonly string[]
  /** Null where the client pays. */
  readonly payerName: string | null
  readonly payer: PayerState
  /** Earned when the claim was filed, whatever the payer does. */
  readonly guaranteed: boolean
  /** Below zero where more was taken back than was earned. */
  readonly amount: Cents
}

export interface PaySheet {
  readonly payDay: Day | null
  readonly amount: Cents
  /** By day of service; they add up to the amount. */
  readonly sessions: readonly SessionPay[]
}

export interface ProviderPay extends ProviderNamed {
  /** What the ledger owes now. */
  readonly next: PaySheet
  /** What claims under way will earn if their payers answer as expected. */
  readonly later: PaySheet
}

const stateOf = ({ payerName, verdict, isPaidByClient }: Worked): PayerState => {
  if (payerName === null) return isPaidByClient ? 'client-paid' : 'client-not-yet'
  if (verdict === null) return 'not-yet'
  return verdict === 'accepted' ? 'paid' : verdict === 'partly' ? 'partly-paid' : 'denied'
}

const payOf = (work: Worked, amount: Cents, guaranteed: boolean): SessionPay => ({
  sessionId: work.sessionId,
  clientName: work.clientName,
  day: work.day,
  codes: work.codes,
  payerName: work.payerName,
  payer: stateOf(work),
  guaranteed,
  amount,
})

const byDay = (one: SessionPay, other: SessionPay): number =>
  one.day === other.day ? (one.sessionId < other.sessionId ? -1 : 1) : one.day < other.day ? -1 : 1

const workOf = ({ claimId, privateChargeId }: OwedLine): string => claimId ?? privateChargeId ?? ''

const sheetOf = (payDay: Day | null, sessions: readonly SessionPay[]): PaySheet => ({
  payDay,
  amount: sum(sessions.map(({ amount }) => amount)),
  sessions: [...sessions].sort(byDay),
})

/** One row for each claim or charge: what it earned, less what was taken back of it. */
const earnedRows = ({ lines }: OwedToProvider, work: ReadonlyMap<string, Worked>): readonly SessionPay[] =>
  [...new Set(lines.map(workOf))].flatMap((id) => {
    const worked = work.get(id)
    const of = lines.filter((each) => workOf(each) === id)
    const amount = sum(of.map((each) => each.amount))
    if (worked === undefined || amount === 0) return []
    return [
      payOf(
        worked,
        amount,
        of.some(({ act, claimId }) => act === 'filed' && claimId !== null),
      ),
    ]
  })

/** Of one provider, or (null) of all who are owed anything or will be. Reads only. */
export const payStatements = async (tx: Tx, providerId: string | null): Promise<readonly ProviderPay[]> => {
  const today = dayIn((await readPractice(tx)).zone, tx.at)
  // Its shape was proved when it was set.
  const schedule = (await readSetting(tx, 'payout.days')).value as PaySchedule | null
  const payDay = schedule === null ? null : payDayFrom(schedule, today)
  const laterDay = schedule === null || payDay === null ? null : payDayAfter(schedule, payDay)
  const now = await payableNow(tx)
  const owed = [...now.owed, ...now.overpaid].filter(
    (each) => providerId === null || each.providerId === providerId,
  )
  const underWay = (await claimsUnderWay(tx, providerId)).map((claim) => ({
    claim,
    amount: earnedLater(claim),
  }))
  const work = await workBehind(tx, [
    ...owed.flatMap(({ lines }) => lines.map(workOf)).filter((id) => id !== ''),
    ...underWay.map(({ claim }) => claim.claimId),
  ])
  const laterOf = (id: string): readonly SessionPay[] =>
    underWay.flatMap(({ claim, amount }) => {
      const worked = work.get(claim.claimId)
      return claim.providerId === id && amount !== null && worked !== undefined
        ? [payOf(worked, amount, false)]
        : []
    })
  return (await providersNamed(tx))
    .filter(({ id }) => providerId === null || id === providerId)
    .map((provider) => {
      const rows = owed
        .filter((each) => each.providerId === provider.id)
        .flatMap((each) => earnedRows(each, work))
      return { ...provider, next: sheetOf(payDay, rows), later: sheetOf(laterDay, laterOf(provider.id)) }
    })
    .filter(({ next, later }) => providerId !== null || next.sessions.length + later.sessions.length > 0)
}
