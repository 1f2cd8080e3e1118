// From the clock of a place to instants: the door where zones are known (temporal-polyfill); core only gets the result.
import { Temporal } from 'temporal-polyfill'
import { type ClockTime, type Day, instant } from '@goldenthread/core/values/day.ts'
import {
  type SessionInstants,
  type ShownAt,
  type WrittenTimes,
  instantsOf,
} from '@goldenthread/core/session/session-times.ts'
import type { Result } from '@goldenthread/core/values/result.ts'

/** When the clock of a zone showed a time of a day; null for a zone that does not exist. */
const shownTimes = (zone: string, day: Day, time: ClockTime): readonly ShownAt[] | null => {
  const written = Temporal.PlainDateTime.from(`${day}T${time}`)
  const read = (disambiguation: 'earlier' | 'later') => written.toZonedDateTime(zone, { disambiguation })
  try {
    const [earlier, later] = [read('earlier'), read('later')]
    const both = earlier.epochMilliseconds === later.epochMilliseconds ? [earlier] : [earlier, later]
    return both
      .filter((each) => each.toPlainDateTime().equals(written))
      .map((each) => ({
        at: instant(each.toInstant().toString({ smallestUnit: 'second' })),
        offset: each.offset,
      }))
  } catch (fault) {
    if (fault instanceof RangeError) return null
    throw fault
  }
}

/** The instants a session began and stopped, or why it cannot be told (core/session/session-times.ts). */
export const sessionInstants = (times: WrittenTimes, zone: string): Result<SessionInstants> =>
  instantsOf(times, zone, shownTimes)
