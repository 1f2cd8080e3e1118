// Ids: in the order of their making, each its own, whatever the clock does.
import { expect, test } from 'vitest'
import { instant } from '@goldenthread/core/values/day.ts'
import { addSeconds, instantOf, movedClock, systemClock } from './clock.ts'
import { isUuid, makeIds } from './ids.ts'

test('ids of one moment are uuids of version 7, in order, and of that moment', () => {
  const clock = movedClock(instant('2026-03-10T14:00:00Z'))
  const makeId = makeIds(clock)
  const made = Array.from({ length: 10_000 }, () => makeId())
  expect(made.every(isUuid)).toBe(true)
  expect(made.toSorted()).toEqual(made)
  expect(new Set(made).size).toBe(made.length)
  expect(made[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-/)
  const milliseconds = Number.parseInt((made[0] ?? '').replaceAll('-', '').slice(0, 12), 16)
  expect(instantOf(milliseconds)).toBe('2026-03-10T14:00:00Z')
})

test('a clock that is moved back makes no id twice', () => {
  const clock = movedClock(instant('2026-03-10T14:00:00Z'))
  const makeId = makeIds(clock)
  const first = Array.from({ length: 100 }, () => makeId())
  clock.moveTo(instant('2026-03-10T13:00:00Z'))
  clock.moveTo(instant('2026-03-10T14:00:00Z'))
  const again = Array.from({ length: 100 }, () => makeId())
  expect(new Set([...first, ...again]).size).toBe(200)
})

test('seconds are counted over the end of a day', () => {
  expect(addSeconds(instant('2026-03-10T23:59:59Z'), 2)).toBe('2026-03-11T00:00:01Z')
  expect(systemClock.now()).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/)
})
