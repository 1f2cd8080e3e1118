// Previews a payout run: what each provider would be paid, from the ledger alone, and the entries it is made of.
import { balanceOf } from '@goldenthread/core/ledger/balance.ts'
import { account } from '@goldenthread/core/ledger/chart.ts'
import type { Entry } from '@goldenthread/core/ledger/entry.ts'
import {
  type IsAccepted,
  type Standing,
  payableEntries,
  postedBefore,
  whatIsOwed,
} from '@goldenthread/core/payout/payout.ts'
import { type Cents, sum } from '@goldenthread/core/values/cents.ts'
import type { Day, Instant } from '@goldenthread/core/values/day.ts'
import type { Tx } from '../database/tx.ts'
import { type EntryRow, entriesOnAccounts } from '../posting/entry-store.ts'
import { readPractice } from '../practice/store.ts'
import type { Services } from '../services.ts'
import { endOfDay } from '../session/zone-clock.ts'
import { acceptedClaims, providerIds, putPreview } from './run-store.ts'

/** One cent's way: the entry that earned, took back or paid it, and its document. */
export interface OwedLine {
  readonly entryId: string
  readonly key: string
  readonly act: EntryRow['entry']['act']
  readonly claimId: string | null
  readonly remittanceId: string | null
  readonly privateChargeId: string | null
  /** Below zero where it lowers what is owed. */
  readonly amount: Cents
}

export interface OwedToProvider {
  readonly providerId: string | null
  readonly npi: string
  readonly amount: Cents
  /** They add up to the amount. */
  readonly lines: readonly OwedLine[]
}

export interface RunPreview {
  readonly id: string
  readonly key: string
  readonly status: 'previewed' | 'paid'
  readonly owed: readonly OwedToProvider[]
  /** Providers who were paid what a payer has since taken back; it is set against what they earn next. */
  readonly overpaid: readonly OwedToProvider[]
  readonly total: Cents
}

const linesFor = (rows: readonly EntryRow[], npi: string): readonly OwedLine[] =>
  rows
    .map((row) => ({ row, amount: balanceOf([row.entry], account('payable-provider', npi)) }))
    .filter(({ amount }) => amount !== 0)
    .map(({ row: { id, entry, claimId, remittanceId, privateChargeId }, amount }) => ({
      entryId: id,
      key: entry.key,
      act: entry.act,
      claimId,
      remittanceId,
      privateChargeId,
      amount,
    }))

const entriesOf = (rows: readonly EntryRow[]): readonly Entry[] => rows.map(({ entry }) => entry)

/** Whether the payer has accepted what an entry filed; a charge to the client alone waits for no payer. */
const acceptance = async (tx: Tx, rows: readonly EntryRow[], end: Instant | null): Promise<IsAccepted> => {
  const claimOf = new Map(rows.map(({ entry, claimId }) => [entry.key, claimId]))
  const filed = rows.flatMap(({ entry, claimId }) =>
    entry.act === 'filed' && claimId !== null ? [claimId] : [],
  )
  const accepted = await acceptedClaims(tx, filed, end)
  return ({ key }) => {
    const claimId = claimOf.get(key) ?? null
    return claimId === null || accepted.has(claimId)
  }
}

export interface PayableNow {
  readonly owed: readonly OwedToProvider[]
  readonly overpaid: readonly OwedToProvider[]
  /** As the ledger says it, without the lines. */
  readonly standing: Standing
}

/**
 * What every provider was owed before an instant, or (null) is owed now, read from the entries on `payable-provider`,
 * without guaranteed pay of claims that no payer had accepted by then.
 */
export const payableBefore = async (tx: Tx, end: Instant | null): Promise<PayableNow> => {
  const posted = await entriesOnAccounts(tx, ['payable-provider'], null)
  const before = end === null ? null : new Set(postedBefore(entriesOf(posted), end))
  const all = posted.filter(({ entry }) => before?.has(entry) ?? true)
  const isAccepted = await acceptance(tx, all, end)
  const payable = new Set(payableEntries(entriesOf(all), isAccepted))
  const rows = all.filter(({ entry }) => payable.has(entry))
  const standing = whatIsOwed(entriesOf(all), isAccepted)
  const ids = await providerIds(tx)
  const tell = ({ provider, amount }: { readonly provider: string; readonly amount: Cents }) => ({
    providerId: ids.get(provider) ?? null,
    npi: provider,
    amount,
    lines: linesFor(rows, provider),
  })
  return { owed: standing.owed.map(tell), overpaid: standing.overpaid.map(tell), standing }
}

/** What every provider is owed now. */
export const payableNow = (tx: Tx): Promise<PayableNow> => payableBefore(tx, null)

/**
 * What the run of this day would pay: what had been earned by its end on the practice's clock, kept as it was seen. It
 * moves no money and may be asked for again; a run that was paid answers as it is.
 */
export const previewRun = async (
  tx: Tx,
  { makeId }: Pick<Services, 'makeId'>,
  day: Day,
): Promise<RunPreview> => {
  const end = endOfDay((await readPractice(tx)).zone, day)
  const { owed, overpaid, standing } = await payableBefore(tx, end)
  const document = { owed: standing.owed, overpaid: standing.overpaid }
  const run = await putPreview(tx, { id: makeId(), key: day, document })
  return { ...run, owed, overpaid, total: sum(owed.map(({ amount }) => amount)) }
}
