// What people decided of money, appended and never edited; and the unapplied money they decide of.
import { type Selectable, sql } from 'kysely'
import type { Cents } from '@goldenthread/core/values/cents.ts'
import type { Instant } from '@goldenthread/core/values/day.ts'
import type { MoneyDecisionTable } from '../database/generated.tables.ts'
import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { touchSealed } from '../trail/seal.ts'

export type DecisionKind =
  | 'write-off'
  | 'to-client'
  | 'apply'
  | 'refund-due'
  | 'refunded'
  | 'approve-remittance'

/** What was said with it: which line, why, on what notice, how it was given back. */
export interface DecisionDocument {
  readonly line?: number | null
  readonly reason?: string
  readonly says?: string
  readonly noticeSignedOn?: string
  readonly paidOn?: string
  readonly reference?: string
  /** Of the remittance's claims, from 1, where a whole answer was put to ours. */
  readonly claimOfRemittance?: number
}

export interface DecisionRow {
  readonly id: string
  readonly kind: DecisionKind
  readonly claimId: string | null
  readonly remittanceId: string | null
  readonly entryId: string | null
  readonly refundId: string | null
  readonly amount: Cents
  readonly document: DecisionDocument
  readonly personId: string
  readonly decidedAt: Instant
}

export const decisionOf = (row: Selectable<MoneyDecisionTable>): DecisionRow => ({
  id: row.id,
  kind: row.kind as DecisionKind,
  claimId: row.claim_id,
  remittanceId: row.remittance_id,
  entryId: row.entry_id,
  refundId: row.refund_id,
  amount: row.amount as Cents,
  document: row.document as DecisionDocument,
  personId: row.person_id,
  decidedAt: row.decided_at,
})

export interface NewDecision extends Pick<DecisionRow, 'kind' | 'amount' | 'document'> {
  readonly claimId?: string
  readonly remittanceId?: string
  readonly entryId?: string
  readonly refundId?: string
}

/** Keeps a decision under its id, with the person who made it, and seals it. Throws where a program decides. */
export const putDecision = async (
  tx: Tx,
  { sha256 }: Pick<Services, 'sha256'>,
  id: string,
  made: NewDecision,
): Promise<DecisionRow> => {
  if (tx.actor.kind !== 'person') throw new Error('money is decided by a person')
  const row = await tx.db
    .insertInto('money_decision')
    .values({
      practice_id: tx.practiceId,
      id,
      kind: made.kind,
      claim_id: made.claimId ?? null,
      remittance_id: made.remittanceId ?? null,
      entry_id: made.entryId ?? null,
      refund_id: made.refundId ?? null,
      amount: made.amount,
      document: JSON.stringify(made.document),
      person_id: tx.actor.personId,
      decided_at: tx.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const decision = decisionOf(row)
  touchSealed(tx, 'money_decision', id, decision, sha256)
  return decision
}

const decisions = (tx: Tx) =>
  tx.db.selectFrom('money_decision').selectAll().where('practice_id', '=', tx.practiceId)

export const decisionById = async (tx: Tx, id: string): Promise<DecisionRow | null> => {
  const row = await decisions(tx).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : decisionOf(row)
}

export const decisionsOfClaim = async (tx: Tx, claimId: string): Promise<readonly DecisionRow[]> =>
  (await decisions(tx).where('claim_id', '=', claimId).orderBy('decided_at').orderBy('id').execute()).map(
    decisionOf,
  )

/** Whether a mark was followed by the money. */
export const isRefunded = async (tx: Tx, refundId: string): Promise<boolean> =>
  (await decisions(tx).where('refund_id', '=', refundId).executeTakeFirst()) !== undefined

export interface UnappliedRow {
  readonly entryId: string
  readonly key: string
  readonly at: Instant
  readonly remittanceId: string
  readonly amount: Cents
  /** What of it nobody has decided. */
  readonly left: Cents
}

/** Of the remittance's claims, from 1: what the key of the money's entry ends with. */
export const placeIn = (key: string): number => Number(/-(\d+)$/.exec(key)?.[1] ?? '0')

/** What was put to a claim stands unapplied again when the payer takes back the answer that it was put to. */
const takenBack = sql`EXISTS (SELECT 1 FROM entry a JOIN entry r ON r.practice_id = a.practice_id AND r.reverses = a.key
  WHERE a.practice_id = d.practice_id AND a.claim_id = d.claim_id AND a.decision_id = d.id)`

/** Entries of a practice's unapplied money that stand; what is asked of them beyond that is added with AND. */
export const unapplied = sql<UnappliedRow>`
  SELECT e.id AS "entryId", e.key, e.at, e.remittance_id AS "remittanceId", l.amount,
    l.amount - (SELECT coalesce(sum(d.amount), 0)::bigint FROM money_decision d
      WHERE d.practice_id = e.practice_id AND d.entry_id = e.id AND d.kind IN ('apply', 'refund-due')
        AND NOT (d.kind = 'apply' AND ${takenBack})) AS "left"
  FROM entry e JOIN entry_line l ON l.practice_id = e.practice_id AND l.entry_id = e.id
  WHERE l.account_kind = 'unapplied' AND l.side = 'credit' AND e.act = 'remitted' AND e.key LIKE '%:unapplied-%'
    AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.practice_id = e.practice_id AND r.reverses = e.key)`

/** Payer money that found no claim and is not wholly decided, the oldest first. Deposits of refused remittances are none. */
export const listUnapplied = async (
  tx: Tx,
  asked: {
    readonly remittanceId?: string
    readonly after?: { readonly at: string; readonly id: string }
    readonly limit: number
  },
): Promise<readonly UnappliedRow[]> => {
  const { after, remittanceId = null } = asked
  const going =
    after === undefined ? sql`true` : sql`(u.at, u."entryId") > (${after.at}::timestamptz, ${after.id}::uuid)`
  const { rows } = await sql<UnappliedRow>`
    SELECT u.* FROM (${unapplied} AND e.practice_id = ${tx.practiceId}
      AND (${remittanceId}::uuid IS NULL OR e.remittance_id = ${remittanceId}::uuid)) u
    WHERE u."left" > 0 AND ${going} ORDER BY u.at, u."entryId" LIMIT ${asked.limit}`.execute(tx.db)
  return rows
}

/** One of them, however much is left; null where it was never unapplied, or was put to a claim whole. */
export const unappliedById = async (tx: Tx, entryId: string): Promise<UnappliedRow | null> => {
  const { rows } = await sql<UnappliedRow>`
    SELECT u.* FROM (${unapplied} AND e.practice_id = ${tx.practiceId} AND e.id = ${entryId}) u`.execute(
    tx.db,
  )
  return rows[0] ?? null
}
