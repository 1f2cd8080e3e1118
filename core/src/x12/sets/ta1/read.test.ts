// Interchange acknowledgments: alone, before a group, and broken.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { instant } from '../../../values/day.ts'
import { holdsClaim } from '../../../values/finding.ts'
import { faultWords } from '../../syntax/faults.ts'
import { interchangeNotes, interchangeStatuses } from './codes.ts'
import { readInterchangeAcknowledgments, readInterchangeAcknowledgmentsLeniently } from './read.ts'
import { writeInterchangeAcknowledgment } from './write.ts'

const textOf = (path: string): string => readFileSync(join(import.meta.dirname, path), 'latin1')
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const acknowledgments = (text: string) => {
  const result = readInterchangeAcknowledgments(bytesOf(text))
  return result.ok ? result.value.map(({ acknowledgment }) => acknowledgment) : result.findings
}

test('an interchange that was accepted', () => {
  expect(acknowledgments(textOf('examples/accepted.ta1'))).toEqual([
    { control: 17, day: '260203', time: '2100', status: 'A', note: '000' },
  ])
})

test('an interchange whose control number was used before', () => {
  expect(acknowledgments(textOf('examples/duplicate.ta1'))).toEqual([
    { control: 17, day: '260203', time: '2100', status: 'R', note: '025' },
  ])
})

test('a TA1 that stands before the group of a 999 is read too', () => {
  const result = readInterchangeAcknowledgments(bytesOf(textOf('../999/examples/interchange-and-group.999')))
  expect(
    result.ok &&
      result.value.map(({ acknowledgment, interchange }) => [acknowledgment.status, interchange.control]),
  ).toEqual([['A', '000000505']])
})

test('a TA1 that stands after the last group is read too', () => {
  const lines = textOf('../999/examples/interchange-and-group.999').trimEnd().split('\n')
  const ta1 = lines.splice(1, 1)[0] ?? ''
  const moved = [...lines.slice(0, -1), ta1, lines.at(-1) ?? ''].join('\n')
  expect(acknowledgments(moved)).toEqual([
    { control: 17, day: '260203', time: '2100', status: 'A', note: '000' },
  ])
})

test('a file without a TA1 holds none, and that is no fault', () => {
  expect(acknowledgments(textOf('../999/examples/accepted.999'))).toEqual([])
})

test('a sender that counts its TA1 as a group is understood', () => {
  expect(acknowledgments(textOf('examples/accepted.ta1').replace('IEA*0*', 'IEA*1*'))).toHaveLength(1)
})

// Typed from docs/sources.md 8.8.
test('the notes are those of the standard, and each has words', () => {
  expect(interchangeNotes).toEqual(Array.from({ length: 28 }, (_, n) => String(n).padStart(3, '0')))
  expect(interchangeStatuses).toEqual(['A', 'E', 'R'])
  for (const note of interchangeNotes)
    if (note !== '000') expect(faultWords(`TA1:${note}`).says).toMatch(/\.$/)
})

const broken: readonly (readonly [name: string, from: string, to: string, told: string])[] = [
  ['a control number of eight digits', 'TA1*000000017', 'TA1*00000017', '999:IK4:4 TA1 2/1'],
  ['a day that is not in the calendar', '*260203*2100*A', '*260231*2100*A', '999:IK4:8 TA1 2/2'],
  ['a time that is not on the clock', '*2100*A', '*2460*A', '999:IK4:9 TA1 2/3'],
  ['a status that does not exist', '*A*000', '*Q*000', '999:IK4:7 TA1 2/4'],
  ['a note that does not exist', '*A*000', '*A*999', '999:IK4:7 TA1 2/5'],
  ['no note', '*A*000', '*A', '999:IK4:1 TA1 2/5'],
  ['a sixth element', '*A*000', '*A*000*1', '999:IK4:3 TA1 2/6'],
  ['an IEA of another interchange', 'IEA*0*000000601', 'IEA*0*000000602', 'TA1:001 IEA 3/2'],
  ['a file that ends too soon', 'IEA*0*000000601~\n', '', 'TA1:023 TA1 2'],
]

describe('a broken TA1', () => {
  test.each(broken)('%s', (_, from, to, told) => {
    const text = textOf('examples/accepted.ta1')
    expect(text).toContain(from)
    const copy = bytesOf(text.replace(from, to))
    const readings = [
      readInterchangeAcknowledgments(copy),
      readInterchangeAcknowledgmentsLeniently(copy),
    ].map(({ findings }) =>
      findings.filter(holdsClaim).map(({ code, place }) => {
        if (place.kind !== 'segment') return code
        return `${code} ${place.id} ${place.segment}${place.element === undefined ? '' : `/${place.element}`}`
      }),
    )
    for (const reading of readings) expect(reading).toEqual([told])
    expect(readInterchangeAcknowledgments(copy).ok).toBe(false)
  })
})

test('a TA1 that does not fit its elements is not written', () => {
  const envelope = {
    senderQualifier: 'ZZ',
    senderId: 'BLUEPLAN',
    receiverQualifier: 'ZZ',
    receiverId: 'OAKTHERAPY',
    usage: 'T',
    interchangeControl: 603,
    groupControl: 1,
    at: instant('2026-02-03T21:05:00Z'),
  } as const
  const acknowledgment = { control: 17, day: '260231', time: '2100', status: 'A', note: '000' } as const
  const written = writeInterchangeAcknowledgment(acknowledgment, envelope)
  expect([written.ok, ...written.findings.map(({ code }) => code)]).toEqual([false, '999:IK4:8'])
})
