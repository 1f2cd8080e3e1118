// Schemas of the ledger as routes give it: accounts with balances, entries with the documents they lead to.
import { z } from 'zod'
import { chart } from '@goldenthread/core/ledger/chart.ts'
import { type AccountKind, type EntryAct, entryActs } from '@goldenthread/core/ledger/entry.ts'
import { AmountNumber, DayText, InstantText, Uuid, textOf, typed } from '../http/schemas.ts'
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
    lines: z.array(
      z.object({
        kind: AccountKindName,
        party: z.string(),
        side: Side,
        amount: AmountNumber,
        source: z.string(),
      }),
    ),
  })
  .meta({ id: 'Entry' })

/** An entry as it is shown. */
export const entryView = (row: EntryRow): z.output<typeof EntryView> => ({
  id: row.id,
  key: row.entry.key,
  act: row.entry.act,
  at: row.entry.at,
  says: row.entry.says,
  reverses: row.entry.reverses,
  claimId: row.claimId,
  remittanceId: row.remittanceId,
  clientPaymentId: row.clientPaymentId,
  payoutRunId: row.payoutRunId,
  privateChargeId: row.privateChargeId,
  decisionId: row.decisionId,
  lines: row.entry.lines.map(({ account, side, amount, source }) => ({ ...account, side, amount, source })),
})

export const PaymentMethod = z.enum(['card', 'cash', 'check', 'bank'])

export const ClientPaymentFields = z.strictObject({
  clientId: Uuid,
  sessionId: Uuid.nullable().describe('the session it is for; null when it is paid ahead'),
  day: DayText,
  amount: AmountNumber,
  method: PaymentMethod,
})

export const ClientPaymentView = ClientPaymentFields.extend({ id: Uuid }).meta({ id: 'ClientPayment' })

export const PartyText = textOf(100)
