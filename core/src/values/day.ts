// A day of the calendar, without a zone, and instants and clock times as texts that the door has proved.
import { type Result, accepted, refused } from './result.ts'
import { field } from './finding.ts'

declare const shape: unique symbol

/** A day as `YYYY-MM-DD`. Texts of days compare as the days do. */
export type Day = string & { readonly [shape]: 'day' }

/** An instant in UTC as `YYYY-MM-DDTHH:MM:SSZ`. Texts of instants compare as the instants do. */
export type Instant = string & { readonly [shape]: 'instant' }

/** A time on the clock of a place, `HH:MM`, 00:00 to 23:59. */
export type ClockTime = string & { readonly [shape]: 'clock' }

const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const monthLength = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** The day, or null when the text is not a day of the calendar. */
export const parseDay = (text: string): Day | null => {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!found) return null
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])]
  if (year < 1 || month < 1 || month > 12 || date < 1 || date > monthLength(year, month)) return null
  return text as Day
}

/** The day of a text that is known to be one; throws when it is not. For facts, tests and texts already proved. */
export const day = (text: string): Day => {
  const found = parseDay(text)
  if (found === null) throw new RangeError(`${text} is not a day of the calendar (YYYY-MM-DD)`)
  return found
}

/** The day of a text from outside, or a finding at its path. */
export const dayAt = (text: string, path: string): Result<Day> => {
  const found = parseDay(text)
  return found !== null
    ? accepted(found)
    : refused([
        {
          code: 'day',
          severity: 'holds-claim',
          whose: 'code-set',
          place: field(path),
          says: 'This is not a day of the calendar.',
          remedy: 'Write the day as YYYY-MM-DD.',
          source: 'ISO 8601',
          evidence: { value: text.slice(0, 20) },
        },
      ])
}

/** Days from 1970-01-01 to the first of a year. */
const firstOfYear = (year: number): number => {
  const before = year - 1
  return before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - 719162
}

/** Days since 1970-01-01 (a Thursday), by integer arithmetic. */
export const dayNumber = (of: Day): number => {
  const [year, month, date] = [Number(of.slice(0, 4)), Number(of.slice(5, 7)), Number(of.slice(8, 10))]
  return (
    firstOfYear(year) + (daysBeforeMonth[month - 1] ?? 0) + (month > 2 && isLeap(year) ? 1 : 0) + date - 1
  )
}

/** The day that many days after 1970-01-01. Throws outside the years 1 to 9999, which a day's text cannot write. */
export const dayFromNumber = (count: number): Day => {
  if (!Number.isSafeInteger(count) || count < firstOfYear(1) || count >= firstOfYear(10000)) {
    throw new RangeError(`no day is ${count} days from 1970-01-01`)
  }
  let year = Math.floor(count / 365.2425) + 1970
  while (firstOfYear(year) > count) year -= 1
  while (firstOfYear(year + 1) <= count) year += 1
  let rest = count - firstOfYear(year)
  let month = 1
  while (rest >= monthLength(year, month)) {
    rest -= monthLength(year, month)
    month += 1
  }
  const pad = (value: number, width: number): string => String(value).padStart(width, '0')
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(rest + 1, 2)}` as Day
}

export const addDays = (from: Day, count: number): Day => dayFromNumber(dayNumber(from) + count)
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)

/** `20260203`, as X12 writes a day (D8). */
export const compactDay = (of: Day): string => of.replaceAll('-', '')
/** The day of eight digits, or null. */
export const dayFromCompact = (text: string): Day | null =>
  /^\d{8}$/.test(text) ? parseDay(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`) : null

/** The instant, or null when the text is not one (`YYYY-MM-DDTHH:MM:SSZ`). */
export const parseInstant = (text: string): Instant | null => {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})Z$/.exec(text)
  if (!found || parseDay(found[1] ?? '') === null) return null
  return Number(found[2]) < 24 && Number(found[3]) < 60 && Number(found[4]) < 60 ? (text as Instant) : null
}

/** The instant of a text that is known to be one; throws when it is not. */
export const instant = (text: string): Instant => {
  const found = parseInstant(text)
  if (found === null) throw new RangeError(`${text} is not an instant (YYYY-MM-DDTHH:MM:SSZ)`)
  return found
}

/** The UTC day of an instant. The day of a practice is made at the door, where zones are known. */
export const utcDay = (of: Instant): Day => of.slice(0, 10) as Day

const instantSeconds = (of: Instant): number =>
  dayNumber(utcDay(of)) * 86400 +
  Number(of.slice(11, 13)) * 3600 +
  Number(of.slice(14, 16)) * 60 +
  Number(of.slice(17, 19))

/** Whole minutes from one instant to another, rounded down; negative when `to` is earlier. */
export const minutesBetween = (from: Instant, to: Instant): number =>
  Math.floor((instantSeconds(to) - instantSeconds(from)) / 60)

export const parseClockTime = (text: string): ClockTime | null =>
  /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? (text as ClockTime) : null

export const clockTime = (text: string): ClockTime => {
  const found = parseClockTime(text)
  if (found === null) throw new RangeError(`${text} is not a time of the clock (HH:MM)`)
  return found
}
