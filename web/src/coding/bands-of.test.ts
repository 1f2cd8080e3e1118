// The scale of minutes: the bands of the service that was coded, and nothing where minutes chose no code.
import { describe, expect, test } from 'vitest'
import { shippedFacts } from '@goldenthread/core/facts/shipped/shipped.ts'
import type { CodedProcedure, Coding } from '@goldenthread/core/coding/coding.ts'
import { day } from '@goldenthread/core/values/day.ts'
import { scaleOf } from './bands-of.ts'
import { codeWords, wantsLongReason } from './code-words.ts'

const on = day('2026-03-10')
const coded = (code: string, band: CodedProcedure['band'], units = 1): CodedProcedure => ({
  code,
  units,
  band,
  modifiers: [],
  placeOfService: '11',
  pointers: [1],
  reasons: [],
})
const codingOf = (...procedures: readonly CodedProcedure[]): Coding => ({
  procedures,
  diagnoses: ['F33.1'],
  rendering: { who: 'provider', licenceClass: 'masters', reason: { says: 'Licensed.', source: 'a page' } },
})

describe('the scale of minutes', () => {
  test('of therapy has its three bands', () => {
    const coding = codingOf(coded('90834', { from: 38, to: 52, minutes: 51 }))
    expect(scaleOf(coding, shippedFacts, on, 'started')).toEqual({
      used: '90834',
      minutes: 51,
      bands: [
        { code: '90832', from: 16, to: 37 },
        { code: '90834', from: 38, to: 52 },
        { code: '90837', from: 53, to: null },
      ],
    })
  })

  test('of a crisis names its further blocks, and ends open where no unit is left', () => {
    const band = { from: 105, to: 134, minutes: 110 }
    const scale = scaleOf(
      codingOf(coded('90839', band), coded('90840', band, 2)),
      shippedFacts,
      on,
      'started',
    )
    expect(scale?.used).toBe('90839 + 90840 × 2')
    expect(scale?.bands.at(-1)).toEqual({ code: '90839 + 90840 × 3', from: 135, to: null })
  })

  test('is not drawn for an intake, a visit, or a service of one band', () => {
    expect(scaleOf(codingOf(coded('90791', null)), shippedFacts, on, 'started')).toBeNull()
    const family = codingOf(coded('90847', { from: 26, to: null, minutes: 50 }))
    expect(scaleOf(family, shippedFacts, on, 'started')).toBeNull()
  })
})

describe('a code in words', () => {
  test('says what it stands for and the minutes it stands on, and no other code', () => {
    const words = codeWords(coded('90834', { from: 38, to: 52, minutes: 51 }), shippedFacts, on)
    expect(words).toBe(', individual therapy, 45-minute band. 51 recorded; the band begins at 38.')
    expect(codeWords(coded('90840', null, 2), shippedFacts, on)).toMatch(/^ × 2, crisis therapy/)
  })

  test('the longer session is asked for its reason until it has one', () => {
    const long = [coded('90837', { from: 53, to: null, minutes: 55 })]
    expect(wantsLongReason(long, undefined)).toBe(true)
    expect(wantsLongReason(long, 'Exposure took the hour.')).toBe(false)
    expect(wantsLongReason([coded('90834', null)], undefined)).toBe(false)
  })
})
