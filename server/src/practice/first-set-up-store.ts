// Whether anybody is known in this installation yet.
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../database/generated.tables.ts'

export const isAnybodyThere = async (db: Kysely<Tables>): Promise<boolean> => {
  const found = await db.selectFrom('person').select('id').limit(1).executeTakeFirst()
  return found !== undefined
}

/** Any number, the same in every process: two first set-ups at once are one after the other. */
const lock = 7_426_102

export const lockFirstSetUp = async (db: Kysely<Tables>): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(${sql.lit(lock)})`.execute(db)
}
