// Which field of a case a claim status speaks of, so that a rejection leads to where it is put right.
import type { ClaimStatus } from './claim-event.ts'

/** By status code, whoever is meant (docs/sources.md 8.3 with section 0). */
const byStatus: Readonly<Record<string, string>> = {
  '33': 'coverage.memberNumber',
  '88': 'coverage.memberNumber',
  '91': 'coverage.memberNumber',
  '97': 'coverage.memberNumber',
  '116': 'coverage.payer.id',
  '145': 'people.provider.taxonomy',
  '164': 'coverage.memberNumber',
  '178': 'claim.charge',
  '187': 'session.day',
  '249': 'claim.placeOfService',
  '252': 'coverage.authorization.number',
  '254': 'claim.diagnoses',
  '255': 'claim.diagnoses',
  '400': 'claim.charge',
  '402': 'claim.charge',
  '453': 'claim.lines',
  '454': 'claim.lines',
  '464': 'claim.replaces',
  '476': 'claim.lines',
  '477': 'claim.lines',
  '535': 'claim.frequency',
  '583': 'claim.lines',
  '718': 'session.day',
  '746': 'envelope.claimNumber',
  '796': 'claim.lines',
}

/** By status code and entity: whose name, address, birth date or number. */
const byEntity: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '125': {
    IL: 'people.subscriber.name',
    QC: 'people.client.name',
    '85': 'people.practice.legalName',
    '82': 'people.provider.name',
  },
  '126': { IL: 'people.subscriber.address', QC: 'people.client.address', '85': 'people.practice.address' },
  '128': { '85': 'people.practice.taxId' },
  '153': {
    IL: 'coverage.memberNumber',
    QC: 'coverage.memberNumber',
    PR: 'coverage.payer.id',
    '85': 'people.practice.npi',
    '82': 'people.provider.npi',
  },
  '158': { IL: 'people.subscriber.birthDate', QC: 'people.client.birthDate' },
  '496': { '85': 'people.practice.npi', '82': 'people.provider.npi', '41': 'envelope.senderId' },
  '500': {
    '85': 'people.practice.address.zip',
    QC: 'people.client.address.zip',
    IL: 'people.subscriber.address.zip',
  },
  '562': { '85': 'people.practice.npi', '82': 'people.provider.npi' },
}

/** The field a status speaks of; `claim` when it names none. */
export const statusPlace = ({ status, entity }: ClaimStatus): string =>
  byEntity[status]?.[entity ?? ''] ?? byStatus[status] ?? 'claim'
