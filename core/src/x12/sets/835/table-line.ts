// A line of the 835 (loop 2110), and the adjustments that stand at lines and claims alike.
import { adjustmentsOf, ids, procedureCode, reference } from '../pieces.ts'
import type { LoopTable, SegmentTable } from '../table-language.ts'

/** CAS: a positive amount lowers the payment. */
export const adjustments = adjustmentsOf(99, ['CO', 'OA', 'PI', 'PR'])

const procedureComponents = [
  {
    key: 'qualifier',
    number: 235,
    type: 'code',
    size: [2, 2],
    usage: 'required',
    codes: ['AD', 'ER', 'HC', 'HP', 'IV', 'N4', 'N6', 'NU', 'UI', 'WK'],
  },
  ...procedureCode,
  { key: 'description', number: 352, type: 'text', size: [1, 80], usage: 'situational' },
] as const

/** SVC. `procedure` is the one that was judged; `submittedProcedure` stands there when it differs from the one sent. */
const service = {
  segment: 'SVC',
  key: 'service',
  usage: 'required',
  max: 1,
  elements: [
    { key: 'procedure', number: 3, usage: 'required', components: procedureComponents },
    { key: 'charge', number: 782, type: 'money', size: [1, 18], usage: 'required' },
    { key: 'paid', number: 782, type: 'money', size: [1, 18], usage: 'required' },
    { key: 'revenueCode', number: 234, type: 'text', size: [1, 48], usage: 'situational' },
    { key: 'units', number: 380, type: 'quantity', size: [1, 15], usage: 'situational' },
    { key: 'submittedProcedure', number: 3, usage: 'situational', components: procedureComponents },
    { key: 'submittedUnits', number: 380, type: 'quantity', size: [1, 15], usage: 'situational' },
  ],
} as const satisfies SegmentTable

/** REF*6R: the line's number in the 837P, given back. */
const lineNumber = reference('lineNumber', '6R')

/** 2110. */
export const line = {
  loop: '2110',
  key: 'lines',
  usage: 'situational',
  max: 999,
  parts: [
    service,
    {
      segment: 'DTM',
      key: 'days',
      usage: 'situational',
      max: 3,
      elements: [
        {
          key: 'kind',
          number: 374,
          type: 'code',
          size: [3, 3],
          usage: 'required',
          codes: ['150', '151', '472'],
        },
        { key: 'day', number: 373, type: 'day8', size: [8, 8], usage: 'required' },
      ],
    },
    adjustments,
    ids('otherIds', 8, ['1S', 'APC', 'BB', 'E9', 'G1', 'G3', 'LU', 'RB']),
    lineNumber,
    ids('renderingProviderIds', 10, [
      '0B',
      '1A',
      '1B',
      '1C',
      '1D',
      '1G',
      '1H',
      '1J',
      'D3',
      'G2',
      'HPI',
      'SY',
      'TJ',
    ]),
    ids('policies', 5, ['0K']),
    {
      segment: 'AMT',
      key: 'amounts',
      usage: 'situational',
      max: 9,
      elements: [
        {
          key: 'kind',
          number: 522,
          type: 'code',
          size: [1, 3],
          usage: 'required',
          codes: ['B6', 'KH', 'T', 'T2', 'ZK', 'ZL', 'ZM', 'ZN', 'ZO'],
        },
        { key: 'amount', number: 782, type: 'money', size: [1, 18], usage: 'required' },
      ],
    },
    {
      segment: 'QTY',
      key: 'quantities',
      usage: 'situational',
      max: 6,
      elements: [
        {
          key: 'kind',
          number: 673,
          type: 'code',
          size: [2, 2],
          usage: 'required',
          codes: ['ZK', 'ZL', 'ZM', 'ZN', 'ZO'],
        },
        { key: 'quantity', number: 380, type: 'quantity', size: [1, 15], usage: 'required' },
      ],
    },
    {
      segment: 'LQ',
      key: 'remarks',
      usage: 'situational',
      max: 99,
      elements: [
        { key: 'kind', number: 1270, type: 'code', size: [1, 3], usage: 'required', codes: ['HE', 'RX'] },
        { key: 'code', number: 1271, type: 'code', size: [1, 30], usage: 'required', codeSet: 'RARC' },
      ],
    },
  ],
} as const satisfies LoopTable
