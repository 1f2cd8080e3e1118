// What happened to claims, appended and never edited; and the claims' status, which follows from it.
import { sql } from 'kysely'
import type { ClaimEvent } from '@goldenthread/core/claim/claim-event.ts'
import type { Claim } from '@goldenthread/core/claim/claim.ts'
import type { Envelope } from '@goldenthread/core/claim/envelope.ts'
import { utcDay } from '@goldenthread/core/values/day.ts'
import type { Day } from '@goldenthread/core/values/day.ts'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import type { Receiver } from './batch-store.ts'

export type ClaimState = 'held' | 'filed' | 'batched' | 'sent' | 'accepted' | 'rejected' | 'answered' | 'void'

export type EventKind =
  | 'held'
  | 'filed'
  | 'batched'
  | 'sent'
  | 'delivered'
  | 'envelope'
  | 'syntax'
  | 'acknowledgment'
  | 'remitted'
  | 'voided'

export interface EventToPut {
  readonly claimId: string
  /** Names the happening: put again it adds nothing. */
  readonly key: string
  readonly kind: EventKind
  readonly verdict?: ClaimEvent['verdict']
  /** The day the answer gives itself; today for what we did. */
  readonly day?: Day
  readonly batchId?: string
  readonly fileId?: string
  readonly document?: unknown
}

/** Appends events; those that stand are left alone. */
export const putEvents = async (
  tx: Tx,
  { makeId }: Pick<Services, 'makeId'>,
  events: readonly EventToPut[],
): Promise<void> => {
  if (events.length === 0) return
  await tx.db
    .insertInto('claim_event')
    .values(
      events.map((event) => ({
        practice_id: tx.practiceId,
        id: makeId(),
        claim_id: event.claimId,
        key: event.key,
        kind: event.kind,
        verdict: event.verdict ?? null,
        day: event.day ?? utcDay(tx.at),
        at: tx.at,
        batch_id: event.batchId ?? null,
        file_id: event.fileId ?? null,
        document: JSON.stringify(event.document ?? {}),
      })),
    )
    .onConflict((conflict) => conflict.constraint('claim_event_key_unique').doNothing())
    .execute()
  tx.touch('claim', ...new Set(events.map(({ claimId }) => claimId)))
}

export interface StateChange {
  readonly to: ClaimState
  readonly from: readonly ClaimState[]
  readonly findings?: readonly Finding[]
  readonly payerClaimNumber?: string
}

/** Moves claims on, those that stand where the move begins, and gives the ids of those. */
export const moveClaims = async (
  tx: Tx,
  claimIds: readonly string[],
  { to, from, findings, payerClaimNumber }: StateChange,
): Promise<readonly string[]> => {
  if (claimIds.length === 0) return []
  const moved = await tx.db
    .updateTable('claim')
    .set({
      status: to,
      updated_at: tx.at,
      version: sql<number>`version + 1`,
      ...(findings === undefined ? {} : { findings: JSON.stringify(findings) }),
      ...(payerClaimNumber === undefined ? {} : { payer_claim_number: payerClaimNumber }),
    })
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', sql<string>`any(${claimIds}::uuid[])`)
    .where('status', 'in', [...from])
    .returning('id')
    .execute()
  const ids = moved.map(({ id }) => id)
  tx.touch('claim', ...ids)
  return ids
}

/** A claim that was sent, with the numbers it travelled under. */
export interface SentRow {
  readonly claimId: string
  readonly status: ClaimState
  readonly claim: Claim
  readonly envelope: Envelope
  readonly batchId: string
  readonly receiver: Receiver
  /** How often its file was sent, or tried to be. */
  readonly attempts: number
}

/** Which claims an answer may speak of. */
export interface AnswerTargets {
  /** Interchanges by who answers them (ISA06 of the answer) and their ISA13. */
  readonly interchanges: readonly { readonly receiver: string; readonly control: number }[]
  readonly groups: readonly { readonly receiver: string; readonly control: number }[]
  /** CLM01, by who answers for it: nobody else may reject a claim, even if they know its number. */
  readonly claimNumbers: readonly { readonly receiver: string; readonly claimNumber: string }[]
}

const pairs = (numbers: AnswerTargets['groups']) => ({
  receivers: numbers.map(({ receiver }) => receiver),
  controls: numbers.map(({ control }) => control),
})

/**
 * Holds the sessions whose voids an answer may reject, until the commit: such a session is charged anew, and it is locked
 * before its claims everywhere.
 */
export const lockSessionsOfVoids = async (tx: Tx): Promise<void> => {
  await tx.db
    .selectFrom('session')
    .select('id')
    .where('practice_id', '=', tx.practiceId)
    .where('id', 'in', (where) =>
      where
        .selectFrom('claim')
        .select('session_id')
        .where('practice_id', '=', tx.practiceId)
        .where('frequency', '=', '8')
        .where('status', 'in', ['batched', 'sent', 'accepted']),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** The claims sent that an answer may speak of, held until the commit, in the order of their ids. */
export const sentClaims = async (tx: Tx, targets: AnswerTargets): Promise<readonly SentRow[]> => {
  const { interchanges, groups, claimNumbers } = targets
  const [byInterchange, byGroup] = [pairs(interchanges), pairs(groups)]
  const named = claimNumbers.map(({ claimNumber }) => claimNumber)
  const namedBy = claimNumbers.map(({ receiver }) => receiver)
  const rows = await tx.db
    .selectFrom('claim')
    .innerJoin('batch_claim', (join) =>
      join
        .onRef('batch_claim.practice_id', '=', 'claim.practice_id')
        .onRef('batch_claim.claim_id', '=', 'claim.id'),
    )
    .innerJoin('batch', (join) =>
      join
        .onRef('batch.practice_id', '=', 'batch_claim.practice_id')
        .onRef('batch.id', '=', 'batch_claim.batch_id'),
    )
    .innerJoin('practice', 'practice.practice_id', 'claim.practice_id')
    .select([
      'claim.id',
      'claim.status',
      'claim.claim_number',
      'claim.document',
      'batch.id as batch_id',
      'batch.attempts',
      'batch.receiver_qualifier',
      'batch.receiver_id',
      'batch.usage',
      'batch.interchange_control',
      'batch.group_control',
      'batch_claim.set_control',
      'practice.sender_qualifier',
      'practice.sender_id',
    ])
    .where('claim.practice_id', '=', tx.practiceId)
    .where((where) =>
      where.or([
        sql<boolean>`(batch.receiver_id, claim.claim_number) IN
          (SELECT * FROM unnest(${namedBy}::text[], ${named}::text[]))`,
        sql<boolean>`(batch.receiver_id, batch.interchange_control) IN
          (SELECT * FROM unnest(${byInterchange.receivers}::text[], ${byInterchange.controls}::bigint[]))`,
        sql<boolean>`(batch.receiver_id, batch.group_control) IN
          (SELECT * FROM unnest(${byGroup.receivers}::text[], ${byGroup.controls}::bigint[]))`,
      ]),
    )
    .orderBy('claim.id')
    .forUpdate('claim')
    .execute()
  return rows.map((row) => ({
    claimId: row.id,
    status: row.status as ClaimState,
    claim: row.document as Claim,
    batchId: row.batch_id,
    attempts: row.attempts,
    receiver: { qualifier: row.receiver_qualifier, id: row.receiver_id },
    envelope: {
      senderQualifier: row.sender_qualifier,
      senderId: row.sender_id,
      receiverQualifier: row.receiver_qualifier,
      receiverId: row.receiver_id,
      usage: row.usage as Envelope['usage'],
      interchangeControl: row.interchange_control,
      groupControl: row.group_control,
      setControl: row.set_control,
      claimNumber: row.claim_number,
    },
  }))
}

/** The claims of a batch. */
export const claimsOfBatch = async (tx: Tx, batchId: string): Promise<readonly string[]> => {
  const rows = await tx.db
    .selectFrom('batch_claim')
    .select('claim_id')
    .where('practice_id', '=', tx.practiceId)
    .where('batch_id', '=', batchId)
    .orderBy('set_control')
    .execute()
  return rows.map((row) => row.claim_id)
}

export interface EventRow {
  readonly claimId: string
  readonly kind: EventKind
  readonly verdict: ClaimEvent['verdict'] | null
  readonly day: Day
  readonly at: Tx['at']
  readonly fileId: string | null
  readonly document: Partial<ClaimEvent>
}

/** Everything that happened to these claims, in order. */
export const eventsOf = async (tx: Tx, claimIds: readonly string[]): Promise<readonly EventRow[]> => {
  if (claimIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('claim_event')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .where('claim_id', '=', sql<string>`any(${claimIds}::uuid[])`)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    claimId: row.claim_id,
    kind: row.kind as EventKind,
    verdict: row.verdict as EventRow['verdict'],
    day: row.day,
    at: row.at,
    fileId: row.file_id,
    document: row.document as Partial<ClaimEvent>,
  }))
}
