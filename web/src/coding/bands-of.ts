// The bands of minutes a timed code was chosen from, as the scale of minutes draws them.
import type { Coding, CodedProcedure } from '@goldenthread/core/coding/coding.ts'
import type { Facts, TimeBand, TimedService } from '@goldenthread/core/facts/facts.ts'
import type { Day } from '@goldenthread/core/values/day.ts'
import type { Band } from '../ui/band-scale.ts'

/** The kinds of service that minutes choose the code of. A visit is chosen by decision making, and shows no scale. */
const timed: readonly TimedService[] = [
  'therapy',
  'therapy-with-em',
  'crisis',
  'family-with-client',
  'family-without-client',
]

export interface Scale {
  readonly bands: readonly Band[]
  /** The code of the band that holds. */
  readonly used: string
  readonly minutes: number
}

const nameOf = ({ codes }: TimeBand): string =>
  codes.map(({ code, units }) => (units === 1 ? code : `${code} × ${units}`)).join(' + ')

const bandsOf = (rows: readonly TimeBand[]): readonly Band[] => {
  const bands: Band[] = []
  for (const row of rows.filter(({ codes }) => codes.length > 0)) {
    const code = nameOf(row)
    const last = bands.at(-1)
    // Past the most units of a day the same codes go on.
    if (last?.code === code) bands.splice(-1, 1, { ...last, to: row.minutesTo })
    else bands.push({ code, from: row.minutesFrom, to: row.minutesTo })
  }
  return bands
}

const serviceOf = (procedure: CodedProcedure, facts: Facts, on: Day): TimedService | null =>
  timed.find((each) => each === facts.procedure(procedure.code, on)?.family) ?? null

/** Null where no code of the session was chosen by a band of minutes, or the band is the only one there is. */
export const scaleOf = (
  { procedures }: Coding,
  facts: Facts,
  on: Day,
  reading: 'started' | 'midpoint',
): Scale | null => {
  const chosen = procedures.find(({ band }) => band !== null)
  if (chosen === undefined || chosen.band === null) return null
  const service = serviceOf(chosen, facts, on)
  if (service === null) return null
  const bands = bandsOf(facts.timeBands(service, on, reading))
  const { minutes } = chosen.band
  const used = bands.find(({ from, to }) => from <= minutes && (to === null || minutes <= to))
  return used === undefined || bands.length < 2 ? null : { bands, used: used.code, minutes }
}
