// Which days of birth can be one.
import { describe, expect, test } from 'vitest'
import type { Day, Instant } from '@goldenthread/core/values/day.ts'
import { birthDayFindings } from './birth-day.ts'

const at = '2026-03-10T14:00:00Z' as Instant

describe('a day of birth on March 10, 2026', () => {
  test.each([
    ['1979-02-11', 0],
    ['2026-03-10', 0],
    ['2026-03-11', 1],
    ['2099-01-01', 1],
    ['1903-01-01', 0],
    ['1851-12-31', 1],
  ])('%s has %i findings', (day, findings) => {
    expect(birthDayFindings({ at }, day as Day, 'body.client.birthDate')).toHaveLength(findings)
  })
})
