// The templates hold together.
import { expect, test } from 'vitest'
import { shippedFacts } from '../facts/shipped/shipped.ts'
import { day } from '../values/day.ts'
import { templates } from './templates.ts'

const named = Object.entries(templates)

test.each(named)('the sections of %s have each their own name, and some are expected', (_, { sections }) => {
  expect(new Set(sections.map((each) => each.id)).size).toBe(sections.length)
  expect(sections.some((each) => each.required)).toBe(true)
  for (const each of sections) expect(each.id).toMatch(/^[a-z]+(-[a-z]+)*$/)
})

test.each(named)('every kind of service of %s has a code on the day', (_, { families }) => {
  const shipped = new Set(shippedFacts.procedures(day('2026-03-10')).map((each) => each.family))
  for (const family of families) expect(shipped).toContain(family)
})

test.each(named)('an auditor looks for risk and mental status in %s', (_, { picks }) => {
  expect(picks).toEqual(expect.arrayContaining(['risk', 'mentalStatus', 'necessity']))
  expect(new Set(picks).size).toBe(picks.length)
})
