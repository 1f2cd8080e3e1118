// A line of the 835 (loop 2110), and the adjustments that stand at lines and claims alike.
import type { LoopTable, SegmentTable } from '../table-language.ts'

/** CAS: who bears what was not paid, and why. A positive amount lowers the payment. Up to six reasons a segment. */
export const adjustments = {
  segment: 'CAS',
  key: 'adjustments',
  usage: 'situational',
  max: 99,
  elements: [
    {
      key: 'group',
      number: 1033,
      type: 'code',
      size: [1, 2],
      usage: 'required',
      codes: ['CO', 'OA', 'PI', 'PR'],
    },
    {
      key: 'reasons',
      usage: 'required',
      groups: 6,
      elements: [
        { key: 'reason', number: 1034, type: 'code', size: [1, 5], usage: 'required', codeSet: 'CARC' },
        { key: 'amount', number: 782, type: 'money', size: [1, 18], usage: 'required' },
        { key: 'quantity', number: 380, type: 'quantity', size: [1, 15], usage: 'situational' },
      ],
    },
  ],
} as const satisfies SegmentTable

const procedureComponents = [
  {
    key: 'qualifier',
    number: 235,
    type: 'code',
    size: [2, 2],
    usage: 'required',
    codes: ['AD', 'ER', 'HC', 'HP', 'IV', 'N4', 'N6', 'NU', 'UI', 'WK'],
  },
  { key: 'code', number: 234, type: 'text', size: [1, 48], usage: 'required' },
  { key: 'modifiers', number: 1339, type: 'text', size: [2, 2], usage: 'situational', inRow: 4 },
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

const ids = <const Key extends string, const Max extends number, const Qualifiers extends readonly string[]>(
  key: Key,
  max: Max,
  qualifiers: Qualifiers,
) =>
  ({
    segment: 'REF',
    key,
    usage: 'situational',
    max,
    elements: [
      { key: 'qualifier', number: 128, type: 'code', size: [2, 3], usage: 'required', codes: qualifiers },
      { key: 'number', number: 127, type: 'text', size: [1, 50], usage: 'required' },
    ],
  }) as const satisfies SegmentTable

/** REF*6R: the line's number in the 837P, given back. */
const lineNumber = {
  segment: 'REF',
  key: 'lineNumber',
  usage: 'situational',
  max: 1,
  elements: [
    { fixed: '6R', number: 128, type: 'code', size: [2, 3], usage: 'required' },
    { key: 'number', number: 127, type: 'text', size: [1, 50], usage: 'required' },
  ],
} as const satisfies SegmentTable

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
