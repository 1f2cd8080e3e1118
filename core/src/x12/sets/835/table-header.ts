// The top of the 835: the payment, its trace, the payer, the payee (loops 1000A and 1000B).
import { numberOf, oneDay, streetElements, subdivision } from '../pieces.ts'
import type { LoopTable, SegmentTable } from '../table-language.ts'

/** BPR: how much is paid, how, from which account to which, and on which day. */
export const financialInformation = {
  segment: 'BPR',
  key: 'financialInformation',
  usage: 'required',
  max: 1,
  elements: [
    {
      key: 'handling',
      number: 305,
      type: 'code',
      size: [1, 2],
      usage: 'required',
      codes: ['C', 'D', 'H', 'I', 'P', 'U', 'X'],
    },
    { key: 'paid', number: 782, type: 'money', size: [1, 18], usage: 'required' },
    { key: 'creditOrDebit', number: 478, type: 'code', size: [1, 1], usage: 'required', codes: ['C', 'D'] },
    {
      key: 'method',
      number: 591,
      type: 'code',
      size: [3, 3],
      usage: 'required',
      codes: ['ACH', 'BOP', 'CHK', 'FWT', 'NON'],
    },
    { key: 'format', number: 812, type: 'code', size: [1, 10], usage: 'situational', codes: ['CCP', 'CTX'] },
    {
      key: 'payerBankKind',
      number: 506,
      type: 'code',
      size: [2, 2],
      usage: 'situational',
      codes: ['01', '04'],
    },
    { key: 'payerBank', number: 507, type: 'text', size: [3, 12], usage: 'situational' },
    { key: 'payerAccountKind', number: 569, type: 'code', size: [1, 3], usage: 'situational', codes: ['DA'] },
    { key: 'payerAccount', number: 508, type: 'text', size: [1, 35], usage: 'situational' },
    { key: 'payerTaxId', number: 509, type: 'text', size: [10, 10], usage: 'situational' },
    { key: 'payerSupplement', number: 510, type: 'text', size: [9, 9], usage: 'situational' },
    {
      key: 'payeeBankKind',
      number: 506,
      type: 'code',
      size: [2, 2],
      usage: 'situational',
      codes: ['01', '04'],
    },
    { key: 'payeeBank', number: 507, type: 'text', size: [3, 12], usage: 'situational' },
    {
      key: 'payeeAccountKind',
      number: 569,
      type: 'code',
      size: [1, 3],
      usage: 'situational',
      codes: ['DA', 'SG'],
    },
    { key: 'payeeAccount', number: 508, type: 'text', size: [1, 35], usage: 'situational' },
    { key: 'effectiveDay', number: 373, type: 'day8', size: [8, 8], usage: 'required' },
  ],
} as const satisfies SegmentTable

/** TRN: the number that joins this remittance to the money in the bank. `payerTaxId` is 1 and nine digits. */
export const trace = {
  segment: 'TRN',
  key: 'trace',
  usage: 'required',
  max: 1,
  elements: [
    { fixed: '1', number: 481, type: 'code', size: [1, 2], usage: 'required' },
    { key: 'number', number: 127, type: 'text', size: [1, 50], usage: 'required' },
    { key: 'payerTaxId', number: 509, type: 'text', size: [10, 10], usage: 'required' },
    { key: 'payerSupplement', number: 127, type: 'text', size: [1, 50], usage: 'situational' },
  ],
} as const satisfies SegmentTable

/** CUR: only when the payment is not in US dollars. */
export const currency = {
  segment: 'CUR',
  key: 'currency',
  usage: 'situational',
  max: 1,
  elements: [
    { fixed: 'PR', number: 98, type: 'code', size: [2, 3], usage: 'required' },
    { key: 'code', number: 100, type: 'code', size: [3, 3], usage: 'required', codeSet: 'ISO 4217' },
  ],
} as const satisfies SegmentTable

/** REF*EV: whom the file was made for, when that is not the payee. */
export const receiver = {
  segment: 'REF',
  key: 'receiver',
  usage: 'situational',
  max: 1,
  elements: [
    { fixed: 'EV', number: 128, type: 'code', size: [2, 3], usage: 'required' },
    { key: 'id', number: 127, type: 'text', size: [1, 50], usage: 'required' },
  ],
} as const satisfies SegmentTable

/** REF*F2: the version of the payer's adjudication system. */
export const systemVersion = {
  segment: 'REF',
  key: 'systemVersion',
  usage: 'situational',
  max: 1,
  elements: [
    { fixed: 'F2', number: 128, type: 'code', size: [2, 3], usage: 'required' },
    { key: 'version', number: 127, type: 'text', size: [1, 50], usage: 'required' },
  ],
} as const satisfies SegmentTable

/** DTM*405: the last day whose judgements are in here. */
export const productionDay = oneDay('productionDay', '405')

const cityElements = [
  { key: 'name', number: 19, type: 'text', size: [2, 30], usage: 'required' },
  { key: 'state', number: 156, type: 'code', size: [2, 2], usage: 'situational', codeSet: 'states' },
  { key: 'postalCode', number: 116, type: 'text', size: [3, 15], usage: 'situational' },
  { key: 'country', number: 26, type: 'code', size: [2, 3], usage: 'situational', codeSet: 'ISO 3166-1' },
  { notUsed: true },
  { notUsed: true },
  subdivision,
] as const

/** PER03 to PER08: up to three ways to reach a contact. */
const contactNumbers = {
  key: 'numbers',
  usage: 'situational',
  groups: 3,
  elements: [
    {
      key: 'kind',
      number: 365,
      type: 'code',
      size: [2, 2],
      usage: 'required',
      codes: ['EM', 'EX', 'FX', 'TE', 'UR'],
    },
    { key: 'number', number: 364, type: 'text', size: [1, 256], usage: 'required' },
  ],
} as const

const contactName = { key: 'name', number: 93, type: 'text', size: [1, 60], usage: 'situational' } as const

/** PER*CX: whom to ask about a payment or a claim. The segment stands at the payer and at each claim. */
export const businessContact = {
  segment: 'PER',
  key: 'businessContact',
  usage: 'situational',
  max: 1,
  elements: [
    { fixed: 'CX', number: 366, type: 'code', size: [2, 2], usage: 'required' },
    contactName,
    contactNumbers,
  ],
} as const satisfies SegmentTable

/** 1000A: the payer. */
export const payer = {
  loop: '1000A',
  key: 'payer',
  usage: 'required',
  max: 1,
  parts: [
    {
      segment: 'N1',
      key: 'name',
      usage: 'required',
      max: 1,
      elements: [
        { fixed: 'PR', number: 98, type: 'code', size: [2, 3], usage: 'required' },
        { key: 'name', number: 93, type: 'text', size: [1, 60], usage: 'situational' },
        ...numberOf('situational', ['XV']),
      ],
    },
    { segment: 'N3', key: 'street', usage: 'required', max: 1, elements: streetElements },
    { segment: 'N4', key: 'city', usage: 'required', max: 1, elements: cityElements },
    {
      segment: 'REF',
      key: 'otherIds',
      usage: 'situational',
      max: 4,
      elements: [
        {
          key: 'qualifier',
          number: 128,
          type: 'code',
          size: [2, 3],
          usage: 'required',
          codes: ['2U', 'EO', 'HI', 'NF'],
        },
        { key: 'id', number: 127, type: 'text', size: [1, 50], usage: 'required' },
      ],
    },
    businessContact,
    {
      segment: 'PER',
      key: 'technicalContacts',
      usage: 'required',
      max: 99999,
      elements: [
        { fixed: 'BL', number: 366, type: 'code', size: [2, 2], usage: 'required' },
        contactName,
        contactNumbers,
      ],
    },
    {
      segment: 'PER',
      key: 'website',
      usage: 'situational',
      max: 1,
      elements: [
        { fixed: 'IC', number: 366, type: 'code', size: [2, 2], usage: 'required' },
        { notUsed: true },
        { fixed: 'UR', number: 365, type: 'code', size: [2, 2], usage: 'required' },
        { key: 'address', number: 364, type: 'text', size: [1, 256], usage: 'required' },
      ],
    },
  ],
} as const satisfies LoopTable

/** 1000B: who is paid. */
export const payee = {
  loop: '1000B',
  key: 'payee',
  usage: 'required',
  max: 1,
  parts: [
    {
      segment: 'N1',
      key: 'name',
      usage: 'required',
      max: 1,
      elements: [
        { fixed: 'PE', number: 98, type: 'code', size: [2, 3], usage: 'required' },
        { key: 'name', number: 93, type: 'text', size: [1, 60], usage: 'situational' },
        ...numberOf('required', ['FI', 'XV', 'XX']),
      ],
    },
    { segment: 'N3', key: 'street', usage: 'situational', max: 1, elements: streetElements },
    { segment: 'N4', key: 'city', usage: 'situational', max: 1, elements: cityElements },
    {
      segment: 'REF',
      key: 'otherIds',
      usage: 'situational',
      max: 99999,
      elements: [
        {
          key: 'qualifier',
          number: 128,
          type: 'code',
          size: [2, 3],
          usage: 'required',
          codes: ['0B', 'D3', 'PQ', 'TJ'],
        },
        { key: 'id', number: 127, type: 'text', size: [1, 50], usage: 'required' },
      ],
    },
    {
      segment: 'RDM',
      key: 'delivery',
      usage: 'situational',
      max: 1,
      elements: [
        {
          key: 'method',
          number: 756,
          type: 'code',
          size: [1, 2],
          usage: 'required',
          codes: ['BM', 'EM', 'FT', 'OL'],
        },
        { key: 'name', number: 93, type: 'text', size: [1, 60], usage: 'situational' },
        { key: 'address', number: 364, type: 'text', size: [1, 256], usage: 'situational' },
      ],
    },
  ],
} as const satisfies LoopTable
