// How days and times are said.
import { describe, expect, test } from 'vitest'
import { clockWords, countWord, nameOfDay, shortDay, weekDay, wholeDay } from './day-words.ts'

describe('a day', () => {
  test('is said whole, short, and with its year where that is another one', () => {
    expect(wholeDay('2026-03-12')).toBe('Thursday, March 12')
    expect(weekDay('2026-03-12')).toBe('Thu, Mar 12')
    expect(nameOfDay('2026-03-13')).toBe('Friday')
    expect(shortDay('2026-03-12')).toBe('Mar\u00A012')
    expect(shortDay('2025-12-30', '2026-01-02')).toBe('Dec\u00A030,\u00A02025')
  })

  test.each([
    ['00:05', '12:05'],
    ['08:00', '8:00'],
    ['12:20', '12:20'],
    ['16:50', '4:50'],
  ])('the clock at %s says %s', (time, says) => {
    expect(clockWords(time)).toBe(says)
  })

  test('counts to twelve in words', () => {
    expect([0, 1, 7, 12, 13].map(countWord)).toEqual(['No', 'One', 'Seven', 'Twelve', '13'])
  })
})
