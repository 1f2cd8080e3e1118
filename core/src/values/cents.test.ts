// Whole cents: arithmetic that loses nothing, decimals that come back, shares rounded half up.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  add,
  cents,
  centsFromDecimal,
  decimalFromCents,
  dollars,
  greater,
  lesser,
  negate,
  shareHalfUp,
  subtract,
  sum,
  times,
  zero,
} from './cents.ts'

const amounts = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(cents)

describe('a decimal of X12 becomes cents', () => {
  test.each([
    ['168', 16800],
    ['168.5', 16850],
    ['168.50', 16850],
    ['168.500', 16850],
    ['-4.05', -405],
    ['.5', 50],
    ['0', 0],
    ['-0', 0],
    ['5.', 500],
  ])('%s is %i cents', (text, expected) => {
    expect(centsFromDecimal(text)).toBe(expected)
  })

  test.each(['', '.', '-', '1.005', '1e3', '+4', '1,000', ' 4', '4 ', '$4', 'four', '99999999999999999'])(
    '%j is no amount of money',
    (text) => {
      expect(centsFromDecimal(text)).toBeNull()
    },
  )
})

describe('cents become a decimal of X12', () => {
  test.each([
    [16800, '168'],
    [16850, '168.5'],
    [-405, '-4.05'],
    [50, '0.5'],
    [5, '0.05'],
    [0, '0'],
    [-1, '-0.01'],
  ])('%i cents is %s', (amount, expected) => {
    expect(decimalFromCents(cents(amount))).toBe(expected)
  })

  test('every amount comes back from its decimal', () => {
    fc.assert(fc.property(amounts, (amount) => centsFromDecimal(decimalFromCents(amount)) === amount))
  })
})

test.each([
  [123405, '$1,234.05'],
  [-400, '-$4.00'],
  [0, '$0.00'],
  [100000000, '$1,000,000.00'],
])('%i cents reads %s for people', (amount, expected) => {
  expect(dollars(cents(amount))).toBe(expected)
})

describe('a share is rounded half up to a whole cent', () => {
  test.each([
    // 83.50 × 15 % = 12.525
    [8350, 1500, 1253],
    // 83.30 × 15 % = 12.495
    [8330, 1500, 1250],
    // 0.01 × 50 % = 0.005
    [1, 5000, 1],
    [1, 4999, 0],
    [10000, 10000, 10000],
    [10000, 0, 0],
    // Half up means away from zero, so that a reversal is the exact negative.
    [-8350, 1500, -1253],
  ])('of %i cents, %i basis points are %i', (amount, basisPoints, expected) => {
    expect(shareHalfUp(cents(amount), basisPoints)).toBe(expected)
  })

  test('a share and the rest of it make the whole, and neither is more than the whole', () => {
    const positive = fc.integer({ min: 0, max: 1_000_000_000 }).map(cents)
    fc.assert(
      fc.property(positive, fc.integer({ min: 0, max: 10000 }), (amount, basisPoints) => {
        const share = shareHalfUp(amount, basisPoints)
        expect(add(share, subtract(amount, share))).toBe(amount)
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(amount)
      }),
    )
  })

  test('the share of a reversal is the negative of the share', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 10000 }), (amount, basisPoints) => {
        expect(shareHalfUp(negate(amount), basisPoints)).toBe(negate(shareHalfUp(amount, basisPoints)))
      }),
    )
  })

  test('is never more than half a cent away from the exact share', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 10000 }), (amount, basisPoints) => {
        const away = BigInt(shareHalfUp(amount, basisPoints)) * 10000n - BigInt(amount) * BigInt(basisPoints)
        expect(away <= 5000n && away >= -5000n).toBe(true)
      }),
    )
  })
})

test('the order in which amounts are added does not matter', () => {
  fc.assert(
    fc.property(fc.array(amounts, { maxLength: 20 }), (each) => {
      expect(sum([...each].reverse())).toBe(sum(each))
    }),
  )
})

test('so many times an amount is that amount added so many times', () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: 0, max: 50 }), (amount, count) => {
      expect(times(amount, count)).toBe(sum(Array.from({ length: count }, () => amount)))
    }),
  )
})

test('of two amounts one is the lesser and the other the greater', () => {
  fc.assert(
    fc.property(amounts, amounts, (one, other) => {
      expect(add(lesser(one, other), greater(one, other))).toBe(add(one, other))
      expect(lesser(one, other)).toBeLessThanOrEqual(greater(one, other))
    }),
  )
})

test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is not a number of cents', (amount) => {
  expect(() => cents(amount)).toThrow(RangeError)
})

test('there is one zero, without a sign', () => {
  expect(Object.is(negate(zero), 0)).toBe(true)
  expect(Object.is(cents(-0), 0)).toBe(true)
})
