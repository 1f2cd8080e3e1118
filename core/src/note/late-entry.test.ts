// When a signature is a late entry.
import { describe, expect, test } from 'vitest'
import { instant } from '../values/day.ts'
import { lateEntryOf, usualLimitHours } from './late-entry.ts'

const ended = instant('2026-03-10T18:47:00Z')

describe('a signature', () => {
  test.each([
    ['an hour after the session', '2026-03-10T19:47:00Z', null],
    ['at the limit', '2026-03-11T18:47:00Z', null],
    ['a minute beyond the limit', '2026-03-11T18:48:00Z', { hoursAfter: 24, limitHours: 24 }],
    ['ten days later', '2026-03-20T18:46:00Z', { hoursAfter: 239, limitHours: 24 }],
  ])('%s', (_, signedAt, late) => {
    expect(lateEntryOf(ended, instant(signedAt), usualLimitHours)).toEqual(late)
  })

  test('is measured by the limit the practice has', () => {
    expect(lateEntryOf(ended, instant('2026-03-12T18:00:00Z'), 48)).toBeNull()
  })
})
