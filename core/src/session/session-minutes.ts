// How long a session lasted, by its instants: right across daylight saving and over midnight.
import { minutesBetween } from '../values/day.ts'
import type { Session } from './session.ts'

type Times = Pick<Session, 'startInstant' | 'stopInstant'>

/** Whole minutes from start to stop; negative when the stop lies before the start. */
export const sessionMinutes = (session: Times): number =>
  minutesBetween(session.startInstant, session.stopInstant)

/**
 * Face-to-face therapy minutes: those stated; the whole session when neither part is stated; null when only
 * minutes of evaluation and management are.
 */
export const sessionTherapyMinutes = (
  session: Times & Pick<Session, 'therapyMinutes' | 'emMinutes'>,
): number | null => session.therapyMinutes ?? (session.emMinutes === null ? sessionMinutes(session) : null)
