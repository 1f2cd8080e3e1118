// The time: the only place in the server that reads it. Everything else is handed a clock.
import type { Instant } from '@goldenthread/core/values/day.ts'

export interface Clock {
  /** The present moment, to the second. */
  readonly now: () => Instant
  /** Milliseconds since 1970, of the same moment: for ids and waiting. */
  readonly milliseconds: () => number
}

/** The instant of so many milliseconds since 1970, its fraction of a second dropped. */
export const instantOf = (milliseconds: number): Instant =>
  `${new Date(milliseconds).toISOString().slice(0, 19)}Z` as Instant

/** The milliseconds since 1970 of an instant. */
export const millisecondsOf = (at: Instant): number => Date.parse(at)

/** The instant so many seconds after another one. */
export const addSeconds = (at: Instant, seconds: number): Instant =>
  instantOf(millisecondsOf(at) + seconds * 1000)

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => instantOf(Date.now()),
  milliseconds: () => Date.now(),
}

export interface MovedClock extends Clock {
  /** Sets it; it stands still until it is moved again. */
  readonly moveTo: (at: Instant) => void
}

/** A clock that stands where it was put: a demo practice lives through its weeks by it, a test chooses its moment. */
export const movedClock = (start: Instant): MovedClock => {
  let stands = millisecondsOf(start)
  return {
    now: () => instantOf(stands),
    milliseconds: () => stands,
    moveTo: (at) => {
      stands = millisecondsOf(at)
    },
  }
}
