// How long nobody used the pages.
import { describe, expect, test } from 'vitest'
import { type Idleness, idlenessOf, isStill, laterUse, tellEverySeconds } from './idle.ts'

describe('a screen that nobody uses', () => {
  test.each<[string, number, number, Idleness]>([
    ['is open for as long as it may be', 839, 900, { kind: 'used' }],
    ['says so a minute before it locks', 840, 900, { kind: 'notice', secondsLeft: 60 }],
    ['counts the seconds down', 899, 900, { kind: 'notice', secondsLeft: 1 }],
    ['locks when its time is over', 900, 900, { kind: 'over' }],
    ['locks at once after a sleep of the machine', 86_400, 900, { kind: 'over' }],
    ['of a minute says so at half of it', 29, 60, { kind: 'used' }],
    ['of a minute has half a minute of notice', 30, 60, { kind: 'notice', secondsLeft: 30 }],
    ['is in use when the clock was set back', -500, 900, { kind: 'used' }],
  ])('%s', (_name, seconds, idleSeconds, expected) => {
    expect(idlenessOf(1_000_000, 1_000_000 + seconds * 1_000, idleSeconds)).toEqual(expected)
  })
})

test('a use in another tab is a use of all', () => {
  expect(laterUse(5, 9)).toBe(9)
  expect(laterUse(9, null)).toBe(9)
})

test('uses within a second are one', () => {
  expect(isStill(5_000, 5_999)).toBe(true)
  expect(isStill(5_000, 6_000)).toBe(false)
  expect(isStill(5_000, 4_000)).toBe(false)
})

test.each([
  [60, 15],
  [900, 120],
])('of %i idle seconds the server hears of a reader every %i', (idleSeconds, every) => {
  expect(tellEverySeconds(idleSeconds)).toBe(every)
})
