// A rehearsal: an act is done inside the unit of work and undone again, so that what it would do can be shown.
import { sql } from 'kysely'
import type { Tx } from './tx.ts'

/**
 * Does an act and undoes it, and gives what it gave. The trail hears nothing of what was only rehearsed. What the act
 * throws undoes the whole unit of work, as ever.
 */
export const rehearse = async <T>(tx: Tx, act: (tx: Tx) => Promise<T>): Promise<T> => {
  await sql`SAVEPOINT rehearsal`.execute(tx.db)
  const answer = await act({ ...tx, touch: () => undefined, wake: () => undefined })
  await sql`ROLLBACK TO SAVEPOINT rehearsal`.execute(tx.db)
  return answer
}
