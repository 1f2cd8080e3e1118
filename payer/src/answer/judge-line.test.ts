// The sums of one line: charge = paid + every adjustment, whatever the plan.
import { cents, shareHalfUp, sum } from '@goldenthread/core/values/cents.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deny, feeFor, share } from './judge-line.ts'

describe('a fee by units', () => {
  test.each([
    [15500, 1000, 15500],
    [7325, 2000, 14650],
    // 1.5 units of 155.01: 232.515, half up 232.52.
    [15501, 1500, 23252],
    [15500, 0, 0],
  ])('%i cents and %i thousandths of a unit are %i cents', (fee, thousandths, expected) => {
    expect(feeFor(cents(fee), thousandths)).toBe(expected)
  })
})

describe('who bears what', () => {
  const part = (deductibleLeft: number, copayLeft: number, coinsurance: number) => ({
    deductibleLeft: cents(deductibleLeft),
    copayLeft: cents(copayLeft),
    coinsurance,
  })
  test.each([
    // [charge, fee, deductible left, copay left, coinsurance] -> [CO 45, PR 1, PR 2, PR 3, paid]
    [
      [20000, 15500, 0, 3000, 0],
      [4500, 0, 0, 3000, 12500],
    ],
    [
      [12000, 15500, 0, 0, 2000],
      [0, 0, 2400, 0, 9600],
    ],
    // Of 83.50 that remain after 40.00 of 123.50, 15 % is 12.525: half up 12.53.
    [
      [17500, 12350, 4000, 0, 1500],
      [5150, 4000, 1253, 0, 7097],
    ],
    [
      [20000, 15500, 99999, 3000, 0],
      [4500, 15500, 0, 0, 0],
    ],
    [
      [20000, 15500, 14000, 3000, 0],
      [4500, 14000, 0, 1500, 0],
    ],
    [
      [20000, 15500, 0, 0, 10000],
      [4500, 0, 15500, 0, 0],
    ],
    [
      [0, 15500, 1000, 3000, 0],
      [0, 0, 0, 0, 0],
    ],
  ])('%j is shared as %j', ([charge, fee, deductible, copay, coinsurance], expected) => {
    const { judged } = share(
      cents(charge ?? 0),
      cents(fee ?? 0),
      part(deductible ?? 0, copay ?? 0, coinsurance ?? 0),
    )
    const of = (group: string, reason: string): number =>
      judged.adjustments.find((each) => each.group === group && each.reason === reason)?.amount ?? 0
    expect([of('CO', '45'), of('PR', '1'), of('PR', '2'), of('PR', '3'), judged.paid]).toEqual(expected)
  })

  test('any line balances, nothing is below zero, and what was taken is no longer left', () => {
    const amount = fc.nat(5_000_000)
    fc.assert(
      fc.property(
        fc.tuple(amount, amount, amount, amount, fc.nat(10_000)),
        ([charge, fee, deductible, copay, coinsurance]) => {
          const before = part(
            deductible,
            coinsurance > 5000 ? copay : 0,
            coinsurance > 5000 ? 0 : coinsurance,
          )
          const { judged, left } = share(cents(charge), cents(fee), before)
          const taken = sum(judged.adjustments.map((each) => each.amount))
          expect(judged.paid + taken).toBe(charge)
          expect(Math.min(judged.paid, left.deductibleLeft, left.copayLeft)).toBeGreaterThanOrEqual(0)
          expect(judged.adjustments.every((each) => each.amount > 0)).toBe(true)
          expect(judged.paid).toBeLessThanOrEqual(Math.min(charge, fee))
          const responsible = judged.adjustments.filter((each) => each.group === 'PR')
          const bySubtraction = Math.min(charge, fee) - judged.paid
          expect(sum(responsible.map((each) => each.amount))).toBe(bySubtraction)
          const remains = cents(Math.min(charge, fee) - (before.deductibleLeft - left.deductibleLeft))
          const coins = judged.adjustments.find((each) => each.reason === '2')?.amount ?? 0
          expect(coins).toBe(shareHalfUp(remains, before.coinsurance))
        },
      ),
    )
  })
})

test('a denied line has one reason for the whole charge; of a charge of nothing there is none', () => {
  expect(deny(cents(20000), 'PR', '204')).toEqual({
    charge: 20000,
    allowed: null,
    adjustments: [{ group: 'PR', reason: '204', amount: 20000 }],
    paid: 0,
  })
  expect(deny(cents(0), 'CO', '18').adjustments).toEqual([])
})
