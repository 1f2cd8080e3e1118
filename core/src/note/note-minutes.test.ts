// The minutes a note documents, by template and by what it states.
import { describe, expect, test } from 'vitest'
import { clockTime, day, instant } from '../values/day.ts'
import { officeCase } from '../rules/example-case.ts'
import type { Session } from '../session/session.ts'
import type { RecordedFacts, Template } from './note.ts'
import { clockMinutes, comparedMinutes, documentedMinutes } from './note-minutes.ts'

const nothing: RecordedFacts = {
  day: day('2026-03-10'),
  start: null,
  stop: null,
  minutes: null,
  therapyMinutes: null,
  emMinutes: null,
  modality: 'in-person',
  clientPlace: null,
  providerPlace: null,
  platform: null,
  telehealthConsent: null,
  attendees: [{ role: 'client' }],
  procedures: [],
}
const times = (start: string, stop: string) => ({ start: clockTime(start), stop: clockTime(stop) })

const cases: readonly [string, Template, Partial<RecordedFacts>, ReturnType<typeof documentedMinutes>][] = [
  ['start and stop', 'dap', times('14:00', '14:47'), { therapy: 47, em: null, total: 47 }],
  [
    'therapy minutes within them',
    'soap',
    { ...times('09:00', '09:53'), therapyMinutes: 41 },
    { therapy: 41, em: null, total: 53 },
  ],
  ['times over midnight', 'crisis', times('23:30', '00:40'), { therapy: 70, em: null, total: 70 }],
  ['a printed total alone', 'birp', { minutes: 45 }, { therapy: 45, em: null, total: 45 }],
  [
    'times below a printed total',
    'dap',
    { ...times('14:00', '14:47'), minutes: 50 },
    { therapy: 47, em: null, total: 47 },
  ],
  [
    'a printed total below the times',
    'dap',
    { ...times('10:00', '10:56'), minutes: 45 },
    { therapy: 45, em: null, total: 45 },
  ],
  [
    'minutes that are no whole number',
    'dap',
    { ...times('10:00', '10:56'), minutes: 45.5, therapyMinutes: -1 },
    { therapy: 56, em: null, total: 56 },
  ],
  ['a start without a stop', 'dap', { start: clockTime('14:00') }, { therapy: null, em: null, total: null }],
  ['an intake', 'intake', times('10:00', '11:10'), { therapy: 70, em: null, total: 70 }],
  ['a medication visit', 'em', times('10:00', '10:25'), { therapy: null, em: 25, total: 25 }],
  [
    'both parts stated apart',
    'em-with-therapy',
    { ...times('14:30', '15:00'), therapyMinutes: 18, emMinutes: 12 },
    { therapy: 18, em: 12, total: 30 },
  ],
  [
    'parts without times',
    'em-with-therapy',
    { therapyMinutes: 18, emMinutes: 12 },
    { therapy: 18, em: 12, total: 30 },
  ],
  ['one combined period', 'em-with-therapy', times('14:30', '15:00'), { therapy: null, em: null, total: 30 }],
]

describe('the minutes a note documents', () => {
  test.each(cases)('%s', (_, template, recorded, expected) => {
    expect(documentedMinutes({ template, recorded: { ...nothing, ...recorded } }, null)).toEqual(expected)
  })

  test('a stop equal to the start is no time', () => {
    expect(clockMinutes(clockTime('10:00'), clockTime('10:00'))).toBe(0)
  })

  test('the night the clocks go forward is counted by the instants of the session', () => {
    const session: Session = {
      ...(officeCase.session as Session),
      day: day('2026-03-08'),
      ...times('01:30', '03:15'),
      startInstant: instant('2026-03-08T06:30:00Z'),
      stopInstant: instant('2026-03-08T07:15:00Z'),
    }
    const note = {
      template: 'crisis',
      recorded: { ...nothing, day: session.day, ...times('01:30', '03:15') },
    } as const
    expect(documentedMinutes(note, null).therapy).toBe(105)
    expect(documentedMinutes(note, session).therapy).toBe(45)
  })

  test('a therapy note is compared by its therapy minutes, a medical one by the whole visit', () => {
    const recorded = { ...nothing, ...times('09:00', '09:53'), therapyMinutes: 41 }
    expect(comparedMinutes({ template: 'dap', recorded }, null)).toBe(41)
    expect(comparedMinutes({ template: 'em-with-therapy', recorded }, null)).toBe(53)
  })
})
