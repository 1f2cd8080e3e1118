// Batches in the database: the claims that are to leave, the numbers they leave under, and how the sending goes.
import { sql } from 'kysely'
import type { Claim } from '@goldenthread/core/claim/claim.ts'
import type { Instant } from '@goldenthread/core/values/day.ts'
import type { Tx } from '../database/tx.ts'

export interface Receiver {
  readonly qualifier: string
  readonly id: string
}

export interface LeavingClaim {
  readonly id: string
  readonly claimNumber: string
  readonly claim: Claim
  readonly receiver: Receiver
}

/** One process at a time makes batches of a practice; false when another one is at it. */
export const lockBatching = async (tx: Tx): Promise<boolean> => {
  const { rows } = await sql<{ readonly taken: boolean }>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`batching/${tx.practiceId}`}, 0)) AS taken
  `.execute(tx.db)
  return rows[0]?.taken === true
}

/** Filed claims that leave by themselves and whose time to be taken back is over, oldest first. */
export const claimsToProve = async (
  tx: Tx,
  filedBefore: Instant,
  limit: number,
): Promise<readonly string[]> => {
  const rows = await tx.db
    .selectFrom('claim')
    .innerJoin('payer', (join) =>
      join.onRef('payer.practice_id', '=', 'claim.practice_id').onRef('payer.id', '=', 'claim.payer_id'),
    )
    .select('claim.id')
    .where('claim.practice_id', '=', tx.practiceId)
    .where('claim.status', '=', 'filed')
    .where('claim.filed_at', '<=', filedBefore)
    .where('payer.channel', '=', 'electronic')
    .orderBy('claim.id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

/** Those of these claims that still stand as filed, held until the commit. */
export const claimsToLeave = async (tx: Tx, ids: readonly string[]): Promise<readonly LeavingClaim[]> => {
  if (ids.length === 0) return []
  const rows = await tx.db
    .selectFrom('claim')
    .innerJoin('payer', (join) =>
      join.onRef('payer.practice_id', '=', 'claim.practice_id').onRef('payer.id', '=', 'claim.payer_id'),
    )
    .select([
      'claim.id',
      'claim.claim_number',
      'claim.document',
      'payer.receiver_qualifier',
      'payer.receiver_id',
    ])
    .where('claim.practice_id', '=', tx.practiceId)
    .where('claim.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('claim.status', '=', 'filed')
    .where('payer.channel', '=', 'electronic')
    .orderBy('claim.id')
    .forUpdate('claim')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    claimNumber: row.claim_number,
    claim: row.document as Claim,
    receiver: { qualifier: row.receiver_qualifier, id: row.receiver_id },
  }))
}

/** Who the practice is to its receivers. */
export interface Sender {
  readonly qualifier: string
  readonly id: string
  readonly usage: 'T' | 'P'
}

export const senderOf = async (tx: Tx): Promise<Sender> => {
  const row = await tx.db
    .selectFrom('practice')
    .select(['sender_qualifier', 'sender_id', 'usage'])
    .where('practice_id', '=', tx.practiceId)
    .executeTakeFirstOrThrow()
  return { qualifier: row.sender_qualifier, id: row.sender_id, usage: row.usage as Sender['usage'] }
}

export interface Controls {
  readonly interchangeControl: number
  readonly groupControl: number
}

/** After the largest number that nine digits can write comes 1. */
const following = (column: string) =>
  sql<number>`CASE WHEN standing.${sql.ref(column)} >= 999999999 THEN 1 ELSE standing.${sql.ref(column)} + 1 END`

/** The next ISA13 and GS06 for a receiver. Whoever asks next waits for the commit, so that no number is given twice. */
export const takeControls = async (tx: Tx, { qualifier, id }: Receiver): Promise<Controls> => {
  const { rows } = await sql<{ readonly interchange: number; readonly group: number }>`
    INSERT INTO control_counter AS standing
      (practice_id, receiver_qualifier, receiver_id, interchange_control, group_control)
    VALUES (${tx.practiceId}, ${qualifier}, ${id}, 1, 1)
    ON CONFLICT (practice_id, receiver_qualifier, receiver_id) DO UPDATE SET
      interchange_control = ${following('interchange_control')}, group_control = ${following('group_control')}
    RETURNING interchange_control AS interchange, group_control AS "group"
  `.execute(tx.db)
  const [taken] = rows
  if (taken === undefined) throw new Error('a counter gives its next number')
  return { interchangeControl: taken.interchange, groupControl: taken.group }
}

export interface BatchToPut extends Controls {
  readonly id: string
  readonly receiver: Receiver
  readonly usage: 'T' | 'P'
  readonly firstSetControl: number
  readonly claimIds: readonly string[]
  readonly fileId: string
  readonly sha256: string
}

/** Keeps a batch as it is fixed, its claims in the order of their sets. */
export const putBatch = async (tx: Tx, batch: BatchToPut): Promise<void> => {
  await tx.db
    .insertInto('batch')
    .values({
      practice_id: tx.practiceId,
      id: batch.id,
      receiver_qualifier: batch.receiver.qualifier,
      receiver_id: batch.receiver.id,
      usage: batch.usage,
      interchange_control: batch.interchangeControl,
      group_control: batch.groupControl,
      first_set_control: batch.firstSetControl,
      set_count: batch.claimIds.length,
      file_id: batch.fileId,
      sha256: batch.sha256,
      status: 'fixed',
      attempts: 0,
      next_attempt_at: tx.at,
      last_error: null,
      fixed_at: tx.at,
      sent_at: null,
      delivered_at: null,
    })
    .execute()
  await tx.db
    .insertInto('batch_claim')
    .values(
      batch.claimIds.map((claimId, index) => ({
        practice_id: tx.practiceId,
        batch_id: batch.id,
        claim_id: claimId,
        set_control: batch.firstSetControl + index,
      })),
    )
    .execute()
  tx.touch('batch', batch.id)
}

/** Receivers in whose mailboxes answers may wait: those of every payer, and of every batch. */
export const receiversOf = async (tx: Tx): Promise<readonly Receiver[]> => {
  const rows = await tx.db
    .selectFrom('payer')
    .select(['receiver_qualifier', 'receiver_id'])
    .where('practice_id', '=', tx.practiceId)
    .union(
      tx.db
        .selectFrom('control_counter')
        .select(['receiver_qualifier', 'receiver_id'])
        .where('practice_id', '=', tx.practiceId),
    )
    .execute()
  return rows
    .map((row) => ({ qualifier: row.receiver_qualifier, id: row.receiver_id }))
    .sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0))
}

/** A claim waits a day at most: a number that was set amiss must not keep everything here for good. */
const mostUndoSeconds = 86_400

/** Seconds in which a filed claim can still be taken back, as the practice has set it; 0 when it has not. */
export const undoSeconds = async (tx: Tx): Promise<number> => {
  const row = await tx.db
    .selectFrom('setting')
    .select('value')
    .where('practice_id', '=', tx.practiceId)
    .where('key', '=', 'claim.undo-seconds')
    .executeTakeFirst()
  return typeof row?.value === 'number' && row.value > 0 ? Math.min(row.value, mostUndoSeconds) : 0
}
