// The 277CA (005010X214): what a payer or clearinghouse says of each claim before it is judged.
import {
  amount,
  answeredName,
  ids,
  numberOf,
  personOrOrganization,
  procedureCode,
  reference,
} from '../pieces.ts'
import type { DocumentOf, SegmentTable, SetTable } from '../table-language.ts'

/** A status: category (A2, A3 …), code (20, 33 …) and, where one is meant, whose datum it is (PR, IL, 85 …). */
const statusComponents = [
  {
    key: 'category',
    number: 1271,
    type: 'code',
    size: [1, 30],
    usage: 'required',
    codeSet: 'claim status category',
  },
  { key: 'code', number: 1271, type: 'code', size: [1, 30], usage: 'required', codeSet: 'claim status' },
  {
    key: 'entity',
    number: 98,
    type: 'code',
    size: [2, 3],
    usage: 'situational',
    codeSet: 'entity identifier',
  },
  { key: 'codeList', number: 1270, type: 'code', size: [1, 3], usage: 'situational', codes: ['RX'] },
] as const

/** STC stands at four levels. `action` is WQ (accepted) or U (rejected); `amount` is what was charged. */
const statuses = {
  segment: 'STC',
  key: 'statuses',
  usage: 'required',
  max: 99999,
  elements: [
    { key: 'status', number: 43, usage: 'required', components: statusComponents },
    { key: 'day', number: 373, type: 'day8', size: [8, 8], usage: 'situational' },
    { key: 'action', number: 306, type: 'code', size: [1, 2], usage: 'situational', codes: ['U', 'WQ'] },
    { key: 'amount', number: 782, type: 'money', size: [1, 18], usage: 'situational' },
    { notUsed: true },
    { notUsed: true },
    { notUsed: true },
    { notUsed: true },
    { notUsed: true },
    { key: 'second', number: 43, usage: 'situational', components: statusComponents },
    { key: 'third', number: 43, usage: 'situational', components: statusComponents },
    { key: 'text', number: 933, type: 'text', size: [1, 264], usage: 'situational' },
  ],
} as const satisfies SegmentTable

/** STC where the level is not rejected here and so need not speak. */
const statusesIfRejected = { ...statuses, usage: 'situational' } as const

const quantity = <const Key extends string, const Qualifier extends string>(key: Key, qualifier: Qualifier) =>
  ({
    segment: 'QTY',
    key,
    usage: 'situational',
    max: 1,
    elements: [
      { fixed: qualifier, number: 673, type: 'code', size: [2, 2], usage: 'required' },
      { key: 'count', number: 380, type: 'quantity', size: [1, 15], usage: 'required' },
    ],
  }) as const satisfies SegmentTable

/** DTP with one day (D8). */
const day = <const Key extends string, const Qualifier extends string>(key: Key, qualifier: Qualifier) =>
  ({
    segment: 'DTP',
    key,
    usage: 'required',
    max: 1,
    elements: [
      { fixed: qualifier, number: 374, type: 'code', size: [3, 3], usage: 'required' },
      { fixed: 'D8', number: 1250, type: 'code', size: [2, 3], usage: 'required' },
      { key: 'day', number: 1251, type: 'day8', size: [1, 35], usage: 'required' },
    ],
  }) as const satisfies SegmentTable

/** DTP*472 with a day (D8) or a range of days (RD8), as `form` says. */
const serviceDays = {
  segment: 'DTP',
  key: 'serviceDays',
  usage: 'situational',
  max: 1,
  elements: [
    { fixed: '472', number: 374, type: 'code', size: [3, 3], usage: 'required' },
    { key: 'form', number: 1250, type: 'code', size: [2, 3], usage: 'required', codes: ['D8', 'RD8'] },
    { key: 'days', number: 1251, type: 'period', size: [1, 35], usage: 'required' },
  ],
} as const satisfies SegmentTable

/** TRN at each level. */
const trace = <const Qualifier extends '1' | '2'>(qualifier: Qualifier) =>
  ({
    segment: 'TRN',
    key: 'trace',
    usage: 'required',
    max: 1,
    elements: [
      { fixed: qualifier, number: 481, type: 'code', size: [1, 2], usage: 'required' },
      { key: 'number', number: 127, type: 'text', size: [1, 50], usage: 'required' },
    ],
  }) as const satisfies SegmentTable

const name = <const Entity extends string, const Qualifiers extends readonly string[]>(
  entity: Entity,
  qualifiers: Qualifiers,
) =>
  ({
    segment: 'NM1',
    key: 'name',
    usage: 'required',
    max: 1,
    elements: [
      { fixed: entity, number: 98, type: 'code', size: [2, 3], usage: 'required' },
      personOrOrganization,
      ...answeredName,
      ...numberOf('required', qualifiers),
    ],
  }) as const satisfies SegmentTable

/** 2220D: a line, told of only when it is at fault. */
const line = {
  loop: '2220D',
  key: 'lines',
  usage: 'situational',
  max: 99999,
  parts: [
    {
      segment: 'SVC',
      key: 'service',
      usage: 'required',
      max: 1,
      elements: [
        {
          key: 'procedure',
          number: 3,
          usage: 'required',
          components: [
            {
              key: 'qualifier',
              number: 235,
              type: 'code',
              size: [2, 2],
              usage: 'required',
              codes: ['AD', 'ER', 'HC', 'HP', 'IV', 'N4', 'NU', 'WK'],
            },
            ...procedureCode,
          ],
        },
        { key: 'charge', number: 782, type: 'money', size: [1, 18], usage: 'required' },
        { notUsed: true },
        { key: 'revenueCode', number: 234, type: 'text', size: [1, 48], usage: 'situational' },
        { notUsed: true },
        { notUsed: true },
        { key: 'units', number: 380, type: 'quantity', size: [1, 15], usage: 'situational' },
      ],
    },
    statuses,
    reference('lineNumber', 'FJ'),
    reference('prescriptionNumber', 'XZ'),
    serviceDays,
  ],
} as const

/** 2000D: a client and the claims sent for the client; `trace` is CLM01. */
const client = {
  loop: '2000D',
  key: 'clients',
  usage: 'situational',
  max: 99999,
  hl: { level: 'PT', childCode: false },
  parts: [
    name('QC', ['II', 'MI']),
    {
      loop: '2200D',
      key: 'claims',
      usage: 'required',
      max: 99999,
      parts: [
        trace('2'),
        statuses,
        reference('payerClaimNumber', '1K'),
        reference('clearinghouseNumber', 'D9'),
        reference('billType', 'BLT'),
        serviceDays,
        line,
      ],
    },
  ],
} as const

/** 2000C: a billing provider. */
const billingProvider = {
  loop: '2000C',
  key: 'billingProviders',
  usage: 'situational',
  max: 99999,
  hl: { level: '19' },
  parts: [
    name('85', ['FI', 'XX']),
    {
      loop: '2200C',
      key: 'answer',
      usage: 'situational',
      max: 1,
      parts: [
        trace('1'),
        statusesIfRejected,
        ids('otherIds', 3, ['0B', '1G', 'G2', 'LU', 'SY', 'TJ']),
        quantity('accepted', 'QA'),
        quantity('rejected', 'QC'),
        amount('acceptedAmount', 'YU'),
        amount('rejectedAmount', 'YY'),
      ],
    },
    client,
  ],
} as const

/** 2000B: who sent the claims; `trace` is BHT03 of the 837 that is answered. */
const submitter = {
  loop: '2000B',
  key: 'submitters',
  usage: 'required',
  max: 99999,
  hl: { level: '21' },
  parts: [
    name('41', ['46']),
    {
      loop: '2200B',
      key: 'answer',
      usage: 'required',
      max: 1,
      parts: [
        trace('2'),
        statuses,
        quantity('accepted', '90'),
        quantity('rejected', 'AA'),
        amount('acceptedAmount', 'YU'),
        amount('rejectedAmount', 'YY'),
      ],
    },
    billingProvider,
  ],
} as const

/** The whole set. HL numbers are not in the document: the nesting of the keys says them. */
export const table277ca = {
  set: '277',
  group: 'HN',
  version: '005010X214',
  parts: [
    {
      segment: 'BHT',
      key: 'beginning',
      usage: 'required',
      max: 1,
      elements: [
        { fixed: '0085', number: 1005, type: 'code', size: [4, 4], usage: 'required' },
        { fixed: '08', number: 353, type: 'code', size: [2, 2], usage: 'required' },
        { key: 'reference', number: 127, type: 'text', size: [1, 50], usage: 'required' },
        { key: 'day', number: 373, type: 'day8', size: [8, 8], usage: 'required' },
        { key: 'time', number: 337, type: 'time', size: [4, 8], usage: 'required' },
        { fixed: 'TH', number: 640, type: 'code', size: [2, 2], usage: 'required' },
      ],
    },
    {
      loop: '2000A',
      key: 'source',
      usage: 'required',
      max: 1,
      hl: { level: '20' },
      parts: [
        {
          segment: 'NM1',
          key: 'name',
          usage: 'required',
          max: 1,
          elements: [
            { key: 'kind', number: 98, type: 'code', size: [2, 3], usage: 'required', codes: ['AY', 'PR'] },
            { fixed: '2', number: 1065, type: 'code', size: [1, 1], usage: 'required' },
            { key: 'name', number: 1035, type: 'text', size: [1, 60], usage: 'required' },
            { notUsed: true },
            { notUsed: true },
            { notUsed: true },
            { notUsed: true },
            ...numberOf('required', ['46', 'FI', 'PI', 'XV']),
          ],
        },
        {
          loop: '2200A',
          key: 'receipt',
          usage: 'required',
          max: 1,
          parts: [trace('1'), day('received', '050'), day('processed', '009')],
        },
        submitter,
      ],
    },
  ],
} as const satisfies SetTable

/** One 277CA between ST and SE. */
export type ClaimAcknowledgment277 = DocumentOf<typeof table277ca>
