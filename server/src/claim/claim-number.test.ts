// CLM01 as it is made from the ids of claims.
import { expect, test } from 'vitest'
import { makeIds } from '../ids.ts'
import { claimNumberOf } from './claim-number.ts'

test('a claim number is twenty of A–Z and 0–9, and no two are alike', () => {
  const clock = { now: () => '2026-03-10T14:00:00Z' as never, milliseconds: () => 1_773_151_200_000 }
  const makeId = makeIds(clock)
  const numbers = Array.from({ length: 5_000 }, () => claimNumberOf(makeId()))
  expect(numbers.every((each) => /^[A-Z0-9]{20}$/.test(each))).toBe(true)
  expect(new Set(numbers).size).toBe(5_000)
  expect([...numbers].sort()).toEqual(numbers)
})

test('the largest uuidv7 still fits', () => {
  expect(claimNumberOf('ffffffff-ffff-7fff-bfff-ffffffffffff')).toMatch(/^[A-Z0-9]{20}$/)
})
