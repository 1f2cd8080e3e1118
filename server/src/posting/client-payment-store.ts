// What clients paid, appended and never edited.
import type { Cents } from '@goldenthread/core/values/cents.ts'
import type { Day } from '@goldenthread/core/values/day.ts'
import type { ClientPayment } from '@goldenthread/core/posting/pay-contract.ts'
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

/** The payments of a client, newest first. */
export const listClientPayments = async (tx: Tx, clientId: string): Promise<readonly ClientPaymentRow[]> => {
  const rows = await tx.db
    .selectFrom('client_payment')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .where('client_id', '=', clientId)
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    clientId: row.client_id,
    sessionId: row.session_id,
    payment: {
      key: row.key,
      day: row.day as Day,
      amount: row.amount as Cents,
      method: row.method as ClientPayment['method'],
    },
  }))
}

/** True once the payer has answered the session's claim, or the client was charged without one. */
export const isAnswered = async (tx: Tx, sessionId: string | null): Promise<boolean> => {
  if (sessionId === null) return false
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
