// Pieces of the 837P that stand at claim and at line: dates, amounts, adjustments, attachments, contracts, notes, prices.
import { adjustmentsOf } from '../pieces.ts'
import type { SegmentTable } from '../table-language.ts'

const situational = { usage: 'situational', max: 1 } as const

/** DTP of one day under one qualifier. */
export const dated = <const K extends string, const Q extends string>(key: K, fixed: Q) =>
  ({
    segment: 'DTP',
    key,
    ...situational,
    elements: [
      { fixed, number: 374, type: 'code', size: [3, 3], usage: 'required' },
      { fixed: 'D8', number: 1250, type: 'code', size: [2, 3], usage: 'required' },
      { key: 'day', number: 1251, type: 'day8', size: [8, 8], usage: 'required' },
    ],
  }) as const

/** DTP that may also be a range of days (`20260203-20260205` under RD8) or a day with its time (DT). */
export const spanned = <
  const K extends string,
  const Q extends string,
  const U extends 'required' | 'situational',
>(
  key: K,
  fixed: Q,
  usage: U,
) =>
  ({
    segment: 'DTP',
    key,
    usage,
    max: 1,
    elements: [
      { fixed, number: 374, type: 'code', size: [3, 3], usage: 'required' },
      {
        key: 'format',
        number: 1250,
        type: 'code',
        size: [2, 3],
        usage: 'required',
        codes: ['D8', 'RD8', 'DT'],
      },
      { key: 'days', number: 1251, type: 'period', size: [1, 35], usage: 'required' },
    ],
  }) as const

/** CAS: why another payer paid less than was charged. */
export const adjustments = adjustmentsOf(5, ['CO', 'CR', 'OA', 'PI', 'PR'])

/** What a report may be (PWK01), the certificate of medical necessity (CT) left out. */
export const reportKinds = [
  '03',
  '04',
  '05',
  '06',
  '07',
  '08',
  '09',
  '10',
  '11',
  '13',
  '15',
  '21',
  'A3',
  'A4',
  'AM',
  'AS',
  'B2',
  'B3',
  'B4',
  'BR',
  'BS',
  'BT',
  'CB',
  'CK',
  'D2',
  'DA',
  'DB',
  'DG',
  'DJ',
  'DS',
  'EB',
  'HC',
  'HR',
  'I5',
  'IR',
  'LA',
  'M1',
  'MT',
  'NN',
  'OB',
  'OC',
  'OD',
  'OE',
  'OX',
  'OZ',
  'P4',
  'P5',
  'PE',
  'PN',
  'PO',
  'PQ',
  'PY',
  'PZ',
  'RB',
  'RR',
  'RT',
  'RX',
  'SG',
  'V5',
  'XP',
] as const

/** PWK: a report that goes with the claim, and the number it travels under. */
export const attachments = <const Codes extends readonly string[]>(codes: Codes) =>
  ({
    segment: 'PWK',
    key: 'attachments',
    usage: 'situational',
    max: 10,
    elements: [
      { key: 'kind', number: 755, type: 'code', size: [2, 2], usage: 'required', codes },
      {
        key: 'sentBy',
        number: 756,
        type: 'code',
        size: [1, 2],
        usage: 'required',
        codes: ['AA', 'AB', 'AD', 'AF', 'AG', 'BM', 'EL', 'EM', 'FT', 'FX', 'NS'],
      },
      { notUsed: true },
      { notUsed: true },
      { fixed: 'AC', number: 66, type: 'code', size: [1, 2], usage: 'situational' },
      { key: 'number', number: 67, type: 'text', size: [2, 80], usage: 'situational' },
    ],
  }) as const

/** CN1: what a contract says; `amount` with type 09 is the obligated-to-accept amount (docs/sources.md money 3.2). */
export const contract = {
  segment: 'CN1',
  key: 'contract',
  ...situational,
  elements: [
    {
      key: 'kind',
      number: 1166,
      type: 'code',
      size: [2, 2],
      usage: 'required',
      codes: ['01', '02', '03', '04', '05', '06', '09'],
    },
    { key: 'amount', number: 782, type: 'money', size: [1, 18], usage: 'situational' },
    { key: 'percent', number: 332, type: 'quantity', size: [1, 6], usage: 'situational' },
    { key: 'code', number: 127, type: 'text', size: [1, 50], usage: 'situational' },
    { key: 'discountPercent', number: 338, type: 'quantity', size: [1, 6], usage: 'situational' },
    { key: 'version', number: 799, type: 'text', size: [1, 30], usage: 'situational' },
  ],
} as const satisfies SegmentTable

/** K3: what a law asks to be sent and no other segment holds. */
export const fixedFormat = {
  segment: 'K3',
  key: 'fixedFormat',
  usage: 'situational',
  max: 10,
  elements: [{ key: 'text', number: 449, type: 'text', size: [1, 80], usage: 'required' }],
} as const satisfies SegmentTable

/** NTE under one of several qualifiers. */
export const remark = <const K extends string, const Codes extends readonly string[]>(key: K, codes: Codes) =>
  ({
    segment: 'NTE',
    key,
    ...situational,
    elements: [
      { key: 'kind', number: 363, type: 'code', size: [3, 3], usage: 'required', codes },
      { key: 'text', number: 352, type: 'text', size: [1, 80], usage: 'required' },
    ],
  }) as const

/** CRC: conditions under one of several categories, each answered yes or no. */
export const conditions = <
  const K extends string,
  const Codes extends readonly string[],
  const M extends number,
>(
  key: K,
  codes: Codes,
  max: M,
) =>
  ({
    segment: 'CRC',
    key,
    usage: 'situational',
    max,
    elements: [
      { key: 'category', number: 1136, type: 'code', size: [2, 2], usage: 'required', codes },
      { key: 'applies', number: 1073, type: 'code', size: [1, 1], usage: 'required', codes: ['N', 'Y'] },
      {
        key: 'conditions',
        number: 1321,
        type: 'code',
        size: [2, 3],
        usage: 'required',
        inRow: 5,
        codeSet: 'conditions',
      },
    ],
  }) as const

/** CR1: transport by ambulance. */
export const ambulance = {
  segment: 'CR1',
  key: 'ambulance',
  ...situational,
  elements: [
    { fixed: 'LB', number: 355, type: 'code', size: [2, 2], usage: 'situational' },
    { key: 'weight', number: 81, type: 'quantity', size: [1, 10], usage: 'situational' },
    { notUsed: true },
    {
      key: 'reason',
      number: 1317,
      type: 'code',
      size: [1, 1],
      usage: 'required',
      codes: ['A', 'B', 'C', 'D', 'E'],
    },
    { fixed: 'DH', number: 355, type: 'code', size: [2, 2], usage: 'required' },
    { key: 'miles', number: 380, type: 'quantity', size: [1, 15], usage: 'required' },
    { notUsed: true },
    { notUsed: true },
    { key: 'roundTrip', number: 352, type: 'text', size: [1, 80], usage: 'situational' },
    { key: 'stretcher', number: 352, type: 'text', size: [1, 80], usage: 'situational' },
  ],
} as const satisfies SegmentTable

const pricing = [
  { key: 'method', number: 1473, type: 'code', size: [2, 2], usage: 'required', codeSet: 'pricing methods' },
  { key: 'allowed', number: 782, type: 'money', size: [1, 18], usage: 'required' },
  { key: 'saved', number: 782, type: 'money', size: [1, 18], usage: 'situational' },
  { key: 'organization', number: 127, type: 'text', size: [1, 50], usage: 'situational' },
  { key: 'rate', number: 118, type: 'quantity', size: [1, 9], usage: 'situational' },
  { key: 'groupCode', number: 127, type: 'text', size: [1, 50], usage: 'situational' },
  { key: 'groupAmount', number: 782, type: 'money', size: [1, 18], usage: 'situational' },
  { notUsed: true },
] as const

const pricingReasons = [
  {
    key: 'rejectReason',
    number: 901,
    type: 'code',
    size: [2, 2],
    usage: 'situational',
    codeSet: 'reject reasons',
  },
  {
    key: 'compliance',
    number: 1526,
    type: 'code',
    size: [1, 2],
    usage: 'situational',
    codeSet: 'policy compliance',
  },
  { key: 'exception', number: 1527, type: 'code', size: [1, 2], usage: 'situational', codeSet: 'exceptions' },
] as const

/** HCP of a claim: the price a repricer found. */
export const claimPricing = {
  segment: 'HCP',
  key: 'pricing',
  ...situational,
  elements: [
    ...pricing,
    { notUsed: true },
    { notUsed: true },
    { notUsed: true },
    { notUsed: true },
    ...pricingReasons,
  ],
} as const satisfies SegmentTable

/** HCP of a line, with the service the repricer prices it as. */
export const linePricing = {
  segment: 'HCP',
  key: 'pricing',
  ...situational,
  elements: [
    ...pricing,
    {
      key: 'procedureKind',
      number: 235,
      type: 'code',
      size: [2, 2],
      usage: 'situational',
      codes: ['ER', 'HC', 'IV', 'WK'],
    },
    { key: 'procedure', number: 234, type: 'text', size: [1, 48], usage: 'situational' },
    { key: 'unit', number: 355, type: 'code', size: [2, 2], usage: 'situational', codes: ['MJ', 'UN'] },
    { key: 'units', number: 380, type: 'quantity', size: [1, 15], usage: 'situational' },
    ...pricingReasons,
  ],
} as const satisfies SegmentTable
