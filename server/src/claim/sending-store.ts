// Batches on their way in the database: which are due, how each try ended, and what became of them.
import { sql } from 'kysely'
import type { Instant } from '@goldenthread/core/values/day.ts'
import { addSeconds } from '../clock.ts'
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

/**
 * What kept a batch from its receiver keeps the others for it too: they wait until that one is tried again, rather than
 * each waiting in vain in its turn.
 */
export const holdOthersBack = async (tx: Tx, batchId: string, code: string): Promise<void> => {
  await sql`
    UPDATE batch AS other SET next_attempt_at = tried.next_attempt_at, last_error = ${code}
    FROM batch AS tried
    WHERE tried.practice_id = ${tx.practiceId} AND tried.id = ${batchId} AND tried.status = 'fixed'
      AND other.practice_id = tried.practice_id AND other.id <> tried.id AND other.status = 'fixed'
      AND other.receiver_qualifier = tried.receiver_qualifier AND other.receiver_id = tried.receiver_id
      AND other.next_attempt_at <= ${tx.at}::timestamptz
  `.execute(tx.db)
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

/** Has the batches for a receiver tried at once: its account was changed. */
export const hurryReceiver = async (tx: Tx, { qualifier, id }: Receiver): Promise<void> => {
  await tx.db
    .updateTable('batch')
    .set({ next_attempt_at: tx.at })
    .where('practice_id', '=', tx.practiceId)
    .where('receiver_qualifier', '=', qualifier)
    .where('receiver_id', '=', id)
    .where('status', '=', 'fixed')
    .execute()
}

/** Seconds from sending or acknowledgment in which the next answer is looked for with every sweep. */
const eagerSeconds = 600

/**
 * When something of the practice is due next, as its own tables have it: a batch's next try, the end of a claim's time
 * to be taken back, a look into a mailbox, an answer that may come any moment. Null where nothing is known to be.
 */
export const nextDue = async (tx: Tx, undo: number, soon: number): Promise<Instant | null> => {
  const [shortly, eager] = [addSeconds(tx.at, soon), addSeconds(tx.at, -eagerSeconds)]
  const { rows } = await sql<{ readonly due: Instant | null }>`
    SELECT min(due)::timestamptz(0) AS due FROM (
      SELECT min(next_attempt_at) AS due FROM batch
      WHERE practice_id = ${tx.practiceId} AND status = 'fixed'
      UNION ALL
      SELECT min(claim.filed_at) + make_interval(secs => ${undo}) FROM claim
      JOIN payer ON payer.practice_id = claim.practice_id AND payer.id = claim.payer_id
      WHERE claim.practice_id = ${tx.practiceId} AND claim.status = 'filed' AND payer.channel = 'electronic'
      UNION ALL
      SELECT min(next_fetch_at) FROM mailbox WHERE practice_id = ${tx.practiceId}
      UNION ALL
      SELECT ${shortly}::timestamptz WHERE EXISTS (
        SELECT FROM claim WHERE practice_id = ${tx.practiceId}
          AND status IN ('batched', 'sent', 'accepted') AND updated_at > ${eager}::timestamptz)
      UNION ALL
      SELECT ${shortly}::timestamptz WHERE EXISTS (
        SELECT FROM stored_file WHERE practice_id = ${tx.practiceId} AND direction = 'in' AND status = 'stored')
    ) AS dues
  `.execute(tx.db)
  return rows[0]?.due ?? null
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
