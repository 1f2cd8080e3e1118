// Every 835 balances on all three levels (docs/sources.md 8.5), whatever the claims: added up from its text alone, in cents.
import { cents } from '@goldenthread/core/values/cents.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ask, fileText, maribel, plan, segmentsOf } from './claim-file.ts'
import { dollars, paymentsIn, unbalanced } from './remitted-text.ts'

const codes = ['90834', '90837', '90839', '90840', '90846', '90847', '90791']
const line = fc.record({
  code: fc.constantFrom(...codes),
  charge: fc.nat(50_000),
  units: fc.constantFrom('1', '2', '1.5'),
  day: fc.constantFrom('20260301', '20260302', '20260303', '20251001'),
})
const benefits = fc.record({
  deductible: fc.nat(40_000),
  copay: fc.option(fc.nat(6_000)),
  coinsurance: fc.nat(10_000),
})

test('any claims under any benefits come back in an 835 that balances by line, claim and payment', () => {
  const claims = fc.array(fc.array(line, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(claims, benefits, (typed, { deductible, copay, coinsurance }) => {
      const member = {
        ...maribel,
        deductibleLeft: cents(deductible),
        copay: copay === null ? null : cents(copay),
        coinsurance: copay === null ? coinsurance : null,
      }
      const sent = typed.map((lines, n) => ({
        number: `C${n}`,
        charge: dollars(lines.reduce((total, each) => total + each.charge, 0)),
        lines: lines.map(({ code, charge, units, day }) => ({
          procedure: `HC:${code}:95`,
          charge: dollars(charge),
          units,
          day,
        })),
      }))
      const output = ask([fileText({ claims: sent })], plan({ members: [member] }))
      const [payment] = paymentsIn(segmentsOf(output, '835'))
      if (payment === undefined) throw new Error('a payment was told')
      expect(unbalanced(payment)).toEqual([])
      expect(payment.claims.map(({ lines }) => lines.map(({ charge }) => charge))).toEqual(
        typed.map((lines) => lines.map(({ charge }) => charge)),
      )
      for (const { owes, lines } of payment.claims)
        expect(owes).toBe(lines.reduce((sum, { pr }) => sum + pr, 0))
    }),
    { numRuns: 150 },
  )
})
