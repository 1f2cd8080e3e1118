// What a client's chart is made of in the database: their sessions, the diagnoses that were signed, when notes were signed.
import { sql } from 'kysely'
import type { LateEntry, NoteDiagnosis } from '@goldenthread/core/note/note.ts'
import type { ClockTime, Day, Instant } from '@goldenthread/core/values/day.ts'
import type { Tx } from '../../database/tx.ts'

const whose = (providerId: string | null) =>
  sql`(${providerId}::uuid IS NULL OR s.provider_id = ${providerId}::uuid)`

export interface SessionsOfChart {
  readonly clientId: string
  /** Only this provider's: what a clinician sees. */
  readonly providerId: string | null
  readonly after?: { readonly at: string; readonly id: string }
  readonly limit: number
}

/** What is planned, but for the one that comes next. */
const plannedLater = (at: Instant) => sql`(s.status = 'scheduled' AND s.starts_at > ${at} AND EXISTS (
  SELECT FROM session e WHERE e.practice_id = s.practice_id AND e.client_id = s.client_id
    AND e.status = 'scheduled' AND e.starts_at > ${at} AND e.starts_at < s.starts_at))`

/**
 * Sessions with their start, the newest first; one more than `limit` when there are more. Of those planned the next one
 * alone: a series of months would stand over everything that happened.
 */
export const sessionsOfChart = async (
  tx: Tx,
  { clientId, providerId, after, limit }: SessionsOfChart,
): Promise<readonly { readonly id: string; readonly at: Instant }[]> => {
  const { rows } = await sql<{ readonly id: string; readonly at: Instant }>`
    SELECT s.id, s.starts_at AS at FROM session s
    WHERE s.practice_id = ${tx.practiceId} AND s.client_id = ${clientId} AND ${whose(providerId)}
      AND NOT ${plannedLater(tx.at)}
      AND (${after?.at ?? null}::timestamptz IS NULL
        OR (s.starts_at, s.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    ORDER BY s.starts_at DESC, s.id DESC LIMIT ${limit + 1}
  `.execute(tx.db)
  return rows
}

export interface SignedOf {
  readonly session_id: string
  readonly signed_at: Instant
  readonly late: LateEntry | null
  readonly said: 'co-signed' | 'returned' | null
}

/** When the note of each session was signed first, whether late, and what the supervisor said of it as it stands. */
export const signaturesOf = async (
  tx: Tx,
  sessionIds: readonly string[],
): Promise<ReadonlyMap<string, SignedOf>> => {
  const { rows } = await sql<SignedOf>`
    SELECT n.session_id, f.signed_at, f.canonical::jsonb -> 'lateEntry' AS late, x.verdict AS said
    FROM note n
    JOIN signed_note f ON f.practice_id = n.practice_id AND f.note_id = n.id AND f.sequence = 1
    LEFT JOIN LATERAL (
      SELECT id FROM signed_note g WHERE g.practice_id = n.practice_id AND g.note_id = n.id
      ORDER BY sequence DESC LIMIT 1) l ON true
    LEFT JOIN co_signature x ON x.practice_id = n.practice_id AND x.signed_note_id = l.id
    WHERE n.practice_id = ${tx.practiceId} AND n.session_id = any(${sessionIds}::uuid[]) AND n.status <> 'moved'
  `.execute(tx.db)
  return new Map(rows.map((row) => [row.session_id, row]))
}

export interface DiagnosedNote {
  readonly session_id: string
  readonly note_id: string
  readonly day: Day
  readonly diagnoses: readonly NoteDiagnosis[]
}

/** The diagnoses of each note as it was signed last, the oldest session first. */
export const diagnosedNotes = async (
  tx: Tx,
  clientId: string,
  providerId: string | null,
): Promise<readonly DiagnosedNote[]> => {
  const { rows } = await sql<DiagnosedNote>`
    SELECT s.id AS session_id, n.id AS note_id, s.day, g.canonical::jsonb -> 'diagnoses' AS diagnoses
    FROM session s
    JOIN note n ON n.practice_id = s.practice_id AND n.session_id = s.id AND n.status <> 'moved'
    JOIN LATERAL (
      SELECT canonical FROM signed_note l WHERE l.practice_id = n.practice_id AND l.note_id = n.id
      ORDER BY sequence DESC LIMIT 1) g ON true
    WHERE s.practice_id = ${tx.practiceId} AND s.client_id = ${clientId} AND ${whose(providerId)}
    ORDER BY s.starts_at, s.id
  `.execute(tx.db)
  return rows
}

export interface SessionsCounted {
  readonly sessions: number
  readonly next: { readonly id: string; readonly day: Day; readonly start: ClockTime } | null
  /** The oldest session that waits for its note. */
  readonly waits: { readonly id: string; readonly day: Day } | null
}

/** How many sessions there were, the next one, and the oldest that began and has no signed note. */
export const countSessions = async (
  tx: Tx,
  clientId: string,
  providerId: string | null,
): Promise<SessionsCounted> => {
  const { rows } = await sql<SessionsCounted>`
    SELECT
      (SELECT count(*)::int FROM session s WHERE s.practice_id = ${tx.practiceId} AND s.client_id = ${clientId}
        AND s.status = 'confirmed' AND ${whose(providerId)}) AS sessions,
      (SELECT json_build_object('id', s.id, 'day', s.day, 'start', s.document ->> 'start') FROM session s
        WHERE s.practice_id = ${tx.practiceId} AND s.client_id = ${clientId} AND s.status = 'scheduled'
          AND s.stops_at > ${tx.at} AND ${whose(providerId)}
        ORDER BY s.starts_at LIMIT 1) AS next,
      (SELECT json_build_object('id', s.id, 'day', s.day) FROM session s
        WHERE s.practice_id = ${tx.practiceId} AND s.client_id = ${clientId} AND ${whose(providerId)}
          AND s.starts_at <= ${tx.at} AND s.status IN ('scheduled', 'confirmed')
          AND NOT EXISTS (SELECT FROM note n JOIN signed_note g ON g.practice_id = n.practice_id AND g.note_id = n.id
            WHERE n.practice_id = s.practice_id AND n.session_id = s.id AND n.status <> 'moved')
        ORDER BY s.starts_at LIMIT 1) AS waits
  `.execute(tx.db)
  const [counted] = rows
  if (counted === undefined) throw new Error('a count is always answered')
  return counted
}

/** Of each authorization of a client: the sessions that were billed under it, and stand. */
export const billedUnder = async (
  tx: Tx,
  clientId: string,
): Promise<readonly { readonly number: string; readonly sessions: number }[]> => {
  const { rows } = await sql<{ readonly number: string; readonly sessions: number }>`
    SELECT m.document ->> 'authorizationNumber' AS number, count(DISTINCT m.session_id)::int AS sessions
    FROM claim m
    WHERE m.practice_id = ${tx.practiceId} AND m.client_id = ${clientId} AND m.superseded_at IS NULL
      AND m.status NOT IN ('void', 'held') AND m.document ->> 'authorizationNumber' IS NOT NULL
    GROUP BY 1 ORDER BY 1
  `.execute(tx.db)
  return rows
}
