// Sessions in the database.
import { type Selectable, sql } from 'kysely'
import type { Session } from '@goldenthread/core/session/session.ts'
import type { Day, Instant } from '@goldenthread/core/values/day.ts'
import type { SessionTable } from '../database/generated.tables.ts'
import type { Tx } from '../database/tx.ts'

export type SessionStatus = 'scheduled' | 'confirmed' | 'no-show' | 'late-cancel' | 'cancelled'

export interface SessionRow {
  readonly id: string
  readonly clientId: string
  readonly providerId: string
  /** Null when the client pays without a plan. */
  readonly coverageId: string | null
  readonly status: SessionStatus
  readonly session: Session
  readonly confirmedAt: Instant | null
  readonly version: number
}

const asRow = (row: Selectable<SessionTable>): SessionRow => ({
  id: row.id,
  clientId: row.client_id,
  providerId: row.provider_id,
  coverageId: row.coverage_id,
  status: row.status as SessionStatus,
  session: row.document as Session,
  confirmedAt: row.confirmed_at,
  version: row.version,
})

const timesOf = (session: Session) => ({
  day: session.day,
  starts_at: session.startInstant,
  stops_at: session.stopInstant,
  zone: session.zone,
  document: JSON.stringify(session),
})

export const insertSession = async (
  tx: Tx,
  { id, clientId, providerId, coverageId, session }: Omit<SessionRow, 'status' | 'confirmedAt' | 'version'>,
): Promise<void> => {
  await tx.db
    .insertInto('session')
    .values({
      practice_id: tx.practiceId,
      id,
      client_id: clientId,
      provider_id: providerId,
      coverage_id: coverageId,
      status: 'scheduled',
      ...timesOf(session),
      series_id: null,
      confirmed_at: null,
      version: 1,
      created_at: tx.at,
      updated_at: tx.at,
    })
    .execute()
}

/** A session; null when this practice has none of that id. */
export const readSession = async (tx: Tx, id: string): Promise<SessionRow | null> => {
  const row = await tx.db
    .selectFrom('session')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : asRow(row)
}

/** The same, held until the end of the unit of work: what is decided of one session is decided one after the other. */
export const lockSession = async (tx: Tx, id: string): Promise<SessionRow | null> => {
  const row = await tx.db
    .selectFrom('session')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : asRow(row)
}

export type SessionChange = Pick<SessionRow, 'status' | 'coverageId' | 'session' | 'confirmedAt'>

/** Writes a locked session anew and gives it with its next version. */
export const updateSession = async (
  tx: Tx,
  before: SessionRow,
  change: Partial<SessionChange>,
): Promise<SessionRow> => {
  const after: SessionRow = { ...before, ...change, version: before.version + 1 }
  await tx.db
    .updateTable('session')
    .set({
      status: after.status,
      coverage_id: after.coverageId,
      ...timesOf(after.session),
      confirmed_at: after.confirmedAt,
      version: after.version,
      updated_at: tx.at,
    })
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', before.id)
    .execute()
  return after
}

/** Writes down on which day the client asked that the plan is not billed, and gives the session its next version. */
export const putDoNotBill = async (tx: Tx, before: SessionRow, askedOn: Day): Promise<SessionRow> => {
  const after: SessionRow = { ...before, version: before.version + 1 }
  await tx.db
    .updateTable('session')
    .set({ do_not_bill: askedOn, version: after.version, updated_at: tx.at })
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', before.id)
    .execute()
  return after
}

/** What a session is scheduled with, as far as it stands in this practice. */
export interface Parties {
  readonly client: boolean
  readonly provider: boolean
  /** The client's own coverage; true also when none was named. */
  readonly coverage: boolean
  /** The coverage holds on the day; true also when none was named. */
  readonly inForce: boolean
}

/** Whether client, provider and coverage are there (`active`: and not put by), and the coverage is the client's own. */
export const findParties = async (
  tx: Tx,
  { clientId, providerId, coverageId }: Pick<SessionRow, 'clientId' | 'providerId' | 'coverageId'>,
  on: Day,
  whose: 'active' | 'any',
): Promise<Parties> => {
  const active = whose === 'active'
  const { rows } = await sql<Parties>`
    SELECT
      EXISTS (SELECT 1 FROM client WHERE practice_id = ${tx.practiceId} AND id = ${clientId} AND (active OR NOT ${active}::boolean)) AS client,
      EXISTS (SELECT 1 FROM provider WHERE practice_id = ${tx.practiceId} AND id = ${providerId} AND (active OR NOT ${active}::boolean)) AS provider,
      ${coverageId}::uuid IS NULL OR v.id IS NOT NULL AS coverage,
      ${coverageId}::uuid IS NULL OR (v.starts <= ${on}::date AND (v.ends IS NULL OR v.ends >= ${on}::date)) AS "inForce"
    FROM (SELECT 1) one
    LEFT JOIN coverage v
      ON v.practice_id = ${tx.practiceId} AND v.id = ${coverageId}::uuid AND v.client_id = ${clientId}
  `.execute(tx.db)
  return rows[0] ?? { client: false, provider: false, coverage: false, inForce: false }
}
