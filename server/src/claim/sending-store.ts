// Batches on their way in the database: which are due, how each try ended, and what became of them.
import type { Instant } from '@goldenthread/core/values/day.ts'
import type { Tx } from '../database/tx.ts'
import type { Receiver } from './batch-store.ts'

export interface DueBatch {
  readonly id: string
  readonly receiver: Receiver
  readonly fileId: string
  readonly sha256: string
  /** How often it has been tried before. */
  readonly attempts: number
}

/**
 * Takes the next batch that is to be sent and puts its next try off to `until(attempts)`, so that another process does
 * not send it meanwhile and a process that dies while sending is followed by another try. Null when none is due.
 */
export const takeDueBatch = async (
  tx: Tx,
  until: (attempts: number) => Instant,
): Promise<DueBatch | null> => {
  const row = await tx.db
    .selectFrom('batch')
    .select(['id', 'receiver_qualifier', 'receiver_id', 'file_id', 'sha256', 'attempts'])
    .where('practice_id', '=', tx.practiceId)
    .where('status', '=', 'fixed')
    .where('next_attempt_at', '<=', tx.at)
    .orderBy('next_attempt_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (row === undefined) return null
  await tx.db
    .updateTable('batch')
    .set({ attempts: row.attempts + 1, next_attempt_at: until(row.attempts + 1) })
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', row.id)
    .execute()
  return {
    id: row.id,
    receiver: { qualifier: row.receiver_qualifier, id: row.receiver_id },
    fileId: row.file_id,
    sha256: row.sha256,
    attempts: row.attempts,
  }
}

/** The other side has taken the file. A batch that an answer has shown to be delivered meanwhile stays delivered. */
export const markSent = async (tx: Tx, batchId: string): Promise<void> => {
  await tx.db
    .updateTable('batch')
    .set({ status: 'sent', sent_at: tx.at, next_attempt_at: null, last_error: null })
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', batchId)
    .where('status', '=', 'fixed')
    .execute()
  tx.touch('batch', batchId)
}

/** The try failed, for the reason that the code names; the next one is due when it was put off to. */
export const markFailed = async (tx: Tx, batchId: string, code: string): Promise<void> => {
  await tx.db
    .updateTable('batch')
    .set({ last_error: code })
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', batchId)
    .where('status', '=', 'fixed')
    .execute()
  tx.touch('batch', batchId)
}

/** What an answer tells of a batch as a whole. One that was delivered is never refused afterwards. */
export const markAnswered = async (
  tx: Tx,
  batchId: string,
  status: 'delivered' | 'refused',
): Promise<void> => {
  await tx.db
    .updateTable('batch')
    .set({
      status,
      next_attempt_at: null,
      ...(status === 'delivered' ? { delivered_at: tx.at, last_error: null } : {}),
    })
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', batchId)
    .where('status', 'in', status === 'delivered' ? ['fixed', 'sent'] : ['fixed', 'sent', 'refused'])
    .execute()
  tx.touch('batch', batchId)
}

/** Has a batch sent once more with the same bytes; false when it is not one that was sent and never answered. */
export const putBatchBack = async (tx: Tx, batchId: string): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('batch')
    .set({ status: 'fixed', next_attempt_at: tx.at })
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', batchId)
    .where('status', 'in', ['fixed', 'sent'])
    .executeTakeFirst()
  if (numUpdatedRows > 0n) tx.touch('batch', batchId)
  return numUpdatedRows > 0n
}

/** Makes every batch that waits for its next try due now: whoever had it in hand may have died. */
export const hurryBatches = async (tx: Tx): Promise<void> => {
  await tx.db
    .updateTable('batch')
    .set({ next_attempt_at: tx.at })
    .where('practice_id', '=', tx.practiceId)
    .where('status', '=', 'fixed')
    .where('next_attempt_at', '>', tx.at)
    .execute()
}
