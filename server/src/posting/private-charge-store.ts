// What clients are charged for sessions that no payer is billed for: one standing charge a session.
import { type Selectable, sql } from 'kysely'
import type { PrivateCharge } from '@goldenthread/core/posting/private-charge.ts'
import type { Day, Instant } from '@goldenthread/core/values/day.ts'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import type { PrivateChargeTable } from '../database/generated.tables.ts'
import type { Tx } from '../database/tx.ts'

export type ChargeStatus = 'waiting' | 'charged' | 'reversed'

export interface ChargeRow {
  readonly id: string
  readonly chargeNumber: string
  readonly sessionId: string
  readonly clientId: string
  readonly providerId: string
  readonly signedNoteId: string
  readonly status: ChargeStatus
  readonly day: Day
  /** Null while it waits. */
  readonly charge: PrivateCharge | null
  /** What it waits for. */
  readonly findings: readonly Finding[]
  readonly paidAt: Instant | null
  readonly version: number
}

const asRow = (row: Selectable<PrivateChargeTable>): ChargeRow => ({
  id: row.id,
  chargeNumber: row.charge_number,
  sessionId: row.session_id,
  clientId: row.client_id,
  providerId: row.provider_id,
  signedNoteId: row.signed_note_id,
  status: row.status as ChargeStatus,
  day: row.day,
  charge: row.document as PrivateCharge | null,
  findings: row.findings as readonly Finding[],
  paidAt: row.paid_at,
  version: row.version,
})

export interface ChargeJudged {
  readonly charge: PrivateCharge | null
  readonly findings: readonly Finding[]
}

const judgedColumns = ({ charge, findings }: ChargeJudged, at: Instant) => ({
  status: charge === null ? 'waiting' : 'charged',
  document: charge === null ? null : JSON.stringify(charge),
  findings: JSON.stringify(findings),
  charged_at: charge === null ? null : at,
  updated_at: at,
})

export type NewCharge = Pick<
  ChargeRow,
  'id' | 'chargeNumber' | 'sessionId' | 'clientId' | 'providerId' | 'signedNoteId' | 'day'
>

export const insertCharge = async (tx: Tx, made: NewCharge, judged: ChargeJudged): Promise<void> => {
  await tx.db
    .insertInto('private_charge')
    .values({
      practice_id: tx.practiceId,
      id: made.id,
      charge_number: made.chargeNumber,
      session_id: made.sessionId,
      client_id: made.clientId,
      provider_id: made.providerId,
      signed_note_id: made.signedNoteId,
      day: made.day,
      ...judgedColumns(judged, tx.at),
      paid_at: null,
      version: 1,
      created_at: tx.at,
    })
    .execute()
}

const changed = (tx: Tx, id: string) =>
  tx.db
    .updateTable('private_charge')
    .set({ version: sql<number>`version + 1` })
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', id)

/** A waiting charge as it is judged now: waiting still, or charged. */
export const rejudgeCharge = async (
  tx: Tx,
  id: string,
  { signedNoteId, day }: Pick<NewCharge, 'signedNoteId' | 'day'>,
  judged: ChargeJudged,
): Promise<void> => {
  await changed(tx, id)
    .set({ signed_note_id: signedNoteId, day, ...judgedColumns(judged, tx.at) })
    .where('status', '=', 'waiting')
    .execute()
}

/** The same charge, resting on a later version of its note. */
export const restChargeOnNote = async (tx: Tx, id: string, signedNoteId: string): Promise<void> => {
  await changed(tx, id).set({ signed_note_id: signedNoteId, updated_at: tx.at }).execute()
}

export const putChargeBack = async (tx: Tx, id: string): Promise<void> => {
  await changed(tx, id).set({ status: 'reversed', updated_at: tx.at }).execute()
}

export const markPaid = async (tx: Tx, id: string): Promise<void> => {
  await changed(tx, id).set({ paid_at: tx.at, updated_at: tx.at }).execute()
}

/** Of a charge whose payment was taken back. */
export const markUnpaid = async (tx: Tx, id: string): Promise<void> => {
  await changed(tx, id).set({ paid_at: null, updated_at: tx.at }).execute()
}

/** Charges that stand, paid or not, the oldest first. */
export const standingCharges = async (
  tx: Tx,
  clientId: string,
  paid: boolean,
): Promise<readonly ChargeRow[]> => {
  const rows = await tx.db
    .selectFrom('private_charge')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .where('client_id', '=', clientId)
    .where('status', '=', 'charged')
    .where('paid_at', paid ? 'is not' : 'is', null)
    .orderBy('charged_at')
    .orderBy('id')
    .execute()
  return rows.map(asRow)
}

/** The standing charge of a session, held until the commit; null when it has none. */
export const lockStandingCharge = async (tx: Tx, sessionId: string): Promise<ChargeRow | null> => {
  const row = await tx.db
    .selectFrom('private_charge')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .where('session_id', '=', sessionId)
    .where('status', '<>', 'reversed')
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : asRow(row)
}

export interface ChargeQuery {
  readonly status?: ChargeStatus
  readonly clientId?: string
  readonly after?: { readonly at: string; readonly id: string }
  readonly limit: number
}

/** Charges by their day of service, the oldest first. */
export const listCharges = async (tx: Tx, asked: ChargeQuery): Promise<readonly ChargeRow[]> => {
  let query = tx.db.selectFrom('private_charge').selectAll().where('practice_id', '=', tx.practiceId)
  if (asked.status !== undefined) query = query.where('status', '=', asked.status)
  if (asked.clientId !== undefined) query = query.where('client_id', '=', asked.clientId)
  if (asked.after !== undefined)
    query = query.where(sql<boolean>`(day, id) > (${asked.after.at}::date, ${asked.after.id}::uuid)`)
  return (await query.orderBy('day').orderBy('id').limit(asked.limit).execute()).map(asRow)
}
