// Moments on the practice's clock: "Oct 13, 2:06 pm".
import { shortDay } from '../ui/day-words.ts'

const parts = (at: number, zone: string | undefined, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-US', {
    ...options,
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).formatToParts(at)

/** The day of an instant in milliseconds, `YYYY-MM-DD`, where the practice is. */
export const dayIn = (at: number, zone: string | undefined): string => {
  const found = parts(at, zone, { year: 'numeric', month: '2-digit', day: '2-digit' })
  const of = (type: string): string => found.find((each) => each.type === type)?.value ?? ''
  return `${of('year')}-${of('month')}-${of('day')}`
}

/** The year is said where it is not that of `today`. */
export const momentText = (instant: string, zone: string | undefined, today: string): string => {
  const at = Date.parse(instant)
  const found = parts(at, zone, { hour: 'numeric', minute: '2-digit' })
  const time = found
    .map(({ type, value }) => (type === 'dayPeriod' ? value.toLowerCase() : value.replace('\u202f', ' ')))
    .join('')
  return `${shortDay(dayIn(at, zone), today)}, ${time}`
}
