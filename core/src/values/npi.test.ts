// National provider identifiers: one wrong digit is seen.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { npi, parseNpi } from './npi.ts'

/** The check digit by the doubling table, apart from the code: 80840 in front adds 24 (CMS, NPI check digit). */
const withCheckDigit = (nine: string): string => {
  const total = [...nine].reverse().reduce((sum, digit, place) => {
    const value = place % 2 === 0 ? ([0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)] ?? 0) : Number(digit)
    return sum + value
  }, 24)
  return nine + String((10 - (total % 10)) % 10)
}

const nineDigits = fc.stringMatching(/^2[0-9]{8}$/)

describe('the check digit', () => {
  // By hand: the prefix 80840 adds 24; of 240000000 the first digit is doubled (4) and the second is not (4). 32 wants 8.
  test('of 240000000, worked out by hand, is 8', () => {
    expect(parseNpi('2400000008')).toBe('2400000008')
  })

  test('makes a provider identifier of any nine digits', () => {
    fc.assert(fc.property(nineDigits, (nine) => parseNpi(withCheckDigit(nine)) !== null))
  })

  test('shows every single wrong digit', () => {
    fc.assert(
      fc.property(
        nineDigits,
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (nine, place, by) => {
          const digits = [...withCheckDigit(nine)]
          digits[place] = String((Number(digits[place]) + by) % 10)
          expect(parseNpi(digits.join(''))).toBeNull()
        },
      ),
    )
  })
})

test.each(['', '240000000', '24000000081', '240000000X', ' 2400000008 ', '２４０００００００８'])(
  '%j is no provider identifier',
  (text) => {
    expect(parseNpi(text)).toBeNull()
    expect(() => npi(text)).toThrow(RangeError)
  },
)
