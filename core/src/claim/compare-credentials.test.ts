// When two writings are the same credentials.
import { expect, test } from 'vitest'
import { shippedFacts } from '../facts/shipped/shipped.ts'
import { day } from '../values/day.ts'
import type { Comparison } from './compare-part.ts'
import { compareCredentials } from './compare-credentials.ts'

const cases: readonly [string, string, Comparison][] = [
  ['LCSW', 'lcsw', 'agree'],
  ['PhD', 'Ph.D.', 'agree'],
  ['M.D.', 'MD', 'agree'],
  ['PhD, LCSW', 'PhD', 'agree'],
  ['LCSW, PhD', 'PhD / LCSW', 'agree'],
  ['Licensed Clinical Social Worker', 'LCSW', 'agree'],
  ['LPC, NCC', 'LPC', 'agree'],
  ['LCSW', 'LMFT', 'disagree'],
  ['LMSW', 'LCSW', 'disagree'],
  ['LPC, NCC', 'LMFT, NCC', 'disagree'],
  ['PsyD', 'PhD', 'disagree'],
  ['therapist and counselor', 'LPC', 'unclear'],
  ['', 'LPC', 'unclear'],
]

test.each(cases)('%s and %s', (one, other, expected) => {
  expect(compareCredentials(one, other, shippedFacts, day('2026-03-10'))).toBe(expected)
  expect(compareCredentials(other, one, shippedFacts, day('2026-03-10'))).toBe(expected)
})

test('without a day of service the letters alone are compared', () => {
  expect(compareCredentials('Ph.D.', 'PHD', shippedFacts, null)).toBe('agree')
})
