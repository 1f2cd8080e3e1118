// What stands on the accounts, as the database adds it up.
import { type Kysely, sql } from 'kysely'
import { ofChart } from '@goldenthread/core/ledger/chart.ts'
import type { Account, AccountKind } from '@goldenthread/core/ledger/entry.ts'
import type { Cents } from '@goldenthread/core/values/cents.ts'
import type { Tables } from '../database/generated.tables.ts'
import type { Tx } from '../database/tx.ts'

/** What stands on one account, positive on the side where it grows. */
export const balanceOn = async (tx: Tx, { kind, party }: Account): Promise<Cents> => {
  const { amount } = await tx.db
    .selectFrom('entry_line')
    .where('practice_id', '=', tx.practiceId)
    .where('account_kind', '=', kind)
    .where('party', '=', party)
    .select(
      sql<number>`coalesce(sum(CASE side WHEN ${ofChart(kind).grows}::text THEN amount ELSE -amount END), 0)::bigint`.as(
        'amount',
      ),
    )
    .executeTakeFirstOrThrow()
  return amount as Cents
}

export interface AccountSums {
  readonly kind: AccountKind
  readonly party: string
  readonly debits: Cents
  readonly credits: Cents
}

/** Both sides of every account that was ever moved. */
export const sumAccounts = async ({
  db,
  practiceId,
}: Pick<Tx, 'practiceId'> & { readonly db: Kysely<Tables> }): Promise<readonly AccountSums[]> => {
  const rows = await db
    .selectFrom('entry_line')
    .where('practice_id', '=', practiceId)
    .groupBy(['account_kind', 'party'])
    .select([
      'account_kind',
      'party',
      sql<number>`coalesce(sum(amount) FILTER (WHERE side = 'debit'), 0)::bigint`.as('debits'),
      sql<number>`coalesce(sum(amount) FILTER (WHERE side = 'credit'), 0)::bigint`.as('credits'),
    ])
    .execute()
  return rows.map((row) => ({
    kind: row.account_kind as AccountKind,
    party: row.party,
    debits: row.debits as Cents,
    credits: row.credits as Cents,
  }))
}
