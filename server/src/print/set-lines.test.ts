// Text set in lines: nothing lost, nothing wider than its line, no letter left out unseen.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { partOf } from './print-font.ts'
import { type Typeface, linesOf, runsOf } from './set-lines.ts'

/** Every letter is ten points wide. */
const face = (): Typeface => ({ partOf, widthOf: ({ text }) => [...text].length * 10, widths: new Map() })
const textOf = (runs: readonly { readonly text: string }[]): string => runs.map(({ text }) => text).join('')

describe('runs', () => {
  test('change where another part of the typeface holds the letters', () => {
    expect(runsOf('Łukasz, Юлия', partOf).map(({ part, text }) => [part, text])).toEqual([
      ['latin-ext', 'Ł'],
      ['latin', 'ukasz, '],
      ['cyrillic', 'Юлия'],
    ])
  })
  test('tell by its number what the typeface does not have', () => {
    expect(textOf(runsOf('a 🙂 王', partOf))).toBe('a [U+1F642] [U+738B]')
  })
  test('print a tab as blanks, and a hyphen that is not to be broken at as a hyphen', () => {
    expect(textOf(runsOf('a\tb\u2011c\u00ADd', partOf))).toBe('a    b-cd')
  })
})

describe('lines', () => {
  test('break between words, and inside one that is longer than the line', () => {
    expect(linesOf('one two three', 70, face()).map(textOf)).toEqual(['one two', 'three'])
    expect(linesOf('abcdefghij', 40, face()).map(textOf)).toEqual(['abcd', 'efgh', 'ij'])
  })
  test('hold every letter and are never wider than asked', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'é', 'ł', 'Ж', '’'), maxLength: 12 }), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 200 }), (given, width) => {
        const text = given.filter((word) => word !== '').join(' ')
        const lines = linesOf(text, width, face()).map(textOf)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        for (const line of lines) expect([...line].length * 10).toBeLessThanOrEqual(width)
      }),
    )
  })
})
