// Pieces of tables that more than one set has to the letter: names, numbers, amounts, adjustments, days.
import type { SegmentTable } from './table-language.ts'

/** NM102: a person (1) or an organization (2). */
export const personOrOrganization = {
  key: 'entity',
  number: 1065,
  type: 'code',
  size: [1, 1],
  usage: 'required',
  codes: ['1', '2'],
} as const

/** NM104 to NM107 of a person. */
export const givenNames = [
  { key: 'firstName', number: 1036, type: 'text', size: [1, 35], usage: 'situational' },
  { key: 'middleName', number: 1037, type: 'text', size: [1, 25], usage: 'situational' },
  { notUsed: true },
  { key: 'suffix', number: 1039, type: 'text', size: [1, 10], usage: 'situational' },
] as const

/** NM103 to NM107 where an answer need not name anybody. NM103 is an organization's name or a person's last name. */
export const answeredName = [
  { key: 'lastName', number: 1035, type: 'text', size: [1, 60], usage: 'situational' },
  ...givenNames,
] as const

/** NM108 and NM109: a number and which of several kinds it is of. */
export const numberOf = <
  const Usage extends 'required' | 'situational',
  const Qualifiers extends readonly string[],
>(
  usage: Usage,
  codes: Qualifiers,
) =>
  [
    { key: 'idQualifier', number: 66, type: 'code', size: [1, 2], usage, codes },
    { key: 'id', number: 67, type: 'text', size: [2, 80], usage },
  ] as const

/** N3. */
export const streetElements = [
  { key: 'line1', number: 166, type: 'text', size: [1, 55], usage: 'required' },
  { key: 'line2', number: 166, type: 'text', size: [1, 55], usage: 'situational' },
] as const

/** N407. */
export const subdivision = {
  key: 'subdivision',
  number: 1715,
  type: 'code',
  size: [1, 3],
  usage: 'situational',
  codeSet: 'ISO 3166-2',
} as const

/** An amount that may be left out. */
export const money = <const Key extends string>(key: Key) =>
  ({ key, number: 782, type: 'money', size: [1, 18], usage: 'situational' }) as const

/** A number of days, units or cases that may be left out. */
export const count = <const Key extends string>(key: Key) =>
  ({ key, number: 380, type: 'quantity', size: [1, 15], usage: 'situational' }) as const

/** AMT under one qualifier. */
export const amount = <const Key extends string, const Qualifier extends string>(
  key: Key,
  qualifier: Qualifier,
) =>
  ({
    segment: 'AMT',
    key,
    usage: 'situational',
    max: 1,
    elements: [
      { fixed: qualifier, number: 522, type: 'code', size: [1, 3], usage: 'required' },
      { key: 'amount', number: 782, type: 'money', size: [1, 18], usage: 'required' },
    ],
  }) as const satisfies SegmentTable

/** REF under one qualifier. */
export const reference = <const Key extends string, const Qualifier extends string>(
  key: Key,
  qualifier: Qualifier,
) =>
  ({
    segment: 'REF',
    key,
    usage: 'situational',
    max: 1,
    elements: [
      { fixed: qualifier, number: 128, type: 'code', size: [2, 3], usage: 'required' },
      { key: 'number', number: 127, type: 'text', size: [1, 50], usage: 'required' },
    ],
  }) as const satisfies SegmentTable

/** REF under one of several qualifiers. */
export const ids = <
  const Key extends string,
  const Max extends number,
  const Qualifiers extends readonly string[],
>(
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

/** DTM under one qualifier. */
export const oneDay = <const Key extends string, const Qualifier extends string>(
  key: Key,
  qualifier: Qualifier,
) =>
  ({
    segment: 'DTM',
    key,
    usage: 'situational',
    max: 1,
    elements: [
      { fixed: qualifier, number: 374, type: 'code', size: [3, 3], usage: 'required' },
      { key: 'day', number: 373, type: 'day8', size: [8, 8], usage: 'required' },
    ],
  }) as const satisfies SegmentTable

/** CAS: who bears what was not paid, and why; up to six reasons a segment. */
export const adjustmentsOf = <const Max extends number, const Groups extends readonly string[]>(
  max: Max,
  groups: Groups,
) =>
  ({
    segment: 'CAS',
    key: 'adjustments',
    usage: 'situational',
    max,
    elements: [
      { key: 'group', number: 1033, type: 'code', size: [1, 2], usage: 'required', codes: groups },
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
  }) as const satisfies SegmentTable

/** SVC01, SV101 and their like after the qualifier: the procedure's code and modifiers. */
export const procedureCode = [
  { key: 'code', number: 234, type: 'text', size: [1, 48], usage: 'required' },
  { key: 'modifiers', number: 1339, type: 'text', size: [2, 2], usage: 'situational', inRow: 4 },
] as const
