// Lines of charts.
import { describe, expect, test } from 'vitest'
import { axisValues, heightOf, pathOf, spread } from './line-points.ts'

const box = { width: 100, height: 20 }

describe('values in a box', () => {
  test('are spread from its left to its right side, the highest at the top', () => {
    expect(spread([19, 14, 0], 0, 19, box)).toEqual([
      { x: 0, y: 0 },
      { x: 50, y: 20 - (14 / 19) * 20 },
      { x: 100, y: 20 },
    ])
  })

  test('that are all alike run through the middle', () => {
    expect(heightOf(7, 7, 7, 20)).toBe(10)
  })

  test('that are but one stand at the right end, where now is', () => {
    expect(spread([5], 0, 10, box)).toEqual([{ x: 100, y: 10 }])
  })

  test('become a path', () => {
    expect(pathOf(spread([0, 1, 2], 0, 3, box))).toBe('M0 20 L50 13.33 L100 6.67')
    expect(pathOf([])).toBe('')
  })
})

describe('an axis', () => {
  test.each([
    [24, [0, 5, 10, 15, 20, 25]],
    [27, [0, 10, 20, 30]],
    [3, [0, 1, 2, 3]],
    [0, [0, 1]],
    [100, [0, 20, 40, 60, 80, 100]],
  ])('to %d counts in round steps', (most, values) => {
    expect(axisValues(most)).toEqual(values)
  })
})
