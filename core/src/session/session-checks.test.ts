// The length of a session and what must hold of it by itself.
import { describe, expect, test } from 'vitest'
import { instant } from '../values/day.ts'
import { change, officeCase } from '../rules/example-case.ts'
import type { Session } from './session.ts'
import { checkSession } from './session-checks.ts'
import { sessionMinutes, sessionTherapyMinutes } from './session-minutes.ts'

const session = officeCase.session as Session
const changed = (path: string, value: unknown): Session =>
  change(officeCase, `session.${path}`, value).session as Session

const lengths: readonly [string, string, string, number][] = [
  ['within an hour', '2026-03-10T18:00:00Z', '2026-03-10T18:47:00Z', 47],
  ['over midnight', '2026-03-10T03:30:00Z', '2026-03-10T04:40:00Z', 70],
  ['the night the clocks go forward: 1:30 to 3:15', '2026-03-08T06:30:00Z', '2026-03-08T07:15:00Z', 45],
  [
    'the night the clocks go back: 1:30 to 1:45, an hour later',
    '2025-11-02T05:30:00Z',
    '2025-11-02T06:45:00Z',
    75,
  ],
  ['a stop before the start', '2026-03-10T18:00:00Z', '2026-03-10T17:00:00Z', -60],
]

test.each(lengths)('a session %s', (_, start, stop, minutes) => {
  expect(sessionMinutes({ startInstant: instant(start), stopInstant: instant(stop) })).toBe(minutes)
})

const therapy: readonly [string, number | null, number | null, number | null][] = [
  ['the whole session, when no part is stated', null, null, 47],
  ['the part stated', 41, null, 41],
  ['none, when only medical minutes are stated', null, 12, null],
  ['the part stated beside the medical one', 20, 14, 20],
]

test.each(therapy)('therapy minutes are %s', (_, therapyMinutes, emMinutes, expected) => {
  expect(sessionTherapyMinutes({ ...session, therapyMinutes, emMinutes })).toBe(expected)
})

describe('what does not hold of a session', () => {
  test('a session in which everything fits has no finding', () => {
    expect(checkSession(session)).toEqual([])
  })

  const cases: readonly [string, string, unknown, string][] = [
    ['a stop before the start', 'stopInstant', '2026-03-10T17:00:00Z', 'session.stop'],
    ['a stop that was read as the next day', 'stopInstant', '2026-03-11T17:00:00Z', 'session.stop'],
    ['a stop that is the start', 'stopInstant', '2026-03-10T18:00:00Z', 'session.stop'],
    ['more therapy than session', 'therapyMinutes', 48, 'session.therapyMinutes'],
    ['more medical minutes than session', 'emMinutes', 48, 'session.emMinutes'],
    ['minutes below zero', 'emMinutes', -1, 'session.emMinutes'],
    ['nobody there', 'attendees', [], 'session.attendees'],
  ]

  test.each(cases)('%s is found at its field', (_, path, value, at) => {
    expect(checkSession(changed(path, value)).map((each) => each.place)).toEqual([
      { kind: 'field', path: at },
    ])
  })

  test('therapy and medical minutes together fill the session and no more', () => {
    expect(checkSession({ ...session, therapyMinutes: 30, emMinutes: 17 })).toEqual([])
    expect(checkSession({ ...session, therapyMinutes: 30, emMinutes: 18 })).toHaveLength(1)
  })
})
