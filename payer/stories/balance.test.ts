// Every 835 balances on all three levels (docs/sources.md 8.5), whatever the claims: added up from its text alone, in cents.
import { cents } from '@goldenthread/core/values/cents.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ask, fileText, maribel, plan, segmentsOf } from './claim-file.ts'

/** `168.5` as 16850, by its digits. */
const amount = (text: string): number => {
  const [whole = '0', fraction = ''] = text.split('.')
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
}

/** CAS03, 06, 09 … of one CAS. */
const reasons = (elements: readonly string[]): number =>
  [3, 6, 9, 12, 15, 18].reduce((total, n) => total + amount(elements[n] ?? '0'), 0)

interface Sums {
  paid: number
  claims: {
    charge: number
    paid: number
    owes: number
    lines: { charge: number; paid: number; cas: number; pr: number }[]
  }[]
}

const added = (segments: readonly string[]): Sums => {
  const sums: Sums = { paid: 0, claims: [] }
  for (const segment of segments) {
    const elements = segment.split('*')
    const at = (n: number): number => amount(elements[n] ?? '0')
    const claim = sums.claims.at(-1)
    const line = claim?.lines.at(-1)
    if (elements[0] === 'BPR') sums.paid = at(2)
    if (elements[0] === 'CLP') sums.claims.push({ charge: at(3), paid: at(4), owes: at(5), lines: [] })
    if (elements[0] === 'SVC') claim?.lines.push({ charge: at(2), paid: at(3), cas: 0, pr: 0 })
    if (elements[0] === 'CAS' && line !== undefined) {
      line.cas += reasons(elements)
      if (elements[1] === 'PR') line.pr += reasons(elements)
    }
  }
  return sums
}

const dollars = (amountInCents: number): string =>
  (amountInCents / 100).toFixed(2).replace(/\.?0+$/, '') || '0'

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
      const sums = added(segmentsOf(ask([fileText({ claims: sent })], plan({ members: [member] })), '835'))
      expect(sums.claims).toHaveLength(typed.length)
      for (const [n, claim] of sums.claims.entries()) {
        for (const each of claim.lines) expect(each.charge - each.cas).toBe(each.paid)
        const total = (of: 'charge' | 'paid' | 'cas' | 'pr'): number =>
          claim.lines.reduce((sum, each) => sum + each[of], 0)
        expect(claim.lines.map(({ charge }) => charge)).toEqual(typed[n]?.map(({ charge }) => charge))
        expect([claim.charge, claim.charge - total('cas'), claim.owes]).toEqual([
          total('charge'),
          claim.paid,
          total('pr'),
        ])
      }
      expect(sums.claims.reduce((sum, { paid }) => sum + paid, 0)).toBe(sums.paid)
    }),
    { numRuns: 150 },
  )
})
