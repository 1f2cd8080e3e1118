// What Today asks the database beside the threads themselves: the next session after a day, the claims' last happenings.
import { sql } from 'kysely'
import type { PersonName } from '@goldenthread/core/people/person.ts'
import type { ClockTime, Day, Instant } from '@goldenthread/core/values/day.ts'
import type { EventKind } from '../claim/event-store.ts'
import type { Tx } from '../database/tx.ts'

export interface NextSession {
  readonly id: string
  readonly day: Day
  readonly start: ClockTime
  readonly client: { readonly id: string; readonly name: string }
}

/** The first session planned after a day; of one provider, or (null) of all. */
export const nextSession = async (
  tx: Tx,
  after: Day,
  providerId: string | null,
): Promise<NextSession | null> => {
  const { rows } = await sql<Omit<NextSession, 'client'> & { client_id: string; name: PersonName }>`
    SELECT s.id, s.day, s.document ->> 'start' AS start, s.client_id, c.document -> 'name' AS name
    FROM session s JOIN client c ON c.practice_id = s.practice_id AND c.id = s.client_id
    WHERE s.practice_id = ${tx.practiceId} AND s.day > ${after}::date AND s.status = 'scheduled'
      AND (${providerId}::uuid IS NULL OR s.provider_id = ${providerId}::uuid)
    ORDER BY s.starts_at, s.id
    LIMIT 1
  `.execute(tx.db)
  const [found] = rows
  if (found === undefined) return null
  const { id, day, start, client_id: clientId, name } = found
  return { id, day, start, client: { id: clientId, name: `${name.first} ${name.last}` } }
}

export interface ClaimOnItsWay {
  readonly claimId: string
  readonly channel: 'electronic' | 'mail' | 'fax' | 'portal'
  readonly filedAt: Instant | null
  /** What was heard or done last, and when. */
  readonly kind: EventKind
  readonly at: Instant
}

/** How far these claims have come. */
export const claimsOnTheirWay = async (
  tx: Tx,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, ClaimOnItsWay>> => {
  if (claimIds.length === 0) return new Map()
  const { rows } = await sql<ClaimOnItsWay>`
    SELECT m.id AS "claimId", y.channel, m.filed_at AS "filedAt", e.kind, e.at
    FROM claim m
    JOIN payer y ON y.practice_id = m.practice_id AND y.id = m.payer_id
    JOIN LATERAL (
      SELECT kind, at FROM claim_event
      WHERE practice_id = m.practice_id AND claim_id = m.id
      ORDER BY at DESC, id DESC LIMIT 1) e ON true
    WHERE m.practice_id = ${tx.practiceId} AND m.id = any(${claimIds}::uuid[])
  `.execute(tx.db)
  return new Map(rows.map((row) => [row.claimId, row]))
}
