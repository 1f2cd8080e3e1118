// Proves the four acts on worked cases: what is filed, paid by the client, answered by the payer, earned and paid out.
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { cents } from '../values/cents.ts'
import { day, instant } from '../values/day.ts'
import type { Claim } from '../claim/claim.ts'
import { balanceOf, trialBalance } from '../ledger/balance.ts'
import { account } from '../ledger/chart.ts'
import type { AccountKind, Entry } from '../ledger/entry.ts'
import { appendAll, emptyJournal } from '../ledger/journal.ts'
import { payOut, whatIsOwed } from '../payout/payout.ts'
import { from835 } from '../remit/from-835.ts'
import {
  type InventedAnswer,
  type InventedLine,
  type InventedPayment,
  answerSegments,
  inventedClaim,
  inventedFile,
} from '../remit/invented-remittance.test-support.ts'
import { matchRemittance } from '../remit/match.ts'
import type { PayContract } from './pay-contract.ts'
import { postClientPaid } from './post-client-paid.ts'
import { postFiled } from './post-filed.ts'
import { type Posted, postRemitted } from './post-remitted.ts'
import type { ClaimTerms } from './posting-terms.ts'

const sha256 = (utf8: string): string => createHash('sha256').update(utf8, 'utf8').digest('hex')
const moment = { at: instant('2026-02-24T17:00:00Z'), sha256 }
const npi = '2000002024'

const contract = (amount: number, guaranteed = false): PayContract => ({
  basis: 'amount-by-procedure',
  rows: [
    { code: '90837', amount: cents(amount) },
    { code: '90840', amount: cents(4400) },
  ],
  from: day('2026-01-01'),
  to: null,
  guaranteed,
  source: 'Pay agreement 2026',
})
const share = (basisPoints: number, guaranteed = false): PayContract => ({
  basis: 'share-of-allowed',
  share: basisPoints,
  from: day('2026-01-01'),
  to: null,
  guaranteed,
  source: 'Pay agreement 2026',
})
const terms = (
  payContract: PayContract | null = contract(9500),
  more: Partial<ClaimTerms> = {},
): ClaimTerms => ({
  payerClass: 'commercial',
  provider: npi,
  payContract,
  ...more,
})

const visit: InventedLine = { code: '90837', charge: 20000, allowed: 15500, client: 3000 }
const asExpected: InventedAnswer = {
  adjustments: [
    ['CO', '45', 4500],
    ['PR', '3', 3000],
  ],
}
const denied: InventedAnswer = { adjustments: [['CO', '197', 20000]] }
const claim = inventedClaim('C1', [visit])

type Row = readonly [account: AccountKind, side: 'debit' | 'credit', amount: number]
const rows = (entry: Entry | undefined): readonly Row[] =>
  (entry?.lines ?? []).map((line) => [line.account.kind, line.side, line.amount])

const stand = (entries: readonly Entry[], more: readonly Entry[] = []): readonly Entry[] => {
  const journal = appendAll({ entries }, more)
  if (!journal.ok) throw new Error(journal.findings.map((each) => each.says).join())
  expect(trialBalance(journal.value.entries).holds).toBe(true)
  return journal.value.entries
}
const filed = (of: Claim = claim, given: ClaimTerms = terms()): readonly Entry[] => {
  const entry = postFiled(of, given, moment)
  if (!entry.ok) throw new Error(entry.findings.map((each) => each.says).join())
  return stand([], [entry.value])
}
const pay = (
  entries: readonly Entry[],
  key: string,
  amount: number,
  answered: boolean,
  method: 'card' | 'check' = 'card',
) => {
  const payment = { key, day: day('2026-02-03'), amount: cents(amount), method }
  return postClientPaid(
    { payment, client: 'M1', answered, owed: balanceOf(entries, account('receivable-client', 'M1')) },
    moment,
  )
}
const paid = (entries: readonly Entry[], key: string, amount: number, answered = false): readonly Entry[] => {
  const entry = pay(entries, key, amount, answered)
  return stand(entries, entry.ok ? [entry.value] : [])
}

const answer = (
  entries: readonly Entry[],
  payment: InventedPayment,
  claims: readonly Claim[] = [claim],
  given: ClaimTerms = terms(),
  terminator = '~',
) => {
  const [remittance] = from835(inventedFile([payment], terminator), sha256).remittances
  if (remittance === undefined) throw new Error('the invented file is read')
  const matching = matchRemittance(
    remittance,
    claims.map((each) => ({ claim: each, payerClaimNumbers: [] })),
  )
  return postRemitted({ remittance, matching, termsOf: () => given, entries }, moment)
}
const posted = (...given: Parameters<typeof answer>): Posted & { readonly codes: readonly string[] } => {
  const result = answer(...given)
  if (!result.ok) throw new Error(result.findings.map((each) => each.says).join())
  return { ...result.value, codes: result.findings.map((each) => each.code) }
}
const paymentOf = (
  answers: readonly InventedAnswer[],
  trace = 'T1',
  of: Claim = claim,
  more: readonly string[] = [],
): InventedPayment => {
  const { segments, paid: sum } = answerSegments(of, answers)
  const nothing = sum === 0 ? { handling: 'H', method: 'NON' } : {}
  return { trace, paid: String(sum / 100), ...nothing, segments: [...segments, ...more] }
}
const on = (entries: readonly Entry[], kind: AccountKind, party = ''): number =>
  balanceOf(entries, account(kind, party))
const client = (entries: readonly Entry[]): number =>
  on(entries, 'receivable-client', 'M1') - on(entries, 'deposits-client', 'M1')

describe('filing', () => {
  test('puts what payer and client are expected to owe and the allowance against the fee, line by line', () => {
    const [entry] = filed()
    expect(entry).toMatchObject({
      key: 'filed:C1',
      act: 'filed',
      lines: [
        { source: 'claim C1 line 1', account: { party: 'BLU01' } },
        { account: { party: 'M1' } },
        {},
        {},
      ],
    })
    expect(rows(entry)).toEqual([
      ['receivable-payer', 'debit', 12500],
      ['receivable-client', 'debit', 3000],
      ['contract-allowance', 'debit', 4500],
      ['session-fees', 'credit', 20000],
    ])
  })

  test('leaves out what is nothing', () => {
    const [entry] = filed(inventedClaim('C1', [{ code: '90839', charge: 24000, allowed: 24000, client: 0 }]))
    expect(rows(entry)).toEqual([
      ['receivable-payer', 'debit', 24000],
      ['session-fees', 'credit', 24000],
    ])
  })

  const shares: readonly [name: string, contract: PayContract | null, earned: number][] = [
    ['a guaranteed amount is earned now', contract(7000, true), 7000],
    ['a guaranteed share is one of what is expected: 65 % of 155.00', share(6500, true), 10075],
    ['what is not guaranteed waits for the payer', contract(7000), 0],
    ['without a contract nothing is earned', null, 0],
  ]
  test.each(shares)('%s', (_, payContract, earned) => {
    const entries = filed(claim, terms(payContract))
    expect(on(entries, 'payable-provider', npi)).toBe(earned)
    expect(on(entries, 'clinician-pay', npi)).toBe(earned)
  })

  const federal = ['medicare', 'medicare-advantage', 'medicaid', 'medicaid-managed'] as const
  test.each(federal)(
    'a guarantee and a share earn nothing where %s pays; the filing is posted all the same',
    (payerClass) => {
      for (const unlawful of [contract(7000, true), share(6500), share(6500, true)]) {
        const entry = postFiled(claim, terms(unlawful, { payerClass }), moment)
        expect(on(entry.ok ? [entry.value] : [], 'session-fees')).toBe(claim.charge)
        expect(on(entry.ok ? [entry.value] : [], 'payable-provider', npi)).toBe(0)
        expect(entry.findings.every((each) => each.code === 'pay-contract' && each.whose === 'law')).toBe(
          true,
        )
      }
      expect(postFiled(claim, terms(contract(7000), { payerClass }), moment).ok).toBe(true)
    },
  )

  test('an expectation that does not add up to the charge is refused', () => {
    const [line] = claim.lines
    const lines = line === undefined ? [] : [{ ...line, charge: cents(20001) }]
    expect(postFiled({ ...claim, lines }, terms(), moment).findings.map((each) => each.code)).toEqual([
      'ledger:unbalanced',
    ])
  })

  test('a contract that had not begun on the day earns nothing and says so', () => {
    const late = { ...contract(7000, true), from: day('2026-03-01') }
    const entry = postFiled(claim, terms(late), moment)
    expect(entry).toMatchObject({ ok: true, findings: [{ code: 'pay-contract', severity: 'warns' }] })
    expect(on(entry.ok ? [entry.value] : [], 'payable-provider', npi)).toBe(0)
  })

  test('the same claim filed twice is one entry; the same number with another charge is refused', () => {
    const again = postFiled(claim, terms(), moment)
    expect(stand(filed(), again.ok ? [again.value] : [])).toHaveLength(1)
    const other = postFiled(inventedClaim('C1', [{ ...visit, charge: 21000 }]), terms(), moment)
    expect(appendAll({ entries: filed() }, other.ok ? [other.value] : []).findings[0]?.code).toBe(
      'ledger:conflict',
    )
  })
})

describe('a client’s payment', () => {
  test('before the answer is a deposit; a card waits in clearing, a check goes to the bank', () => {
    const card = pay([], 'P1', 3000, false)
    expect(card.ok && rows(card.value)).toEqual([
      ['card-clearing', 'debit', 3000],
      ['deposits-client', 'credit', 3000],
    ])
    const check = pay([], 'P2', 3000, false, 'check')
    expect(check.ok && rows(check.value)[0]).toEqual(['bank', 'debit', 3000])
  })

  test('after the answer settles what is owed, and the rest is a deposit', () => {
    const entries = posted(filed(), paymentOf([asExpected])).entries
    const after = pay(stand(filed(), entries), 'P1', 3500, true)
    expect(after.ok && rows(after.value)).toEqual([
      ['card-clearing', 'debit', 3500],
      ['receivable-client', 'credit', 3000],
      ['deposits-client', 'credit', 500],
    ])
  })

  test.each([0, -100])('of %d cents is refused', (amount) => {
    expect(pay([], 'P1', amount, false).findings.map((each) => each.code)).toEqual(['client-payment'])
  })
})

describe('the payer’s answer', () => {
  const worked: readonly [name: string, answer: InventedAnswer, rows: readonly Row[]][] = [
    [
      'as expected',
      asExpected,
      [
        ['bank', 'debit', 12500],
        ['receivable-payer', 'credit', 12500],
        ['deposits-client', 'debit', 3000],
        ['receivable-client', 'credit', 3000],
        ['clinician-pay', 'debit', 9500],
        ['payable-provider', 'credit', 9500],
      ],
    ],
    [
      'with a lower fee and a higher copay',
      {
        adjustments: [
          ['CO', '45', 6000],
          ['PR', '3', 4500],
        ],
      },
      [
        ['bank', 'debit', 9500],
        ['receivable-client', 'debit', 1500],
        ['contract-allowance', 'debit', 1500],
        ['receivable-payer', 'credit', 12500],
        ['deposits-client', 'debit', 3000],
        ['receivable-client', 'credit', 3000],
        ['clinician-pay', 'debit', 9500],
        ['payable-provider', 'credit', 9500],
      ],
    ],
    [
      'denied: the whole charge stays with the payer, the deposit a deposit',
      denied,
      [
        ['receivable-client', 'credit', 3000],
        ['contract-allowance', 'credit', 4500],
        ['receivable-payer', 'debit', 7500],
      ],
    ],
    [
      'sequestered: 2.50 stays with the payer until a person decides',
      {
        adjustments: [
          ['CO', '45', 4500],
          ['PR', '3', 3000],
          ['CO', '253', 250],
        ],
      },
      [
        ['bank', 'debit', 12250],
        ['receivable-payer', 'credit', 12250],
        ['deposits-client', 'debit', 3000],
        ['receivable-client', 'credit', 3000],
        ['clinician-pay', 'debit', 9500],
        ['payable-provider', 'credit', 9500],
      ],
    ],
  ]
  test.each(worked)('%s', (_, given, expected) => {
    const before = paid(filed(), 'P1', 3000)
    const { entries, applied } = posted(before, paymentOf([given]))
    expect(applied).toBe(true)
    expect(entries.map((each) => [each.act, each.key.endsWith(':C1')])).toEqual([['remitted', true]])
    expect(rows(entries[0])).toEqual(expected)
    expect(entries[0]?.lines[0]?.source).toBe('835 trace T1 claim C1')
    stand(before, entries)
  })

  test('that moves no money makes no entry', () => {
    const own = inventedClaim('C1', [{ code: '90837', charge: 20000, allowed: 14000, client: 14000 }])
    const answers: readonly InventedAnswer[] = [
      {
        adjustments: [
          ['CO', '45', 6000],
          ['PR', '1', 14000],
        ],
      },
    ]
    expect(
      posted(filed(own, terms(null)), paymentOf(answers, 'T1', own), [own], terms(null)).entries,
    ).toEqual([])
  })

  test('to a claim that was never filed here puts the money aside', () => {
    const { entries, codes } = posted([], paymentOf([asExpected]))
    expect(rows(entries[0])).toEqual([
      ['bank', 'debit', 12500],
      ['unapplied', 'credit', 12500],
    ])
    expect(codes).toEqual(['remit:unapplied'])
  })

  test('that pays a stranger’s claim puts that money aside and posts the rest', () => {
    const segments = [...paymentOf([asExpected]).segments, 'CLP*C9*1*50*50**12*BP9']
    const { entries, codes } = posted(filed(), { paid: '175', segments })
    expect(entries.map((each) => each.key.split(':').at(-1))).toEqual(['C1', 'unapplied-2'])
    expect(on(stand(filed(), entries), 'unapplied')).toBe(5000)
    expect(codes).toEqual(['remit:unknown-claim'])
  })
})

describe('a remittance that does not balance', () => {
  const payment = { ...paymentOf([asExpected]), paid: '125.01' }

  test('moves nothing but its deposit, which stands unapplied', () => {
    const { entries, applied, proof, codes } = posted(filed(), payment)
    expect({ applied, holds: proof.holds }).toEqual({ applied: false, holds: false })
    expect(codes).toEqual(['835:payment-balance'])
    expect(entries.map((each) => each.key.endsWith(':deposit'))).toEqual([true])
    expect(rows(entries[0])).toEqual([
      ['bank', 'debit', 12501],
      ['unapplied', 'credit', 12501],
    ])
  })

  test('is posted once when it comes right under the same trace, and the deposit is applied', () => {
    const wrong = {
      ...paymentOf([asExpected]),
      segments: paymentOf([asExpected]).segments.map((each) =>
        each.replace('CAS*CO*45*45', 'CAS*CO*45*45.01'),
      ),
    }
    const first = stand(filed(), posted(filed(), wrong).entries)
    expect(on(first, 'unapplied')).toBe(12500)
    const right = posted(first, paymentOf([asExpected]))
    const all = stand(first, right.entries)
    expect(right.entries.map((each) => each.act)).toEqual(['reversed', 'remitted'])
    expect([on(all, 'bank'), on(all, 'unapplied'), on(all, 'receivable-payer', 'BLU01')]).toEqual([
      12500, 0, 0,
    ])
  })
})

describe('the same remittance again', () => {
  const before = paid(filed(), 'P1', 3000)
  const first = posted(before, paymentOf([asExpected]))
  const journal = stand(before, first.entries)

  test.each(['~', '~\r\n', '\n'])(
    'in a file that ends its segments with %j posts nothing twice',
    (terminator) => {
      const again = posted(journal, paymentOf([asExpected]), [claim], terms(), terminator)
      expect(again.entries).toEqual(first.entries)
      expect(stand(journal, again.entries)).toEqual(journal)
    },
  )

  test('posts nothing twice when the client has paid since', () => {
    const since = paid(journal, 'P2', 5000)
    expect(stand(since, posted(since, paymentOf([asExpected])).entries)).toEqual(since)
  })

  test('with other adjustments under the same key is refused', () => {
    const other = answer(
      journal,
      paymentOf([
        {
          adjustments: [
            ['CO', '45', 4000],
            ['PR', '3', 3500],
          ],
        },
      ]),
    )
    expect(other.ok).toBe(false)
    expect(other.findings[0]?.code).toBe('ledger:conflict')
  })
})

describe('a reversal', () => {
  const before = paid(filed(), 'P1', 3000)
  const journal = stand(before, posted(before, paymentOf([asExpected])).entries)
  const taken = answerSegments(claim, [asExpected], -1)
  const corrected: InventedAnswer = {
    adjustments: [
      ['CO', '45', 6500],
      ['PR', '3', 3100],
    ],
  }
  const anew = answerSegments(claim, [corrected])
  const other = inventedClaim('C2', [visit])
  const journalOfTwo = stand(journal, filed(other))
  const payment: InventedPayment = {
    trace: 'T2',
    paid: String((taken.paid + anew.paid + 12500) / 100),
    segments: [...anew.segments, ...taken.segments, ...answerSegments(other, [asExpected]).segments],
  }

  test('with its correction leaves the claim where the correction puts it, wherever the file has it', () => {
    const { entries, codes } = posted(journalOfTwo, payment, [claim, other])
    expect(codes).toEqual([])
    expect(entries.map((each) => each.act)).toEqual(['reversed', 'remitted', 'remitted'])
    const all = stand(journalOfTwo, entries)
    expect(on(all, 'bank')).toBe(12500 - 12500 + 10400 + 12500)
    expect(on(all, 'receivable-payer', 'BLU01')).toBe(0)
    expect(client(all)).toBe(3100 + 3000 - 3000)
    expect(on(all, 'payable-provider', npi)).toBe(9500 * 2)
    expect(on(all, 'contract-allowance')).toBe(6500 + 4500)
  })

  test('names the 835 that takes it back as the source of its lines', () => {
    const { entries } = posted(journalOfTwo, payment, [claim, other])
    expect(entries[0]?.lines.every((line) => line.source === '835 trace T2 claim C1')).toBe(true)
  })

  test('that comes again takes nothing back twice, not even the correction posted since', () => {
    const none: InventedAnswer = {
      adjustments: [
        ['CO', '45', 4500],
        ['PR', '1', 15500],
      ],
    }
    const nothing = stand(filed(), posted(filed(), paymentOf([none])).entries)
    const back: InventedPayment = {
      trace: 'T2',
      paid: '0',
      handling: 'H',
      method: 'NON',
      segments: answerSegments(claim, [none], -1).segments,
    }
    const open = stand(nothing, posted(nothing, back).entries)
    expect(client(open)).toBe(3000)
    const closed = stand(open, posted(open, paymentOf([none], 'T3')).entries)
    const again = posted(closed, back)
    expect(again.codes).toEqual([])
    expect(stand(closed, again.entries)).toEqual(closed)
    expect(client(closed)).toBe(15500)
  })

  test('that the payer recovers later stands in suspense until it does', () => {
    const alone = {
      trace: 'T2',
      paid: '104',
      segments: [...taken.segments, ...anew.segments, 'PLB*2000001018*20261231*WO:BPC1*-125'],
    }
    const first = posted(journal, alone)
    expect(first.codes).toEqual(['remit:provider-adjustment'])
    const between = stand(journal, first.entries)
    expect([on(between, 'bank'), on(between, 'suspense')]).toEqual([12500 + 10400, 12500])
    const nextClaim = {
      trace: 'T3',
      paid: '0',
      handling: 'H',
      method: 'NON',
      segments: [...answerSegments(other, [asExpected]).segments, 'PLB*2000001018*20261231*WO:BPC1*125'],
    }
    const withOther = stand(between, filed(other))
    const after = stand(withOther, posted(withOther, nextClaim, [claim, other]).entries)
    expect([on(after, 'bank'), on(after, 'suspense')]).toEqual([22900, 0])
  })

  test('of other amounts than those posted is put aside', () => {
    const wrong = answerSegments(
      claim,
      [
        {
          adjustments: [
            ['CO', '45', 4600],
            ['PR', '3', 3000],
          ],
        },
      ],
      -1,
    )
    const both = { trace: 'T2', paid: '1', segments: [...wrong.segments, 'PLB*2000001018*20261231*FB*-125'] }
    const { entries, codes } = posted(journal, both)
    expect(codes).toEqual(['remit:unapplied', 'remit:provider-adjustment'])
    expect(rows(entries[0])).toEqual([
      ['bank', 'credit', 12400],
      ['unapplied', 'debit', 12400],
    ])
  })

  test('of an answer never posted is put aside', () => {
    const both = {
      trace: 'T2',
      paid: '0',
      handling: 'H',
      method: 'NON',
      segments: [...taken.segments, 'PLB*2000001018*20261231*FB*-125'],
    }
    expect(posted(filed(), both).codes[0]).toBe('remit:unapplied')
  })

  test('of pay that was paid out leaves the provider overpaid, and nothing is paid until it is earned back', () => {
    const run = { key: 'R1', ...moment }
    const out = payOut(journal, run, () => true)
    const afterPayout = stand(journal, out.ok ? out.value : [])
    const back = posted(afterPayout, {
      trace: 'T2',
      paid: '0',
      handling: 'H',
      method: 'NON',
      segments: [...taken.segments, 'PLB*2000001018*20261231*FB*-125'],
    })
    const all = stand(afterPayout, back.entries)
    expect(whatIsOwed(all, () => true)).toEqual({ owed: [], overpaid: [{ provider: npi, amount: 9500 }] })
    expect(payOut(all, { key: 'R2', ...moment }, () => true)).toMatchObject({ ok: true, value: [] })
  })
})

describe('a second answer without a reversal', () => {
  test('to a paid claim is put aside', () => {
    const journal = stand(filed(), posted(filed(), paymentOf([asExpected])).entries)
    const { entries, codes } = posted(journal, paymentOf([asExpected], 'T2'))
    expect(codes).toEqual(['remit:unapplied'])
    expect(on(stand(journal, entries), 'unapplied')).toBe(12500)
  })

  test('to a denied claim takes the place of the denial, which had paid nothing', () => {
    const journal = stand(filed(), posted(filed(), paymentOf([denied])).entries)
    const { entries, codes } = posted(journal, paymentOf([asExpected], 'T2'))
    expect(codes).toEqual([])
    const all = stand(journal, entries)
    expect([on(all, 'receivable-payer', 'BLU01'), client(all), on(all, 'payable-provider', npi)]).toEqual([
      0, 3000, 9500,
    ])
  })
})

describe('money beside any claim', () => {
  test('interest is income', () => {
    const { entries, codes } = posted(filed(), {
      ...paymentOf([asExpected], 'T1', claim, ['PLB*2000001018*20261231*L6*-3.27']),
      paid: '128.27',
    })
    expect(codes).toEqual([])
    expect(rows(entries[1])).toEqual([
      ['bank', 'debit', 327],
      ['interest', 'credit', 327],
    ])
    expect(entries[1]?.lines[0]?.source).toBe('835 trace T1 PLB L6')
  })

  test('a refund acknowledged beside its recovery asks nobody for anything', () => {
    const plb = 'PLB*2000001018*20261231*WO:BP9*16*72:BP9*-16'
    const { codes, entries } = posted(filed(), paymentOf([asExpected], 'T1', claim, [plb]))
    expect(codes).toEqual([])
    expect(on(stand(filed(), entries), 'suspense')).toBe(0)
  })
})

describe('the provider’s share', () => {
  const crisis = inventedClaim('C1', [
    { code: '90837', charge: 24000, allowed: 15240, client: 0 },
    { code: '90840', units: 2, charge: 24000, allowed: 14650, client: 0 },
  ])
  const full: readonly InventedAnswer[] = [
    { adjustments: [['CO', '45', 8760]] },
    { adjustments: [['CO', '45', 9350]] },
  ]
  const half: readonly InventedAnswer[] = [
    { adjustments: [['CO', '45', 8760]] },
    { adjustments: [['CO', '151', 24000]] },
  ]
  const leftToClient: readonly InventedAnswer[] = [
    {
      adjustments: [
        ['CO', '45', 8760],
        ['PR', '1', 15240],
      ],
    },
    { adjustments: [['CO', '97', 24000]] },
  ]

  const cases: readonly [
    name: string,
    contract: PayContract,
    answers: readonly InventedAnswer[],
    earned: number,
  ][] = [
    ['an amount by procedure, times units: 90.00 and 2 x 44.00', contract(9000), full, 17800],
    ['nothing for a denied line', contract(9000), half, 9000],
    ['the amount too when all is left to the client', contract(9000), leftToClient, 9000],
    [
      'a share of paid and PR, line by line, half up: 65 % of 152.40 and of 146.50',
      share(6500),
      full,
      9906 + 9523,
    ],
    ['a share of the deductible', share(6500), leftToClient, 9906],
    ['nothing again when it was guaranteed at filing', contract(9000, true), full, 17800],
  ]
  test.each(cases)('is %s', (_, payContract, answers, earned) => {
    const given = terms(payContract)
    const before = filed(crisis, given)
    const all = stand(before, posted(before, paymentOf(answers, 'T1', crisis), [crisis], given).entries)
    expect(on(all, 'payable-provider', npi)).toBe(earned)
  })

  test('is one of the claim as a whole when the payer adjusts the claim as a whole', () => {
    const segments = ['CLP*C1*1*200*125**12*BP1', 'CAS*CO*45*45', 'CAS*PR*3*30']
    const given = terms(share(6500))
    const all = posted(filed(claim, given), { paid: '125', segments }, [claim], given).entries
    expect(on(all, 'payable-provider', npi)).toBe(10075)
  })

  test('leaves out what the claim as a whole was lowered by: 65 % of 125.00 and 20.00', () => {
    const { segments } = paymentOf([
      {
        adjustments: [
          ['CO', '45', 4500],
          ['PR', '3', 2000],
        ],
      },
    ])
    const lowered = [(segments[0] ?? '').replace('*135*', '*125*'), 'CAS*OA*23*10', ...segments.slice(1)]
    const given = terms(share(6500))
    const { entries, codes } = posted(filed(claim, given), { paid: '125', segments: lowered }, [claim], given)
    expect(codes).toEqual([])
    expect(on(entries, 'payable-provider', npi)).toBe(9425)
  })

  test('is not posted on an unlawful contract, but the payer’s money is', () => {
    const given = terms(share(6500), { payerClass: 'medicare' })
    const { entries, codes } = posted(filed(), paymentOf([asExpected]), [claim], given)
    expect(codes).toEqual(['pay-contract'])
    expect(rows(entries[0])).toEqual([
      ['bank', 'debit', 12500],
      ['receivable-payer', 'credit', 12500],
    ])
  })

  test('of a procedure without a row is nothing, and it is said', () => {
    const other = inventedClaim('C1', [{ ...visit, code: '90834' }])
    expect(posted(filed(other), paymentOf([asExpected], 'T1', other), [other]).codes).toEqual([
      'pay-contract',
    ])
  })
})

test('an empty journal balances', () => {
  expect(trialBalance(emptyJournal.entries)).toMatchObject({ holds: true, rows: [] })
})
