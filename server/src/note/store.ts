// Notes in the database: the draft, and each signed version with its hash.
import { type Selectable, sql } from 'kysely'
import type { LastNote } from '@goldenthread/core/note/carry-forward.ts'
import type { Note } from '@goldenthread/core/note/note.ts'
import { readCanonicalNote } from '@goldenthread/core/note/read-canonical-note.ts'
import type { Client } from '@goldenthread/core/people/person.ts'
import type { Provider } from '@goldenthread/core/people/provider.ts'
import type { Day, Instant } from '@goldenthread/core/values/day.ts'
import type { NoteTable, SignedNoteTable } from '../database/generated.tables.ts'
import type { Tx } from '../database/tx.ts'

export type NoteStatus = 'draft' | 'signed' | 'amending' | 'moved'

export interface NoteRow {
  readonly id: string
  readonly sessionId: string
  readonly providerId: string
  readonly status: NoteStatus
  /** What is being written; while the note is signed, what was signed last. */
  readonly draft: Note
  /** The sitting that wrote last. */
  readonly sitting: string | null
  readonly version: number
}

const asNote = (row: Selectable<NoteTable>): NoteRow => ({
  id: row.id,
  sessionId: row.session_id,
  providerId: row.provider_id,
  status: row.status as NoteStatus,
  draft: row.document as Note,
  sitting: row.sitting,
  version: row.version,
})

/** Puts in a new draft; false when the session has a note already. */
export const insertNote = async (
  tx: Tx,
  { id, sessionId, providerId, draft }: Pick<NoteRow, 'id' | 'sessionId' | 'providerId' | 'draft'>,
): Promise<boolean> => {
  const put = await tx.db
    .insertInto('note')
    .values({
      practice_id: tx.practiceId,
      id,
      session_id: sessionId,
      provider_id: providerId,
      document: JSON.stringify(draft),
      status: 'draft',
      sitting: null,
      version: 1,
      created_at: tx.at,
      updated_at: tx.at,
    })
    .onConflict((conflict) =>
      conflict.columns(['practice_id', 'session_id']).where('status', '<>', 'moved').doNothing(),
    )
    .executeTakeFirst()
  return (put.numInsertedOrUpdatedRows ?? 0n) > 0n
}

const notes = (tx: Tx) => tx.db.selectFrom('note').selectAll().where('practice_id', '=', tx.practiceId)

export const readNote = async (tx: Tx, id: string): Promise<NoteRow | null> => {
  const row = await notes(tx).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : asNote(row)
}

/** Held until the end of the unit of work. */
export const lockNote = async (tx: Tx, id: string): Promise<NoteRow | null> => {
  const row = await notes(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? null : asNote(row)
}

/** The note that stands for a session; one that was moved to another chart does not. */
export const lockNoteOfSession = async (tx: Tx, sessionId: string): Promise<NoteRow | null> => {
  const row = await notes(tx)
    .where('session_id', '=', sessionId)
    .where('status', '<>', 'moved')
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : asNote(row)
}

export type NoteChange = Partial<Pick<NoteRow, 'status' | 'draft' | 'sitting'>>

/** Writes a locked note anew and gives it with its next version. */
export const updateNote = async (tx: Tx, before: NoteRow, change: NoteChange): Promise<NoteRow> => {
  const after: NoteRow = { ...before, ...change, version: before.version + 1 }
  await tx.db
    .updateTable('note')
    .set({
      status: after.status,
      document: JSON.stringify(after.draft),
      sitting: after.sitting,
      version: after.version,
      updated_at: tx.at,
    })
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', before.id)
    .execute()
  return after
}

export interface SignedRow {
  readonly id: string
  readonly noteId: string
  /** From 1. */
  readonly sequence: number
  readonly hash: string
  readonly previousHash: string | null
  readonly signedAt: Instant
  readonly statement: string
  readonly attestation: string
  readonly reason: string | null
  /** Read back from the text that was hashed. */
  readonly note: Note
}

const asSigned = (row: Selectable<SignedNoteTable>): SignedRow => ({
  id: row.id,
  noteId: row.note_id,
  sequence: row.sequence,
  hash: row.hash,
  previousHash: row.previous_hash,
  signedAt: row.signed_at,
  statement: row.statement,
  attestation: row.attestation,
  reason: row.reason,
  note: readCanonicalNote(row.canonical),
})

export const insertSigned = async (
  tx: Tx,
  signed: SignedRow,
  canonical: string,
  by: { readonly personId: string; readonly providerId: string },
): Promise<void> => {
  await tx.db
    .insertInto('signed_note')
    .values({
      practice_id: tx.practiceId,
      id: signed.id,
      note_id: signed.noteId,
      sequence: signed.sequence,
      canonical,
      hash: signed.hash,
      previous_hash: signed.previousHash,
      signed_at: signed.signedAt,
      person_id: by.personId,
      provider_id: by.providerId,
      statement: signed.statement,
      attestation: signed.attestation,
      reason: signed.reason,
      co_sign: signed.note.signature?.coSign === true,
    })
    .execute()
}

/** The signed versions of a note, oldest first. */
export const readVersions = async (tx: Tx, noteId: string): Promise<readonly SignedRow[]> => {
  const rows = await tx.db
    .selectFrom('signed_note')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .where('note_id', '=', noteId)
    .orderBy('sequence')
    .execute()
  return rows.map(asSigned)
}

/** Who sits in a session's room, as the practice has them now. */
export interface Sitters {
  readonly client: Client
  readonly provider: Provider
}

export const readSitters = async (tx: Tx, sessionId: string): Promise<Sitters> =>
  (await tx.db
    .selectFrom('session')
    .innerJoin('client', (join) =>
      join
        .onRef('client.practice_id', '=', 'session.practice_id')
        .onRef('client.id', '=', 'session.client_id'),
    )
    .innerJoin('provider', (join) =>
      join
        .onRef('provider.practice_id', '=', 'session.practice_id')
        .onRef('provider.id', '=', 'session.provider_id'),
    )
    .select(['client.document as client', 'provider.document as provider'])
    .where('session.practice_id', '=', tx.practiceId)
    .where('session.id', '=', sessionId)
    .executeTakeFirstOrThrow()) as unknown as Sitters

/** The client's note by this provider that was signed last for a session before that moment; null when there is none. */
export const lastSigned = async (
  tx: Tx,
  clientId: string,
  providerId: string,
  before: Instant,
): Promise<LastNote | null> => {
  const { rows } = await sql<{
    readonly id: string
    readonly day: Day
    readonly hash: string
    readonly canonical: string
  }>`
    SELECT n.id, s.day, g.hash, g.canonical
    FROM session s
    JOIN note n ON n.practice_id = s.practice_id AND n.session_id = s.id AND n.status <> 'moved'
    JOIN signed_note g ON g.practice_id = n.practice_id AND g.note_id = n.id
    WHERE s.practice_id = ${tx.practiceId} AND s.client_id = ${clientId} AND s.provider_id = ${providerId}
      AND s.starts_at < ${before}
    ORDER BY s.starts_at DESC, g.sequence DESC
    LIMIT 1
  `.execute(tx.db)
  const last = rows[0]
  if (last === undefined) return null
  const { id: noteId, day, hash } = last
  return { note: readCanonicalNote(last.canonical), from: { noteId, day, hash } }
}
