// Moves of notes out of wrong charts in the database.
import type { Selectable } from 'kysely'
import type { Instant } from '@goldenthread/core/values/day.ts'
import type { NoteMoveTable } from '../database/generated.tables.ts'
import type { Tx } from '../database/tx.ts'

export interface NoteMove {
  readonly id: string
  readonly noteId: string
  readonly toNoteId: string
  readonly fromSessionId: string
  readonly toSessionId: string
  /** Of the version that was signed last where it stood. */
  readonly hash: string
  readonly reason: string
  readonly movedAt: Instant
}

const asMove = (row: Selectable<NoteMoveTable>): NoteMove => ({
  id: row.id,
  noteId: row.note_id,
  toNoteId: row.to_note_id,
  fromSessionId: row.from_session_id,
  toSessionId: row.to_session_id,
  hash: row.hash,
  reason: row.reason,
  movedAt: row.moved_at,
})

export const insertMove = async (tx: Tx, move: NoteMove, personId: string): Promise<void> => {
  await tx.db
    .insertInto('note_move')
    .values({
      practice_id: tx.practiceId,
      id: move.id,
      note_id: move.noteId,
      to_note_id: move.toNoteId,
      from_session_id: move.fromSessionId,
      to_session_id: move.toSessionId,
      hash: move.hash,
      reason: move.reason,
      person_id: personId,
      moved_at: move.movedAt,
    })
    .execute()
}

/** Where a note went; null when it was not moved. */
export const readMove = async (tx: Tx, noteId: string): Promise<NoteMove | null> => {
  const row = await tx.db
    .selectFrom('note_move')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .where('note_id', '=', noteId)
    .executeTakeFirst()
  return row === undefined ? null : asMove(row)
}

/** The notes that were moved out of a session's chart, oldest first. */
export const movesOutOf = async (tx: Tx, sessionId: string): Promise<readonly NoteMove[]> => {
  const rows = await tx.db
    .selectFrom('note_move')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .where('from_session_id', '=', sessionId)
    .orderBy('id')
    .execute()
  return rows.map(asMove)
}

/** Who signed a version: a copy in the right chart is still theirs. */
export const signerOfVersion = async (
  tx: Tx,
  signedNoteId: string,
): Promise<{ readonly personId: string; readonly providerId: string }> => {
  const row = await tx.db
    .selectFrom('signed_note')
    .select(['person_id', 'provider_id'])
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', signedNoteId)
    .executeTakeFirstOrThrow()
  return { personId: row.person_id, providerId: row.provider_id }
}
