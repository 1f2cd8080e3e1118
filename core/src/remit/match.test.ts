// Proves how answers find our claims and lines, what is denied, what each adjustment means, what differs from the contract.
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { cents } from '../values/cents.ts'
import { day } from '../values/day.ts'
import { shippedFacts } from '../facts/shipped/shipped.ts'
import type { Claim } from '../claim/claim.ts'
import { compareExpected } from './compare-expected.ts'
import { explainAdjustments } from './explain-adjustments.ts'
import { from835 } from './from-835.ts'
import { inventedClaim, inventedFile } from './invented-remittance.test-support.ts'
import { type Verdict, judge, judgeClaim } from './judgement.ts'
import { type Matching, matchRemittance } from './match.ts'

const sha256 = (utf8: string): string => createHash('sha256').update(utf8, 'utf8').digest('hex')

const claim = inventedClaim('C1', [
  { code: '90837', modifiers: ['95'], charge: 20000, allowed: 14000, client: 2800 },
  { code: '90785', charge: 2000, allowed: 1500, client: 0 },
])

const matched = (
  segments: readonly string[],
  filed: readonly Claim[] = [claim],
  payerClaimNumbers: readonly string[] = [],
): Matching => {
  const [remittance] = from835(inventedFile([{ paid: '0', segments }]), sha256).remittances
  if (remittance === undefined) throw new Error('the invented file is read')
  return matchRemittance(
    remittance,
    filed.map((each) => ({ claim: each, payerClaimNumbers })),
  )
}
const head = 'CLP*C1*1*220*0**12*BP1'
const codes = (matching: Matching): readonly string[] => matching.findings.map((each) => each.code)

describe('a claim', () => {
  test("of another payer is not found by a number that this payer gave to somebody else's claim", () => {
    const elsewhere: Claim = { ...claim, payer: { ...claim.payer, id: 'EVG77' } }
    const matching = matched(['CLP*0C1*1*220*0**12*BP1'], [elsewhere], ['BP1'])
    expect(matching.matched).toEqual([])
    expect(codes(matching)).toEqual(['remit:unknown-claim'])
  })

  const cases: readonly [
    name: string,
    clp: string,
    numbers: readonly string[],
    by: 'claim-number' | 'payer-claim-number' | null,
  ][] = [
    ['by our own number', head, [], 'claim-number'],
    [
      "by the payer's number when ours came back changed",
      'CLP*0C1*1*220*0**12*BP1',
      ['BP1'],
      'payer-claim-number',
    ],
    ['by neither', 'CLP*C9*1*220*0**12*BP9', ['BP1'], null],
  ]
  test.each(cases)('is found %s', (_, clp, numbers, by) => {
    const matching = matched([clp], [claim], numbers)
    expect(matching.matched[0]?.by ?? null).toBe(by)
    expect(matching.unmatched).toHaveLength(by === null ? 1 : 0)
    const told = {
      'claim-number': [],
      'payer-claim-number': ['remit:claim-number-changed'],
      none: ['remit:unknown-claim'],
    }
    expect(codes(matching)).toEqual(told[by ?? 'none'])
  })

  test('is not guessed when two of ours bear the same number of the payer', () => {
    const other = inventedClaim('C2', [{ code: '90837', charge: 22000, allowed: 1, client: 0 }])
    expect(matched(['CLP*XX*1*220*0**12*BP1'], [claim, other], ['BP1']).matched).toEqual([])
  })

  test('whose charge the payer read otherwise is named', () => {
    const matching = matched(['CLP*C1*1*202*0**12*BP1'])
    expect(matching.findings[0]).toMatchObject({
      code: 'remit:charge-changed',
      evidence: { sent: '$220.00', judged: '$202.00' },
    })
  })
})

describe('a line', () => {
  const second = ['SVC*HC:90785*20*0**1', 'REF*6R*C1L2']
  const cases: readonly [
    name: string,
    segments: readonly string[],
    by: readonly (string | null)[],
    findings: readonly string[],
  ][] = [
    [
      'by its own number',
      ['SVC*HC:90837:95*200*0**1', 'REF*6R*C1L1', ...second],
      ['line-control-number', 'line-control-number'],
      [],
    ],
    [
      'by its own number even when another line looks like it',
      ['SVC*HC:90785*20*0**1', 'REF*6R*C1L2', 'SVC*HC:90837:95*200*0**1'],
      ['line-control-number', 'procedure-and-charge'],
      [],
    ],
    [
      'by code and charge without a number',
      ['SVC*HC:90837:95*200*0**1', ...second],
      ['procedure-and-charge', 'line-control-number'],
      [],
    ],
    [
      'not by code alone',
      ['SVC*HC:90837:95*199*0**1', ...second],
      [null, 'line-control-number'],
      ['remit:unknown-line', 'remit:unanswered-line'],
    ],
    [
      'with the code the payer put in its place named (SVC06)',
      ['SVC*HC:90834:95*200*0**1*HC:90837:95', ...second],
      ['procedure-and-charge', 'line-control-number'],
      ['remit:code-changed'],
    ],
    [
      'with a changed modifier named',
      ['SVC*HC:90837:GT*200*0**1', 'REF*6R*C1L1', ...second],
      ['line-control-number', 'line-control-number'],
      ['remit:code-changed'],
    ],
    [
      'without modifiers, which changes nothing',
      ['SVC*HC:90837*200*0**1', ...second],
      ['procedure-and-charge', 'line-control-number'],
      [],
    ],
    ['and one of ours left unanswered is named', second, ['line-control-number'], ['remit:unanswered-line']],
  ]
  test.each(cases)('is found %s', (_, segments, by, findings) => {
    const matching = matched([head, ...segments])
    expect(matching.matched[0]?.lines.map((each) => each.by)).toEqual(by)
    expect(codes(matching)).toEqual(findings)
  })

  test('of the same code and charge as another is each found once', () => {
    const twins = inventedClaim('C1', [
      { code: '90837', charge: 11000, allowed: 11000, client: 0 },
      { code: '90837', charge: 11000, allowed: 11000, client: 0 },
    ])
    const matching = matched([head, 'SVC*HC:90837*110*0**1', 'SVC*HC:90837*110*0**1'], [twins])
    expect(matching.matched[0]?.lines.map((each) => each.line?.number)).toEqual([1, 2])
    expect(matching.findings).toEqual([])
  })

  test('of a changed code says which was sent and which judged', () => {
    const matching = matched([head, 'SVC*HC:90834*200*0**1*HC:90837:95', ...second])
    expect(matching.matched[0]?.lines[0]?.codeChanged).toEqual({
      sent: { code: '90837', modifiers: ['95'] },
      judged: { code: '90834', modifiers: [] },
    })
    expect(matching.findings[0]?.says).toBe('The payer judged 90834 where claim C1 sent 90837:95.')
  })
})

describe('the payer’s verdict is read from the money', () => {
  type Row = readonly [
    name: string,
    paid: number,
    adjustments: readonly (readonly [string, string, number])[],
    verdict: Verdict,
    allowed: number,
  ]
  const rows: readonly Row[] = [
    [
      'paid with a copay',
      11200,
      [
        ['CO', '45', 6000],
        ['PR', '3', 2800],
      ],
      'paid',
      14000,
    ],
    [
      'all to the deductible',
      0,
      [
        ['CO', '45', 6000],
        ['PR', '1', 14000],
      ],
      'left-to-client',
      14000,
    ],
    ['denied for want of an authorization', 0, [['CO', '197', 20000]], 'denied', 0],
    ['denied and put to the client', 0, [['PR', '204', 20000]], 'denied', 0],
    [
      'denied after the fee was applied',
      0,
      [
        ['CO', '45', 6000],
        ['CO', '50', 14000],
      ],
      'denied',
      0,
    ],
    [
      'paid in part, the rest refused',
      7000,
      [
        ['CO', '45', 6000],
        ['CO', '151', 7000],
      ],
      'partly-denied',
      7000,
    ],
    [
      'sequestered',
      13093,
      [
        ['CO', '45', 3300],
        ['PR', '2', 3340],
        ['CO', '253', 267],
      ],
      'paid',
      16700,
    ],
    ['paid by the month', 0, [['CO', '24', 20000]], 'settled-elsewhere', 20000],
    [
      'paid by the payer before',
      0,
      [
        ['CO', '45', 6000],
        ['OA', '23', 14000],
      ],
      'settled-elsewhere',
      14000,
    ],
    ['paid in full', 20000, [], 'paid', 20000],
    ['worth nothing to the payer', 0, [['CO', '45', 20000]], 'nothing', 0],
  ]
  test.each(rows)('%s', (_, paid, adjustments, verdict, allowed) => {
    const list = adjustments.map(([group, reason, amount]) => ({
      group,
      reason,
      amount: cents(amount),
      quantity: null,
    }))
    const judged = judge(cents(20000), cents(paid), list)
    expect(judged).toMatchObject({ verdict, allowed })
    const refusedToClient = verdict === 'denied' ? judged.client : 0
    expect(judged.paid + judged.client + judged.contract + judged.priced + judged.refused).toBe(20000)
    expect(refusedToClient === 0 || judged.allowed === 0).toBe(true)
  })

  test('what is above the fee is the contract’s under CO alone', () => {
    const contracts = ['CO', 'OA', 'PI', 'PR'].map((group) => {
      const list = [{ group, reason: '45', amount: cents(6000), quantity: null }]
      return judge(cents(20000), cents(14000), list).contract
    })
    expect(contracts).toEqual([6000, 0, 0, 0])
  })

  test.each(['1', '2', '4', '19'])(
    'and never from CLP02: a payment of nothing with status %s is denied by its reason',
    (status) => {
      const of = matched([`CLP*C1*${status}*220*0*0*12*BP1`, 'CAS*CO*197*220']).matched[0]?.remitted
      expect(of === undefined ? null : judgeClaim(of).verdict).toBe('denied')
    },
  )
})

describe('each adjustment is explained', () => {
  const explained = (
    cas: readonly string[],
    payerClass: 'commercial' | 'medicaid' | 'medicare' = 'commercial',
  ) => {
    const of = matched([head, ...cas]).matched[0]?.remitted
    return of === undefined ? [] : explainAdjustments(of, payerClass, day('2026-02-03'), shippedFacts)
  }

  test('with our label, the next action and the worklist of the facts', () => {
    const fact = shippedFacts.adjustmentReason('197', day('2026-02-03'))
    const [only] = explained(['SVC*HC:90837*220*0**1', 'CAS*CO*197*220', 'LQ*HE*M62'])
    expect(only).toMatchObject({
      line: 1,
      group: 'CO',
      reason: '197',
      amount: 22000,
      known: true,
      remarks: ['M62'],
    })
    expect(only).toMatchObject({ label: fact?.label, nextAction: fact?.nextAction, queue: 'authorization' })
    expect(only?.clientMayBeBilled).toBe(false)
  })

  const billing: readonly [
    name: string,
    cas: readonly string[],
    payerClass: 'commercial' | 'medicaid' | 'medicare',
    may: boolean,
  ][] = [
    ['a copay may be billed', ['CAS*PR*3*30'], 'commercial', true],
    ['a copay of a Medicaid client may not', ['CAS*PR*3*30'], 'medicaid', false],
    ['a coinsurance of a Medicare client may', ['SVC*HC:90837*220*0**1', 'CAS*PR*2*30'], 'medicare', true],
    [
      'one of a qualified beneficiary may not',
      ['SVC*HC:90837*220*0**1', 'CAS*PR*2*30', 'LQ*HE*N782'],
      'medicare',
      false,
    ],
    ['what is above the fee under CO may not', ['CAS*CO*45*30'], 'commercial', false],
    ['what is above the fee under PR may', ['CAS*PR*45*30'], 'commercial', true],
    ['what the plan does not cover may under PR', ['CAS*PR*204*30'], 'commercial', true],
    ['what the plan does not cover may not under CO', ['CAS*CO*204*30'], 'commercial', false],
    ['sequestration never', ['CAS*CO*253*30'], 'medicare', false],
  ]
  test.each(billing)('%s', (_, cas, payerClass, may) => {
    const [only] = explained(cas, payerClass)
    expect(only?.clientMayBeBilled).toBe(may)
    expect(only?.queue === 'client').toBe(may)
  })

  test('and a reason nobody knows is said to be unknown', () => {
    expect(explained(['CAS*CO*9Z9*30'])[0]).toMatchObject({ known: false, queue: 'fixable' })
  })
})

describe('what was expected is set beside what came', () => {
  const says = (segments: readonly string[]): readonly string[] => {
    const [found] = matched(segments).matched
    return found === undefined ? [] : compareExpected(found).findings.map((each) => each.says)
  }
  const first = ['SVC*HC:90837:95*200*112**1', 'CAS*CO*45*60', 'CAS*PR*3*28', 'REF*6R*C1L1']
  const second = ['SVC*HC:90785*20*15**1', 'CAS*CO*45*5', 'REF*6R*C1L2']

  const cases: readonly [name: string, segments: readonly string[], says: readonly string[]][] = [
    ['as expected, nothing is said', [...first, ...second], []],
    [
      'a lower fee is named by line',
      ['SVC*HC:90837:95*200*82**1', 'CAS*CO*45*90', 'CAS*PR*3*28', 'REF*6R*C1L1', ...second],
      [
        'Line 1: payer allowed $110.00, the contract says $140.00.',
        'Line 1: payer paid $82.00, the estimate was $112.00.',
      ],
    ],
    [
      "a higher client's part is named",
      ['SVC*HC:90837:95*200*100**1', 'CAS*CO*45*60', 'CAS*PR*3*40', 'REF*6R*C1L1', ...second],
      [
        "Line 1: payer puts to the client's account $40.00, the benefits say $28.00.",
        'Line 1: payer paid $100.00, the estimate was $112.00.',
      ],
    ],
    [
      'sequestration leaves the allowed amount alone',
      ['SVC*HC:90837:95*200*109.76**1', 'CAS*CO*45*60*1*253*2.24', 'CAS*PR*3*28', 'REF*6R*C1L1', ...second],
      ['Line 1: payer paid $109.76, the estimate was $112.00.'],
    ],
    [
      'a denial is one sentence with its reason',
      ['SVC*HC:90837:95*200*0**1', 'CAS*CO*197*200', 'REF*6R*C1L1', ...second],
      ['Line 1: the payer denied it (CO 197), and the contract allows $140.00.'],
    ],
  ]
  test.each(cases)('%s', (_, segments, expected) => {
    expect(says([head, ...segments])).toEqual(expected)
  })

  test('an adjustment of the claim belongs to no line, so the claim is compared as a whole', () => {
    expect(says([head, 'CAS*OA*94*10', ...first, ...second])).toEqual([
      'The claim: payer paid $0.00, the estimate was $127.00.',
    ])
    expect(says([head, 'CAS*CO*29*220'])).toEqual([
      'The claim: the payer denied it (CO 29), and the contract allows $155.00.',
    ])
  })

  test('a reversal judges nothing', () => {
    expect(says(['CLP*C1*22*-220*-127**12*BP1', 'CAS*CO*45*-65', 'CAS*PR*3*-28'])).toEqual([])
  })
})
