// Days as the wrap-up says them.
import { type Day, dayNumber } from '@goldenthread/core/values/day.ts'
import { shortDay } from './panel/short-day.ts'

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const

/** A Sunday, from which weekdays are counted. */
const sunday = dayNumber('2023-01-01' as Day)

/** `2026-11-12` → `Thu, Nov 12, 2026`. */
export const longDay = (day: string): string => {
  const weekday = weekdays[(((dayNumber(day as Day) - sunday) % 7) + 7) % 7] ?? ''
  return `${weekday}, ${shortDay(day)}, ${day.slice(0, 4)}`
}

/** `1992-03-14` → `03/14/1992`, as a chart is matched by. */
export const bornText = (day: string): string => `${day.slice(5, 7)}/${day.slice(8, 10)}/${day.slice(0, 4)}`
