// From the times a person wrote to instants: what a clock may show, whatever knows its zone.
import { type Finding, field } from '../values/finding.ts'
import type { ClockTime, Day, Instant } from '../values/day.ts'
import { type Result, accepted, refused } from '../values/result.ts'

/** A session's times as a person wrote them. */
export interface WrittenTimes {
  readonly day: Day
  readonly start: ClockTime
  readonly stop: ClockTime
  /** The day it stopped, when that was after midnight. */
  readonly stopDay?: Day
  /** Which of the two, when the clock showed that hour twice: `-04:00`. */
  readonly startOffset?: string
  readonly stopOffset?: string
}

/** A moment at which a clock showed a time, and how far it then stood from UTC. */
export interface ShownAt {
  readonly at: Instant
  readonly offset: string
}

/**
 * The clock of a zone, which core has not: given at the door. The moments at which it showed this time of this day:
 * one as a rule, none when it skipped the hour, two (in order) when it showed the hour twice; null for no zone at all.
 */
export type ShownTimes = (zone: string, day: Day, time: ClockTime) => readonly ShownAt[] | null

export interface SessionInstants {
  readonly startInstant: Instant
  readonly stopInstant: Instant
}

const fault = (path: string, says: string, remedy: string): Finding => ({
  code: 'session-times',
  severity: 'holds-claim',
  whose: 'platform',
  place: field(path),
  says,
  remedy,
  source: 'ARCHITECTURE.md, conventions 4',
  evidence: {},
})

const noZone = fault(
  'session.zone',
  'This is not the name of a time zone.',
  'Write an IANA name such as America/New_York.',
)

const moment = (
  shown: readonly ShownAt[],
  offset: string | undefined,
  path: 'start' | 'stop',
): Result<Instant> => {
  const [first, second] = shown
  if (first === undefined)
    return refused([
      fault(
        `session.${path}`,
        'The clock skipped this hour on that day.',
        'Write a time that the clock showed.',
      ),
    ])
  if (second === undefined) return accepted(first.at)
  const meant = shown.find((each) => each.offset === offset)
  if (meant !== undefined) return accepted(meant.at)
  const remedy = `Say which by "${path}Offset": "${first.offset}" for the first, "${second.offset}" for the second.`
  return refused([fault(`session.${path}`, 'The clock showed this hour twice on that day.', remedy)])
}

/**
 * The instants a session began and stopped. Findings: an unknown zone, an hour the clock skipped, one it showed
 * twice, and a stop that is not after the start.
 */
export const instantsOf = (
  times: WrittenTimes,
  zone: string,
  shownTimes: ShownTimes,
): Result<SessionInstants> => {
  const starts = shownTimes(zone, times.day, times.start)
  const stops = shownTimes(zone, times.stopDay ?? times.day, times.stop)
  if (starts === null || stops === null) return refused([noZone])
  const start = moment(starts, times.startOffset, 'start')
  const stop = moment(stops, times.stopOffset, 'stop')
  if (!start.ok || !stop.ok) return refused([...start.findings, ...stop.findings])
  if (stop.value > start.value) return accepted({ startInstant: start.value, stopInstant: stop.value })
  return refused([
    fault(
      'session.stop',
      stop.value === start.value
        ? 'The session stops when it starts.'
        : 'The session stops before it starts.',
      'Correct the times; a session that ran over midnight names the day it stopped in "stopDay".',
    ),
  ])
}
