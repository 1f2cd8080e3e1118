// Co-signatures in the database: what was said of a signed version, and the versions that wait for it.
import { type Selectable, sql } from 'kysely'
import { type CoSignature, readCoSignature } from '@goldenthread/core/note/co-signature.ts'
import type { PersonName } from '@goldenthread/core/people/person.ts'
import type { Day, Instant } from '@goldenthread/core/values/day.ts'
import type { CoSignatureTable } from '../database/generated.tables.ts'
import type { Tx } from '../database/tx.ts'

export interface CoSignatureRow {
  readonly id: string
  readonly signedNoteId: string
  readonly hash: string
  readonly statement: string
  /** Read back from the text that was hashed. */
  readonly said: CoSignature
}

const asRow = (row: Selectable<CoSignatureTable>): CoSignatureRow => ({
  id: row.id,
  signedNoteId: row.signed_note_id,
  hash: row.hash,
  statement: row.statement,
  said: readCoSignature(row.canonical),
})

/** Keeps what was said. The version is decided on once: the database holds it unique. */
export const insertCoSignature = async (
  tx: Tx,
  row: CoSignatureRow,
  canonical: string,
  by: { readonly personId: string; readonly providerId: string },
): Promise<void> => {
  await tx.db
    .insertInto('co_signature')
    .values({
      practice_id: tx.practiceId,
      id: row.id,
      signed_note_id: row.signedNoteId,
      verdict: row.said.verdict,
      canonical,
      hash: row.hash,
      signed_at: row.said.signedAt,
      person_id: by.personId,
      provider_id: by.providerId,
      statement: row.statement,
    })
    .execute()
}

/** What was said of the versions of a note. */
export const readCoSignatures = async (tx: Tx, noteId: string): Promise<readonly CoSignatureRow[]> => {
  const rows = await tx.db
    .selectFrom('co_signature')
    .innerJoin('signed_note', (join) =>
      join
        .onRef('signed_note.practice_id', '=', 'co_signature.practice_id')
        .onRef('signed_note.id', '=', 'co_signature.signed_note_id'),
    )
    .selectAll('co_signature')
    .where('co_signature.practice_id', '=', tx.practiceId)
    .where('signed_note.note_id', '=', noteId)
    .execute()
  return rows.map(asRow)
}

export interface WaitingRow {
  readonly id: string
  readonly noteId: string
  readonly sessionId: string
  readonly day: Day
  readonly client: { readonly id: string; readonly name: string }
  readonly author: { readonly id: string; readonly name: string }
  readonly sequence: number
  readonly hash: string
  readonly signedAt: Instant
  readonly statement: string
  readonly comment: string | null
}

interface Found {
  readonly id: string
  readonly note_id: string
  readonly session_id: string
  readonly day: Day
  readonly client_id: string
  readonly client: PersonName
  readonly author_id: string
  readonly author: PersonName
  readonly sequence: number
  readonly hash: string
  readonly signed_at: Instant
  readonly statement: string
  readonly said: string | null
}

const asWaiting = (row: Found): WaitingRow => ({
  id: row.id,
  noteId: row.note_id,
  sessionId: row.session_id,
  day: row.day,
  client: { id: row.client_id, name: `${row.client.first} ${row.client.last}` },
  author: { id: row.author_id, name: `${row.author.first} ${row.author.last}` },
  sequence: row.sequence,
  hash: row.hash,
  signedAt: row.signed_at,
  statement: row.statement,
  comment: row.said === null ? null : readCoSignature(row.said).comment,
})

/** For whom a list is: what waits for a supervisor, or what was returned to an author. */
export type Waiting = { readonly supervisorId: string } | { readonly authorId: string }

/** Versions signed last that wait, in the order they were signed; one more than `limit` when there are more. */
export const listWaiting = async (
  tx: Tx,
  of: Waiting,
  after: string | null,
  limit: number,
): Promise<readonly WaitingRow[]> => {
  const whose =
    'supervisorId' in of
      ? sql`p.supervisor_id = ${of.supervisorId} AND n.status = 'signed' AND x.id IS NULL`
      : sql`p.id = ${of.authorId} AND n.status IN ('signed', 'amending') AND x.verdict = 'returned'`
  const { rows } = await sql<Found>`
    SELECT g.id, g.note_id, n.session_id, s.day, c.id AS client_id, c.document -> 'name' AS client,
      p.id AS author_id, p.document -> 'name' AS author, g.sequence, g.hash, g.signed_at, g.statement,
      x.canonical AS said
    FROM provider p
    JOIN signed_note g ON g.practice_id = p.practice_id AND g.provider_id = p.id AND g.co_sign
    JOIN note n ON n.practice_id = g.practice_id AND n.id = g.note_id
    JOIN session s ON s.practice_id = n.practice_id AND s.id = n.session_id
    JOIN client c ON c.practice_id = s.practice_id AND c.id = s.client_id
    LEFT JOIN co_signature x ON x.practice_id = g.practice_id AND x.signed_note_id = g.id
    WHERE p.practice_id = ${tx.practiceId} AND ${whose}
      AND NOT EXISTS (
        SELECT FROM signed_note l
        WHERE l.practice_id = g.practice_id AND l.note_id = g.note_id AND l.sequence > g.sequence)
      AND (${after}::uuid IS NULL OR g.id > ${after}::uuid)
    ORDER BY g.id
    LIMIT ${limit + 1}
  `.execute(tx.db)
  return rows.map(asWaiting)
}
