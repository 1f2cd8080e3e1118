// One warning for the days outside the editions held, however many they are.
import { expect, test } from 'vitest'
import { shippedFacts } from '../facts/shipped/shipped.ts'
import { day } from '../values/day.ts'
import { editionNotices } from './edition-notices.ts'

const told = (...days: readonly string[]) =>
  editionNotices(days.map(day), shippedFacts).map(({ severity, evidence }) => [severity, evidence['days']])

test('days inside every edition are not spoken of', () => {
  expect(told()).toEqual([])
  expect(told('2025-10-01', '2026-09-30')).toEqual([])
})

test('days after them are one warning, which names the first and the last of them', () => {
  expect(told('2026-10-05')).toEqual([['warns', '2026-10-05']])
  expect(told('2026-11-20', '2026-03-10', '2026-10-05', '2026-10-05')).toEqual([
    ['warns', '2026-10-05 to 2026-11-20'],
  ])
})

test('it names each edition once, with its days, and a remedy that there is', () => {
  const [notice] = editionNotices([day('2026-10-05'), day('2026-10-06')], shippedFacts)
  const editions = notice?.evidence['editions']?.split('; ') ?? []
  expect(editions.length).toBeGreaterThan(0)
  expect(new Set(editions).size).toBe(editions.length)
  expect(editions.every((each) => /: \d{4}-\d\d-\d\d to /.test(each))).toBe(true)
  expect(notice?.remedy).toContain('newer version of this program')
})
