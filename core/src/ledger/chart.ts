// The chart of accounts: each kind, the side on which it grows, whose it is, and its name for people.
import type { Account, AccountKind, Side } from './entry.ts'

export interface AccountOfChart {
  readonly kind: AccountKind
  /** Debit: what the practice has or spends. Credit: what it owes or earns. */
  readonly grows: Side
  /** Who stands behind an account of this kind; null when there is one account for all. */
  readonly party: 'payer' | 'client' | 'provider' | null
  readonly label: string
}

/** In the order a trial balance lists them (architecture.md, accounts and entries). */
export const chart: readonly AccountOfChart[] = [
  { kind: 'bank', grows: 'debit', party: null, label: 'Bank' },
  { kind: 'card-clearing', grows: 'debit', party: null, label: 'Card payments on their way to the bank' },
  { kind: 'receivable-payer', grows: 'debit', party: 'payer', label: 'Owed by payer' },
  { kind: 'receivable-client', grows: 'debit', party: 'client', label: 'Owed by client' },
  { kind: 'deposits-client', grows: 'credit', party: 'client', label: 'Paid ahead by client' },
  { kind: 'contract-allowance', grows: 'debit', party: null, label: 'Given up by contract' },
  { kind: 'write-off', grows: 'debit', party: null, label: 'Written off' },
  { kind: 'session-fees', grows: 'credit', party: null, label: 'Session fees' },
  { kind: 'clinician-pay', grows: 'debit', party: 'provider', label: 'Pay earned by provider' },
  { kind: 'payable-provider', grows: 'credit', party: 'provider', label: 'Owed to provider' },
  { kind: 'unapplied', grows: 'credit', party: null, label: 'Payer money not yet applied' },
  { kind: 'suspense', grows: 'credit', party: null, label: 'Payer adjustments to be settled' },
  { kind: 'interest', grows: 'credit', party: null, label: 'Interest from payers' },
]

const byKind: ReadonlyMap<AccountKind, AccountOfChart> = new Map(chart.map((each) => [each.kind, each]))

/** What the chart says of a kind; throws on a kind it does not hold. */
export const ofChart = (kind: AccountKind): AccountOfChart => {
  const found = byKind.get(kind)
  if (found === undefined) throw new RangeError(`the chart holds no account of the kind ${kind}`)
  return found
}

/** An account of the chart. Throws when a party is missing, or given where there is none. */
export const account = (kind: AccountKind, party = ''): Account => {
  const asked = ofChart(kind).party
  if ((asked === null) !== (party === '')) {
    throw new RangeError(asked === null ? `${kind} has no party` : `${kind} needs its ${asked}`)
  }
  return { kind, party }
}
