// The list of clients as a person works with it: by name, each with their last and next session, who pays, what waits.
import { sql } from 'kysely'
import type { Client, PersonName } from '@goldenthread/core/people/person.ts'
import type { ClockTime, Day } from '@goldenthread/core/values/day.ts'
import type { Tx } from '../../database/tx.ts'
import { nameBegins } from '../../people/client-store.ts'

export interface ClientsWanted {
  /** Beginnings of words of the name; empty: all. */
  readonly begins: string
  /** Those this provider treats; null: all of the practice. */
  readonly treatedBy: string | null
  readonly active: boolean
  /** The id of the last client of the page before. */
  readonly after: string | null
  readonly limit: number
  /** The day on the practice's clock. */
  readonly today: Day
}

export interface ListedClient {
  readonly id: string
  readonly client: Client
  readonly active: boolean
  readonly provider: PersonName | null
  readonly last_day: Day | null
  readonly next_id: string | null
  readonly next_day: Day | null
  readonly next_start: ClockTime | null
  readonly payer: string | null
  /** Sessions whose time is over and of which nobody has said what became. */
  readonly unconfirmed: number
  /** Sessions that took place and have no signed note. */
  readonly unsigned: number
  /** Claims that are held or came back rejected. */
  readonly claims: number
}

/** Whom a provider treats: named as theirs, or met. Null: everybody. */
const treated = (
  providerId: string | null,
) => sql`(${providerId}::uuid IS NULL OR c.provider_id = ${providerId}::uuid
  OR EXISTS (SELECT FROM session t WHERE t.practice_id = c.practice_id AND t.client_id = c.id
    AND t.provider_id = ${providerId}::uuid))`

const ownSession = (providerId: string | null) =>
  sql`(${providerId}::uuid IS NULL OR s.provider_id = ${providerId}::uuid)`

/** By name; one more than `limit` when there are more. */
export const listClientsAtWork = async (tx: Tx, wanted: ClientsWanted): Promise<readonly ListedClient[]> => {
  const { begins, treatedBy, active, after, limit, today } = wanted
  const { rows } = await sql<ListedClient>`
    WITH named AS MATERIALIZED (
      SELECT c.practice_id, c.id, c.sort_name, c.document, c.active, c.provider_id FROM client c
      WHERE c.practice_id = ${tx.practiceId} AND c.active = ${active}
        AND ${nameBegins(begins)} AND ${treated(treatedBy)}
        AND (${after}::uuid IS NULL OR (c.sort_name, c.id) > (
          SELECT b.sort_name, b.id FROM client b WHERE b.practice_id = ${tx.practiceId} AND b.id = ${after}::uuid))
      ORDER BY c.sort_name, c.id LIMIT ${limit + 1})
    SELECT c.id, c.document AS client, c.active, p.document -> 'name' AS provider,
      w.last_day, w.unconfirmed::int AS unconfirmed, w.unsigned::int AS unsigned,
      n.id AS next_id, n.day AS next_day, n.document ->> 'start' AS next_start,
      y.name AS payer,
      (SELECT count(*)::int FROM claim m WHERE m.practice_id = c.practice_id AND m.client_id = c.id
        AND m.superseded_at IS NULL AND m.status IN ('held', 'rejected')
        AND (${treatedBy}::uuid IS NULL OR m.provider_id = ${treatedBy}::uuid)) AS claims
    FROM named c
    LEFT JOIN provider p ON p.practice_id = c.practice_id AND p.id = c.provider_id
    LEFT JOIN LATERAL (
      SELECT max(s.day) FILTER (WHERE s.status = 'confirmed') AS last_day,
        count(*) FILTER (WHERE s.status = 'scheduled' AND s.stops_at <= ${tx.at}) AS unconfirmed,
        count(*) FILTER (WHERE s.status = 'confirmed' AND NOT EXISTS (
          SELECT FROM note o JOIN signed_note g ON g.practice_id = o.practice_id AND g.note_id = o.id
          WHERE o.practice_id = s.practice_id AND o.session_id = s.id AND o.status <> 'moved')) AS unsigned
      FROM session s WHERE s.practice_id = c.practice_id AND s.client_id = c.id AND ${ownSession(treatedBy)}) w ON true
    LEFT JOIN LATERAL (
      SELECT s.id, s.day, s.document FROM session s
      WHERE s.practice_id = c.practice_id AND s.client_id = c.id AND s.status = 'scheduled'
        AND s.stops_at > ${tx.at} AND ${ownSession(treatedBy)}
      ORDER BY s.starts_at LIMIT 1) n ON true
    LEFT JOIN LATERAL (
      SELECT q.name FROM coverage v JOIN payer q ON q.practice_id = v.practice_id AND q.id = v.payer_id
      WHERE v.practice_id = c.practice_id AND v.client_id = c.id
        AND v.starts <= ${today} AND (v.ends IS NULL OR v.ends >= ${today})
      ORDER BY v.sequence LIMIT 1) y ON true
    ORDER BY c.sort_name, c.id
  `.execute(tx.db)
  return rows
}
