// Days and times of the clock as people here say them: "Thursday, November 12", "Thu, Nov 12", "Nov 12", "2:30".

type Parts = Intl.DateTimeFormatOptions

const written = (day: string, parts: Parts): string =>
  new Intl.DateTimeFormat('en-US', { ...parts, timeZone: 'UTC' }).format(Date.parse(`${day}T12:00:00Z`))

/** The title of a day's page. Days are texts `YYYY-MM-DD`. */
export const wholeDay = (day: string): string =>
  written(day, { weekday: 'long', month: 'long', day: 'numeric' })

/** Where there is less room. */
export const weekDay = (day: string): string =>
  written(day, { weekday: 'short', month: 'short', day: 'numeric' })

/** Never broken over two lines. The year is said where it is not the year of `beside`. */
export const shortDay = (day: string, beside = day): string =>
  written(day, {
    month: 'short',
    day: 'numeric',
    ...(day.slice(0, 4) === beside.slice(0, 4) ? {} : { year: 'numeric' as const }),
  }).replaceAll(' ', '\u00A0')

export const nameOfDay = (day: string): string => written(day, { weekday: 'long' })

/** A time of the clock, `HH:MM`, by the twelve hours in which sessions are spoken of. */
export const clockWords = (time: string): string => {
  const hour = Number(time.slice(0, 2)) % 12
  return `${hour === 0 ? 12 : hour}:${time.slice(3, 5)}`
}

const words = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
]

/** A count as a word, where one begins a sentence; from thirteen on in figures. */
export const countWord = (count: number): string => words[count] ?? String(count)
