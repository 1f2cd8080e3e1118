// Picks by pointer and key.
import { describe, expect, test } from 'vitest'
import { pick, placeAfter, placeOfFigure } from './pick-moves.ts'

const moods = ['euthymic', 'low', 'anxious', 'irritable']

describe('a pick', () => {
  test.each([
    ['takes the place of the other in a single choice', ['low'], 'anxious', false, ['anxious']],
    ['pressed again is taken back', ['low'], 'low', false, []],
    ['stands beside the others where several may be', ['anxious'], 'low', true, ['low', 'anxious']],
    ['among several is taken back alone', ['low', 'anxious'], 'low', true, ['anxious']],
    ['leaves what the row does not list', ['tearful'], 'low', true, ['low', 'tearful']],
  ])('%s', (_what, before, value, several, after) => {
    expect(pick(before, value, several, moods)).toEqual(after)
  })
})

describe('an arrow key', () => {
  test.each([
    ['ArrowRight', 3, 0],
    ['ArrowDown', 0, 1],
    ['ArrowLeft', 0, 3],
    ['ArrowUp', 2, 1],
    ['Home', 2, 0],
    ['End', 1, 3],
    ['a', 1, null],
  ])('%s from place %d leads to %s', (key, from, to) => {
    expect(placeAfter(key, from, moods.length)).toBe(to)
  })

  test('leads nowhere in an empty row', () => {
    expect(placeAfter('ArrowRight', 0, 0)).toBeNull()
  })
})

test.each([
  ['1', 0],
  ['4', 3],
  ['5', null],
  ['0', null],
  ['12', null],
])('the figure %s names place %s', (key, place) => {
  expect(placeOfFigure(key, moods.length)).toBe(place)
})
