// The time rule: which codes with which units a number of minutes supports.
import type { Day } from '../values/day.ts'
import type { Facts, TimeBand, TimedService } from '../facts/facts.ts'

/**
 * The row of the time rule the minutes fall in, by the facts of the day. Whole minutes from 0 on; a row without codes
 * says that the minutes support none. Throws when the facts leave a gap: a table of minutes covers every minute.
 * Source: docs/sources.md 2.
 */
export const pickBand = (
  service: TimedService,
  minutes: number,
  facts: Facts,
  on: Day,
  reading: 'started' | 'midpoint' = 'started',
): TimeBand => {
  if (!Number.isSafeInteger(minutes) || minutes < 0)
    throw new RangeError(`${minutes} is not a number of minutes`)
  const band = facts
    .timeBands(service, on, reading)
    .find((row) => row.minutesFrom <= minutes && (row.minutesTo === null || minutes <= row.minutesTo))
  if (band === undefined)
    throw new RangeError(`the time rule of ${service} says nothing of ${minutes} minutes`)
  return band
}

/** The fewest minutes of a service that support any code. */
export const leastMinutes = (
  service: TimedService,
  facts: Facts,
  on: Day,
  reading: 'started' | 'midpoint' = 'started',
): number =>
  Math.min(
    ...facts
      .timeBands(service, on, reading)
      .filter((row) => row.codes.length > 0)
      .map((row) => row.minutesFrom),
  )

/**
 * Minutes no unit stands for: those past the last row, when its codes already have all the units a day allows.
 * At 180 minutes of crisis they are 16 (docs/sources.md 2: from 165 on three units and a note of the minutes beyond).
 */
export const minutesBeyond = (band: TimeBand, minutes: number, facts: Facts, on: Day): number => {
  const last = band.codes.at(-1)
  if (band.minutesTo !== null || last === undefined || last.units < 2) return 0
  return facts.procedure(last.code, on)?.dailyUnits === last.units ? minutes - band.minutesFrom + 1 : 0
}
