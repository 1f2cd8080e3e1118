// Providers in the database.
import type { Selectable } from 'kysely'
import type { Provider } from '@goldenthread/core/people/provider.ts'
import type { ProviderTable } from '../database/generated.tables.ts'
import type { Tx } from '../database/tx.ts'
import { versionedRows } from '../database/versioned-rows.ts'
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

const providers = versionedRows('provider', asProvider)

/** Throws the database's unique violation when the practice has a provider of this NPI. */
export const insertProvider = (tx: Tx, row: Omit<ProviderRow, 'version'>): Promise<void> =>
  providers.insert(tx, row.id, columns(row))

/** The row as it stands now; null when the version has moved on, or there is no such provider in the practice. */
export const updateProvider = (tx: Tx, row: ProviderRow): Promise<ProviderRow | null> =>
  providers.update(tx, row, columns(row))

export const findProvider = providers.find

export const listProviders = providers.page

/** Who supervises a provider now; null when nobody does. */
export const readSupervisor = async (tx: Tx, providerId: string): Promise<string | null> => {
  const row = await tx.db
    .selectFrom('provider')
    .select('supervisor_id')
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', providerId)
    .executeTakeFirst()
  return row?.supervisor_id ?? null
}
