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
  /** From start to stop or as printed, whichever is less; where neither is there, the parts added. */
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
export const minutesBetweenTimes = (note: Pick<Note, 'recorded'>, session: Session | null): number | null => {
  const { day, start, stop } = note.recorded
  if (start === null || stop === null) return null
  const same = session !== null && session.start === start && session.stop === stop
  if (same && (day === null || day === session.day)) return sessionMinutes(session)
  return clockMinutes(start, stop)
}

/** Whole minutes of zero or more; anything else counts as not stated, and the checks of session and note say so. */
export const wholeMinutes = (minutes: number | null): number | null =>
  minutes !== null && Number.isSafeInteger(minutes) && minutes >= 0 ? minutes : null

/** Of two statements of one length the shorter is what both documents bear out. */
const shorter = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other)

/**
 * The minutes the note itself documents. Stated therapy minutes win over the times, as forms, waiting and medical
 * work are no therapy (docs/sources.md 2); then stop less start or the printed total, whichever is less, since a
 * printed total below the times is the time face to face. In a note of E/M with therapy the therapy minutes count only
 * when they are stated apart (docs/sources.md 6.2, 90833/6/8). `session` is the one that was documented, null where
 * there is none: its instants count the night the clocks change right.
 */
export const documentedMinutes = (
  note: Pick<Note, 'template' | 'recorded'>,
  session: Session | null,
): DocumentedMinutes => {
  const therapy = wholeMinutes(note.recorded.therapyMinutes)
  const em = wholeMinutes(note.recorded.emMinutes)
  const parts = therapy !== null || em !== null ? (therapy ?? 0) + (em ?? 0) : null
  const total =
    shorter(wholeMinutes(minutesBetweenTimes(note, session)), wholeMinutes(note.recorded.minutes)) ?? parts
  if (note.template === 'em') return { therapy, em: em ?? total, total }
  if (note.template === 'em-with-therapy') return { therapy, em, total }
  return { therapy: therapy ?? total, em, total }
}

/**
 * The one figure that note, session and claim are compared by: face-to-face therapy minutes, and for notes of
 * evaluation and management the whole visit, as its parts are coded apart.
 */
export const comparedMinutes = (
  note: Pick<Note, 'template' | 'recorded'>,
  session: Session | null,
): number | null => {
  const { therapy, total } = documentedMinutes(note, session)
  return note.template === 'em' || note.template === 'em-with-therapy' ? total : therapy
}
