// Implementation acknowledgments read typed: which set was taken, which segment and element was at fault, and broken copies.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { holdsClaim } from '../../../values/finding.ts'
import { faultWords } from '../../syntax/faults.ts'
import {
  elementFaults,
  groupFaults,
  groupStatuses,
  isSetAccepted,
  segmentFaults,
  setFaults,
  setStatuses,
} from './codes.ts'
import { readImplementationAcknowledgments, readImplementationAcknowledgmentsLeniently } from './read.ts'
import type { ImplementationAcknowledgment999 } from './table.ts'

const textOf = (name: string): string => readFileSync(join(import.meta.dirname, 'examples', name), 'latin1')

const read = (name: string): ImplementationAcknowledgment999 => {
  const result = readImplementationAcknowledgments(new TextEncoder().encode(textOf(name)))
  const document = result.ok ? result.value[0]?.document : undefined
  if (document === undefined) throw new Error(result.findings.map(({ code }) => code).join(', '))
  return document
}

test('an accepted group says how many sets came and were taken', () => {
  expect(read('accepted.999')).toEqual({
    group: { kind: 'HC', control: 17, version: '005010X222A1' },
    sets: [{ set: { kind: '837', control: '0001', version: '005010X222A1' }, result: { status: 'A' } }],
    result: { status: 'A', setsIncluded: 1, setsReceived: 1, setsAccepted: 1 },
  })
})

test('a rejected set names each segment and element at fault, and the claim it belongs to', () => {
  const { sets, result } = read('accepted-in-part.999')
  expect(sets?.map((set) => [set.set.control, set.result.status])).toEqual([
    ['0001', 'A'],
    ['0002', 'R'],
    ['0003', 'E'],
  ])
  expect(sets?.[1]).toEqual({
    set: { kind: '837', control: '0002', version: '005010X222A1' },
    segments: [
      {
        error: { segment: 'CLM', position: 22, loop: '2300', fault: '8' },
        contexts: [{ subjects: [{ name: 'CLM01', value: 'C1201' }] }],
        elements: [{ error: { place: { element: 2 }, dataElement: 782, fault: '1' } }],
      },
      {
        error: { segment: 'REF', position: 57, loop: '2300', fault: '3' },
        contexts: [
          {
            subjects: [{ name: 'SITUATIONAL TRIGGER' }],
            segment: 'CLM',
            position: 43,
            element: { element: 5, component: 3 },
            dataElement: { number: 1325 },
          },
          { subjects: [{ name: 'CLM01', value: 'C1202' }] },
        ],
      },
      {
        error: { segment: 'SV1', position: 61, loop: '2400', fault: '8' },
        contexts: [{ subjects: [{ name: 'CLM01', value: 'C1203' }] }],
        elements: [
          {
            error: {
              place: { element: 1, component: 2 },
              dataElement: 234,
              fault: '7',
              badValue: '99999',
            },
            contexts: [
              {
                subjects: [{ name: 'SITUATIONAL TRIGGER' }, { name: 'SITUATIONAL TRIGGER', value: '2' }],
                segment: 'DTP',
                position: 62,
                loop: '2400',
                element: { element: 3 },
              },
            ],
          },
          {
            error: {
              place: { element: 7, component: 1 },
              dataElement: 1328,
              fault: 'I12',
              badValue: '13',
            },
          },
        ],
      },
    ],
    result: { status: 'R', faults: ['5', 'I5'] },
  })
  expect(sets?.[2]?.segments?.[0]?.elements?.[0]?.error.place).toEqual({
    element: 3,
    component: 2,
    repetition: 1,
  })
  expect(result).toEqual({ status: 'P', setsIncluded: 3, setsReceived: 3, setsAccepted: 2 })
})

test('a group turned away whole may name no set', () => {
  expect(read('no-sets-read.999')).toEqual({
    group: { kind: 'HC', control: 20 },
    result: { status: 'R', setsIncluded: 1, setsReceived: 0, setsAccepted: 0, faults: ['2'] },
  })
})

test('a set is taken with status A or E alone', () => {
  expect(setStatuses.filter(isSetAccepted)).toEqual(['A', 'E'])
})

// Typed from docs/sources.md 8.8 and its corrections: what each code list holds.
test.each([
  ['IK304', segmentFaults, '1 2 3 4 5 6 7 8 I4 I6 I7 I8 I9'],
  ['IK403', elementFaults, '1 2 3 4 5 6 7 8 9 10 12 13 I6 I9 I10 I11 I12 I13'],
  ['IK502', setFaults, '1 2 3 4 5 6 7 23 I5'],
  ['AK905', groupFaults, '1 2 3 4 5 6'],
  ['IK501', setStatuses, 'A E M R W X'],
  ['AK901', groupStatuses, 'A E M R W X P'],
])('the codes of %s are those of the standard', (_, codes, expected) => {
  expect([...codes].sort()).toEqual(expected.split(' ').sort())
})

test('every fault has words', () => {
  const codes = [
    ...segmentFaults.map((code) => `999:IK3:${code}` as const),
    ...elementFaults.map((code) => `999:IK4:${code}` as const),
    ...setFaults.map((code) => `999:IK5:${code}` as const),
    ...groupFaults.map((code) => `999:AK9:${code}` as const),
  ]
  for (const code of codes) expect(faultWords(code as Parameters<typeof faultWords>[0]).says).toMatch(/\.$/)
})

/** What is changed in the example accepted in part, and the code and place it must be told. */
const broken: readonly (readonly [name: string, from: string, to: string, told: string])[] = [
  ['no answer for the group', 'AK9*P*3*3*2~\n', '', '999:IK3:3 AK9 22'],
  ['no answer for a set', 'IK5*E*5~\n', '', '999:IK3:3 IK5 21'],
  ['a status of a set that does not exist', 'IK5*E*5', 'IK5*Q*5', '999:IK4:7 IK5 21/1'],
  [
    'a fault of a segment that does not exist',
    'IK3*CLM*22*2300*8',
    'IK3*CLM*22*2300*99',
    '999:IK4:7 IK3 6/4',
  ],
  ['a fault without its element', 'IK4*2*782*1~', 'IK4**782*1~', '999:IK4:1 IK4 8/1'],
  ['a position that is no number', 'IK3*REF*57*', 'IK3*REF*5A*', '999:IK4:6 IK3 9/2'],
  ['a group number over nine digits', 'AK1*HC*18*', 'AK1*HC*1800000000*', '999:IK4:5 AK1 2/2'],
  ['a set number under four characters', 'AK2*837*0003', 'AK2*837*003', '999:IK4:4 AK2 18/2'],
  ['more faults of a set than may be told', 'IK5*E*5~', 'IK5*E*5*5*5*5*5*5~', '999:IK4:3 IK5 21/7'],
]

describe('a broken copy of a 999', () => {
  test.each(broken)('%s', (_, from, to, told) => {
    const text = textOf('accepted-in-part.999')
    expect(text).toContain(from)
    const copy = new TextEncoder().encode(text.replace(from, to))
    const readings = [
      readImplementationAcknowledgments(copy),
      readImplementationAcknowledgmentsLeniently(copy),
    ].map(({ findings }) =>
      findings.filter(holdsClaim).map(({ code, place }) => {
        if (place.kind !== 'segment') return code
        return `${code} ${place.id} ${place.segment}${place.element === undefined ? '' : `/${place.element}`}`
      }),
    )
    for (const reading of readings) expect(reading).toContain(told)
    expect(readImplementationAcknowledgments(copy).ok).toBe(false)
  })
})
