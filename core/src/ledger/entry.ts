// Accounts and entries: a balanced, append-only journal in whole cents. It knows nothing of claims.
import type { Cents } from '../values/cents.ts'
import type { Instant } from '../values/day.ts'

/** A kind and a party: `{kind: 'receivable-payer', party: 'BLU01'}`. The party is empty for an account without one. */
export interface Account {
  readonly kind: AccountKind
  readonly party: string
}

/** The chart is `chart.ts`; each kind says on which side it grows. */
export type AccountKind =
  | 'bank'
  | 'card-clearing'
  | 'receivable-payer'
  | 'receivable-client'
  | 'deposits-client'
  | 'contract-allowance'
  | 'write-off'
  | 'session-fees'
  | 'clinician-pay'
  | 'payable-provider'
  | 'unapplied'
  | 'suspense'
  | 'interest'

export type Side = 'debit' | 'credit'

/** An amount on one side of one account. Never negative, never zero: direction is the side. */
export interface EntryLine {
  readonly account: Account
  readonly side: Side
  readonly amount: Cents
  /** The document this cent came from: `claim C1 line 1`, `835 trace 881 claim C1`. */
  readonly source: string
}

/** The four acts; `decided` is a person's word on money that stands open (a write-off, a move to the client, a refund). */
export type EntryAct = (typeof entryActs)[number]

export const entryActs = ['filed', 'client-paid', 'remitted', 'decided', 'paid-out', 'reversed'] as const

export interface Entry {
  /** Unique in the journal: the same act always makes the same key. */
  readonly key: string
  /** What was done; a reversal's is `reversed`. */
  readonly act: EntryAct
  readonly at: Instant
  readonly says: string
  /** SHA-256 of the canonical input: the same key with other input is a conflict. */
  readonly inputHash: string
  /** The key of the entry this one reverses. */
  readonly reverses: string | null
  readonly lines: readonly EntryLine[]
}

/** The side across. */
export const otherSide = (side: Side): Side => (side === 'debit' ? 'credit' : 'debit')

/** True when both name the same kind and party. */
export const sameAccount = (one: Account, other: Account): boolean =>
  one.kind === other.kind && one.party === other.party
