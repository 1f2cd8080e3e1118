// From the clock of a place to instants: the door where zones are known (temporal-polyfill); core only gets the result.
import { Temporal } from 'temporal-polyfill'
import { type Finding, field } from '@goldenthread/core/values/finding.ts'
import { type ClockTime, type Day, type Instant, instant } from '@goldenthread/core/values/day.ts'
import { type Result, accepted, refused } from '@goldenthread/core/values/result.ts'

/** A session's times as a person wrote them. */
export interface WrittenTimes {
  readonly day: Day
  readonly start: ClockTime
  readonly stop: ClockTime
  readonly stopDay?: Day
  /** Which of the two, when the clock showed that hour twice. */
  readonly startOffset?: string
  readonly stopOffset?: string
}

const fault = (path: string, says: string, remedy: string): Finding => ({
  code: 'session-times',
  severity: 'holds-claim',
  whose: 'platform',
  place: field(path),
  says,
  remedy,
  source: 'docs/case-file.md',
  evidence: {},
})

const isZone = (zone: string): boolean => {
  try {
    Temporal.ZonedDateTime.from({ year: 2026, month: 1, day: 1, timeZone: zone })
    return true
  } catch {
    return false
  }
}

const instantOf = (
  day: Day,
  time: ClockTime,
  zone: string,
  offset: string | undefined,
  path: string,
): Result<Instant> => {
  const written = Temporal.PlainDateTime.from(`${day}T${time}`)
  const asInstant = (of: Temporal.ZonedDateTime): Instant =>
    instant(of.toInstant().toString({ smallestUnit: 'second' }))
  const earlier = written.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = written.toZonedDateTime(zone, { disambiguation: 'later' })
  if (earlier.epochMilliseconds === later.epochMilliseconds) return accepted(asInstant(earlier))
  if (!earlier.toPlainDateTime().equals(written)) {
    return refused([
      fault(
        `session.${path}`,
        'The clock skipped this hour on that day.',
        'Write a time that the clock showed.',
      ),
    ])
  }
  const meant = [earlier, later].find((each) => each.offset === offset)
  if (meant !== undefined) return accepted(asInstant(meant))
  const remedy = `Say which by "${path}Offset": "${earlier.offset}" for the first, "${later.offset}" for the second.`
  return refused([fault(`session.${path}`, 'The clock showed this hour twice on that day.', remedy)])
}

/**
 * The instants a session began and stopped. Findings: an unknown zone, an hour the clock skipped, one it showed
 * twice, and a stop that is not after the start.
 */
export const sessionInstants = (
  times: WrittenTimes,
  zone: string,
): Result<{ readonly startInstant: Instant; readonly stopInstant: Instant }> => {
  if (!isZone(zone)) {
    return refused([
      fault(
        'session.zone',
        'This is not the name of a time zone.',
        'Write an IANA name such as America/New_York.',
      ),
    ])
  }
  const start = instantOf(times.day, times.start, zone, times.startOffset, 'start')
  const stop = instantOf(times.stopDay ?? times.day, times.stop, zone, times.stopOffset, 'stop')
  if (!start.ok || !stop.ok) return refused([...start.findings, ...stop.findings])
  if (stop.value > start.value) return accepted({ startInstant: start.value, stopInstant: stop.value })
  return refused([
    fault(
      'session.stop',
      'The session stops before it starts.',
      'Correct the times; a session that ran over midnight names the day it stopped in "stopDay".',
    ),
  ])
}
