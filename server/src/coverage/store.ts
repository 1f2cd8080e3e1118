// Payers, their contracts and the coverages of clients in the database.
import type { FeeScheduleRow, PayerRules } from '@goldenthread/core/coverage/coverage.ts'
import type { PayerClass } from '@goldenthread/core/facts/facts.ts'
import type { Subscriber } from '@goldenthread/core/people/person.ts'
import type { Selectable } from 'kysely'
import type { CoverageTable, PayerContractTable, PayerTable } from '../database/generated.tables.ts'
import type { Tx } from '../database/tx.ts'
import { versionedRows } from '../database/versioned-rows.ts'
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
  channel: row.channel as PayerRow['channel'],
  active: row.active,
})

type NewPayer = Omit<New<PayerRow>, 'channel'> & Partial<Pick<PayerRow, 'channel'>>

const payerColumns = (payer: Omit<NewPayer, 'id'>) => ({
  code: payer.code,
  name: payer.name,
  class: payer.class,
  receiver_qualifier: payer.receiverQualifier,
  receiver_id: payer.receiverId,
  channel: payer.channel ?? 'electronic',
  active: payer.active,
})

const payers = versionedRows('payer', asPayer)

/** Throws the database's unique violation when the practice has a payer of this code. */
export const insertPayer = (tx: Tx, payer: NewPayer): Promise<void> =>
  payers.insert(tx, payer.id, payerColumns(payer))

/** Each update gives the row as it stands now; null when the version has moved on, or the row is another practice's. */
export const updatePayer = (tx: Tx, payer: PayerRow): Promise<PayerRow | null> =>
  payers.update(tx, payer, payerColumns(payer))

export const findPayer = payers.find

export const listPayers = payers.page

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

const contracts = versionedRows('payer_contract', asContract)

export const insertContract = (tx: Tx, contract: New<ContractRow>): Promise<void> =>
  contracts.insert(tx, contract.id, { payer_id: contract.payerId, ...contractColumns(contract) })

export const updateContract = (tx: Tx, contract: Omit<ContractRow, 'payerId'>): Promise<ContractRow | null> =>
  contracts.update(tx, contract, contractColumns(contract))

export const findContract = contracts.find

/** A payer's contracts, the oldest first. */
export const listContracts = (tx: Tx, payerId: string): Promise<readonly ContractRow[]> =>
  contracts.of(tx, 'payer_id', payerId, ['starts'])

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

const coverages = versionedRows('coverage', asCoverage)

export const insertCoverage = (tx: Tx, coverage: New<CoverageRow>): Promise<void> =>
  coverages.insert(tx, coverage.id, { client_id: coverage.clientId, ...coverageColumns(coverage) })

export const updateCoverage = (
  tx: Tx,
  coverage: Omit<CoverageRow, 'clientId'>,
): Promise<CoverageRow | null> => coverages.update(tx, coverage, coverageColumns(coverage))

export const findCoverage = coverages.find

/** A client's coverages, the one that pays first in front. */
export const listCoverages = (tx: Tx, clientId: string): Promise<readonly CoverageRow[]> =>
  coverages.of(tx, 'client_id', clientId, ['sequence', 'starts'])
