// A payer that is asked second, and a law that takes its part of a payment: the worked examples of docs/sources.md, and that they balance.
import { cents } from '@goldenthread/core/values/cents.ts'
import { day } from '@goldenthread/core/values/day.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Member, PlanRules } from '../src/answer/plan.ts'
import { ask, fileText, kindsOf, maribel, plan, seen, segmentsOf } from './claim-file.ts'
import { dollars, paymentsIn, unbalanced } from './remitted-text.ts'

/** A plan that allows so much for 90837, under these benefits. */
const allowing = (
  allowed: number,
  benefits: Partial<Member> = {},
  more: Partial<PlanRules> = {},
): PlanRules =>
  plan({
    members: [{ ...maribel, copay: null, ...benefits }],
    fees: [{ code: '90837', from: day('2026-01-01'), to: null, allowed: cents(allowed) }],
    ...more,
  })

const otherPayer = (paid: string): readonly string[] => [
  'SBR*P*18*******12',
  `AMT*D*${paid}`,
  'OI***Y*P**Y',
  'NM1*IL*1*QUINONES*MARIBEL****MI*BLU9001',
  'NM1*PR*2*BLUE PLAN*****PI*BLU01',
]

/** 90837 at 200.00: the first payer paid and wrote off, and left the rest to the client, line by line. */
const second = (paid: string, ...adjustments: readonly string[]) =>
  fileText({
    order: 'S',
    claims: [
      {
        others: otherPayer(paid),
        lines: [
          {
            procedure: 'HC:90837',
            charge: '200',
            more: [`SVD*BLU01*${paid}*HC:90837**1`, ...adjustments, 'DTP*573*D8*20260220'],
          },
        ],
      },
    ],
  })

const blue = ['112', 'CAS*CO*45*60', 'CAS*PR*2*28'] as const

const answers = [
  [
    // 130.00 less 112.00 is 18.00; of the 10.00 left the client bears all, since 20 % of 130.00 is more.
    'a plan that allows 130.00 and asks 20 % pays 18.00, and the client owes 10.00',
    allowing(13_000, { coinsurance: 2000 }),
    second(...blue),
    ['CLP*C1001*2*200*18*10*CI*880121*10*1', 'CAS*OA*23*172', 'CAS*PR*2*10'],
  ],
  [
    'Medicaid with a fee of 95.00 pays nothing, and what is left is no debt of the client',
    allowing(9500),
    second(...blue),
    ['CLP*C1001*2*200*0**CI*880121*10*1', 'CAS*CO*45*28', 'CAS*OA*23*172'],
  ],
  [
    'Medicaid with a fee of 130.00 pays 18.00, and 10.00 are written off',
    allowing(13_000),
    second(...blue),
    ['CLP*C1001*2*200*18**CI*880121*10*1', 'CAS*CO*45*10', 'CAS*OA*23*172'],
  ],
  [
    'a plan that allows more than the first pays all the client was left with',
    allowing(19_000),
    second(...blue),
    ['CLP*C1001*2*200*28**CI*880121*10*1', 'CAS*OA*23*172'],
  ],
  [
    'a service the first payer put to the client is judged as if alone',
    allowing(15_500, { copay: cents(3000) }),
    second('0', 'CAS*PR*204*200'),
    ['CLP*C1001*2*200*125*30*CI*880121*10*1', 'CAS*CO*45*45', 'CAS*PR*3*30'],
  ],
  [
    'a payment told of the claim alone is taken as it is',
    allowing(15_500),
    fileText({ order: 'S', claims: [{ others: otherPayer('112') }] }),
    // 155.00 less 112.00 is 43.00; 200.00 - 112.00 - 43.00 is written off.
    ['CLP*C1001*2*200*43**CI*880121*10*1', 'CAS*CO*45*45', 'CAS*OA*23*112'],
  ],
] as const

describe('a payer that is asked second', () => {
  test.each(answers)('%s', (_what, rules, text, segments) => {
    expect(seen(ask([text], rules), '835', 'CLP', 'CAS')).toEqual(segments)
  })

  test('denies what comes without the first payer’s answer', () => {
    const output = ask([fileText({ order: 'S' })], allowing(15_500))
    expect(seen(output, '835', 'CLP', 'CAS')).toEqual(['CLP*C1001*2*200*0**CI*880121*10*1', 'CAS*CO*22*200'])
  })
})

describe('sequestration', () => {
  const sequestration = [{ from: day('2026-01-01'), to: null, basisPoints: 200 }]

  test('takes 2 % of what is left to pay, never from the client: 167.00 less 33.40, less 2.67, is 130.93', () => {
    const output = ask([fileText()], allowing(16_700, { coinsurance: 2000 }, { sequestration }))
    expect(seen(output, '835', 'CLP', 'SVC', 'CAS')).toEqual([
      'CLP*C1001*1*200*130.93*33.4*CI*880121*10*1',
      'SVC*HC:90837:95*200*130.93**1',
      'CAS*CO*45*33**253*2.67',
      'CAS*PR*2*33.4',
    ])
  })

  test('does not hold before its first day of service', () => {
    const later = [{ from: day('2026-03-11'), to: null, basisPoints: 200 }]
    const output = ask([fileText()], allowing(16_700, {}, { sequestration: later }))
    expect(seen(output, '835', 'CAS')).toEqual(['CAS*CO*45*33'])
  })
})

test('whatever a first payer paid, the second never pays above the charge or its own allowed, and every 835 balances', () => {
  const given = fc.record({
    charge: fc.integer({ min: 1, max: 40_000 }),
    allowed: fc.nat(40_000),
    parts: fc.tuple(fc.nat(100), fc.nat(100)),
    coinsurance: fc.nat(10_000),
    deductibleLeft: fc.nat(10_000),
    basisPoints: fc.constantFrom(0, 200),
  })
  fc.assert(
    fc.property(given, ({ charge, allowed, parts: [paidPart, offPart], basisPoints, ...benefits }) => {
      const paid = Math.floor((charge * paidPart) / 100)
      const off = Math.floor(((charge - paid) * offPart) / 100)
      const left = charge - paid - off
      const cas = [
        ...(off > 0 ? [`CAS*CO*45*${dollars(off)}`] : []),
        ...(left > 0 ? [`CAS*PR*2*${dollars(left)}`] : []),
      ]
      const more = [`SVD*BLU01*${dollars(paid)}*HC:90837**1`, ...cas, 'DTP*573*D8*20260220']
      const text = fileText({
        order: 'S',
        claims: [
          {
            charge: dollars(charge),
            others: otherPayer(dollars(paid)),
            lines: [{ procedure: 'HC:90837', charge: dollars(charge), more }],
          },
        ],
      })
      const member = { coinsurance: benefits.coinsurance, deductibleLeft: cents(benefits.deductibleLeft) }
      const sequestration = [{ from: day('2026-01-01'), to: null, basisPoints }]
      const output = ask([text], allowing(allowed, member, { sequestration }))
      expect(kindsOf(output)).toContain('835')
      const payments = paymentsIn(segmentsOf(output, '835'))
      expect(payments.flatMap(unbalanced)).toEqual([])
      const [answered] = payments.flatMap(({ claims }) => claims)
      expect(answered?.paid).toBeLessThanOrEqual(Math.max(0, Math.min(left, allowed - paid)))
      expect(answered?.owes).toBeLessThanOrEqual(left)
    }),
    { numRuns: 150 },
  )
})
