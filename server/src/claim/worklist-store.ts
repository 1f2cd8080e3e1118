// Worklists: the claims that wait for a person, each list by its own question.
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Cents } from '@goldenthread/core/values/cents.ts'
import type { Instant } from '@goldenthread/core/values/day.ts'
import { addSeconds } from '../clock.ts'
import type { Tables } from '../database/generated.tables.ts'
import type { Tx } from '../database/tx.ts'
import { atStake, lastVerdict, openAmount, shortAmount } from './at-stake.ts'
import { undoSeconds } from './batch-store.ts'

export const worklists = [
  'ready',
  'by-hand',
  'late',
  'held',
  'rejected',
  'unclear',
  'no-response',
  'ageing',
  'denied',
  'underpaid',
] as const

export type Worklist = (typeof worklists)[number]

export type Claims = SelectQueryBuilder<Tables, 'claim' | 'client' | 'payer', object>

/** The claims of the practice with their clients and payers. */
export const claimsIn = (tx: Tx): Claims =>
  tx.db
    .selectFrom('claim')
    .innerJoin('client', (join) =>
      join.onRef('client.practice_id', '=', 'claim.practice_id').onRef('client.id', '=', 'claim.client_id'),
    )
    .innerJoin('payer', (join) =>
      join.onRef('payer.practice_id', '=', 'claim.practice_id').onRef('payer.id', '=', 'claim.payer_id'),
    )
    .where('claim.practice_id', '=', tx.practiceId)

/** The moments before which a claim must have left, been acknowledged, been paid. */
export interface Moments {
  readonly signing: Instant
  readonly acknowledgment: Instant
  readonly payment: Instant
  /** The one before which a claim that is not paid is called ageing. */
  readonly ageing: Instant
}

/** Claims of notes that were first signed before a moment. */
const signedBefore = (claims: Claims, moment: Instant): Claims =>
  claims.where(sql<boolean>`EXISTS (
    SELECT FROM signed_note AS rests
    JOIN signed_note AS first ON first.practice_id = rests.practice_id AND first.note_id = rests.note_id
      AND first.sequence = 1
    WHERE rests.practice_id = claim.practice_id AND rests.id = claim.signed_note_id
      AND first.signed_at < ${moment}::timestamptz)`)

/** What was sent by hand is acknowledged by nobody: its payment is all that can be waited for. */
const travelled = sql<boolean>`EXISTS (
  SELECT FROM batch_claim AS travels
  WHERE travels.practice_id = claim.practice_id AND travels.claim_id = claim.id)`

const unanswered = (claims: Claims, before: Moments): Claims =>
  claims.where((where) =>
    where.or([
      where.and([
        where('claim.status', 'in', ['batched', 'sent']),
        where('claim.updated_at', '<', before.acknowledgment),
        travelled,
      ]),
      where.and([
        where('claim.status', 'in', ['sent', 'accepted']),
        where('claim.updated_at', '<', before.payment),
      ]),
    ]),
  )

/** Sent or accepted, and for so long without money that somebody must ask after it. */
const ageing = (claims: Claims, before: Moments): Claims =>
  claims.where('claim.status', 'in', ['sent', 'accepted']).where('claim.updated_at', '<', before.ageing)

const notAgeing = (claims: Claims, before: Moments): Claims =>
  claims.where((where) =>
    where.or([
      where('claim.status', 'not in', ['sent', 'accepted']),
      where('claim.updated_at', '>=', before.ageing),
    ]),
  )

/**
 * Answered, and it is not known how: until an answer of the same weight says more, or one that weighs more (a 277CA more
 * than a 999, and that more than a TA1) speaks at any time.
 */
const isUnclear = sql<boolean>`EXISTS (
    SELECT 1 FROM claim_event AS answer
    WHERE answer.practice_id = claim.practice_id AND answer.claim_id = claim.id AND answer.verdict = 'unclear'
      AND NOT EXISTS (
        SELECT 1 FROM claim_event AS clear
        WHERE clear.practice_id = claim.practice_id AND clear.claim_id = claim.id AND clear.verdict <> 'unclear'
          AND (clear.kind = answer.kind AND (clear.at, clear.id) > (answer.at, answer.id)
            OR array_position(ARRAY['envelope', 'syntax', 'acknowledgment'], clear.kind)
              > array_position(ARRAY['envelope', 'syntax', 'acknowledgment'], answer.kind))))`

/** The claims that wait for a person, or (ready) for the next sweep. */
export const inWorklist = (claims: Claims, worklist: Worklist, before: Moments): Claims => {
  const live = claims.where('claim.superseded_at', 'is', null)
  // A void never stands for its session, and waits for its answer like any claim: until another one was sent for it.
  const going =
    claims.where(sql<boolean>`(claim.superseded_at IS NULL OR claim.frequency = '8' AND NOT EXISTS (
        SELECT 1 FROM claim AS later
        WHERE later.practice_id = claim.practice_id AND later.client_id = claim.client_id
          AND later.replaces_id = claim.replaces_id AND later.frequency = '8' AND later.id > claim.id))`)
  switch (worklist) {
    case 'ready':
      return going.where('claim.status', '=', 'filed').where('payer.channel', '=', 'electronic')
    case 'by-hand':
      return going.where('claim.status', '=', 'filed').where('payer.channel', '<>', 'electronic')
    case 'late':
      return signedBefore(going.where('claim.status', 'in', ['held', 'filed', 'batched']), before.signing)
    case 'held':
      return live.where('claim.status', '=', 'held')
    case 'rejected':
      return going.where('claim.status', '=', 'rejected')
    case 'unclear':
      return going.where('claim.status', 'in', ['batched', 'sent', 'accepted']).where(isUnclear)
    case 'denied':
      return live
        .where('claim.status', '=', 'answered')
        .where(sql<boolean>`${lastVerdict} IN ('rejected', 'partly')`)
        .where(sql<boolean>`${openAmount} > 0`)
    case 'underpaid':
      return live
        .where('claim.status', '=', 'answered')
        .where(sql<boolean>`${lastVerdict} = 'accepted'`)
        .where(sql<boolean>`${shortAmount} > 0`)
    case 'no-response':
      return notAgeing(unanswered(going, before), before)
    case 'ageing':
      return ageing(going, before)
  }
}

export interface WorklistCount {
  readonly name: Worklist
  readonly claims: number
  /** What the payers of these claims are expected to pay. */
  readonly expected: Cents
  readonly atStake: Cents
  /** Of claims that leave by themselves: when the next one does. */
  readonly leavesAt: Instant | null
}

/** How many claims stand in each worklist, of all or of one provider, and the money that waits there. */
export const countWorklists = async (
  tx: Tx,
  before: Moments,
  providerId: string | null,
): Promise<readonly WorklistCount[]> => {
  const counts: WorklistCount[] = []
  const all = claimsIn(tx)
  const seen = providerId === null ? all : all.where('claim.provider_id', '=', providerId)
  const undo = await undoSeconds(tx)
  for (const name of worklists) {
    const row = await inWorklist(seen, name, before)
      .select([
        sql<number>`count(*)::bigint`.as('claims'),
        sql<number>`coalesce(sum(claim.expected_payer), 0)::bigint`.as('expected'),
        sql<number>`coalesce(sum(${atStake}), 0)::bigint`.as('at_stake'),
        sql<Instant | null>`min(claim.filed_at)`.as('filed_at'),
      ])
      .executeTakeFirstOrThrow()
    counts.push({
      name,
      claims: row.claims,
      expected: row.expected as Cents,
      atStake: row.at_stake as Cents,
      leavesAt: name === 'ready' && row.filed_at !== null ? addSeconds(row.filed_at, undo) : null,
    })
  }
  return counts
}
