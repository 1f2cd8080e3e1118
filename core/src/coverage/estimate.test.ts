// Expected payment before filing: the sums by hand, and what no sum may break.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cents, add, cents, sum } from '../values/cents.ts'
import { day } from '../values/day.ts'
import type { PayerClass } from '../facts/facts.ts'
import type { Benefits, Coverage, FeeScheduleRow } from './coverage.ts'
import { type EstimatedLine, estimate, feeOn } from './estimate.ts'

const on = day('2026-03-10')

const fee = (
  code: string,
  charge: number,
  allowed: number,
  from = '2026-01-01',
  to: string | null = null,
): FeeScheduleRow => ({
  code,
  from: day(from),
  to: to === null ? null : day(to),
  charge: cents(charge),
  allowed: cents(allowed),
  source: 'Tamarack agreement 2026, exhibit B',
})

interface Terms {
  readonly deductibleLeft?: number
  readonly copay?: number
  readonly coinsurance?: number
}

const benefitsOf = ({ deductibleLeft, copay, coinsurance }: Terms): Benefits => ({
  deductibleLeft: deductibleLeft === undefined ? null : cents(deductibleLeft),
  copay: copay === undefined ? null : cents(copay),
  coinsurance: coinsurance ?? null,
  visitsLeft: null,
  authorizationNeeded: null,
})

const coverageOf = (
  terms: Terms,
  feeSchedule: readonly FeeScheduleRow[],
  payerClass: PayerClass = 'commercial',
): Coverage => ({
  payer: { name: 'Tamarack Health', id: 'TMRK1', class: payerClass },
  plan: 'Tamarack Choice',
  memberNumber: 'TM1001',
  groupNumber: null,
  relation: 'self',
  benefits: benefitsOf(terms),
  feeSchedule,
  authorization: null,
  payerRules: null,
})

const estimated = (
  coverage: Coverage,
  ...codes: readonly (readonly [code: string, units: number])[]
): readonly EstimatedLine[] => {
  const result = estimate(
    codes.map(([code, units]) => ({ code, units })),
    coverage,
    on,
  )
  if (!result.ok) throw new Error(result.findings.map(({ says }) => says).join(' '))
  return result.value
}

describe('one line', () => {
  const therapy = [fee('90834', 17500, 12350)]

  test.each<readonly [string, Terms, number, number]>([
    // 123.50 − 30.00 = 93.50
    ['a copay', { deductibleLeft: 0, copay: 3000 }, 9350, 3000],
    // 123.50 × 20 % = 24.70
    ['coinsurance', { deductibleLeft: 0, coinsurance: 2000 }, 9880, 2470],
    // 40.00, then (123.50 − 40.00) × 15 % = 12.525, half up 12.53: together 52.53
    ['deductible, then coinsurance on what remains', { deductibleLeft: 4000, coinsurance: 1500 }, 7097, 5253],
    // 40.00 + 30.00
    ['deductible, then the copay', { deductibleLeft: 4000, copay: 3000 }, 5350, 7000],
    // 100.00, then no more than the 23.50 that remain
    ['a copay larger than what the deductible leaves', { deductibleLeft: 10000, copay: 3000 }, 0, 12350],
    ['a deductible larger than the line', { deductibleLeft: 50000, copay: 3000 }, 0, 12350],
    ['nothing for the client', { deductibleLeft: 0, copay: 0 }, 12350, 0],
    ['a copay of nothing and coinsurance', { deductibleLeft: 0, copay: 0, coinsurance: 1000 }, 11115, 1235],
    ['coinsurance of all', { deductibleLeft: 0, coinsurance: 10000 }, 0, 12350],
    ['no benefits stated: nothing is taken', {}, 12350, 0],
  ])('%s', (_, terms, payer, client) => {
    const [line] = estimated(coverageOf(terms, therapy), ['90834', 1])
    expect(line).toMatchObject({ charge: 17500, allowed: 12350, payer, client, contractAllowance: 5150 })
  })

  test('the allowed amount is never more than the charge', () => {
    const [line] = estimated(coverageOf({ copay: 2000 }, [fee('90834', 10000, 12350)]), ['90834', 1])
    expect(line).toMatchObject({
      charge: 10000,
      allowed: 10000,
      payer: 8000,
      client: 2000,
      contractAllowance: 0,
    })
  })

  test('a charge that was set otherwise goes before the fee schedule’s', () => {
    const result = estimate(
      [{ code: '90834', units: 1, charge: cents(9000) }],
      coverageOf({ copay: 2000 }, therapy),
      on,
    )
    expect(result.ok && result.value[0]).toMatchObject({
      charge: 9000,
      allowed: 9000,
      payer: 7000,
      client: 2000,
      contractAllowance: 0,
    })
  })

  test('what the plan did not state is said, not counted as zero in silence', () => {
    const [line] = estimated(coverageOf({}, therapy), ['90834', 1])
    expect(line?.steps.filter((step) => step.includes('not stated'))).toHaveLength(2)
  })

  test('a client without a plan pays all of it', () => {
    const [line] = estimated(coverageOf({ copay: 2000 }, therapy, 'self-pay'), ['90834', 1])
    expect(line).toMatchObject({ allowed: 12350, payer: 0, client: 12350 })
  })

  test('a Medicaid client’s part keeps to what the plan states, and the steps say so', () => {
    const [line] = estimated(coverageOf({ deductibleLeft: 0, copay: 300 }, therapy, 'medicaid'), ['90834', 1])
    expect(line?.client).toBe(300)
    expect(line?.steps.at(-1)).toContain('Medicaid')
  })
})

describe('several lines', () => {
  const crisis = [fee('90839', 24000, 15240), fee('90840', 12000, 7325)]
  const visit = [fee('99214', 21000, 12800), fee('90833', 11000, 6940)]

  test('charge and contract amount go by the unit', () => {
    expect(estimated(coverageOf({ copay: 0 }, crisis), ['90839', 1], ['90840', 2])).toMatchObject([
      { charge: 24000, allowed: 15240 },
      { charge: 24000, allowed: 14650, contractAllowance: 9350 },
    ])
  })

  test('the deductible runs down and the copay is taken once a claim', () => {
    // 128.00: 100.00 deductible, 25.00 copay, 3.00 paid; 69.40: nothing left to take
    expect(
      estimated(coverageOf({ deductibleLeft: 10000, copay: 2500 }, visit), ['99214', 1], ['90833', 1]),
    ).toMatchObject([
      { payer: 300, client: 12500 },
      { payer: 6940, client: 0 },
    ])
  })

  test('what the first line had no room for is taken from the second', () => {
    // 128.00: 120.00 deductible, 8.00 of the copay; 69.40: the 17.00 left of the copay
    expect(
      estimated(coverageOf({ deductibleLeft: 12000, copay: 2500 }, visit), ['99214', 1], ['90833', 1]),
    ).toMatchObject([
      { payer: 0, client: 12800 },
      { payer: 5240, client: 1700 },
    ])
  })

  test('coinsurance is rounded line by line', () => {
    // 0.01 × 50 % = 0.005, half up 0.01, on each line
    const rows = [fee('90832', 1, 1), fee('90833', 1, 1)]
    expect(
      sum(
        estimated(coverageOf({ coinsurance: 5000 }, rows), ['90832', 1], ['90833', 1]).map(
          ({ client }) => client,
        ),
      ),
    ).toBe(2)
  })
})

describe('the fee schedule', () => {
  const rows = [
    fee('90834', 16000, 11000, '2025-10-01', '2026-03-09'),
    fee('90834', 17500, 12350, '2026-03-10'),
  ]

  test.each([
    ['2025-09-30', null],
    ['2025-10-01', 11000],
    ['2026-03-09', 11000],
    ['2026-03-10', 12350],
  ])('on %s allows %s', (text, allowed) => {
    expect(feeOn(coverageOf({}, rows), '90834', day(text))?.allowed ?? null).toBe(allowed)
  })

  test('without a row for a code, nothing is estimated and every code without one is named', () => {
    const lines = ['90834', '90785', '90837'].map((code) => ({ code, units: 1 }))
    const result = estimate(lines, coverageOf({}, rows), on)
    expect(result.ok).toBe(false)
    expect(result.findings.map(({ code, severity, evidence }) => [code, severity, evidence['code']])).toEqual(
      [
        ['fee-not-held', 'holds-claim', '90785'],
        ['fee-not-held', 'holds-claim', '90837'],
      ],
    )
  })

  test.each([0, -1, 1.5])('%d units are a broken promise', (units) => {
    expect(() => estimate([{ code: '90834', units }], coverageOf({}, rows), on)).toThrow(RangeError)
  })
})

describe('whatever the contract and the benefits', () => {
  const amount = fc.integer({ min: 0, max: 100_000 })
  const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined })
  const claims = fc.record({
    rows: fc.array(fc.tuple(amount, amount, fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 6 }),
    deductibleLeft: maybe(amount),
    copay: maybe(fc.integer({ min: 0, max: 10_000 })),
    coinsurance: maybe(fc.integer({ min: 0, max: 10_000 })),
  })
  const termsOf = (given: { [Key in keyof Terms]: number | undefined }): Terms =>
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))

  test('charge = allowed + contract allowance, allowed = payer + client, none negative, deductible and copay never taken twice', () => {
    fc.assert(
      fc.property(claims, ({ rows, ...terms }) => {
        const schedule = rows.map(([charge, allowed], place) => fee(`C${place}`, charge, allowed))
        const codes = rows.map(([, , units], place) => [`C${place}`, units] as const)
        const lines = estimated(coverageOf(termsOf(terms), schedule), ...codes)
        for (const line of lines) {
          expect(add(line.allowed, line.contractAllowance)).toBe(line.charge)
          expect(add(line.payer, line.client)).toBe(line.allowed)
          for (const part of [line.allowed, line.payer, line.client, line.contractAllowance])
            expect(part).toBeGreaterThanOrEqual(0)
        }
        const total = (part: (line: EstimatedLine) => Cents): number => sum(lines.map(part))
        if (terms.copay !== undefined && terms.copay > 0) {
          expect(total(({ client }) => client)).toBe(
            Math.min(
              total(({ allowed }) => allowed),
              (terms.deductibleLeft ?? 0) + terms.copay,
            ),
          )
        }
        expect(total(({ client }) => client)).toBeGreaterThanOrEqual(
          Math.min(
            total(({ allowed }) => allowed),
            terms.deductibleLeft ?? 0,
          ),
        )
      }),
    )
  })
})
