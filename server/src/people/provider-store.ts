// Providers in the database.
import type { Selectable } from 'kysely'
import type { Provider } from '@goldenthread/core/people/provider.ts'
import type { ProviderTable } from '../database/generated.tables.ts'
import type { Tx } from '../database/tx.ts'
import { sortName } from './sort-name.ts'

export interface ProviderRow {
  readonly id: string
  readonly version: number
  readonly provider: Provider
  readonly supervisorId: string | null
  readonly active: boolean
}

const asProvider = (row: Selectable<ProviderTable>): ProviderRow => ({
  id: row.id,
  version: row.version,
  provider: row.document as Provider,
  supervisorId: row.supervisor_id,
  active: row.active,
})

const columns = ({ provider, supervisorId, active }: Omit<ProviderRow, 'id' | 'version'>) => ({
  npi: provider.npi,
  sort_name: sortName(provider.name),
  document: JSON.stringify(provider),
  supervisor_id: supervisorId,
  active,
})

/** Throws the database's unique violation when the practice has a provider of this NPI. */
export const insertProvider = async (tx: Tx, row: Omit<ProviderRow, 'version'>): Promise<void> => {
  await tx.db
    .insertInto('provider')
    .values({
      practice_id: tx.practiceId,
      id: row.id,
      ...columns(row),
      version: 1,
      created_at: tx.at,
      updated_at: tx.at,
    })
    .execute()
}

/** False when the version has moved on, or there is no such provider in the practice. */
export const updateProvider = async (tx: Tx, row: ProviderRow): Promise<boolean> => {
  const done = await tx.db
    .updateTable('provider')
    .set({ ...columns(row), version: row.version + 1, updated_at: tx.at })
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export const findProvider = async (tx: Tx, id: string): Promise<ProviderRow | null> => {
  const row = await tx.db
    .selectFrom('provider')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : asProvider(row)
}

/** In the order they were made; `after` is the last id of the page before. One more than `limit` when there are more. */
export const listProviders = async (
  tx: Tx,
  after: string | null,
  limit: number,
): Promise<readonly ProviderRow[]> => {
  const rows = await tx.db
    .selectFrom('provider')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  return rows.map(asProvider)
}
