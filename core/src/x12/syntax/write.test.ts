// The writer of bytes: what it lays out, what it refuses, and that what it writes is read back.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instant } from '../../values/day.ts'
import type { Delimiters } from './delimiters.ts'
import { readInterchanges } from './interchange.ts'
import { elementText, segmentCount } from './segments.ts'
import { splitStrictly } from './split.ts'
import { type Envelope, writeInterchange } from './write-interchange.ts'
import { type Layout, type WrittenSegment, usualLayout, writeSegments } from './write.ts'

const envelope: Envelope = {
  senderQualifier: 'ZZ',
  senderId: 'CEDARHILL',
  receiverQualifier: '30',
  receiverId: '001234567',
  usage: 'P',
  interchangeControl: 42,
  groupControl: 7,
  at: instant('2026-02-03T21:05:59Z'),
}
const set: readonly WrittenSegment[] = [
  ['ST', '837', '0001', '005010X222A1'],
  ['SV1', ['HC', '90837', '95'], '200', 'UN', '1', '', '', ['1', '2']],
  ['DMG', 'D8', '19900412', 'F', '', { repetitions: [['A', 'RET', '1'], ['B']] }],
  ['SE', '4', '0001'],
]
const groups = [{ functional: 'HC', version: '005010X222A1', sets: [set] }]
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const bytes = (delimiters: string): Delimiters => {
  const [element = 0, component = 0, repetition = 0, terminator = 0] = [...delimiters].map((c) =>
    c.charCodeAt(0),
  )
  return { element, component, repetition, terminator }
}

test('an interchange is written with its counts, numbers, and an ISA of 106 characters', () => {
  const written = writeInterchange({ envelope, groups }, { ...usualLayout, newline: true })
  expect(written.ok && text(written.value).split('\n')).toEqual([
    'ISA*00*          *00*          *ZZ*CEDARHILL      *30*001234567      *260203*2105*^*00501*000000042*0*P*:~',
    'GS*HC*CEDARHILL*001234567*20260203*2105*7*X*005010X222A1~',
    'ST*837*0001*005010X222A1~',
    'SV1*HC:90837:95*200*UN*1***1:2~',
    'DMG*D8*19900412*F**A:RET:1^B~',
    'SE*4*0001~',
    'GE*1*7~',
    'IEA*1*000000042~',
    '',
  ])
})

test('a second group has the next number, and a TA1 stands before the first', () => {
  const acknowledgments: readonly WrittenSegment[] = [['TA1', '000000009', '260203', '0930', 'A', '000']]
  const written = writeInterchange({ envelope, groups: [...groups, ...groups], acknowledgments })
  const split = splitStrictly(written.ok ? written.value : new Uint8Array(0))
  const read = split.ok ? readInterchanges(split.value) : split
  expect(read.findings).toEqual([])
  expect(read.ok && read.value).toMatchObject([
    { acknowledgments: [1], groups: [{ control: '7' }, { control: '8' }] },
  ])
})

test.each(['*:^~', '|>_!', '~^`\n', '\u001d\u001f\u001e\u001c'])(
  'a layout with the delimiters %j is read back',
  (delimiters) => {
    const written = writeInterchange({ envelope, groups }, { delimiters: bytes(delimiters), newline: false })
    const split = splitStrictly(written.ok ? written.value : new Uint8Array(0))
    expect(split.ok && segmentCount(split.value)).toBe(8)
    expect(split.ok && elementText(split.value, 3, 2)).toBe('200')
  },
)

type Refused = readonly [name: string, changed: Partial<Envelope>, code: string]
const refused: readonly Refused[] = [
  ['a sender of sixteen characters', { senderId: 'ABCDEFGHIJKLMNOP' }, 'TA1:006'],
  ['no receiver', { receiverId: '' }, 'TA1:008'],
  ['a qualifier of one letter', { senderQualifier: 'Z' }, 'TA1:005'],
  ['an interchange number of ten digits', { interchangeControl: 1_000_000_000 }, 'TA1:018'],
  ['a group number that is no whole number', { groupControl: 1.5 }, '999:AK9:6'],
  ['a sender that holds a delimiter', { senderId: 'A*B' }, '999:IK4:6'],
  ['an application name that is too long', { applicationSender: 'ABCDEFGHIJKLMNOP' }, '999:IK4:6'],
]

test.each(refused)('an envelope with %s is refused', (_, changed, code) => {
  const written = writeInterchange({ envelope: { ...envelope, ...changed }, groups })
  expect(written.ok).toBe(false)
  expect(written.findings.map((finding) => finding.code)).toEqual([code])
})

describe('a value that cannot be written', () => {
  const rows: readonly (readonly [
    name: string,
    segments: readonly WrittenSegment[],
    layout: Layout,
    place: object,
  ])[] = [
    [
      'an element separator in a text',
      [['NTE', 'ADD', 'A*B']],
      usualLayout,
      { id: 'NTE', segment: 1, element: 2 },
    ],
    [
      'a terminator in the second component',
      [
        ['REF', 'X'],
        ['SV1', ['HC', '9~']],
      ],
      usualLayout,
      { id: 'SV1', segment: 2, element: 1, component: 2, repetition: 1 },
    ],
    ['a line feed in a text', [['NTE', 'ADD', 'A\nB']], usualLayout, { element: 2 }],
    [
      'a delimiter of this layout alone',
      [['NTE', 'ADD', 'A|B']],
      { delimiters: bytes('|:^~'), newline: false },
      { element: 2 },
    ],
  ]

  test.each(rows)('%s is refused at its place', (_, segments, layout, place) => {
    const written = writeSegments(segments, layout)
    expect(written.ok).toBe(false)
    expect(written.findings.map((finding) => finding.code)).toEqual(['999:IK4:6'])
    expect(written.findings[0]?.place).toMatchObject(place)
  })

  test('repetitions are refused where the layout has no separator for them', () => {
    const layout = { delimiters: { ...usualLayout.delimiters, repetition: null }, newline: false }
    const written = writeSegments([['DMG', { repetitions: [['A'], ['B']] }]], layout)
    expect(written.findings.map((finding) => finding.code)).toEqual(['999:IK4:12'])
  })
})

test('any texts that may be written are read back as they were', () => {
  const value = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((one) => !/[*:^~\p{Cc}]/u.test(one))
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 6 }), (values) => {
      const sets: readonly (readonly WrittenSegment[])[] = [
        [
          ['ST', '837', '0001'],
          ['NTE', ...values],
          ['SE', '3', '0001'],
        ],
      ]
      const written = writeInterchange({ envelope, groups: [{ functional: 'HC', version: 'X', sets }] })
      const split = splitStrictly(written.ok ? written.value : new Uint8Array(0))
      expect(split.ok && values.map((_, v) => elementText(split.value, 3, v + 1))).toEqual(values)
    }),
    { numRuns: 300, seed: 12 },
  )
})
