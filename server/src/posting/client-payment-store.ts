// What clients paid, appended and never edited: one that was taken back has its reversal in the ledger.
import { sql } from 'kysely'
import type { Cents } from '@goldenthread/core/values/cents.ts'
import type { Day, Instant } from '@goldenthread/core/values/day.ts'
import type { ClientPayment } from '@goldenthread/core/posting/pay-contract.ts'
import { paidKey } from '@goldenthread/core/posting/post-client-paid.ts'
import type { Tx } from '../database/tx.ts'

export interface ClientPaymentRow {
  readonly id: string
  readonly clientId: string
  readonly sessionId: string | null
  readonly payment: ClientPayment
}

export const insertClientPayment = async (tx: Tx, row: ClientPaymentRow): Promise<void> => {
  const { id, clientId, sessionId, payment } = row
  await tx.db
    .insertInto('client_payment')
    .values({
      practice_id: tx.practiceId,
      id,
      client_id: clientId,
      session_id: sessionId,
      key: payment.key,
      day: payment.day,
      amount: payment.amount,
      method: payment.method,
      received_at: tx.at,
    })
    .execute()
  tx.touch('client_payment', id)
}

/** A payment as it stands now. */
export interface PaymentStanding extends ClientPaymentRow {
  /** When and why it was taken back, in the words of the ledger; null while it stands. */
  readonly takenBack: { readonly at: Instant; readonly says: string } | null
}

const payments = (tx: Tx) =>
  tx.db
    .selectFrom('client_payment as p')
    .leftJoin('entry as b', (on) =>
      on
        .onRef('b.practice_id', '=', 'p.practice_id')
        .on('b.reverses', '=', sql<string>`${paidKey('')} || p.key`),
    )
    .selectAll('p')
    .select(['b.at as back_at', 'b.says as back_says'])
    .where('p.practice_id', '=', tx.practiceId)

type PaymentRead = Awaited<ReturnType<ReturnType<typeof payments>['execute']>>[number]

const asPayment = (row: PaymentRead): PaymentStanding => ({
  id: row.id,
  clientId: row.client_id,
  sessionId: row.session_id,
  payment: {
    key: row.key,
    day: row.day as Day,
    amount: row.amount as Cents,
    method: row.method as ClientPayment['method'],
  },
  takenBack: row.back_at === null || row.back_says === null ? null : { at: row.back_at, says: row.back_says },
})

/** The payments of a client, newest first. */
export const listClientPayments = async (tx: Tx, clientId: string): Promise<readonly PaymentStanding[]> =>
  (
    await payments(tx)
      .where('p.client_id', '=', clientId)
      .orderBy('p.day', 'desc')
      .orderBy('p.id', 'desc')
      .execute()
  ).map(asPayment)

/** One payment; null when there is none. */
export const clientPaymentById = async (tx: Tx, id: string): Promise<PaymentStanding | null> => {
  const row = await payments(tx).where('p.id', '=', id).executeTakeFirst()
  return row === undefined ? null : asPayment(row)
}

/** True once the payer has answered the session's claim, or the client was charged without one. */
export const isAnswered = async (tx: Tx, sessionId: string): Promise<boolean> => {
  const claim = await tx.db
    .selectFrom('claim')
    .select('status')
    .where('practice_id', '=', tx.practiceId)
    .where('session_id', '=', sessionId)
    .where('status', '<>', 'void')
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  if (claim !== undefined) return claim.status === 'answered'
  const charge = await tx.db
    .selectFrom('private_charge')
    .select('id')
    .where('practice_id', '=', tx.practiceId)
    .where('session_id', '=', sessionId)
    .where('status', '=', 'charged')
    .executeTakeFirst()
  return charge !== undefined
}

/** What claims that no payer has answered yet expect of a client, as the ledger has it. */
export const awaitedOfClient = async (tx: Tx, clientId: string): Promise<Cents> => {
  const { rows } = await sql<{ readonly amount: number }>`
    SELECT coalesce(sum(CASE l.side WHEN 'debit' THEN l.amount ELSE -l.amount END), 0)::int8 AS amount
    FROM claim c
    JOIN entry e ON e.practice_id = c.practice_id AND e.claim_id = c.id
    JOIN entry_line l ON l.practice_id = e.practice_id AND l.entry_id = e.id
    WHERE c.practice_id = ${tx.practiceId} AND c.client_id = ${clientId} AND c.status <> 'answered'
      AND l.account_kind = 'receivable-client' AND l.party = ${clientId}`.execute(tx.db)
  return (rows[0]?.amount ?? 0) as Cents
}

/** A client is treated by a provider who is named as theirs, or who has a session with them. */
const isTreatedBy = async (tx: Tx, clientId: string, providerId: string | null): Promise<boolean> => {
  const client = await tx.db
    .selectFrom('client')
    .select('provider_id')
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', clientId)
    .executeTakeFirst()
  if (client === undefined) return false
  if (providerId === null || client.provider_id === providerId) return true
  const session = await tx.db
    .selectFrom('session')
    .select('id')
    .where('practice_id', '=', tx.practiceId)
    .where('client_id', '=', clientId)
    .where('provider_id', '=', providerId)
    .limit(1)
    .executeTakeFirst()
  return session !== undefined
}

/**
 * True when the client is of this practice and the session, where one is named, is the client's; and (where a provider
 * is named) it is that provider who treats them.
 */
export const isClientsOwn = async (
  tx: Tx,
  clientId: string,
  sessionId: string | null,
  providerId: string | null,
): Promise<boolean> => {
  if (sessionId === null) return isTreatedBy(tx, clientId, providerId)
  return (
    (await tx.db
      .selectFrom('session')
      .select('id')
      .where('practice_id', '=', tx.practiceId)
      .where('id', '=', sessionId)
      .where('client_id', '=', clientId)
      .$if(providerId !== null, (query) => query.where('provider_id', '=', providerId ?? ''))
      .executeTakeFirst()) !== undefined
  )
}
