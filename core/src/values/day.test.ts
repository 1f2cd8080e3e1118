// Days of the calendar by whole numbers, and instants and clock times as texts.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  compactDay,
  day,
  dayAt,
  dayFromCompact,
  dayFromNumber,
  dayNumber,
  daysBetween,
  instant,
  minutesBetween,
  parseClockTime,
  parseDay,
  parseInstant,
  utcDay,
} from './day.ts'

/** From 0001-01-01 to 9999-12-31. */
const numbers = fc.integer({ min: -719162, max: 2932896 })

test.each(['2026-02-28', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is a day', (text) => {
  expect(parseDay(text)).toBe(text)
})

test.each([
  '2026-02-29',
  '1900-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '2026-1-1',
  '20260101',
  '0000-01-01',
  '2026-01-01T',
  '',
])('%j is no day of the calendar', (text) => {
  expect(parseDay(text)).toBeNull()
  expect(() => day(text)).toThrow(RangeError)
})

test('a text from outside that is no day is a finding at its path, and a long one is not repeated', () => {
  const found = dayAt('the first of may in the year 2026', 'session.day')
  expect(found.ok).toBe(false)
  expect(found.findings[0]?.place).toEqual({ kind: 'field', path: 'session.day' })
  expect(found.findings[0]?.evidence['value']).toHaveLength(20)
})

test.each([
  ['1970-01-01', 0],
  ['1969-12-31', -1],
  ['2000-03-01', 11017],
  ['2026-02-03', 20487],
])('%s is %i days from the first of 1970', (text, count) => {
  expect(dayNumber(day(text))).toBe(count)
})

describe('the calendar', () => {
  test('every number is a day that gives the number back', () => {
    fc.assert(
      fc.property(
        numbers,
        (count) => parseDay(dayFromNumber(count)) !== null && dayNumber(dayFromNumber(count)) === count,
      ),
    )
  })

  test('agrees with the calendar of the language', () => {
    fc.assert(
      fc.property(numbers, (count) => {
        expect(dayFromNumber(count)).toBe(new Date(count * 86_400_000).toISOString().slice(0, 10))
      }),
    )
  })

  test('orders days as their texts are ordered', () => {
    fc.assert(
      fc.property(
        numbers,
        numbers,
        (one, other) => dayFromNumber(one) < dayFromNumber(other) === one < other,
      ),
    )
  })

  test('so many days later is so many days between', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40000 }),
        fc.integer({ min: -20000, max: 20000 }),
        (start, count) => {
          const from = dayFromNumber(start)
          expect(daysBetween(from, addDays(from, count))).toBe(count)
        },
      ),
    )
  })

  test('eight digits come back', () => {
    fc.assert(
      fc.property(
        numbers,
        (count) => dayFromCompact(compactDay(dayFromNumber(count))) === dayFromNumber(count),
      ),
    )
  })
})

test.each([-719163, 2932897, 0.5, Number.NaN])('no day is %d days from the first of 1970', (count) => {
  expect(() => dayFromNumber(count)).toThrow(RangeError)
})

test.each(['2026-02-03', '20260230', '2026020', ''])('%j is no day of eight digits', (text) => {
  expect(dayFromCompact(text)).toBeNull()
})

test.each([
  ['2026-03-01T10:00:00Z', '2026-03-01T10:53:59Z', 53],
  ['2026-03-01T23:30:00Z', '2026-03-02T00:20:00Z', 50],
  ['2026-03-01T10:00:00Z', '2026-03-01T09:59:30Z', -1],
])('from %s to %s are %i whole minutes', (from, to, expected) => {
  expect(minutesBetween(instant(from), instant(to))).toBe(expected)
})

test('an instant lies on its UTC day', () => {
  expect(utcDay(instant('2026-03-01T23:30:00Z'))).toBe('2026-03-01')
})

test.each([
  '2026-03-01T24:00:00Z',
  '2026-03-01T10:60:00Z',
  '2026-02-30T10:00:00Z',
  '2026-03-01T10:00:00',
  '2026-03-01',
])('%j is no instant', (text) => {
  expect(parseInstant(text)).toBeNull()
  expect(() => instant(text)).toThrow(RangeError)
})

test.each([
  ['00:00', true],
  ['23:59', true],
  ['24:00', false],
  ['9:00', false],
  ['12:60', false],
])('%s on a clock: %s', (text, isTime) => {
  expect(parseClockTime(text) !== null).toBe(isTime)
})
