// What the palette offers for what was typed.
import { describe, expect, test } from 'vitest'
import {
  type Entry,
  birthText,
  dayText,
  groupsOf,
  hourText,
  matches,
  numberTyped,
  stretches,
} from './palette-entries.ts'

describe('what was typed', () => {
  test.each<[string, string, string, boolean]>([
    ['fits the beginning of a word', 'may', 'Wrap up Maya Ruiz, today 10:02', true],
    ['fits in any order', 'ruiz may', 'Maya Ruiz', true],
    ['fits without its marks', 'quinones', 'Maribel Quiñones-Vega', true],
    ['fits after a hyphen', 'vega', 'Maribel Quiñones-Vega', true],
    ['does not fit the middle of a word', 'aya', 'Maya Ruiz', false],
    ['fits with each of its words or not at all', 'may okafor', 'Maya Ruiz', false],
    ['fits everything while it is nothing', '  ', 'Lock the screen', true],
  ])('%s', (_name, typed, text, expected) => {
    expect(matches(typed, text)).toBe(expected)
  })

  const marked = (typed: string, text: string): string =>
    stretches(typed, text)
      .map((each) => (each.typed ? `[${each.text}]` : each.text))
      .join('')

  test.each([
    ['may', 'Book Maya Ruiz', 'Book [May]a Ruiz'],
    ['quin', 'Maribel Quiñones', 'Maribel [Quiñ]ones'],
    ['ma mari', 'Maribel Marlowe', '[Mari]bel [Ma]rlowe'],
    ['', 'Claims', 'Claims'],
    ['ya', 'Maya', 'Maya'],
  ])('%s is marked in %s', (typed, text, expected) => {
    expect(marked(typed, text)).toBe(expected)
  })
})

test.each([
  ['gt20', 'GT20'],
  ['GT-208 81', 'GT20881'],
  ['maya', null],
  ['gt1', null],
  ['90837 may need', '90837MAYNEED'],
  ["o'neil 4", null],
])('%s may be the beginning of a claim number: %s', (typed, expected) => {
  expect(numberTyped(typed)).toBe(expected)
})

test('days and times stand as people here write them', () => {
  expect(birthText('1992-03-14')).toBe('03/14/1992')
  expect(dayText('2025-11-05')).toBe('Nov 5')
  expect(['00:15', '09:00', '12:30', '13:05'].map(hourText)).toEqual(['12:15', '9:00', '12:30', '1:05'])
})

const entry = (id: string): Entry => ({ id, says: id, run: () => undefined })

test('acts stand before places, a group without entries is left out', () => {
  const names = (acts: readonly Entry[], places: readonly Entry[], placesFirst?: boolean) =>
    groupsOf(acts, places, placesFirst).map(({ name }) => name)
  expect(names([entry('lock')], [entry('claims')])).toEqual(['Do', 'Go to'])
  expect(names([entry('lock')], [entry('claims')], true)).toEqual(['Go to', 'Do'])
  expect(names([], [entry('claims')])).toEqual(['Go to'])
})
