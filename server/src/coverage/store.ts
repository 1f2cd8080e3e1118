// Payers, their contracts and the coverages of clients in the database.
import type { Day } from '@goldenthread/core/values/day.ts'
import type { FeeScheduleRow, PayerRules } from '@goldenthread/core/coverage/coverage.ts'
import type { PayerClass } from '@goldenthread/core/facts/facts.ts'
import type { Subscriber } from '@goldenthread/core/people/person.ts'
import type { Selectable } from 'kysely'
import type { CoverageTable, PayerContractTable, PayerTable } from '../database/generated.tables.ts'
import type { Tx } from '../database/tx.ts'
import type { ContractRow, CoverageRow, CoverageTerms, PayerRow } from './coverage-schemas.ts'

type New<T> = Omit<T, 'version'>

const asPayer = (row: Selectable<PayerTable>): PayerRow => ({
  id: row.id,
  version: row.version,
  code: row.code,
  name: row.name,
  class: row.class as PayerClass,
  receiverQualifier: row.receiver_qualifier,
  receiverId: row.receiver_id,
  active: row.active,
})

const payerColumns = (payer: Omit<PayerRow, 'id' | 'version'>) => ({
  code: payer.code,
  name: payer.name,
  class: payer.class,
  receiver_qualifier: payer.receiverQualifier,
  receiver_id: payer.receiverId,
  active: payer.active,
})

const first = (tx: Tx) => ({
  practice_id: tx.practiceId,
  version: 1,
  created_at: tx.at,
  updated_at: tx.at,
})

/** Throws the database's unique violation when the practice has a payer of this code. */
export const insertPayer = async (tx: Tx, payer: New<PayerRow>): Promise<void> => {
  await tx.db
    .insertInto('payer')
    .values({ ...first(tx), id: payer.id, ...payerColumns(payer) })
    .execute()
}

/** Each update is false when the version has moved on, or the row is another practice's. */
export const updatePayer = async (tx: Tx, payer: PayerRow): Promise<boolean> => {
  const done = await tx.db
    .updateTable('payer')
    .set({ ...payerColumns(payer), version: payer.version + 1, updated_at: tx.at })
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', payer.id)
    .where('version', '=', payer.version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export const findPayer = async (tx: Tx, id: string): Promise<PayerRow | null> => {
  const row = await tx.db
    .selectFrom('payer')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : asPayer(row)
}

/** In the order they were made; `after` is the last id of the page before. One more than `limit` when there are more. */
export const listPayers = async (
  tx: Tx,
  after: string | null,
  limit: number,
): Promise<readonly PayerRow[]> => {
  const rows = await tx.db
    .selectFrom('payer')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  return rows.map(asPayer)
}

const asContract = (row: Selectable<PayerContractTable>): ContractRow => ({
  id: row.id,
  version: row.version,
  payerId: row.payer_id,
  starts: row.starts,
  ends: row.ends,
  feeSchedule: row.fee_schedule as readonly FeeScheduleRow[],
  payerRules: row.payer_rules as PayerRules | null,
  source: row.source,
})

const contractColumns = (contract: Omit<ContractRow, 'id' | 'version' | 'payerId'>) => ({
  starts: contract.starts,
  ends: contract.ends,
  fee_schedule: JSON.stringify(contract.feeSchedule),
  payer_rules: contract.payerRules === null ? null : JSON.stringify(contract.payerRules),
  source: contract.source,
})

export const insertContract = async (tx: Tx, contract: New<ContractRow>): Promise<void> => {
  await tx.db
    .insertInto('payer_contract')
    .values({ ...first(tx), id: contract.id, payer_id: contract.payerId, ...contractColumns(contract) })
    .execute()
}

export const updateContract = async (
  tx: Tx,
  contract: Omit<ContractRow, 'payerId'>,
): Promise<ContractRow | null> => {
  const row = await tx.db
    .updateTable('payer_contract')
    .set({ ...contractColumns(contract), version: contract.version + 1, updated_at: tx.at })
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', contract.id)
    .where('version', '=', contract.version)
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? null : asContract(row)
}

export const findContract = async (tx: Tx, id: string): Promise<ContractRow | null> => {
  const row = await tx.db
    .selectFrom('payer_contract')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : asContract(row)
}

/** A payer's contracts, the oldest first. */
export const listContracts = async (tx: Tx, payerId: string): Promise<readonly ContractRow[]> => {
  const rows = await tx.db
    .selectFrom('payer_contract')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .where('payer_id', '=', payerId)
    .orderBy('starts')
    .execute()
  return rows.map(asContract)
}

/** The contract with a payer that holds on a day: the one that began last. */
export const contractOn = async (tx: Tx, payerId: string, day: Day): Promise<ContractRow | null> => {
  const row = await tx.db
    .selectFrom('payer_contract')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .where('payer_id', '=', payerId)
    .where('starts', '<=', day)
    .where((either) => either.or([either('ends', 'is', null), either('ends', '>=', day)]))
    .orderBy('starts', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : asContract(row)
}

const asCoverage = (row: Selectable<CoverageTable>): CoverageRow => ({
  id: row.id,
  version: row.version,
  clientId: row.client_id,
  payerId: row.payer_id,
  sequence: row.sequence,
  starts: row.starts,
  ends: row.ends,
  ...(row.document as CoverageTerms),
  subscriber: row.subscriber as Subscriber | null,
})

const coverageColumns = (coverage: Omit<CoverageRow, 'id' | 'version' | 'clientId'>) => {
  const { plan, memberNumber, groupNumber, relation, benefits, authorization } = coverage
  const terms: CoverageTerms = { plan, memberNumber, groupNumber, relation, benefits, authorization }
  return {
    payer_id: coverage.payerId,
    sequence: coverage.sequence,
    starts: coverage.starts,
    ends: coverage.ends,
    member_number: memberNumber,
    document: JSON.stringify(terms),
    subscriber: coverage.subscriber === null ? null : JSON.stringify(coverage.subscriber),
  }
}

export const insertCoverage = async (tx: Tx, coverage: New<CoverageRow>): Promise<void> => {
  await tx.db
    .insertInto('coverage')
    .values({ ...first(tx), id: coverage.id, client_id: coverage.clientId, ...coverageColumns(coverage) })
    .execute()
}

export const updateCoverage = async (
  tx: Tx,
  coverage: Omit<CoverageRow, 'clientId'>,
): Promise<CoverageRow | null> => {
  const row = await tx.db
    .updateTable('coverage')
    .set({ ...coverageColumns(coverage), version: coverage.version + 1, updated_at: tx.at })
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', coverage.id)
    .where('version', '=', coverage.version)
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? null : asCoverage(row)
}

export const findCoverage = async (tx: Tx, id: string): Promise<CoverageRow | null> => {
  const row = await tx.db
    .selectFrom('coverage')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : asCoverage(row)
}

/** A client's coverages, the one that pays first in front. */
export const listCoverages = async (tx: Tx, clientId: string): Promise<readonly CoverageRow[]> => {
  const rows = await tx.db
    .selectFrom('coverage')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .where('client_id', '=', clientId)
    .orderBy('sequence')
    .orderBy('starts')
    .execute()
  return rows.map(asCoverage)
}
