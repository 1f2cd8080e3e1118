// Pay contracts of providers in the database: dated rows that say which share of a session is theirs.
import type { Selectable } from 'kysely'
import type { Day } from '@goldenthread/core/values/day.ts'
import type { PayContract } from '@goldenthread/core/posting/pay-contract.ts'
import type { PayContractTable } from '../database/generated.tables.ts'
import type { Tx } from '../database/tx.ts'
import { versionedRows } from '../database/versioned-rows.ts'

export interface PayContractRow {
  readonly id: string
  readonly version: number
  readonly providerId: string
  /** It holds from and to the days of the contract itself. */
  readonly contract: PayContract
}

const asContract = (row: Selectable<PayContractTable>): PayContractRow => ({
  id: row.id,
  version: row.version,
  providerId: row.provider_id,
  contract: row.document as PayContract,
})

const columns = (contract: PayContract) => ({
  starts: contract.from,
  ends: contract.to,
  document: JSON.stringify(contract),
})

const contracts = versionedRows('pay_contract', asContract)

/** Throws the database's unique violation when a contract of the provider begins on the same day. */
export const insertPayContract = (tx: Tx, row: Omit<PayContractRow, 'version'>): Promise<void> =>
  contracts.insert(tx, row.id, { provider_id: row.providerId, ...columns(row.contract) })

/** The row as it stands now; null when the version has moved on, or there is none in the practice. */
export const updatePayContract = (
  tx: Tx,
  row: Omit<PayContractRow, 'providerId'>,
): Promise<PayContractRow | null> => contracts.update(tx, row, columns(row.contract))

export const findPayContract = contracts.find

/** A provider's contracts, the oldest first. */
export const listPayContracts = (tx: Tx, providerId: string): Promise<readonly PayContractRow[]> =>
  contracts.of(tx, 'provider_id', providerId, ['starts'])

/** The contract of a provider that holds on a day: of several, the one that began last; null where there is none. */
export const payContractOn = async (tx: Tx, providerId: string, day: Day): Promise<PayContractRow | null> =>
  (await listPayContracts(tx, providerId)).findLast(
    ({ contract: { from, to } }) => from <= day && (to === null || to >= day),
  ) ?? null
