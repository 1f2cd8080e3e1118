// The 835 (005010X221A1): one payment, and what it pays claim by claim and line by line.
import { count, money } from '../pieces.ts'
import type { DocumentOf, LoopTable, SegmentTable, SetTable } from '../table-language.ts'
import { claimPayment } from './table-claim.ts'
import {
  currency,
  financialInformation,
  payee,
  payer,
  productionDay,
  receiver,
  systemVersion,
  trace,
} from './table-header.ts'

/** TS3: sums of one provider and kind of facility, from Medicare A. */
const providerSums = {
  segment: 'TS3',
  key: 'providerSums',
  usage: 'situational',
  max: 1,
  elements: [
    { key: 'providerId', number: 127, type: 'text', size: [1, 50], usage: 'required' },
    { key: 'placeOfService', number: 1331, type: 'text', size: [1, 2], usage: 'required' },
    { key: 'fiscalPeriodEnd', number: 373, type: 'day8', size: [8, 8], usage: 'required' },
    { key: 'claims', number: 380, type: 'quantity', size: [1, 15], usage: 'required' },
    { key: 'charge', number: 782, type: 'money', size: [1, 18], usage: 'required' },
    { notUsed: true },
    { notUsed: true },
    { notUsed: true },
    { notUsed: true },
    { notUsed: true },
    { notUsed: true },
    { notUsed: true },
    money('medicareSecondaryPaid'),
    { notUsed: true },
    money('nonLaboratoryCharge'),
    { notUsed: true },
    money('procedureReportable'),
    money('procedurePayable'),
    { notUsed: true },
    money('professionalComponent'),
    money('medicareSecondaryClientLiability'),
    money('clientReimbursement'),
    count('periodicInterimClaims'),
    money('periodicInterimAdjustment'),
  ],
} as const satisfies SegmentTable

/** TS2: more sums of the same, for stays paid by diagnosis-related group. */
const stayProviderSums = {
  segment: 'TS2',
  key: 'stayProviderSums',
  usage: 'situational',
  max: 1,
  elements: [
    money('diagnosisRelatedGroup'),
    money('federalSpecific'),
    money('hospitalSpecific'),
    money('disproportionateShare'),
    money('capital'),
    money('indirectMedicalEducation'),
    count('outlierDays'),
    money('dayOutlier'),
    money('costOutlier'),
    count('averageLengthOfStay'),
    count('discharges'),
    count('costReportDays'),
    count('coveredDays'),
    count('nonCoveredDays'),
    money('medicareSecondaryPassThrough'),
    count('averageWeight'),
    money('capitalFederalSpecific'),
    money('capitalHospitalSpecific'),
    money('capitalDisproportionateShare'),
  ],
} as const satisfies SegmentTable

/** 2000: claims that the payer put together under one number. */
const claimGroup = {
  loop: '2000',
  key: 'headerNumbers',
  usage: 'situational',
  max: 99999,
  parts: [
    {
      segment: 'LX',
      key: 'header',
      usage: 'required',
      max: 1,
      elements: [{ key: 'number', number: 554, type: 'whole', size: [1, 6], usage: 'required' }],
    },
    providerSums,
    stayProviderSums,
    claimPayment,
  ],
} as const satisfies LoopTable

/** PLB: money that belongs to no claim of this file. A positive amount lowers the payment. */
const providerAdjustments = {
  segment: 'PLB',
  key: 'providerAdjustments',
  usage: 'situational',
  max: 99999,
  elements: [
    { key: 'providerId', number: 127, type: 'text', size: [1, 50], usage: 'required' },
    { key: 'fiscalPeriodEnd', number: 373, type: 'day8', size: [8, 8], usage: 'required' },
    {
      key: 'adjustments',
      usage: 'required',
      groups: 6,
      elements: [
        {
          key: 'reason',
          number: 42,
          usage: 'required',
          components: [
            {
              key: 'code',
              number: 426,
              type: 'code',
              size: [2, 2],
              usage: 'required',
              codeSet: 'PLB reason',
            },
            { key: 'reference', number: 127, type: 'text', size: [1, 50], usage: 'situational' },
          ],
        },
        { key: 'amount', number: 782, type: 'money', size: [1, 18], usage: 'required' },
      ],
    },
  ],
} as const satisfies SegmentTable

/** The whole set. Claims stand at `headerNumbers[].claims[]`, lines at `lines[]` of a claim. */
export const table835 = {
  set: '835',
  group: 'HP',
  version: '005010X221A1',
  versionInSt: false,
  parts: [
    financialInformation,
    trace,
    currency,
    receiver,
    systemVersion,
    productionDay,
    payer,
    payee,
    claimGroup,
    providerAdjustments,
  ],
} as const satisfies SetTable

/** One 835 between ST and SE: one payment. */
export type Remittance835 = DocumentOf<typeof table835>
type HeaderNumber835 = NonNullable<Remittance835['headerNumbers']>[number]
/** A claim of an 835, with its adjustments and lines. */
export type ClaimPayment835 = HeaderNumber835['claims'][number]
/** A line of a claim of an 835. */
export type LinePayment835 = NonNullable<ClaimPayment835['lines']>[number]
/** A CAS of an 835: a group and its reasons. */
export type Adjustment835 = NonNullable<LinePayment835['adjustments']>[number]
/** A PLB of an 835. */
export type ProviderAdjustment835 = NonNullable<Remittance835['providerAdjustments']>[number]
