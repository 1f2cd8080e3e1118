// What proving money on a person's word reads, page by page.
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../database/generated.tables.ts'
import { unapplied } from '../../posting/decision-store.ts'
import { pageSize } from './store.ts'

type Db = Kysely<Tables>

/** What people decided of money, in the order of its ids. */
export const decisionsAfter = (db: Db, practiceId: string, after: string | null) =>
  db
    .selectFrom('money_decision')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(pageSize)
    .execute()

/** Charges to clients that were posted, standing or taken back, in the order of their ids. */
export const chargesAfter = (db: Db, practiceId: string, after: string | null) =>
  db
    .selectFrom('private_charge')
    .select(['id', 'charge_number', 'status', 'document'])
    .where('practice_id', '=', practiceId)
    .where('document', 'is not', null)
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(pageSize)
    .execute()

/** The acts of the entries of a decision. */
export const entriesOfDecision = async (db: Db, practiceId: string, decisionId: string): Promise<number> => {
  const { count } = await db
    .selectFrom('entry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('practice_id', '=', practiceId)
    .where('decision_id', '=', decisionId)
    .executeTakeFirstOrThrow()
  return count
}

/**
 * Unapplied money in cents: as the ledger has it, and as what is left of it to be decided, due to be given back, held of
 * refused remittances, less what payers took back of answers that were never posted.
 */
export const unappliedSums = async (
  db: Db,
  practiceId: string,
): Promise<{ readonly ledger: number; readonly told: number }> => {
  const standing = sql`FROM entry e JOIN entry_line l ON l.practice_id = e.practice_id AND l.entry_id = e.id
    WHERE e.practice_id = ${practiceId} AND e.act = 'remitted' AND l.account_kind = 'unapplied'
      AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.practice_id = e.practice_id AND r.reverses = e.key)`
  const { rows } = await sql<{ readonly ledger: number; readonly told: number }>`
    SELECT
      (SELECT coalesce(sum(CASE side WHEN 'credit' THEN amount ELSE -amount END), 0) FROM entry_line
       WHERE practice_id = ${practiceId} AND account_kind = 'unapplied')::int8 AS ledger,
      ((SELECT coalesce(sum(u."left"), 0) FROM (${unapplied} AND e.practice_id = ${practiceId}) u)
       + (SELECT coalesce(sum(d.amount), 0) FROM money_decision d
          WHERE d.practice_id = ${practiceId} AND d.kind = 'refund-due' AND NOT EXISTS (
            SELECT 1 FROM money_decision p WHERE p.practice_id = d.practice_id AND p.refund_id = d.id))
       + (SELECT coalesce(sum(CASE l.side WHEN 'credit' THEN l.amount ELSE -l.amount END), 0) ${standing}
          AND e.key LIKE '%:deposit')
       - (SELECT coalesce(sum(l.amount), 0) ${standing}
          AND l.side = 'debit' AND e.key LIKE '%:unapplied-%'))::int8 AS told
  `.execute(db)
  const [sums] = rows
  if (sums === undefined) throw new Error('sums are always one row')
  return sums
}
