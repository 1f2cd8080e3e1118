// What proving reads of co-signatures and of notes that were moved.
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Instant } from '@goldenthread/core/values/day.ts'
import type { Tables } from '../../database/generated.tables.ts'
import { pageSize } from './store.ts'

type Db = Kysely<Tables>

/** What supervisors said, each beside the hash of the version it speaks of. */
export const coSignaturesAfter = (db: Db, practiceId: string, after: string | null) =>
  db
    .selectFrom('co_signature')
    .leftJoin('signed_note', (join) =>
      join
        .onRef('signed_note.practice_id', '=', 'co_signature.practice_id')
        .onRef('signed_note.id', '=', 'co_signature.signed_note_id'),
    )
    .select([
      'co_signature.id',
      'co_signature.verdict',
      'co_signature.canonical',
      'co_signature.hash',
      'co_signature.signed_at',
      'co_signature.statement',
      'co_signature.person_id',
      'co_signature.provider_id',
      'signed_note.hash as note_hash',
    ])
    .where('co_signature.practice_id', '=', practiceId)
    .$if(after !== null, (query) => query.where('co_signature.id', '>', after ?? ''))
    .orderBy('co_signature.id')
    .limit(pageSize)
    .execute()

/** Every note that was moved, with its status, its last hash, and the first version of what it became. */
export const noteMoves = async (db: Db, practiceId: string) => {
  const { rows } = await sql<{
    readonly id: string
    readonly note_id: string
    readonly to_note_id: string
    readonly from_session_id: string
    readonly to_session_id: string
    readonly hash: string
    readonly reason: string
    readonly moved_at: Instant
    readonly person_id: string
    readonly status: string | null
    readonly last_hash: string | null
    readonly copy: string | null
  }>`
    SELECT v.id, v.note_id, v.to_note_id, v.from_session_id, v.to_session_id, v.hash, v.reason, v.moved_at, v.person_id, n.status,
      (SELECT g.hash FROM signed_note g WHERE g.practice_id = v.practice_id AND g.note_id = v.note_id
       ORDER BY g.sequence DESC LIMIT 1) AS last_hash,
      (SELECT g.canonical FROM signed_note g WHERE g.practice_id = v.practice_id AND g.note_id = v.to_note_id
         AND g.sequence = 1) AS copy
    FROM note_move v LEFT JOIN note n ON n.practice_id = v.practice_id AND n.id = v.note_id
    WHERE v.practice_id = ${practiceId}
    ORDER BY v.id
  `.execute(db)
  return rows
}

/** Notes that are struck as moved, and of which no move is kept. */
export const notesWithoutMove = (db: Db, practiceId: string) =>
  db
    .selectFrom('note')
    .select('id')
    .where('practice_id', '=', practiceId)
    .where('status', '=', 'moved')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('note_move')
            .select('note_move.id')
            .where('note_move.practice_id', '=', practiceId)
            .whereRef('note_move.note_id', '=', 'note.id'),
        ),
      ),
    )
    .execute()
