// The payer's clock: the machine's, or an instant given at the start that a control call moves. The only reader of the time.
import type { Instant } from '@goldenthread/core/values/day.ts'

/** `real`, or the instant at which a moved clock stands. */
export type ClockSetting = 'real' | Instant

const instantOf = (milliseconds: number): Instant =>
  `${new Date(milliseconds).toISOString().slice(0, 19)}Z` as Instant

/** What a clock of this setting shows now, to the second. */
export const readClock = (setting: ClockSetting): Instant =>
  setting === 'real' ? instantOf(Date.now()) : setting

/** The instant so many whole seconds later. */
export const addSeconds = (to: Instant, seconds: number): Instant =>
  seconds === 0 ? to : instantOf(Date.parse(to) + seconds * 1_000)
