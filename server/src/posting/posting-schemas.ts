// Schemas of the ledger as routes give it: accounts with balances, entries with the documents they lead to.
import { z } from 'zod'
import { chart, ofChart } from '@goldenthread/core/ledger/chart.ts'
import { type AccountKind, type EntryAct, entryActs } from '@goldenthread/core/ledger/entry.ts'
import { type TakeBackReason, takeBackReasons } from '@goldenthread/core/posting/take-back-paid.ts'
import { AmountNumber, DayText, InstantText, Uuid, WrittenAmount, textOf, typed } from '../http/schemas.ts'
import type { PaymentStanding } from './client-payment-store.ts'
import type { DocumentNames, NameOf } from './entry-names.ts'
import type { EntryRow } from './entry-store.ts'

export const AccountKindName = typed<AccountKind>(z.enum(chart.map(({ kind }) => kind)))

const Side = z.enum(['debit', 'credit'])

export const AccountBalanceView = z
  .object({
    kind: AccountKindName,
    party: z
      .string()
      .describe('id of the payer on claims, id of the client, or NPI; empty where the account has none'),
    label: z.string(),
    partyName: z.string().nullable().describe('of the payer, the client, the provider'),
    debits: AmountNumber,
    credits: AmountNumber,
    side: Side,
    amount: AmountNumber,
  })
  .meta({ id: 'AccountBalance' })

export const TrialBalanceView = z
  .object({
    accounts: z.array(AccountBalanceView),
    debits: AmountNumber,
    credits: AmountNumber,
    entries: z.int(),
    holds: z.boolean().describe('both sides are equal'),
  })
  .meta({ id: 'TrialBalance' })

export const EntryActName = typed<EntryAct>(z.enum(entryActs))

export const EntryView = z
  .object({
    id: Uuid,
    key: z.string(),
    act: EntryActName,
    at: InstantText,
    says: z.string(),
    reverses: z.string().nullable(),
    claimId: Uuid.nullable(),
    remittanceId: Uuid.nullable(),
    clientPaymentId: Uuid.nullable(),
    payoutRunId: Uuid.nullable(),
    privateChargeId: Uuid.nullable(),
    decisionId: Uuid.nullable(),
    sessionId: Uuid.nullable(),
    day: DayText.nullable().describe('of service'),
    codes: z.array(z.string()),
    clientName: z.string().nullable(),
    claimNumber: z.string().nullable().describe('of the claim, or of the charge to the client'),
    trace: z.string().nullable().describe('of the remittance'),
    payment: z.object({ day: DayText, method: z.string() }).nullable(),
    reversedBy: z.string().nullable().describe('the key of the entry that takes it back'),
    lines: z.array(
      z.object({
        kind: AccountKindName,
        label: z.string(),
        party: z.string(),
        partyName: z.string().nullable(),
        side: Side,
        amount: AmountNumber,
        source: z.string(),
      }),
    ),
  })
  .meta({ id: 'Entry' })

/** What entries are shown with, beside themselves. */
export interface EntryNames {
  readonly nameOf: NameOf
  readonly namesOf: (row: EntryRow) => DocumentNames
  /** By the key of what was taken back: the key of what takes it back. */
  readonly reversals: ReadonlyMap<string, string>
}

/** An entry as it is shown. */
export const entryView = (row: EntryRow, names: EntryNames): z.output<typeof EntryView> => {
  const { entry, ...documents } = row
  const { codes, ...named } = names.namesOf(row)
  return {
    ...documents,
    ...named,
    codes: [...codes],
    key: entry.key,
    act: entry.act,
    at: entry.at,
    says: entry.says,
    reverses: entry.reverses,
    reversedBy: names.reversals.get(entry.key) ?? null,
    lines: entry.lines.map(({ account, side, amount, source }) => ({
      ...account,
      label: ofChart(account.kind).label,
      partyName: names.nameOf(account),
      side,
      amount,
      source,
    })),
  }
}

export const PaymentMethod = z.enum(['card', 'cash', 'check', 'bank'])

export const ClientPaymentFields = z.strictObject({
  clientId: Uuid,
  sessionId: Uuid.nullable().describe(
    'the session it is for; null: what the client owes by now, the oldest first, and beyond that it is paid ahead',
  ),
  day: DayText,
  amount: WrittenAmount,
  method: PaymentMethod,
})

export const ClientPaymentView = ClientPaymentFields.extend({
  id: Uuid,
  amount: AmountNumber,
  takenBack: z.object({ at: InstantText, says: z.string() }).nullable().describe('null while it stands'),
}).meta({ id: 'ClientPayment' })

/** A payment as it is shown. */
export const paymentView = ({
  payment: { key: _key, ...payment },
  ...row
}: PaymentStanding): z.output<typeof ClientPaymentView> => ({ ...row, ...payment })

export const TakeBackAsked = z.strictObject({
  reason: typed<TakeBackReason>(z.enum(Object.keys(takeBackReasons))),
})

export const PartyText = textOf(100)
