// Lives through the demo's weeks, day by day under a moved clock: sessions are planned, held, written and filed, claims leave, answers come.
import { Temporal } from 'temporal-polyfill'
import { type Day, type Instant, addDays, instant } from '@goldenthread/core/values/day.ts'
import type { Office } from '@goldenthread/server/start-server.ts'
import { type Appointment, weeksBack } from './calendar.ts'
import type { Entered } from './enter-practice.ts'
import { zone } from './staff.ts'
import { type Planned, planSession, workSession } from './work-session.ts'

/** The moment at which the clock of the practice shows a time of a day; office hours are never an hour that was skipped. */
export const momentOf = (day: Day, time: string): Instant =>
  instant(
    Temporal.PlainDateTime.from(`${day}T${time}`)
      .toZonedDateTime(zone)
      .toInstant()
      .toString({ smallestUnit: 'second' }),
  )

/** The day that it is at the practice. */
export const dayAt = (moment: Instant): Day =>
  Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate().toString() as Day

export interface ToLive {
  readonly office: Office
  readonly entered: Entered
  readonly calendar: readonly Appointment[]
  readonly today: Day
  /** The present: nothing happens after it. */
  readonly now: Instant
  /** Moves the payer's clock along with ours. */
  readonly movePayer: (at: Instant) => Promise<void>
  /** Told after each day how many of all are lived. */
  readonly progress: (lived: number, of: number) => void
  /** Asked before each day; true breaks off. */
  readonly isHalted: () => boolean
}

const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other)

/** Sessions are planned four weeks ahead, a week at a time; at the beginning those of the first four weeks. */
const toPlan = (calendar: readonly Appointment[], offset: number): readonly Appointment[] => {
  if (offset === -7 * weeksBack) return calendar.filter((each) => each.offset < offset + 28)
  if (offset % 7 !== 0) return []
  const from = offset + 21
  const last = offset === 0 ? 8 : 7
  return calendar.filter((each) => each.offset >= from && each.offset < from + last)
}

/** The sessions of a day by the hour in which they ended: each is worked on when that hour is over. */
const byHour = (
  day: readonly Appointment[],
): readonly (readonly [hour: string, readonly Appointment[]])[] => {
  const hours = [...new Set(day.map(({ stop }) => stop.slice(0, 2)))].sort()
  return hours.map((hour) => [hour, day.filter(({ stop }) => stop.startsWith(hour))])
}

/** Claims leave and answers are fetched on three evenings of the week, and on the last two in any case. */
const isSweepDay = (offset: number): boolean => offset >= -1 || [0, 2, 4].includes(((offset % 7) + 7) % 7)

/** As many at once as the practice has providers at work. */
const lanes = 6

const together = async (
  all: readonly Appointment[],
  each: (appointment: Appointment) => Promise<void>,
): Promise<void> => {
  for (let from = 0; from < all.length; from += lanes)
    await Promise.all(all.slice(from, from + lanes).map(each))
}

const sweep = async ({ office, movePayer }: ToLive, at: Instant): Promise<void> => {
  office.clock.moveTo(at)
  await movePayer(at)
  const { failed } = await office.sweepOnce()
  if (failed > 0) throw new Error('a step of the sweep failed; the log of the server says which')
}

const liveDay = async (given: ToLive, planned: Planned, offset: number): Promise<void> => {
  const { office, entered, calendar, today, now } = given
  const day = addDays(today, offset)
  office.clock.moveTo(earlier(momentOf(day, '08:00:00'), now))
  await together(toPlan(calendar, offset), (each) => planSession(entered, planned, each))
  const todays = calendar.filter((each) => each.offset === offset && each.progress !== 'unconfirmed')
  for (const [hour, ended] of byHour(todays)) {
    office.clock.moveTo(earlier(momentOf(day, `${String(Number(hour) + 1).padStart(2, '0')}:12:00`), now))
    await together(ended, (each) => workSession(entered, planned, each))
  }
  if (isSweepDay(offset)) await sweep(given, earlier(momentOf(day, '20:30:00'), now))
}

/** Lives all days up to today; false when it was broken off. */
export const liveThrough = async (given: ToLive): Promise<boolean> => {
  const planned: Planned = new Map()
  const first = -7 * weeksBack
  for (let offset = first; offset <= 0; offset += 1) {
    if (given.isHalted()) return false
    await liveDay(given, planned, offset)
    given.progress(offset - first + 1, -first + 1)
  }
  return true
}
