// Previews a payout run: what each provider would be paid, from the ledger alone, and the entries it is made of.
import { balanceOf } from '@goldenthread/core/ledger/balance.ts'
import { account } from '@goldenthread/core/ledger/chart.ts'
import { whatIsOwed } from '@goldenthread/core/payout/payout.ts'
import { type Cents, sum } from '@goldenthread/core/values/cents.ts'
import type { Tx } from '../database/tx.ts'
import { type EntryRow, entriesOnAccounts } from '../posting/entry-store.ts'
import type { Services } from '../services.ts'
import { providerIds, putPreview } from './run-store.ts'

/** One cent's way: the entry that earned, took back or paid it, and its document. */
export interface OwedLine {
  readonly entryId: string
  readonly key: string
  readonly act: EntryRow['entry']['act']
  readonly claimId: string | null
  readonly remittanceId: string | null
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
    .map(({ row: { id, entry, claimId, remittanceId }, amount }) => ({
      entryId: id,
      key: entry.key,
      act: entry.act,
      claimId,
      remittanceId,
      amount,
    }))

/**
 * What the run of this key would pay, kept as it was seen. It moves no money and may be asked for again; a run that was
 * paid answers as it is. Read from the entries on `payable-provider` and nothing else.
 */
export const previewRun = async (
  tx: Tx,
  { makeId }: Pick<Services, 'makeId'>,
  key: string,
): Promise<RunPreview> => {
  const rows = await entriesOnAccounts(tx, ['payable-provider'], null)
  const standing = whatIsOwed(rows.map(({ entry }) => entry))
  const ids = await providerIds(tx)
  const tell = ({ provider, amount }: { readonly provider: string; readonly amount: Cents }) => ({
    providerId: ids.get(provider) ?? null,
    npi: provider,
    amount,
    lines: linesFor(rows, provider),
  })
  const owed = standing.owed.map(tell)
  const overpaid = standing.overpaid.map(tell)
  const document = { owed: standing.owed, overpaid: standing.overpaid }
  const run = await putPreview(tx, { id: makeId(), key, document })
  return { ...run, owed, overpaid, total: sum(owed.map(({ amount }) => amount)) }
}
