// The minutes a note documents: therapy, evaluation and management, and both together.
import type { ClockTime } from '../values/day.ts'
import type { Session } from '../session/session.ts'
import { sessionMinutes } from '../session/session-minutes.ts'
import type { Note } from './note.ts'

/** What a note documents. Null is "the note does not say", never zero. */
export interface DocumentedMinutes {
  /** Face-to-face therapy (or intake, crisis, family) minutes; null in an E/M note without them. */
  readonly therapy: number | null
  /** Minutes of evaluation and management; null when the note does not state them. */
  readonly em: number | null
  /** From start to stop, else as printed, else the parts added. */
  readonly total: number | null
}

const minuteOfDay = (time: ClockTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/**
 * Whole minutes from one time of the clock to another. A stop before the start is after midnight. A stop equal to
 * the start is no time at all. Clock times alone do not know of daylight saving: where instants are held,
 * `session/session-minutes.ts` counts those.
 */
export const clockMinutes = (start: ClockTime, stop: ClockTime): number =>
  (minuteOfDay(stop) - minuteOfDay(start) + 1440) % 1440

/**
 * The minutes from the note's start to its stop; null when it does not give both. When they are those of the session,
 * the session's instants are counted, so that the night the clocks change is right.
 */
export const minutesBetweenTimes = (
  note: Pick<Note, 'recorded'>,
  session: Session | null = null,
): number | null => {
  const { day, start, stop } = note.recorded
  if (start === null || stop === null) return null
  const same = session !== null && session.start === start && session.stop === stop
  if (same && (day === null || day === session.day)) return sessionMinutes(session)
  return clockMinutes(start, stop)
}

/**
 * The minutes the note itself documents. Stated therapy minutes win over the times, as forms, waiting and medical
 * work are no therapy (docs/sources.md 2); then stop less start; then the printed total. In a note of E/M with therapy the
 * therapy minutes count only when they are stated apart (docs/sources.md 6.2, 90833/6/8).
 */
export const documentedMinutes = (
  note: Pick<Note, 'template' | 'recorded'>,
  session: Session | null = null,
): DocumentedMinutes => {
  const { minutes, therapyMinutes, emMinutes } = note.recorded
  const parts =
    therapyMinutes !== null || emMinutes !== null ? (therapyMinutes ?? 0) + (emMinutes ?? 0) : null
  const total = minutesBetweenTimes(note, session) ?? minutes ?? parts
  if (note.template === 'em') return { therapy: therapyMinutes, em: emMinutes ?? total, total }
  if (note.template === 'em-with-therapy') return { therapy: therapyMinutes, em: emMinutes, total }
  return { therapy: therapyMinutes ?? total, em: emMinutes, total }
}

/**
 * The one figure that note, session and claim are compared by: face-to-face therapy minutes, and for notes of
 * evaluation and management the whole visit, as its parts are coded apart.
 */
export const comparedMinutes = (
  note: Pick<Note, 'template' | 'recorded'>,
  session: Session | null = null,
): number | null => {
  const { therapy, total } = documentedMinutes(note, session)
  return note.template === 'em' || note.template === 'em-with-therapy' ? total : therapy
}
