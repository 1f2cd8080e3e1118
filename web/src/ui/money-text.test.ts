// Money on a page.
import { describe, expect, test } from 'vitest'
import { bareMoneyText, moneyText } from './money-text.ts'

describe('an amount', () => {
  test.each([
    [0, '$0.00', '0.00'],
    [5, '$0.05', '0.05'],
    [112_40, '$112.40', '112.40'],
    [-23_12, '−$23.12', '−23.12'],
    [1_204_551_90, '$1,204,551.90', '1,204,551.90'],
  ])('of %d cents reads %s, or %s in a sum', (amount, withSign, bare) => {
    expect(moneyText(amount)).toBe(withSign)
    expect(bareMoneyText(amount)).toBe(bare)
  })

  test('with half a cent is refused rather than rounded', () => {
    expect(() => moneyText(1.5)).toThrow('whole number of cents')
  })
})
