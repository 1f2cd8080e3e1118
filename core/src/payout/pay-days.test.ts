// Pay days: when the next one is.
import { describe, expect, test } from 'vitest'
import { day } from '../values/day.ts'
import { type PaySchedule, payDayAfter, payDayFrom } from './pay-days.ts'

const schedule = (every: PaySchedule['every'], first: string): PaySchedule => ({ every, first: day(first) })

describe('the next pay day', () => {
  test.each([
    ['week', '2026-01-02', '2025-12-01', '2026-01-02'],
    ['week', '2026-01-02', '2026-01-02', '2026-01-02'],
    ['week', '2026-01-02', '2026-01-03', '2026-01-09'],
    ['two-weeks', '2026-01-02', '2026-01-10', '2026-01-16'],
    ['two-weeks', '2026-01-02', '2026-01-16', '2026-01-16'],
    ['month', '2026-01-31', '2026-02-01', '2026-02-28'],
    ['month', '2026-01-31', '2026-03-01', '2026-03-31'],
    ['month', '2025-12-15', '2025-12-16', '2026-01-15'],
    ['month', '2025-11-30', '2026-02-28', '2026-02-28'],
  ] as const)('paid every %s since %s, from %s on it is %s', (every, first, from, next) => {
    expect(payDayFrom(schedule(every, first), day(from))).toBe(next)
  })

  test('after a pay day is a later one', () => {
    expect(payDayAfter(schedule('two-weeks', '2026-01-02'), day('2026-01-02'))).toBe('2026-01-16')
    expect(payDayAfter(schedule('month', '2026-01-31'), day('2026-02-28'))).toBe('2026-03-31')
  })
})
