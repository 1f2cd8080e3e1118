// Which practices have work due, and when: ids and times only. Losing a row loses no work, only time.
import { type Kysely, sql } from 'kysely'
import type { Instant } from '@goldenthread/core/values/day.ts'
import type { Tables } from '../database/generated.tables.ts'

/**
 * Has the practice swept at `dueAt`, or sooner when it was to be sooner. Nobody is notified from here: a notification
 * takes one lock for the whole server at the commit, and filings of all practices would wait in one line.
 */
export const putWake = async (db: Kysely<Tables>, practiceId: string, dueAt: Instant): Promise<void> => {
  await sql`
    INSERT INTO wake_up AS standing (practice_id, due_at) VALUES (${practiceId}, ${dueAt})
    ON CONFLICT (practice_id) DO UPDATE SET due_at = least(standing.due_at, excluded.due_at)
  `.execute(db)
}

/** Practices to be swept now. */
export const dueWakes = async (
  db: Kysely<Tables>,
  now: Instant,
  limit: number,
): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('wake_up')
    .select('practice_id')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(limit)
    .execute()
  return rows.map((row) => row.practice_id)
}

/** Every practice that was ever woken. */
export const allWakes = async (db: Kysely<Tables>): Promise<readonly string[]> => {
  const rows = await db.selectFrom('wake_up').select('practice_id').orderBy('practice_id').execute()
  return rows.map((row) => row.practice_id)
}

/**
 * Takes a practice's turn: puts its next one off to `until`. False when another process took it meanwhile, so that two
 * sweeps do not do the same for nothing; were both to sweep, no step would be done twice.
 */
export const takeTurn = async (
  db: Kysely<Tables>,
  practiceId: string,
  now: Instant,
  until: Instant,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('wake_up')
    .set({ due_at: until })
    .where('practice_id', '=', practiceId)
    .where('due_at', '<=', now)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/**
 * Puts a practice's next turn off from `until`, as this sweep had taken it, to `next`. Where it stands otherwise,
 * somebody woke it meanwhile, and it is left alone.
 */
export const restTurn = async (
  db: Kysely<Tables>,
  practiceId: string,
  until: Instant,
  next: Instant,
): Promise<void> => {
  await db
    .updateTable('wake_up')
    .set({ due_at: next })
    .where('practice_id', '=', practiceId)
    .where('due_at', '=', until)
    .execute()
}

/** Puts a practice's next turn off to `until`, whoever else may be at it: a start sweeps all. */
export const putTurn = async (db: Kysely<Tables>, practiceId: string, until: Instant): Promise<boolean> => {
  await db.updateTable('wake_up').set({ due_at: until }).where('practice_id', '=', practiceId).execute()
  return true
}
