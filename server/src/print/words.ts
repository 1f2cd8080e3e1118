// Names, days and addresses as they are printed.
import type { Address, PersonName } from '@goldenthread/core/people/person.ts'
import type { Day } from '@goldenthread/core/values/day.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** "March 10, 2026". */
export const longDay = (day: Day): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${months[(month ?? 1) - 1]} ${date}, ${year}`
}

export const fullName = ({ first, middle, last, suffix }: PersonName): string =>
  [first, middle, last, suffix].filter((part) => part !== undefined).join(' ')

/** On two lines. */
export const addressLines = ({ street, unit, city, state, zip }: Address): string => {
  const code = zip.length === 9 ? `${zip.slice(0, 5)}-${zip.slice(5)}` : zip
  return `${unit === undefined ? street : `${street}, ${unit}`}\n${city}, ${state} ${code}`
}
