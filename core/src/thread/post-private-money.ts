// The money of a session that no payer is billed for: what the client paid, the charge, the provider's share, the payout.
import { utcDay } from '../values/day.ts'
import type { Finding } from '../values/finding.ts'
import type { Result } from '../values/result.ts'
import { balanceOf } from '../ledger/balance.ts'
import { account } from '../ledger/chart.ts'
import type { Entry } from '../ledger/entry.ts'
import { type Journal, appendAll, emptyJournal } from '../ledger/journal.ts'
import { postClientPaid } from '../posting/post-client-paid.ts'
import { earnPaid, postCharged } from '../posting/post-charged.ts'
import type { ClientPayment } from '../posting/pay-contract.ts'
import type { PrivateCharge } from '../posting/private-charge.ts'
import { payOut } from '../payout/payout.ts'
import { type Money, noMoney } from './post-money.ts'
import type { Ports } from './ports.ts'
import type { ThreadCase } from './thread-case.ts'

interface Run {
  readonly journal: Journal
  readonly findings: readonly Finding[]
}

const posted = (run: Run, made: Result<readonly Entry[]>): Run => {
  const appended = appendAll(run.journal, made.ok ? made.value : [])
  return appended.ok
    ? { journal: appended.value, findings: [...run.findings, ...made.findings] }
    : { ...run, findings: [...run.findings, ...made.findings, ...appended.findings] }
}

const one = (made: Result<Entry>): Result<readonly Entry[]> =>
  made.ok ? { ...made, value: [made.value] } : made

/** Nobody is waited for: what is earned is paid. */
const payProvider = (run: Run, { at, sha256 }: Ports): Run =>
  posted(
    run,
    payOut(run.journal.entries, { key: utcDay(at), at, sha256 }, () => true),
  )

/** Money that came before the day of the session was paid ahead; what came later settles the charge. */
export const postPrivateMoney = (given: ThreadCase, charge: PrivateCharge, ports: Ports): Money => {
  const { payContract, clientPayments } = given
  const { client } = charge
  const owed = account('receivable-client', client)
  const take =
    (answered: boolean) =>
    (run: Run, payment: ClientPayment): Run => {
      const received = { payment, client, answered, owed: balanceOf(run.journal.entries, owed) }
      return posted(run, one(postClientPaid(received, ports)))
    }
  const start: Run = { journal: emptyJournal, findings: [] }
  const ahead = clientPayments.filter(({ day }) => day < charge.day).reduce(take(false), start)
  const charged = posted(ahead, one(postCharged(charge, payContract, ahead.journal.entries, ports)))
  const paid = clientPayments.filter(({ day }) => day >= charge.day).reduce(take(true), charged)
  const earned = earnPaid(paid.journal.entries, charge, payContract, ports)
  const whole = payProvider(
    posted(paid, { ok: true, value: earned === null ? [] : [earned], findings: [] }),
    ports,
  )
  const { entries } = whole.journal
  return {
    ...noMoney,
    entries,
    findings: whole.findings,
    clientOwes: balanceOf(entries, owed),
    providerEarns:
      payContract === null ? null : balanceOf(entries, account('clinician-pay', charge.provider)),
  }
}
