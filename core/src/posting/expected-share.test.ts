// What is told before filing is what filing then earns.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { officeCase } from '../rules/example-case.ts'
import { cents } from '../values/cents.ts'
import { day } from '../values/day.ts'
import { earnedWhenFiled } from './earn-share.ts'
import { expectedShare } from './expected-share.ts'
import type { PayContract } from './pay-contract.ts'

const terms = { from: day('2025-10-01'), to: null, source: 'agreement of October 2025' }
const byAmount = (guaranteed: boolean): PayContract => ({
  ...terms,
  guaranteed,
  basis: 'amount-by-procedure',
  rows: [{ code: '90834', amount: cents(9800) }],
})
const on = day('2026-03-10')
const work = [{ procedure: '90834', units: 1, allowed: cents(11_240) }]

describe('what a session will earn', () => {
  test('an amount by procedure, when filed where it is guaranteed, else when the payer has answered', () => {
    expect(expectedShare(byAmount(true), 'commercial', on, work)).toEqual({ amount: 9800, when: 'filed' })
    expect(expectedShare(byAmount(false), 'commercial', on, work)).toEqual({ amount: 9800, when: 'answered' })
  })

  test.each([
    ['no contract', null, 'commercial', on],
    ['a guarantee where Medicare pays', byAmount(true), 'medicare', on],
    ['a day before the contract', byAmount(true), 'commercial', day('2025-09-30')],
  ] as const)('is not told by %s', (_name, contract, payer, at) => {
    expect(expectedShare(contract, payer, at, work)).toBeNull()
  })

  test('a guaranteed share is to the cent what filing earns', () => {
    const { claim } = officeCase
    if (claim === null) throw new Error('the example has its claim')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (share) => {
        const contract: PayContract = { ...terms, guaranteed: true, basis: 'share-of-allowed', share }
        const lines = claim.lines.map(({ procedure, units, expected }) => ({
          procedure,
          units,
          allowed: expected.allowed,
        }))
        const told = expectedShare(contract, 'commercial', claim.day, lines)
        expect(told?.amount).toBe(earnedWhenFiled(contract, 'commercial', claim).total)
      }),
    )
  })
})
