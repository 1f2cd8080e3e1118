// A claim of the 835 (loop 2100): what was paid on it, to whose account the rest was put, whose it is.
import { answeredName, count, ids, money, numberOf, oneDay, personOrOrganization } from '../pieces.ts'
import type { LoopTable, SegmentTable } from '../table-language.ts'
import { businessContact } from './table-header.ts'
import { adjustments, line } from './table-line.ts'

/** CLP. `status` says in which order the payer stood and 22 that an earlier payment is taken back; it never says denied (docs/sources.md 8.8). */
const claim = {
  segment: 'CLP',
  key: 'claim',
  usage: 'required',
  max: 1,
  elements: [
    { key: 'claimNumber', number: 1028, type: 'text', size: [1, 38], usage: 'required' },
    {
      key: 'status',
      number: 1029,
      type: 'code',
      size: [1, 2],
      usage: 'required',
      codes: ['1', '2', '3', '4', '19', '20', '21', '22', '23', '25'],
    },
    { key: 'charge', number: 782, type: 'money', size: [1, 18], usage: 'required' },
    { key: 'paid', number: 782, type: 'money', size: [1, 18], usage: 'required' },
    { key: 'clientOwes', number: 782, type: 'money', size: [1, 18], usage: 'situational' },
    {
      key: 'filing',
      number: 1032,
      type: 'code',
      size: [1, 2],
      usage: 'required',
      codeSet: 'claim filing indicator',
    },
    { key: 'payerClaimNumber', number: 127, type: 'text', size: [1, 50], usage: 'required' },
    { key: 'placeOfService', number: 1331, type: 'text', size: [1, 2], usage: 'situational' },
    {
      key: 'frequency',
      number: 1325,
      type: 'code',
      size: [1, 1],
      usage: 'situational',
      codeSet: 'claim frequency',
    },
    { notUsed: true },
    {
      key: 'diagnosisRelatedGroup',
      number: 1354,
      type: 'code',
      size: [1, 4],
      usage: 'situational',
      codeSet: 'DRG',
    },
    {
      key: 'diagnosisRelatedGroupWeight',
      number: 380,
      type: 'quantity',
      size: [1, 15],
      usage: 'situational',
    },
    { key: 'dischargeFraction', number: 954, type: 'quantity', size: [1, 10], usage: 'situational' },
  ],
} as const satisfies SegmentTable

/** NM1*QC: the client as the payer knows him or her. */
const client = {
  segment: 'NM1',
  key: 'client',
  usage: 'required',
  max: 1,
  elements: [
    { fixed: 'QC', number: 98, type: 'code', size: [2, 3], usage: 'required' },
    { fixed: '1', number: 1065, type: 'code', size: [1, 1], usage: 'required' },
    ...answeredName,
    ...numberOf('situational', ['34', 'HN', 'II', 'MI', 'MR']),
  ],
} as const satisfies SegmentTable

/** NM1*IL: the insured, when that is not the client. */
const insured = {
  segment: 'NM1',
  key: 'insured',
  usage: 'situational',
  max: 1,
  elements: [
    { fixed: 'IL', number: 98, type: 'code', size: [2, 3], usage: 'required' },
    personOrOrganization,
    ...answeredName,
    ...numberOf('required', ['FI', 'II', 'MI']),
  ],
} as const satisfies SegmentTable

/** NM1*74: name or member number as they should have been sent. */
const corrected = {
  segment: 'NM1',
  key: 'corrected',
  usage: 'situational',
  max: 1,
  elements: [
    { fixed: '74', number: 98, type: 'code', size: [2, 3], usage: 'required' },
    personOrOrganization,
    ...answeredName,
    ...numberOf('situational', ['C']),
  ],
} as const satisfies SegmentTable

/** NM1*82: the rendering provider. */
const renderingProvider = {
  segment: 'NM1',
  key: 'renderingProvider',
  usage: 'situational',
  max: 1,
  elements: [
    { fixed: '82', number: 98, type: 'code', size: [2, 3], usage: 'required' },
    personOrOrganization,
    ...answeredName,
    ...numberOf('required', ['BD', 'BS', 'FI', 'MC', 'PC', 'SL', 'UP', 'XX']),
  ],
} as const satisfies SegmentTable

/** Another payer: NM1*TT, to whom the claim was sent on, and NM1*PR, who should have been asked first. */
const otherPayer = <const Key extends string, const Entity extends string>(key: Key, entity: Entity) =>
  ({
    segment: 'NM1',
    key,
    usage: 'situational',
    max: 1,
    elements: [
      { fixed: entity, number: 98, type: 'code', size: [2, 3], usage: 'required' },
      { fixed: '2', number: 1065, type: 'code', size: [1, 1], usage: 'required' },
      { key: 'name', number: 1035, type: 'text', size: [1, 60], usage: 'required' },
      { notUsed: true },
      { notUsed: true },
      { notUsed: true },
      { notUsed: true },
      ...numberOf('required', ['AD', 'FI', 'NI', 'PI', 'PP', 'XV']),
    ],
  }) as const satisfies SegmentTable

/** NM1*GB: the insured of the payer that should have been asked first. */
const otherInsured = {
  segment: 'NM1',
  key: 'otherInsured',
  usage: 'situational',
  max: 1,
  elements: [
    { fixed: 'GB', number: 98, type: 'code', size: [2, 3], usage: 'required' },
    personOrOrganization,
    ...answeredName,
    ...numberOf('situational', ['FI', 'II', 'MI']),
  ],
} as const satisfies SegmentTable

/** MIA: Medicare's remarks and amounts on a stay in hospital. */
const inpatient = {
  segment: 'MIA',
  key: 'inpatient',
  usage: 'situational',
  max: 1,
  elements: [
    { key: 'coveredDays', number: 380, type: 'quantity', size: [1, 15], usage: 'required' },
    money('operatingOutlier'),
    count('lifetimePsychiatricDays'),
    money('diagnosisRelatedGroupAmount'),
    { key: 'remark', number: 127, type: 'text', size: [1, 50], usage: 'situational' },
    money('disproportionateShare'),
    money('medicareSecondaryPassThrough'),
    money('capital'),
    money('capitalFederalSpecific'),
    money('capitalHospitalSpecific'),
    money('capitalDisproportionateShare'),
    money('oldCapital'),
    money('capitalIndirectMedicalEducation'),
    money('operatingHospitalSpecific'),
    count('costReportDays'),
    money('operatingFederalSpecific'),
    money('outlier'),
    money('indirectTeaching'),
    money('professionalComponent'),
    { key: 'moreRemarks', number: 127, type: 'text', size: [1, 50], usage: 'situational', inRow: 4 },
    money('capitalException'),
  ],
} as const satisfies SegmentTable

/** MOA: remark codes and Medicare's amounts on a claim outside of hospital. */
const outpatient = {
  segment: 'MOA',
  key: 'outpatient',
  usage: 'situational',
  max: 1,
  elements: [
    { key: 'reimbursementRate', number: 954, type: 'quantity', size: [1, 10], usage: 'situational' },
    money('procedurePayable'),
    { key: 'remarks', number: 127, type: 'text', size: [1, 50], usage: 'situational', inRow: 5 },
    money('renalDisease'),
    money('professionalComponent'),
  ],
} as const satisfies SegmentTable

/** AMT: more amounts, which balance nothing (docs/sources.md 8.5). AU is the amount covered, I interest. */
const amounts = {
  segment: 'AMT',
  key: 'amounts',
  usage: 'situational',
  max: 13,
  elements: [
    {
      key: 'kind',
      number: 522,
      type: 'code',
      size: [1, 3],
      usage: 'required',
      codes: ['AU', 'D8', 'DY', 'F5', 'I', 'NL', 'T', 'T2', 'ZK', 'ZL', 'ZM', 'ZN', 'ZO'],
    },
    { key: 'amount', number: 782, type: 'money', size: [1, 18], usage: 'required' },
  ],
} as const satisfies SegmentTable

const quantities = {
  segment: 'QTY',
  key: 'quantities',
  usage: 'situational',
  max: 14,
  elements: [
    {
      key: 'kind',
      number: 673,
      type: 'code',
      size: [2, 2],
      usage: 'required',
      codes: ['CA', 'CD', 'LA', 'LE', 'NE', 'NR', 'OU', 'PS', 'VS', 'ZK', 'ZL', 'ZM', 'ZN', 'ZO'],
    },
    { key: 'quantity', number: 380, type: 'quantity', size: [1, 15], usage: 'required' },
  ],
} as const satisfies SegmentTable

/** 2100, with its lines. */
export const claimPayment = {
  loop: '2100',
  key: 'claims',
  usage: 'required',
  max: 99999,
  parts: [
    claim,
    adjustments,
    client,
    insured,
    corrected,
    renderingProvider,
    otherPayer('crossoverPayer', 'TT'),
    otherPayer('priorityPayer', 'PR'),
    otherInsured,
    inpatient,
    outpatient,
    ids('otherIds', 5, ['1L', '1W', '28', '6P', '9A', '9C', 'BB', 'CE', 'EA', 'F8', 'G1', 'G3', 'IG', 'SY']),
    ids('renderingProviderIds', 10, ['0B', '1A', '1B', '1C', '1D', '1G', '1H', '1J', 'D3', 'G2', 'LU']),
    oneDay('from', '232'),
    oneDay('to', '233'),
    oneDay('coverageEnded', '036'),
    oneDay('received', '050'),
    { ...businessContact, key: 'contacts', max: 2 },
    amounts,
    quantities,
    line,
  ],
} as const satisfies LoopTable
