// The clock of a zone (temporal-polyfill): the server's door between times people write and instants.
import { Temporal } from 'temporal-polyfill'
import { type ClockTime, type Day, type Instant, instant } from '@goldenthread/core/values/day.ts'
import type { ShownAt } from '@goldenthread/core/session/session-times.ts'

/**
 * When the clock of a zone showed a time of a day; null for a zone that does not exist. The command line has the same
 * few lines (docs/decisions/0004-zones-at-two-doors.md); what follows from them is core's.
 */
export const shownTimes = (zone: string, day: Day, time: ClockTime): readonly ShownAt[] | null => {
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

/** The day on the calendar of a zone at an instant. Throws on a zone that does not exist: stored zones were proved. */
export const dayIn = (zone: string, at: Instant): Day =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString() as Day

/** The instant at which the day after this one begins on the clock of a zone. */
export const endOfDay = (zone: string, day: Day): Instant =>
  instant(
    Temporal.PlainDate.from(day)
      .add({ days: 1 })
      .toZonedDateTime(zone)
      .toInstant()
      .toString({ smallestUnit: 'second' }),
  )
