// Proves the three levels of balance on the worked cases of the trade, and that one cent off is refused alone.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cents } from '../values/cents.ts'
import { proveBalance } from './balance-proof.ts'
import { from835 } from './from-835.ts'
import {
  type InventedPayment,
  answerSegments,
  inventedClaim,
  inventedFile,
} from './invented-remittance.test-support.ts'
import type { Remittance } from './remittance.ts'

const sha256 = (utf8: string): string => createHash('sha256').update(utf8, 'utf8').digest('hex')

const read = (payment: InventedPayment): Remittance => {
  const { remittances, findings } = from835(inventedFile([payment]), sha256)
  const [remittance] = remittances
  if (remittance === undefined) throw new Error(findings.map((each) => each.code).join())
  return remittance
}
const codes = (payment: InventedPayment): readonly string[] =>
  proveBalance(read(payment)).findings.map((each) => each.code)

const correction = [
  'CLP*C1001*22*-200*-112**12*BP889900',
  'SVC*HC:90837*-200*-112**-1',
  'CAS*CO*45*-60',
  'CAS*PR*2*-28',
  'CLP*C1001*1*200*96*24*12*BP889900B',
  'SVC*HC:90837*200*96**1',
  'CAS*CO*45*80',
  'CAS*PR*2*24',
]
const other110 = [
  'CLP*C1002*1*160*110*20*12*BP889977',
  'SVC*HC:90834*160*110**1',
  'CAS*CO*45*30',
  'CAS*PR*2*15**3*5',
]
const paid112 = [
  'CLP*C1001*1*200*112*28*12*BP889900',
  'SVC*HC:90837*200*112**1',
  'CAS*CO*45*60',
  'CAS*PR*2*28',
]

/** docs/sources.md money 5: name, payment, what the claims and the PLB sum to. */
const balanced: readonly [
  name: string,
  payment: InventedPayment,
  claims: number,
  providerAdjustments: number,
][] = [
  ['a plain payment', { paid: '112', segments: paid112 }, 11200, 0],
  [
    'a reversal with its correction and another claim in the same file: 110 - 112 + 96 = 94',
    { paid: '94', segments: [...correction, ...other110] },
    9400,
    0,
  ],
  [
    'a recovery put off: 94 less -16 is 110 now',
    { paid: '110', segments: [...correction, ...other110, 'PLB*2000001018*20261231*WO:BP889900*-16'] },
    9400,
    -1600,
  ],
  [
    'a recovery taken later: 112 less 16',
    { paid: '96', segments: [...paid112, 'PLB*2000001018*20261231*WO:BP889900*16'] },
    11200,
    1600,
  ],
  [
    'claims below zero carried forward: 50 - 112 less -62 is nothing',
    {
      paid: '0',
      handling: 'H',
      method: 'NON',
      segments: [
        'CLP*C1*22*-200*-112**12*BP1',
        'CAS*CO*45*-60',
        'CAS*PR*2*-28',
        'CLP*C2*1*50*50**12*BP2',
        'PLB*2000001018*20261231*FB:BALANCE*-62',
      ],
    },
    -6200,
    -6200,
  ],
  [
    'a carried balance taken from the next payment: 200 less 62 is 138',
    { paid: '138', segments: ['CLP*C1*1*200*200**12*BP1', 'PLB*2000001018*20261231*FB:BALANCE*62'] },
    20000,
    6200,
  ],
  [
    'a refund of ours acknowledged, which nets to nothing',
    { paid: '112', segments: [...paid112, 'PLB*2000001018*20261231*WO:BP889900*16*72:BP889900*-16'] },
    11200,
    0,
  ],
  [
    'interest: 112 less -3.27 is 115.27, and AMT balances nothing',
    {
      paid: '115.27',
      segments: [
        'CLP*C1*1*200*112**12*BP1',
        'CAS*CO*45*88',
        'AMT*I*3.27',
        'PLB*2000001018*20261231*L6*-3.27',
      ],
    },
    11200,
    -327,
  ],
  [
    'a payment of nothing: 200 less 60 less 140',
    {
      paid: '0',
      handling: 'H',
      method: 'NON',
      segments: ['CLP*C2*1*200*0*140*12*BP2', 'SVC*HC:90837*200*0**1', 'CAS*CO*45*60', 'CAS*PR*1*140'],
    },
    0,
    0,
  ],
  [
    'a denial at the claim',
    { paid: '0', handling: 'H', method: 'NON', segments: ['CLP*C3*1*200*0*0*12*BP3', 'CAS*CO*197*200'] },
    0,
    0,
  ],
  [
    'a changed code: 200 is 85 and 90 and 25',
    {
      paid: '85',
      segments: [
        'CLP*C4*1*200*85*25*12*BP4',
        'SVC*HC:90834*200*85**1*HC:90837',
        'CAS*CO*45*90',
        'CAS*PR*3*25',
      ],
    },
    8500,
    0,
  ],
  [
    'sequestration: 200 less 33, 33.40 and 2.67 is 130.93',
    {
      paid: '130.93',
      segments: [
        'CLP*C5*1*200*130.93*33.4*MB*BP5',
        'SVC*HC:90837*200*130.93**1',
        'CAS*CO*45*33*1*253*2.67',
        'CAS*PR*2*33.4',
      ],
    },
    13093,
    0,
  ],
  [
    'capitation: nothing for the claim, 500 for the month',
    {
      paid: '500',
      segments: ['CLP*C6*1*200*0*0*HM*BP6', 'CAS*CO*24*200', 'PLB*2000001018*20261231*CT:CAP202602*-500'],
    },
    0,
    -50000,
  ],
  [
    'an adjustment of the claim beside those of its lines: lines pay 160, the claim 150',
    {
      paid: '150',
      segments: ['CLP*C7*1*200*150**12*BP7', 'CAS*OA*23*10', 'SVC*HC:90837*200*160**1', 'CAS*CO*45*40'],
    },
    15000,
    0,
  ],
]

describe('a remittance holds', () => {
  test.each(balanced)('%s', (_, payment, claims, providerAdjustments) => {
    const proof = proveBalance(read(payment))
    expect(proof.findings).toEqual([])
    expect(proof).toMatchObject({ holds: true, from: claims, less: providerAdjustments, difference: 0 })
    expect(proof.claims.every((claim) => claim.holds && claim.lines.every((line) => line.holds))).toBe(true)
  })
})

/** docs/sources.md money 5: out-of-balance cases and broken files seen. */
const off: readonly [name: string, payment: InventedPayment, codes: readonly string[]][] = [
  [
    'whose line is 8.00 off: 200 less 80 is not 112',
    { paid: '112', segments: ['CLP*C1*1*200*112**12*BP1', 'SVC*HC:90837*200*112**1', 'CAS*CO*45*80'] },
    ['835:line-balance', '835:claim-balance'],
  ],
  [
    'whose claim says 168 and its lines 160',
    {
      paid: '168',
      segments: [
        'CLP*C1*1*360*168**12*BP1',
        'SVC*HC:90837*200*104**1',
        'CAS*CO*45*96',
        'SVC*HC:90834*160*56**1',
        'CAS*CO*45*104',
      ],
    },
    ['835:claim-balance'],
  ],
  [
    'whose PLB has its sign flipped: 110 - 16 sent as 126',
    { paid: '126', segments: [...other110, 'PLB*2000001018*20261231*WO:BP889900*16'] },
    ['835:payment-balance'],
  ],
  [
    'whose lines charge less than the claim',
    {
      paid: '112',
      segments: ['CLP*C1*1*201*112**12*BP1', 'CAS*CO*45*1', 'SVC*HC:90837*200*112**1', 'CAS*CO*45*88'],
    },
    ['835:line-charges'],
  ],
  [
    'that counts the same adjustment at the claim and at the line',
    {
      paid: '112',
      segments: ['CLP*C1*1*200*112**12*BP1', 'CAS*CO*45*88', 'SVC*HC:90837*200*112**1', 'CAS*CO*45*88'],
    },
    ['835:claim-balance'],
  ],
  [
    'that sends money and says it sends none',
    { paid: '112', handling: 'I', method: 'NON', segments: paid112 },
    ['835:payment-method'],
  ],
  ['in another currency', { paid: '112', segments: paid112, currency: 'CAD' }, ['835:unread']],
  ['that takes money out', { paid: '112', segments: paid112, creditOrDebit: 'D' }, ['835:unread']],
]

describe('a remittance is refused', () => {
  test.each(off)('%s', (_, payment, expected) => {
    expect(codes(payment)).toEqual(expected)
    expect(proveBalance(read(payment)).holds).toBe(false)
  })

  test('with the line, the claim and the amounts named, and its place in the file', () => {
    const payment = {
      paid: '112',
      segments: ['CLP*C1*1*200*112**12*BP1', 'SVC*HC:90837*200*112**1', 'CAS*CO*45*88.01'],
    }
    const text = new TextDecoder().decode(inventedFile([payment]))
    const [line, claim] = proveBalance(read(payment)).findings
    expect(line).toMatchObject({
      code: '835:line-balance',
      severity: 'holds-claim',
      says: 'Claim C1, line 1: $200.00 charged less $88.01 adjusted is not the $112.00 paid; -$0.01 off.',
      place: { kind: 'segment', id: 'SVC', segment: 14, loop: '2110', offset: text.indexOf('SVC*') },
      evidence: { charged: '$200.00', adjusted: '$88.01', paid: '$112.00', difference: '-$0.01' },
    })
    expect(claim).toMatchObject({ place: { id: 'CLP', segment: 12, offset: text.indexOf('CLP*') } })
  })

  test('alone: the other payment of the file holds', () => {
    const good = { paid: '112', segments: paid112, trace: 'GOOD' }
    const bad = { paid: '112.01', segments: paid112, trace: 'BAD' }
    const { remittances } = from835(inventedFile([bad, good]), sha256)
    expect(remittances.map((each) => [each.unit.trace, proveBalance(each).holds])).toEqual([
      ['BAD', false],
      ['GOOD', true],
    ])
  })
})

const anyAnswer = fc
  .array(
    fc.record({
      charge: fc.integer({ min: 1, max: 100_000 }),
      parts: fc.array(
        fc.tuple(
          fc.constantFrom('CO', 'PR', 'OA', 'PI'),
          fc.constantFrom('1', '2', '3', '45', '197', '253'),
          fc.integer({ min: -500, max: 30_000 }),
        ),
        { maxLength: 4 },
      ),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((drawn) => {
    const claim = inventedClaim(
      'C1',
      drawn.map(({ charge }) => ({ code: '90837', charge, allowed: charge, client: 0 })),
    )
    const { segments, paid } = answerSegments(
      claim,
      drawn.map(({ parts }) => ({ adjustments: parts })),
    )
    const plb = -Math.min(paid, 0)
    const sent = (cents(paid + plb) / 100).toFixed(2)
    const method = sent === '0.00' ? { handling: 'H', method: 'NON' } : {}
    return {
      paid: sent,
      ...method,
      segments: plb === 0 ? segments : [...segments, `PLB*2000001018*20261231*FB*-${(plb / 100).toFixed(2)}`],
    }
  })

/** Adds a cent to one amount of one segment. */
const aCentMore = (segment: string, element: number): string => {
  const parts = segment.split('*')
  parts[element] = ((Math.round(Number(parts[element]) * 100) + 1) / 100).toFixed(2)
  return parts.join('*')
}

describe('whatever a payer sends', () => {
  test('what was made to balance is proved, and a cent more anywhere is refused', () => {
    const amountAt: Readonly<Record<string, readonly number[]>> = {
      CLP: [3, 4],
      SVC: [2, 3],
      CAS: [3],
      PLB: [4],
    }
    fc.assert(
      fc.property(anyAnswer, fc.nat(), (payment, pick) => {
        expect(codes(payment)).toEqual([])
        const places = payment.segments.flatMap((segment, at) =>
          (amountAt[segment.slice(0, 3)] ?? []).map((element) => [at, element] as const),
        )
        const [at, element] = places[pick % places.length] ?? [0, 3]
        const segments = payment.segments.map((each, n) => (n === at ? aCentMore(each, element) : each))
        expect(codes({ ...payment, segments })).not.toEqual([])
        expect(codes({ ...payment, paid: (Number(payment.paid) + 0.01).toFixed(2) })).not.toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
