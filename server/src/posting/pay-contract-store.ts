// Pay contracts of providers in the database: dated rows that say which share of a session is theirs.
import type { Selectable } from 'kysely'
import type { Day } from '@goldenthread/core/values/day.ts'
import type { PayContract } from '@goldenthread/core/posting/pay-contract.ts'
import type { PayContractTable } from '../database/generated.tables.ts'
import type { Tx } from '../database/tx.ts'

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

/** Throws the database's unique violation when a contract of the provider begins on the same day. */
export const insertPayContract = async (tx: Tx, row: Omit<PayContractRow, 'version'>): Promise<void> => {
  await tx.db
    .insertInto('pay_contract')
    .values({
      practice_id: tx.practiceId,
      id: row.id,
      provider_id: row.providerId,
      ...columns(row.contract),
      version: 1,
      created_at: tx.at,
      updated_at: tx.at,
    })
    .execute()
}

/** The row as it stands now; null when the version has moved on, or there is none in the practice. */
export const updatePayContract = async (
  tx: Tx,
  row: Omit<PayContractRow, 'providerId'>,
): Promise<PayContractRow | null> => {
  const changed = await tx.db
    .updateTable('pay_contract')
    .set({ ...columns(row.contract), version: row.version + 1, updated_at: tx.at })
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .returningAll()
    .executeTakeFirst()
  return changed === undefined ? null : asContract(changed)
}

export const findPayContract = async (tx: Tx, id: string): Promise<PayContractRow | null> => {
  const row = await tx.db
    .selectFrom('pay_contract')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : asContract(row)
}

/** A provider's contracts, the oldest first. */
export const listPayContracts = async (tx: Tx, providerId: string): Promise<readonly PayContractRow[]> => {
  const rows = await tx.db
    .selectFrom('pay_contract')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .where('provider_id', '=', providerId)
    .orderBy('starts')
    .execute()
  return rows.map(asContract)
}

/** The contract of a provider that holds on a day: the one that began last; null where there is none. */
export const payContractOn = async (tx: Tx, providerId: string, day: Day): Promise<PayContractRow | null> => {
  const row = await tx.db
    .selectFrom('pay_contract')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .where('provider_id', '=', providerId)
    .where('starts', '<=', day)
    .where((either) => either.or([either('ends', 'is', null), either('ends', '>=', day)]))
    .orderBy('starts', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : asContract(row)
}
