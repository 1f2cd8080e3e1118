// Finding a diagnosis: by code, by words, and the used ones first; only what bills on the day.
import { describe, expect, test } from 'vitest'
import { shippedFacts } from '@goldenthread/core/facts/shipped/shipped.ts'
import { day } from '@goldenthread/core/values/day.ts'
import { billableOn, findDiagnoses } from './find-diagnoses.ts'

const offered = billableOn(shippedFacts, day('2026-03-10'))
const uses = new Map([
  ['F41.1', 40],
  ['F33.1', 25],
])
const found = (asked: string, most = 8) => findDiagnoses(offered, asked, uses, most).map(({ code }) => code)

describe('what is offered', () => {
  test('no heading', () => {
    expect(offered.map(({ fact }) => fact.code)).not.toContain('F33')
    expect(offered.every(({ fact }) => fact.billable)).toBe(true)
  })

  test.each([
    ['F33.1', ['F33.1']],
    ['f331', ['F33.1']],
    ['f33.4', ['F33.40', 'F33.41', 'F33.42']],
  ])('by code %s', (asked, codes) => expect(found(asked)).toEqual(codes))

  test('by words, in any order, from their beginnings', () => {
    expect(found('recurrent moder')).toEqual(found('moder recurrent'))
    expect(found('recurrent moder')).toContain('F33.1')
    expect(found('xyzzy')).toEqual([])
  })

  test('what is used most comes first', () => {
    expect(found('anxiety')[0]).toBe('F41.1')
    expect(found('f33')[0]).toBe('F33.1')
    expect(found('')).toEqual(['F41.1', 'F33.1'])
  })

  test('no more than one sees at once', () => expect(found('f', 5).length).toBeLessThanOrEqual(5))
})
