// What is no claim at all: the payer answers what can be answered, names the rest, and never breaks.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedFacts } from '@goldenthread/core/facts/shipped/shipped.ts'
import { instant } from '@goldenthread/core/values/day.ts'
import { answer } from '../src/answer/answer.ts'
import { ask, books, bytesOf, fileText, kindsOf, plan, seen } from './claim-file.ts'

const whole = fileText()
const codes = (output: ReturnType<typeof ask>): readonly string[] =>
  (output.unread ?? []).map(({ code }) => code)

describe('bytes that nobody sent an interchange around', () => {
  test.each([
    ['an empty file', ''],
    ['blanks and line ends', ' \r\n\t\n'],
    ['a letter', 'Dear payer, please find my claim attached.'],
    ['a set without an envelope', 'ST*837*0001~SE*2*0001~'],
  ])('%s has no answer, and a finding says so', (_, text) => {
    const output = ask([text])
    expect(output.files).toEqual([])
    expect(output.state).toEqual(books)
    expect(codes(output)).toEqual(['x12:no-interchange'])
  })

  test('a whole interchange after a covering letter is answered, the letter is named', () => {
    const output = ask([`Please pay:\n${whole}`])
    expect(kindsOf(output)).toEqual(['ta1', '999', '277ca', '835'])
    expect(codes(output)).toEqual(['x12:bytes-outside'])
  })
})

describe('a file that was cut', () => {
  const places = Array.from({ length: Math.ceil(whole.length / 50) }, (_, n) => n * 50).filter((at) => at > 0)

  test('within the ISA before its number nobody can be answered', () => {
    for (const at of [10, 50, 89]) {
      const output = ask([whole.slice(0, at)])
      expect(output.files).toEqual([])
      expect(codes(output)).toEqual(['TA1:022'])
    }
  })

  test.each(places.filter((at) => at >= 100))('after %i bytes gets TA1 R 023 and nothing else', (at) => {
    const output = ask([whole.slice(0, at)])
    expect(kindsOf(output)).toEqual(['ta1'])
    expect(seen(output, 'ta1', 'TA1')).toEqual(['TA1*000000101*260310*1200*R*023'])
    expect(output.state.interchangesSeen).toEqual([])
  })

  test('within its IEA gets TA1 R 023', () => {
    for (const cut of [2, 5, 11]) {
      expect(seen(ask([whole.slice(0, whole.length - cut)]), 'ta1', 'TA1')).toEqual([
        'TA1*000000101*260310*1200*R*023',
      ])
    }
  })

  test('of nothing but its last terminator is whole', () => {
    expect(kindsOf(ask([whole.slice(0, -1)]))).toEqual(['ta1', '999', '277ca', '835'])
  })
})

const answers = (bytes: Uint8Array) =>
  answer({
    files: [{ name: 'sent.837', bytes }],
    planRules: plan(),
    state: books,
    at: instant('2026-03-11T12:02:00Z'),
    facts: shippedFacts,
  })

describe('any bytes', () => {
  test('random bytes never break the payer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(() => answers(bytes)).not.toThrow()
      }),
      { numRuns: 200 },
    )
  })

  test('a claim with any one byte changed is answered or named, never passed over in silence', () => {
    const bytes = bytesOf(whole)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, byte) => {
        const changed = bytes.slice()
        changed[at] = byte
        const output = answers(changed)
        expect(output.files.length + (output.unread?.length ?? 0)).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })

  test('a claim with a stretch left out or doubled never breaks the payer', () => {
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(120), fc.boolean(), (at, length, isDoubled) => {
        const stretch = isDoubled ? whole.slice(at, at + length).repeat(2) : ''
        const output = ask([whole.slice(0, at) + stretch + whole.slice(at + length)])
        expect(output.files.length + (output.unread?.length ?? 0)).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })
})
