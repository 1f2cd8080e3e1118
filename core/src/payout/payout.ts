// What each provider is owed, from the ledger alone, and the entries that pay it out once.
import { canonicalJson } from '../values/canonical-json.ts'
import type { Cents } from '../values/cents.ts'
import type { Instant } from '../values/day.ts'
import { type Finding, field } from '../values/finding.ts'
import { type Result, accepted, refused } from '../values/result.ts'
import { balances } from '../ledger/balance.ts'
import { account } from '../ledger/chart.ts'
import type { Entry } from '../ledger/entry.ts'
import { makeEntry } from '../ledger/make-entry.ts'

export interface Owed {
  /** The provider's NPI. */
  readonly provider: string
  readonly amount: Cents
}

export interface Standing {
  /** To be paid, each above zero. */
  readonly owed: readonly Owed[]
  /** Providers who were paid what a payer has since taken back; it is set against what they earn next. */
  readonly overpaid: readonly Owed[]
}

/** Whether the payer has taken what an entry of filing billed into adjudication; true where no payer is billed. */
export type IsAccepted = (filed: Entry) => boolean

/**
 * The entries that a payout counts. What a contract guarantees is earned when the claim is filed and paid once the payer
 * has accepted it (277CA): until then its filing, and what took it back, are left out. The terminal and the server go by
 * this one rule.
 */
export const payableEntries = (entries: readonly Entry[], isAccepted: IsAccepted): readonly Entry[] => {
  const waiting = new Set(
    entries.filter((each) => each.act === 'filed' && !isAccepted(each)).map(({ key }) => key),
  )
  return entries.filter(
    ({ key, reverses }) => !waiting.has(key) && (reverses === null || !waiting.has(reverses)),
  )
}

/** The entries that stood at the end of a day: those posted before the instant at which the next one begins. */
export const postedBefore = (entries: readonly Entry[], end: Instant): readonly Entry[] =>
  entries.filter(({ at }) => at < end)

/** What `payable-provider` says of each provider, in the order of their NPIs. */
export const whatIsOwed = (entries: readonly Entry[], isAccepted: IsAccepted): Standing => {
  const payable = balances(payableEntries(entries, isAccepted)).filter(
    (row) => row.account.kind === 'payable-provider' && row.amount > 0,
  )
  const on = (side: 'debit' | 'credit'): readonly Owed[] =>
    payable
      .filter((row) => row.side === side)
      .map((row) => ({ provider: row.account.party, amount: row.amount }))
  return { owed: on('credit'), overpaid: on('debit') }
}

export interface PayoutRun {
  /** Names the run: `2026-03-13`. A run pays a provider once, however often it is asked for. */
  readonly key: string
  readonly at: Instant
  readonly sha256: (utf8: string) => string
}

const noKey: Finding = {
  code: 'payout-run',
  severity: 'holds-claim',
  whose: 'platform',
  place: field('payout.key'),
  says: 'A payout run has no key.',
  remedy: 'Name the run, so that it can be paid once and no more.',
  source: 'Paid out exactly once, by key',
  evidence: {},
}

const paidOutKey = (run: PayoutRun, provider: string): string => `paid-out:${run.key}:${provider}`

const entryFor = ({ provider, amount }: Owed, run: PayoutRun): Result<Entry> => {
  const source = `payout run ${run.key}`
  return makeEntry({
    key: paidOutKey(run, provider),
    act: 'paid-out',
    at: run.at,
    says: `The provider was paid in run ${run.key}.`,
    inputHash: run.sha256(canonicalJson({ act: 'paid-out', run: run.key, provider })),
    reverses: null,
    lines: [
      { account: account('payable-provider', provider), side: 'debit', amount, source },
      { account: account('bank'), side: 'credit', amount, source },
    ],
  })
}

/**
 * The entries `paid-out:<run>:<npi>` of a run. A provider whom this run has paid already gets the entry that stands and
 * nothing more; what was earned since waits for the next run. Refused without a key.
 */
export const payOut = (
  entries: readonly Entry[],
  run: PayoutRun,
  isAccepted: IsAccepted,
): Result<readonly Entry[]> => {
  if (run.key === '') return refused([noKey])
  const before = entries.filter((each) => each.key.startsWith(`paid-out:${run.key}:`))
  const due = whatIsOwed(entries, isAccepted).owed.filter(
    ({ provider }) => !before.some((each) => each.key === paidOutKey(run, provider)),
  )
  const made = due.map((each) => entryFor(each, run))
  const findings = made.flatMap((each) => each.findings)
  return findings.length > 0
    ? refused(findings)
    : accepted([...before, ...made.flatMap((each) => (each.ok ? [each.value] : []))])
}
