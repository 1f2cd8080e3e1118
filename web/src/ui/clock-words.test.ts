// The clock of a deadline.
import { describe, expect, test } from 'vitest'
import { readClock } from './clock-words.ts'

describe('a clock', () => {
  test.each([
    [14, 90, '76 days left to file', false],
    [71, 90, '19 days left to file', false],
    [72, 90, '18 days left to file', true],
    [89, 90, '1 day left to file', true],
    [90, 90, 'Last day to file', true],
    [91, 90, '1 day too late to file', true],
    [120, 90, '30 days too late to file', true],
  ])('with %d of %d days used says "%s"', (used, allowed, words, isLate) => {
    expect(readClock(used, allowed, 'to file')).toMatchObject({ words, isLate })
  })

  test('is full, and no more than full, when the day has gone by', () => {
    expect(readClock(120, 90, 'to file').share).toBe(1)
    expect(readClock(0, 0, 'to appeal').share).toBe(1)
    expect(readClock(-2, 90, 'to file').share).toBe(0)
  })
})
