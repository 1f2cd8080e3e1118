// What proving money on a person's word reads, page by page.
import type { Kysely } from 'kysely'
import type { Tables } from '../../database/generated.tables.ts'
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
