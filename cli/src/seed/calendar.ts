// The demo's calendar: who comes when, twelve weeks back and four ahead of today, and what became of it.
import { type ClockTime, type Day, addDays } from '@goldenthread/core/values/day.ts'
import type { DemoClient } from './clients.ts'
import type { Dice } from './dice.ts'
import { themeOf } from './themes.ts'

export const weeksBack = 12
export const weeksAhead = 4

/** How far a session came in the practice's own work. */
export type Progress = 'filed' | 'draft' | 'unconfirmed' | 'missed'

export interface Appointment {
  readonly key: string
  readonly client: DemoClient
  /** Which of the client's sessions in the demo's weeks, from 0. */
  readonly number: number
  /** Days from today. */
  readonly offset: number
  readonly day: Day
  readonly start: ClockTime
  readonly stop: ClockTime
  readonly kind: 'evaluation' | 'usual'
  readonly attendance: 'held' | 'no-show' | 'late-cancel' | 'cancelled'
  readonly progress: Progress
}

/** The days of the week on which a provider's clients come, counted from today's: today always has sessions. */
const weekdays = [0, 6, 5, 3, 1]
const every: Readonly<Record<DemoClient['row']['rhythm'], number>> = {
  weekly: 7,
  fortnightly: 14,
  monthly: 28,
}

const isTheirDay = ({ place, row: { rhythm } }: DemoClient, offset: number): boolean => {
  const period = every[rhythm]
  const wanted = (weekdays[place % weekdays.length] ?? 0) + 7 * (place % (period / 7))
  return (((offset - wanted) % period) + period) % period === 0
}

const clock = (minutes: number): ClockTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}` as ClockTime

/** Two clients of a provider share a weekday: one comes in the morning, one after noon. */
const beginning = ({ place }: DemoClient): number =>
  (place < weekdays.length ? 9 * 60 : 13 * 60 + 30) + (place % 3) * 30

const attendanceOf = (client: DemoClient, number: number, dice: Dice): Appointment['attendance'] => {
  // A Medicaid client who did not come: no claim, and no fee may be asked of them.
  if (client.row.last === 'Lockhart' && number === 5) return 'no-show'
  const thrown = number === 0 ? 99 : dice(`attendance/${client.key}/${number}`, 100)
  if (thrown < 4) return 'no-show'
  if (thrown < 8) return 'late-cancel'
  return thrown < 11 ? 'cancelled' : 'held'
}

/** What is long past is done; of the last days some waits for a confirmation or a signature, as in life. */
const progressOf = (
  key: string,
  offset: number,
  attendance: Appointment['attendance'],
  dice: Dice,
): Progress => {
  if (offset >= 0) return 'unconfirmed'
  if (attendance !== 'held') return 'missed'
  if (offset === -16 && key.startsWith('quill')) return 'unconfirmed'
  if (offset < -3) return 'filed'
  const thrown = dice(`progress/${key}`, 6)
  if (thrown === 0) return 'unconfirmed'
  return thrown <= 2 ? 'draft' : 'filed'
}

const appointmentsOf = (client: DemoClient, today: Day, dice: Dice): readonly Appointment[] => {
  const offsets = Array.from({ length: 7 * (weeksBack + weeksAhead) + 1 }, (_, at) => at - 7 * weeksBack)
  const theirs = offsets.filter((offset) => offset >= client.begins && isTheirDay(client, offset))
  return theirs.map((offset, number) => {
    const key = `${client.key}-${number}`
    const isFirst = number === 0 && client.begins >= -7 * weeksBack
    const minutes = isFirst ? 58 : themeOf(client.row.theme).minutes + dice(`minutes/${key}`, 3)
    const start = beginning(client)
    const attendance = offset < 0 ? attendanceOf(client, number, dice) : 'held'
    return {
      key,
      client,
      number,
      offset,
      day: addDays(today, offset),
      start: clock(start),
      stop: clock(start + minutes),
      kind: isFirst ? 'evaluation' : 'usual',
      attendance,
      progress: progressOf(key, offset, attendance, dice),
    }
  })
}

/** Every appointment, in the order of days and times. */
export const demoCalendar = (
  clients: readonly DemoClient[],
  today: Day,
  dice: Dice,
): readonly Appointment[] =>
  clients
    .flatMap((client) => appointmentsOf(client, today, dice))
    .sort((one, other) => {
      const [a, b] = [`${one.day} ${one.start} ${one.key}`, `${other.day} ${other.start} ${other.key}`]
      return a < b ? -1 : 1
    })
