// Proves the door from clock times to instants: zones, the skipped hour, the doubled hour, midnight.
import { describe, expect, test } from 'vitest'
import { clockTime, day, minutesBetween } from '@goldenthread/core/values/day.ts'
import { sessionInstants } from './session-instants.ts'

const times = (on: string, start: string, stop: string, more: object = {}) => ({
  day: day(on),
  start: clockTime(start),
  stop: clockTime(stop),
  ...more,
})

describe('a session on the clock of its place', () => {
  const rows = [
    // day, start, stop, zone, start in UTC, minutes
    ['2026-03-10', '14:00', '14:55', 'America/New_York', '2026-03-10T18:00:00Z', 55],
    ['2026-01-15', '09:00', '09:45', 'America/Los_Angeles', '2026-01-15T17:00:00Z', 45],
    ['2026-01-15', '09:00', '10:00', 'America/Phoenix', '2026-01-15T16:00:00Z', 60],
    // The clocks went forward at two in the morning: an hour of the clock is missing.
    ['2026-03-08', '01:30', '03:30', 'America/New_York', '2026-03-08T06:30:00Z', 60],
  ] as const
  test.each(rows)(
    '%s %s to %s in %s began at %s and ran %i minutes',
    (on, start, stop, zone, began, minutes) => {
      const found = sessionInstants(times(on, start, stop), zone)
      expect(found.ok && found.value.startInstant).toBe(began)
      expect(found.ok && minutesBetween(found.value.startInstant, found.value.stopInstant)).toBe(minutes)
    },
  )

  test('an hour that the clock skipped is refused', () => {
    const found = sessionInstants(times('2026-03-08', '02:15', '03:15'), 'America/New_York')
    expect(found.findings.map((each) => [each.place, each.says])).toEqual([
      [{ kind: 'field', path: 'session.start' }, 'The clock skipped this hour on that day.'],
    ])
  })

  test('an hour that the clock showed twice asks which, and takes the answer', () => {
    const doubled = times('2025-11-02', '01:15', '02:15')
    const asked = sessionInstants(doubled, 'America/New_York')
    expect(asked.findings[0]?.remedy).toContain('"startOffset": "-04:00"')
    const first = sessionInstants({ ...doubled, startOffset: '-04:00' }, 'America/New_York')
    const second = sessionInstants({ ...doubled, startOffset: '-05:00' }, 'America/New_York')
    expect(first.ok && first.value.startInstant).toBe('2025-11-02T05:15:00Z')
    expect(second.ok && second.value.startInstant).toBe('2025-11-02T06:15:00Z')
  })

  test('a stop before the start is refused, unless the session names the day it stopped', () => {
    const refused = sessionInstants(times('2026-02-03', '23:30', '00:20'), 'America/Chicago')
    expect(refused.findings.map((each) => each.place)).toEqual([{ kind: 'field', path: 'session.stop' }])
    const overMidnight = sessionInstants(
      times('2026-02-03', '23:30', '00:20', { stopDay: day('2026-02-04') }),
      'America/Chicago',
    )
    expect(
      overMidnight.ok && minutesBetween(overMidnight.value.startInstant, overMidnight.value.stopInstant),
    ).toBe(50)
  })

  test('a zone that does not exist is refused', () => {
    const found = sessionInstants(times('2026-02-03', '10:00', '10:45'), 'America/Gotham')
    expect(found.findings.map((each) => each.place)).toEqual([{ kind: 'field', path: 'session.zone' }])
  })
})
