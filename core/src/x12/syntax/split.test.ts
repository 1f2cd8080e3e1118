// Files of every shape that was seen in the wild, through the whole-buffer path and through chunks.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Heard,
  bytesOf,
  cutAt,
  cutEvery,
  heardInChunks,
  heardWhole,
} from '../../../corpus-tests/chunked.ts'
import { components, delimitersAt, elementText, repetitions, segmentId } from './segments.ts'
import { splitLeniently, splitStrictly } from './split.ts'
import { batchesOf } from './stream.ts'
import { writeBack } from './write.ts'

/** An interchange without a fault; `|` stands for the terminator and what may follow it. */
const isa =
  'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260203*0930*^*00501*000000001*0*T*:'
const set = ['ST*837*0001*005010X222A1', 'NTE*ADD*WHY? BECAUSE', 'REF*A*B^C:D', 'SE*4*0001']
const plain = [isa, 'GS*HC*A*B*20260203*0930*1*X*005010X222A1', ...set, 'GE*1*1', 'IEA*1*000000001']
const file = (end = '~', segments: readonly string[] = plain): string =>
  segments.map((one) => one + end).join('')
const inOtherDelimiters = (text: string, pairs: Readonly<Record<string, string>>): string =>
  [...text].map((character) => pairs[character] ?? character).join('')

const codes = (heard: Heard): readonly string[] => heard.findings.map(({ code }) => code)

type Row = readonly [name: string, text: string, findings: readonly string[]]

const readable: readonly Row[] = [
  ['on one line', file(), []],
  ['with a line for each segment', file('~\n'), []],
  ['with CR and LF after each terminator', file('~\r\n'), []],
  ['with the line feed as terminator', file('\n'), []],
  ['with CR as terminator and LF after it', file('\r\n'), []],
  ['with ! as terminator', file('!'), []],
  ['with a backslash as terminator', file('\\'), []],
  ['with ~ ^ | and _ in other roles', inOtherDelimiters(file('!'), { '*': '~', ':': '|', '^': '_' }), []],
  ['with > as component separator', inOtherDelimiters(file(), { ':': '>' }), []],
  [
    'with two interchanges, each with its own delimiters',
    file() + inOtherDelimiters(file('!'), { '*': '|' }),
    [],
  ],
  ['with blank lines before and after', `\r\n  ${file()}\n\n`, []],
  ['with a byte-order mark', `\u00ef\u00bb\u00bf${file()}`, ['x12:byte-order-mark']],
  [
    'with indented segments',
    file('~\n').replaceAll('\nGS', '\n  GS').replaceAll('\nST', '\n\tST'),
    ['x12:blank-before-segment'],
  ],
  ['without a repetition separator', file().replace('*^*00501', '*U*00501'), ['x12:no-repetition']],
  ['without a terminator at its very end', file().slice(0, -1), ['x12:no-last-terminator']],
  ['of the version before 5010, whose ISA11 is U', file().replace('*^*00501', '*U*00401'), []],
]

const broken: readonly Row[] = [
  ['that is empty', '', ['x12:no-interchange']],
  ['that is no X12 at all', 'CLAIM,AMOUNT\n1,2\n', ['x12:no-interchange']],
  ['that holds other bytes first', `HELLO${file()}`, ['x12:bytes-outside']],
  ['that holds other bytes between interchanges', `${file()}\u001a\u0000${file()}`, ['x12:bytes-outside']],
  ['that holds other bytes at its end', `${file()}\u001a`, ['x12:bytes-outside']],
  ['whose ISA is not padded', file().replace(/ {8,}\*/g, ' *'), ['x12:isa-length']],
  ['whose ISA has too few elements', file().replace('*0*T*:', ''), ['TA1:004', 'x12:bytes-outside']],
  ['that ends within the ISA', file().slice(0, 60), ['TA1:022', 'x12:bytes-outside']],
  ['whose terminator is a letter', file('X'), ['TA1:004', 'x12:bytes-outside']],
  [
    'whose component separator is the element separator',
    file().replace('*T*:', '*T**'),
    ['TA1:027', 'x12:bytes-outside'],
  ],
  ['that ends within a segment', file().slice(0, -30), ['TA1:023']],
  ['that has an empty segment', file().replace('~REF', '~~REF'), ['999:IK3:1']],
  ['that has a segment without end', file().replace('WHY?', 'X'.repeat(1_000_001)), ['x12:overlong-segment']],
]

describe.each([...readable, ...broken])('a file %s', (_, text, findings) => {
  const bytes = bytesOf(text)
  const whole = heardWhole(bytes)

  test('is told of by these faults', () => {
    expect(codes(whole)).toEqual(findings)
  })

  test('is heard alike whole and in chunks', () => {
    const sizes = text.length > 10_000 ? [4096, 65_537] : [1, 2, 3, 7, 64]
    for (const size of sizes) expect(heardInChunks(cutEvery(bytes, size))).toEqual(whole)
  })

  test('is written back byte for byte', () => {
    expect(writeBack(splitLeniently(bytes).segments)).toEqual(bytes)
  })

  test('is read or reported to its last byte', () => {
    const covered = new Uint8Array(bytes.length)
    for (const { offsets } of whole.segments) {
      const [start = 0, length = 0] = [offsets[0], offsets.at(-1)]
      covered.fill(1, start, start + length + 1)
    }
    for (const { offset, length } of whole.unread) {
      expect(covered.subarray(offset, offset + length).every((byte) => byte === 0)).toBe(true)
      covered.fill(1, offset, offset + length)
    }
    const left = [...bytes.keys()].filter((at) => covered[at] === 0).map((at) => bytes[at] ?? 0)
    expect(left.every((byte) => [0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf].includes(byte))).toBe(true)
  })

  test('is refused strictly exactly when a fault is more than a warning', () => {
    const hasFault = whole.findings.some(({ severity }) => severity === 'holds-claim')
    expect(splitStrictly(bytes).ok).toBe(!hasFault)
    expect(hasFault).toBe(broken.some(([, other]) => other === text))
  })
})

describe('what a segment says', () => {
  const { segments } = splitLeniently(bytesOf(file()))

  test('a question mark in free text is a question mark: 5010 has no release character', () => {
    expect(elementText(segments, 3, 2)).toBe('WHY? BECAUSE')
  })

  test('repetitions and components are split when they are asked for', () => {
    expect(elementText(segments, 4, 2)).toBe('B^C:D')
    expect(repetitions(segments, 4, 2)).toEqual(['B', 'C:D'])
    expect(components(segments, 4, 2, 1)).toEqual(['C', 'D'])
  })

  test('an element that is not there is an empty text and has no components', () => {
    expect(elementText(segments, 4, 9)).toBe('')
    expect(components(segments, 4, 9)).toEqual([])
  })

  test('the second interchange is read with its own delimiters', () => {
    const both = splitLeniently(bytesOf(file() + inOtherDelimiters(file('!'), { '*': '|' }))).segments
    expect(segmentId(both, 12)).toBe('REF')
    expect(repetitions(both, 12, 2)).toEqual(['B', 'C:D'])
    expect(String.fromCharCode(delimitersAt(both, 12).element)).toBe('|')
  })
})

test('the place of an empty segment counts from the start of the file', () => {
  const text = file('~\r\n').replace('REF', '~REF')
  const [finding] = heardWhole(bytesOf(text)).findings
  expect(finding?.place).toMatchObject({ kind: 'segment', offset: text.indexOf('~REF'), length: 1 })
})

test('memory holds no more than a chunk and a segment', () => {
  const bytes = bytesOf(
    file('~', [
      ...plain.slice(0, 4),
      ...Array.from({ length: 5_000 }, () => 'NTE*ADD*TEXT'),
      ...plain.slice(4),
    ]),
  )
  for (const { segments } of batchesOf(cutEvery(bytes, 1024)))
    expect(segments.bytes.length).toBeLessThan(1024 + 110)
})

const anyText = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(...plain, `${isa}~`, '~', '\r\n', '*', ':', '^', ' ', 'IEA', 'ISA'),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary-ascii', maxLength: 12 }) },
  ),
  { maxLength: 25 },
)

test('any bytes, cut anywhere, are heard as they are whole, and written back', () => {
  fc.assert(
    fc.property(anyText, fc.array(fc.nat(1200), { maxLength: 8 }), (texts, places) => {
      const bytes = bytesOf(texts.join(''))
      const whole = heardWhole(bytes)
      expect(heardInChunks(cutAt(bytes, places))).toEqual(whole)
      expect(writeBack(splitLeniently(bytes).segments)).toEqual(bytes)
    }),
    { numRuns: 500, seed: 5010 },
  )
})
