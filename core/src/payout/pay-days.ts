// The days on which a practice pays its providers: a first one, and how often it comes again.
import { type Day, addDays, dayNumber, parseDay } from '../values/day.ts'

export interface PaySchedule {
  readonly every: 'week' | 'two-weeks' | 'month'
  /** A pay day. Those of a month fall on its date, or on the last day of a shorter month. */
  readonly first: Day
}

const weekly = (first: Day, every: number, from: Day): Day => {
  const since = dayNumber(from) - dayNumber(first)
  return since <= 0 ? first : addDays(first, Math.ceil(since / every) * every)
}

/** The date of `first` in a month counted from year 0, or that month's last day. */
const inMonth = (first: Day, month: number): Day => {
  const begins = `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
  for (let date = Number(first.slice(8)); date > 28; date -= 1) {
    const found = parseDay(`${begins}-${date}`)
    if (found !== null) return found
  }
  return `${begins}-${first.slice(8) > '28' ? '28' : first.slice(8)}` as Day
}

const monthly = (first: Day, from: Day): Day => {
  const month = (of: Day): number => Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7)) - 1
  const here = inMonth(first, Math.max(month(first), month(from)))
  return here >= from ? here : inMonth(first, month(from) + 1)
}

/** The first pay day on or after a day. */
export const payDayFrom = ({ every, first }: PaySchedule, from: Day): Day => {
  if (from <= first) return first
  return every === 'month' ? monthly(first, from) : weekly(first, every === 'week' ? 7 : 14, from)
}

/** The pay day after one. */
export const payDayAfter = (schedule: PaySchedule, payDay: Day): Day =>
  payDayFrom(schedule, addDays(payDay, 1))
