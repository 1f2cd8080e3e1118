// The clock of a zone: what it showed when, the same at both doors, and whose day it is.
import { describe, expect, test } from 'vitest'
import { instantsOf } from '@goldenthread/core/session/session-times.ts'
import { clockTime, day, instant } from '@goldenthread/core/values/day.ts'
import { sessionInstants } from '../../../cli/src/thread/session-instants.ts'
import { dayIn, shownTimes } from './zone-clock.ts'

const shown = [
  // zone, day, time, the moments at which the clock showed it
  ['America/New_York', '2026-03-10', '09:00', ['2026-03-10T13:00:00Z -04:00']],
  ['America/New_York', '2026-03-08', '02:30', []],
  ['America/New_York', '2025-11-02', '01:30', ['2025-11-02T05:30:00Z -04:00', '2025-11-02T06:30:00Z -05:00']],
  ['America/Phoenix', '2026-03-08', '02:30', ['2026-03-08T09:30:00Z -07:00']],
  ['America/Gotham', '2026-03-10', '09:00', null],
] as const

describe('the clock of a zone', () => {
  test.each(shown)('%s on %s at %s', (zone, on, time, moments) => {
    const found = shownTimes(zone, day(on), clockTime(time))
    expect(found?.map(({ at, offset }) => `${at} ${offset}`) ?? null).toEqual(moments)
  })

  const nights = ['2025-11-01', '2025-11-02', '2026-03-07', '2026-03-08', '2026-03-10']
  const hours = Array.from({ length: 24 }, (_, hour) => clockTime(`${String(hour).padStart(2, '0')}:15`))

  test.each(nights)('says the same at both doors in every hour of %s', (on) => {
    for (const zone of ['America/New_York', 'America/Los_Angeles', 'America/Phoenix', 'America/Gotham'])
      for (const start of hours) {
        const times = { day: day(on), start, stop: clockTime('23:45') }
        expect(instantsOf(times, zone, shownTimes)).toEqual(sessionInstants(times, zone))
      }
  })
})

test('the day is that of the place, not of UTC', () => {
  const evening = instant('2026-03-11T02:30:00Z')
  expect([dayIn('America/New_York', evening), dayIn('UTC', evening)]).toEqual(['2026-03-10', '2026-03-11'])
})
