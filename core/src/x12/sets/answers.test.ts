// The answers a payer gives: every example is read typed and written back as the very bytes it came in.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryDocument, arbitrarySegment } from '../../../corpus-tests/arbitrary-document.ts'
import { instant } from '../../values/day.ts'
import { readInterchangesLeniently } from '../syntax/interchange.ts'
import type { InterchangeRange } from '../syntax/ranges.ts'
import { splitStrictly } from '../syntax/split.ts'
import type { Envelope } from '../syntax/write-interchange.ts'
import { usualLayout, writeBack } from '../syntax/write.ts'
import { readClaimAcknowledgments } from './277ca/read.ts'
import { table277ca } from './277ca/table.ts'
import { writeClaimAcknowledgments } from './277ca/write.ts'
import { readRemittances } from './835/read.ts'
import { type Remittance835, table835 } from './835/table.ts'
import { writeRemittances } from './835/write.ts'
import { readImplementationAcknowledgments } from './999/read.ts'
import { table999 } from './999/table.ts'
import { writeImplementationAcknowledgments } from './999/write.ts'
import { readFile } from './read-file.ts'
import { readInterchangeAcknowledgments } from './ta1/read.ts'
import { tableTA1 } from './ta1/table.ts'
import { writeAcknowledgmentSegment, writeInterchangeAcknowledgment } from './ta1/write.ts'
import type { Result } from '../../values/result.ts'
import type { SetTable } from './table-language.ts'
import { type WrittenFile, writeFile } from './write-file.ts'

const bytesOf = (set: string, name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, set, 'examples', name)))
const examplesOf = (set: string): readonly string[] => readdirSync(join(import.meta.dirname, set, 'examples'))

const sets: readonly (readonly [folder: string, table: SetTable])[] = [
  ['835', table835],
  ['277ca', table277ca],
  ['999', table999],
]
const examples = sets.flatMap(([folder, table]) =>
  examplesOf(folder).map((name) => ({ folder, name, table })),
)

/** The envelope a file came in; its day and time are those of the ISA. */
const envelopeOf = (interchange: InterchangeRange): Envelope => {
  const [year, month, date] = [0, 2, 4].map((at) => interchange.day.slice(at, at + 2))
  const [hour, minute] = [interchange.time.slice(0, 2), interchange.time.slice(2)]
  return {
    senderQualifier: interchange.senderQualifier,
    senderId: interchange.sender,
    receiverQualifier: interchange.receiverQualifier,
    receiverId: interchange.receiver,
    usage: 'T',
    interchangeControl: Number(interchange.control),
    groupControl: Number(interchange.groups[0]?.control ?? '1'),
    at: instant(`20${year}-${month}-${date}T${hour}:${minute}:00Z`),
  }
}

const interchangeOf = (bytes: Uint8Array): InterchangeRange => {
  const split = splitStrictly(bytes)
  const interchange = split.ok ? readInterchangesLeniently(split.value).interchanges[0] : undefined
  if (interchange === undefined) throw new Error('the example holds no interchange')
  return interchange
}

const layoutOf = (bytes: Uint8Array) => ({ ...usualLayout, newline: bytes.includes(0x0a) })

const acknowledgmentsOf = (bytes: Uint8Array) => {
  const read = readInterchangeAcknowledgments(bytes)
  if (!read.ok) throw new Error(read.findings.map(({ code }) => code).join(', '))
  return read.value.map(({ acknowledgment }) => acknowledgment)
}

describe.each(examples)('the example $name', ({ folder, name, table }) => {
  const bytes = bytesOf(folder, name)

  test('is found again byte for byte by its offsets', () => {
    const split = splitStrictly(bytes)
    expect(split.ok && writeBack(split.value)).toEqual(bytes)
  })

  test('is read without a finding and written from its documents as the same bytes', () => {
    const read = readFile(table, bytes)
    expect(read.findings).toEqual([])
    const documents = read.ok ? read.value.map(({ document }) => document) : []
    const acknowledgments = acknowledgmentsOf(bytes).flatMap((acknowledgment) => {
      const segment = writeAcknowledgmentSegment(acknowledgment)
      return segment.ok ? [segment.value] : []
    })
    const options = { layout: layoutOf(bytes), acknowledgments }
    const written = writeFile(table, documents, envelopeOf(interchangeOf(bytes)), options)
    expect(written.findings).toEqual([])
    expect(written.ok && new TextDecoder().decode(written.value)).toBe(new TextDecoder().decode(bytes))
  })
})

test.each(examplesOf('ta1'))('the example %s is read and written as the same bytes', (name) => {
  const bytes = bytesOf('ta1', name)
  const [acknowledgment, ...others] = acknowledgmentsOf(bytes)
  expect(others).toEqual([])
  if (acknowledgment === undefined) throw new Error('the example holds no TA1')
  const written = writeInterchangeAcknowledgment(
    acknowledgment,
    envelopeOf(interchangeOf(bytes)),
    layoutOf(bytes),
  )
  expect(written.ok && new TextDecoder().decode(written.value)).toBe(new TextDecoder().decode(bytes))
})

describe('a file that holds other sets than were asked for', () => {
  test('gives none of them, and says so of each', () => {
    const read = readFile(table835, bytesOf('999', 'accepted.999'))
    expect(read.ok).toBe(false)
    expect(read.findings.map(({ code }) => code)).toEqual(['999:IK5:1'])
  })

  test('is told of a guide that is not this one', () => {
    const text = new TextDecoder()
      .decode(bytesOf('277ca', 'accepted.277ca'))
      .replaceAll('005010X214', '005010X212')
    const read = readFile(table277ca, new TextEncoder().encode(text))
    expect(read.ok).toBe(false)
    expect(read.findings.map(({ code }) => code)).toEqual(['999:AK9:2'])
  })

  test('gives the ones that were asked for, with a warning for the others', () => {
    const [remittance, acknowledgment] = [bytesOf('835', 'capitation.835'), bytesOf('999', 'accepted.999')]
    const both = new Uint8Array([...remittance, ...acknowledgment])
    const read = readFile(table999, both)
    expect(read.ok && read.value.map(({ interchange }) => interchange.control)).toEqual(['000000501'])
    expect(read.findings.map(({ code, severity }) => [code, severity])).toEqual([['999:IK5:1', 'warns']])
  })

  test('is read in any edition of its guide', () => {
    const text = new TextDecoder()
      .decode(bytesOf('999', 'accepted.999'))
      .replaceAll('005010X231A1', '005010X231')
    const read = readFile(table999, new TextEncoder().encode(text))
    expect(read.ok && read.value.map(({ group, set }) => [group.version, set.version])).toEqual([
      ['005010X231', '005010X231'],
    ])
  })

  test('is refused when it holds no set at all', () => {
    const read = readFile(table999, bytesOf('ta1', 'accepted.ta1'))
    expect(read.findings.map(({ code }) => code)).toEqual(['999:IK5:6'])
    const empty = readFile(table999, new Uint8Array(0))
    expect(empty.ok).toBe(false)
    expect(empty.findings.length).toBeGreaterThan(0)
  })
})

const envelope: Envelope = {
  senderQualifier: 'ZZ',
  senderId: 'BLUEPLAN',
  receiverQualifier: 'ZZ',
  receiverId: 'OAKTHERAPY',
  usage: 'T',
  interchangeControl: 1,
  groupControl: 1,
  at: instant('2026-02-03T21:05:00Z'),
}

test.each(sets)('any document of the %s is the same when it was written and read again', (_, table) => {
  fc.assert(
    fc.property(arbitraryDocument(table), fc.boolean(), (document, newline) => {
      const written = writeFile(table, [document], envelope, { layout: { ...usualLayout, newline } })
      expect(written.findings).toEqual([])
      const read = readFile(table, written.ok ? written.value : new Uint8Array(0))
      expect(read.findings).toEqual([])
      expect(read.ok && read.value.map((set) => set.document)).toEqual([document])
    }),
    { numRuns: 300, seed: 5010 },
  )
})

test('any TA1 is the same when it was written and read again', () => {
  fc.assert(
    fc.property(arbitrarySegment(tableTA1), (acknowledgment) => {
      const written = writeInterchangeAcknowledgment(acknowledgment, envelope)
      expect(written.findings).toEqual([])
      expect(acknowledgmentsOf(written.ok ? written.value : new Uint8Array(0))).toEqual([acknowledgment])
    }),
    { numRuns: 300, seed: 5010 },
  )
})

describe('a document that does not keep to its table', () => {
  const document = (): Remittance835 => {
    const read = readFile(table835, bytesOf('835', 'telehealth-paid.835'))
    const first = read.ok ? read.value[0]?.document : undefined
    if (first === undefined) throw new Error('the example was not read')
    return first
  }

  const cases: readonly (readonly [name: string, changed: (of: Remittance835) => unknown, code: string])[] = [
    [
      'without its trace',
      (of) => Object.fromEntries(Object.entries(of).filter(([key]) => key !== 'trace')),
      '999:IK3:3',
    ],
    [
      'with a delimiter in a name',
      (of) => ({ ...of, payer: { ...of.payer, name: { name: 'A~B' } } }),
      '999:IK4:6',
    ],
    [
      'with a day that is not in the calendar',
      (of) => ({ ...of, productionDay: { day: '20260230' } }),
      '999:IK4:8',
    ],
    [
      'with a method that does not exist',
      (of) => ({ ...of, financialInformation: { ...of.financialInformation, method: 'QQQ' } }),
      '999:IK4:7',
    ],
    [
      'with a trace number over fifty characters',
      (of) => ({ ...of, trace: { ...of.trace, number: 'X'.repeat(51) } }),
      '999:IK4:5',
    ],
    [
      'with seven adjustments in one PLB',
      (of) => ({
        ...of,
        providerAdjustments: [
          {
            providerId: '1',
            fiscalPeriodEnd: '20261231',
            adjustments: Array.from({ length: 7 }, () => ({ reason: { code: 'WO' }, amount: 1 })),
          },
        ],
      }),
      '999:IK4:3',
    ],
  ]

  test.each(cases)('%s is not written', (_, changed, code) => {
    const written = writeFile(table835, [changed(document()) as Remittance835], envelope)
    expect(written.ok).toBe(false)
    expect(written.findings.map((finding) => finding.code)).toEqual([code])
  })
})

/** What one set's own reader finds, its own writer writes: the file less its TA1, ST02 from the number told. */
const again = <T>(
  read: (bytes: Uint8Array) => Result<readonly { readonly document: T }[]>,
  write: (documents: readonly T[], envelope: Envelope, options: WrittenFile) => Result<Uint8Array>,
  bytes: Uint8Array,
): string => {
  const found = read(bytes)
  const documents = found.ok ? found.value.map(({ document }) => document) : []
  const written = write(documents, envelopeOf(interchangeOf(bytes)), {
    layout: layoutOf(bytes),
    setControl: 7,
  })
  return written.ok ? new TextDecoder().decode(written.value) : ''
}

test('each set has a reader and a writer of its own, and sets are numbered from the number told', () => {
  const renumbered = (bytes: Uint8Array): string =>
    new TextDecoder()
      .decode(bytes)
      .replace(/ST\*(\d+)\*0001/, 'ST*$1*0007')
      .replace(/SE\*(\d+)\*0001/, 'SE*$1*0007')
  const [remittance, claims, group] = [
    bytesOf('835', 'capitation.835'),
    bytesOf('277ca', 'accepted.277ca'),
    bytesOf('999', 'accepted.999'),
  ]
  expect(again(readRemittances, writeRemittances, remittance)).toBe(renumbered(remittance))
  expect(again(readClaimAcknowledgments, writeClaimAcknowledgments, claims)).toBe(renumbered(claims))
  expect(again(readImplementationAcknowledgments, writeImplementationAcknowledgments, group)).toBe(
    renumbered(group),
  )
})
