// Pieces of the 837P that name somebody: NM1, N3, N4, DMG, PER and the REFs beside them.
import { givenNames, personOrOrganization, streetElements, subdivision } from '../pieces.ts'
import type { ElementTable, SegmentTable } from '../table-language.ts'

const qualifier = <const Q extends string>(fixed: Q) =>
  ({ fixed, number: 98, type: 'code', size: [2, 3], usage: 'required' }) as const

const personOnly = { fixed: '1', number: 1065, type: 'code', size: [1, 1], usage: 'required' } as const
const organizationOnly = { fixed: '2', number: 1065, type: 'code', size: [1, 1], usage: 'required' } as const
/** NM103: a person's last name, or an organization's name where the entity is 2. */
const lastName = { key: 'lastName', number: 1035, type: 'text', size: [1, 60], usage: 'required' } as const
const organization = {
  key: 'organization',
  number: 1035,
  type: 'text',
  size: [1, 60],
  usage: 'required',
} as const
const noGivenNames = [{ notUsed: true }, { notUsed: true }, { notUsed: true }, { notUsed: true }] as const

const npi = [
  { fixed: 'XX', number: 66, type: 'code', size: [1, 2], usage: 'situational' },
  { key: 'npi', number: 67, type: 'text', size: [2, 80], usage: 'situational' },
] as const
const submitterId = [
  { fixed: '46', number: 66, type: 'code', size: [1, 2], usage: 'required' },
  { key: 'id', number: 67, type: 'text', size: [2, 80], usage: 'required' },
] as const
const memberId = [
  { key: 'idKind', number: 66, type: 'code', size: [1, 2], usage: 'situational', codes: ['MI', 'II'] },
  { key: 'memberId', number: 67, type: 'text', size: [2, 80], usage: 'situational' },
] as const
const payerId = [
  { key: 'idKind', number: 66, type: 'code', size: [1, 2], usage: 'required', codes: ['PI', 'XV'] },
  { key: 'id', number: 67, type: 'text', size: [2, 80], usage: 'required' },
] as const

const nm1 = <const Elements extends readonly ElementTable[]>(elements: Elements) =>
  ({ segment: 'NM1', key: 'name', usage: 'required', max: 1, elements }) as const

/** NM1 of who sends the file. */
export const submitterName = nm1([
  qualifier('41'),
  personOrOrganization,
  lastName,
  ...givenNames,
  ...submitterId,
])
export const receiverName = nm1([
  qualifier('40'),
  organizationOnly,
  organization,
  ...noGivenNames,
  ...submitterId,
])
export const billingProviderName = nm1([
  qualifier('85'),
  personOrOrganization,
  lastName,
  ...givenNames,
  ...npi,
])
export const payToName = nm1([qualifier('87'), personOrOrganization])
export const subscriberName = nm1([
  qualifier('IL'),
  personOrOrganization,
  lastName,
  ...givenNames,
  ...memberId,
])
export const payerName = nm1([qualifier('PR'), organizationOnly, organization, ...noGivenNames, ...payerId])
export const clientName = nm1([qualifier('QC'), personOnly, lastName, ...givenNames])
export const renderingName = nm1([qualifier('82'), personOrOrganization, lastName, ...givenNames, ...npi])
export const supervisingName = nm1([qualifier('DQ'), personOnly, lastName, ...givenNames, ...npi])
export const facilityName = nm1([qualifier('77'), organizationOnly, organization, ...noGivenNames, ...npi])

/** NM1 of the referring provider, and of the one who referred first (P3). */
export const referringName = nm1([
  { key: 'kind', number: 98, type: 'code', size: [2, 3], usage: 'required', codes: ['DN', 'P3'] },
  personOnly,
  lastName,
  ...givenNames,
  ...npi,
])

const street = <const U extends 'required' | 'situational'>(usage: U) =>
  ({
    segment: 'N3',
    key: 'street',
    usage,
    max: 1,
    elements: streetElements,
  }) as const

const city = <const U extends 'required' | 'situational'>(usage: U) =>
  ({
    segment: 'N4',
    key: 'city',
    usage,
    max: 1,
    elements: [
      { key: 'city', number: 19, type: 'text', size: [2, 30], usage: 'required' },
      { key: 'state', number: 156, type: 'code', size: [2, 2], usage: 'situational', codeSet: 'states' },
      { key: 'zip', number: 116, type: 'code', size: [3, 15], usage: 'situational', codeSet: 'ZIP codes' },
      { key: 'country', number: 26, type: 'code', size: [2, 3], usage: 'situational', codeSet: 'countries' },
      { notUsed: true },
      { notUsed: true },
      subdivision,
    ],
  }) as const

/** N3 and N4. `zip` is 5 or 9 digits without a hyphen; nine for billing provider and facility (docs/sources.md 8.1). */
export const address = [street('required'), city('required')] as const
export const addressIfKnown = [street('situational'), city('situational')] as const

/** DMG: birth and the sex the payer holds. */
export const birth = {
  segment: 'DMG',
  key: 'birth',
  usage: 'situational',
  max: 1,
  elements: [
    { fixed: 'D8', number: 1250, type: 'code', size: [2, 3], usage: 'required' },
    { key: 'day', number: 1251, type: 'day8', size: [8, 8], usage: 'required' },
    { key: 'sex', number: 1068, type: 'code', size: [1, 1], usage: 'required', codes: ['F', 'M', 'U'] },
  ],
} as const satisfies SegmentTable

/** PER*IC with its telephone, fax and mail addresses. */
export const contacts = <
  const K extends string,
  const U extends 'required' | 'situational',
  const M extends number,
>(
  key: K,
  usage: U,
  max: M,
) =>
  ({
    segment: 'PER',
    key,
    usage,
    max,
    elements: [
      { fixed: 'IC', number: 366, type: 'code', size: [2, 2], usage: 'required' },
      { key: 'name', number: 93, type: 'text', size: [1, 60], usage: 'situational' },
      {
        key: 'numbers',
        usage: 'required',
        groups: 3,
        elements: [
          {
            key: 'kind',
            number: 365,
            type: 'code',
            size: [2, 2],
            usage: 'required',
            codes: ['TE', 'EM', 'FX', 'EX'],
          },
          { key: 'number', number: 364, type: 'text', size: [1, 256], usage: 'required' },
        ],
      },
    ],
  }) as const

/** REF under one of several qualifiers: ids that payers gave. */
export const references = <
  const K extends string,
  const Q extends readonly string[],
  const M extends number,
  const U extends 'required' | 'situational',
>(
  key: K,
  codes: Q,
  max: M,
  usage: U,
) =>
  ({
    segment: 'REF',
    key,
    usage,
    max,
    elements: [
      { key: 'kind', number: 128, type: 'code', size: [2, 3], usage: 'required', codes },
      { key: 'number', number: 127, type: 'text', size: [1, 50], usage: 'required' },
    ],
  }) as const

/** REF whose fourth element says which other payer gave the number (the lines of a claim with several payers). */
export const payerReferences = <
  const K extends string,
  const Q extends readonly string[],
  const M extends number,
>(
  key: K,
  codes: Q,
  max: M,
) =>
  ({
    segment: 'REF',
    key,
    usage: 'situational',
    max,
    elements: [
      { key: 'kind', number: 128, type: 'code', size: [2, 3], usage: 'required', codes },
      { key: 'number', number: 127, type: 'text', size: [1, 50], usage: 'required' },
      { notUsed: true },
      {
        key: 'payer',
        number: 40,
        usage: 'situational',
        components: [
          { fixed: '2U', number: 128, type: 'code', size: [2, 3], usage: 'required' },
          { key: 'id', number: 127, type: 'text', size: [1, 50], usage: 'required' },
        ],
      },
    ],
  }) as const

/** PRV: a taxonomy code. */
export const taxonomy = <const Q extends string>(fixed: Q) =>
  ({
    segment: 'PRV',
    key: 'taxonomy',
    usage: 'situational',
    max: 1,
    elements: [
      { fixed, number: 1221, type: 'code', size: [1, 3], usage: 'required' },
      { fixed: 'PXC', number: 128, type: 'code', size: [2, 3], usage: 'required' },
      { key: 'code', number: 127, type: 'text', size: [1, 50], usage: 'required' },
    ],
  }) as const
