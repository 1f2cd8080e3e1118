// What a remittance says for people: the equation, the proofs with their differences, what is looked at.
import { describe, expect, test } from 'vitest'
import type { RemittanceRead, RemittedClaim } from './asked.ts'
import { lookAtThese, pricedWords, proofsOf, termsOf } from './remittance-words.ts'

const sum = (from: number, less: number, stated: number) => {
  const difference = from - less - stated
  return { from, less, stated, difference, holds: difference === 0 }
}

const adjustment = (group: string, reason: string, amount: number): RemittedClaim['adjustments'][number] => ({
  line: 1,
  group,
  reason,
  amount,
  label: 'Above the contract’s fee',
  nextAction: 'Post it.',
  queue: 'contract',
  known: true,
  clientMayBeBilled: group === 'PR',
  remarks: [],
})

const paidClaim: RemittedClaim = {
  claimNumber: 'GT20931',
  claimId: '01890f1e-7b3c-7cc1-9a5d-0123456789ab',
  sessionId: '01890f1e-7b3c-7cc1-9a5d-0123456789ac',
  clientName: { first: 'Maya', last: 'Ruiz' },
  day: '2026-03-09',
  kind: 'answer',
  contract: 11_240,
  allowed: 11_240,
  differences: [],
  payerClaimNumber: 'P1',
  status: '1',
  verdict: 'paid',
  charge: 16_500,
  paid: 8_740,
  clientOwes: 2_500,
  lines: [{ number: 1, procedure: '90834', modifiers: [], units: 1, charge: 16_500, paid: 8_740 }],
  adjustments: [adjustment('CO', '45', 5_260), adjustment('PR', '3', 2_500)],
}

const remittance = (
  claims: readonly RemittedClaim[],
  beside: RemittanceRead['providerAdjustments'] = [],
  sent?: number,
): RemittanceRead => {
  const paid = claims.reduce((all, each) => all + each.paid, 0)
  const less = beside.reduce((all, each) => all + each.amount, 0)
  const stated = sent ?? paid - less
  return {
    remittance: {
      id: '01890f1e-7b3c-7cc1-9a5d-0123456789ad',
      status: stated === paid - less ? 'posted' : 'refused',
      payerId: null,
      payerName: 'Harbor Health',
      trace: '5518836',
      day: '2026-03-10',
      paid: stated,
      claims: claims.length,
      fileId: '01890f1e-7b3c-7cc1-9a5d-0123456789ae',
      findings: [],
      postedAt: '2026-03-10T12:00:00Z',
    },
    payerName: 'Harbor Health',
    method: 'ACH',
    proof: {
      ...sum(paid, less, stated),
      claims: claims.map((each) => ({
        ...sum(each.charge, each.charge - each.paid, each.paid),
        claimNumber: each.claimNumber,
        charges: { lines: each.charge, claim: each.charge, holds: true },
        lines: [{ ...sum(each.charge, each.charge - each.paid, each.paid), number: 1 }],
      })),
      findings: [],
    },
    claims: [...claims],
    providerAdjustments: [...beside],
  }
}

describe('a remittance that balances', () => {
  const read = remittance(
    [paidClaim, paidClaim],
    [
      { provider: '2131860910', code: 'WO', reference: 'A1', amount: 4_624 },
      { provider: '2131860910', code: 'L6', reference: null, amount: -112 },
    ],
  )

  test('is an equation from what claims paid to what stands in the books', () => {
    expect(termsOf(read, 'Harbor Health', 12_968)).toEqual([
      { says: '2 claims paid', cents: 17_480 },
      { says: 'taken back', cents: 4_624, sign: '−' },
      { says: 'interest to you', cents: 112, sign: '+' },
      { says: 'Harbor Health says it pays', cents: 12_968, sign: '=' },
      { says: 'in your books', cents: 12_968, sign: '=' },
    ])
  })

  test('has each proof with a difference of nothing', () => {
    const proofs = proofsOf(read)
    expect(proofs.map(({ holds }) => holds)).toEqual([true, true, true, true, true])
    expect(proofs.map(({ difference }) => difference)).toEqual([0, 0, 0, 0, null])
    expect(proofs[2]?.says).toBe('File: $330.00 charged − $105.20 contract − $50.00 clients = $174.80 paid')
  })

  test('leaves to look at only what stands beside its claims, and no interest', () => {
    expect(lookAtThese(read, []).map(({ title, cents }) => [title, cents])).toEqual([['Taken back', 4_624]])
  })
})

test('a remittance that is off by a cent says so beside the proof of its payment', () => {
  const proofs = proofsOf(remittance([paidClaim], [], 8_741))
  expect(proofs.filter(({ holds }) => !holds).map(({ difference }) => difference)).toEqual([-1, null])
})

describe('what is looked at', () => {
  const unapplied = {
    entryId: '01890f1e-7b3c-7cc1-9a5d-0123456789af',
    key: 'remitted:x:unapplied-1',
    at: '2026-03-10T12:00:00Z',
    remittanceId: '01890f1e-7b3c-7cc1-9a5d-0123456789ad',
    amount: 8_740,
    left: 8_740,
    claimOfRemittance: 1,
  }

  test.each<[string, Partial<RemittedClaim>, boolean, string, number]>([
    ['money without a claim', { claimId: null, clientName: null }, true, 'No claim of that number', 8_740],
    ['a denial', { verdict: 'denied', paid: 0, allowed: 0 }, false, 'Not paid', 11_240],
    ['a claim taken back', { kind: 'reversal', paid: -8_740 }, false, 'Taken back', 8_740],
    [
      'less than the contract allows',
      {
        allowed: 10_410,
        differences: [{ line: 1, what: 'allowed', expected: 11_240, seen: 10_410, says: 'Line 1: less' }],
      },
      false,
      'Paid below contract',
      830,
    ],
  ])('is %s', (_, change, hasMoney, title, cents) => {
    const read = remittance([{ ...paidClaim, ...change }])
    expect(lookAtThese(read, hasMoney ? [unapplied] : [])).toMatchObject([{ title, cents }])
  })

  test('is nothing where every claim was paid as agreed', () => {
    expect(lookAtThese(remittance([paidClaim]), [])).toEqual([])
  })
})

test.each([
  [{}, 'The contract allows $112.40, and so does the payer.'],
  [{ allowed: 10_410 }, 'The contract allows $112.40, the payer $104.10.'],
  [{ contract: null }, 'The payer allows $112.40.'],
])('a claim is priced in words', (change, says) => {
  expect(pricedWords({ ...paidClaim, ...change })).toBe(`Charged $165.00. ${says}`)
})
