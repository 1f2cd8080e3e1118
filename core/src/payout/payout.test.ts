// Proves that each provider is paid what the ledger owes, once a run and no more.
import { describe, expect, test } from 'vitest'
import { cents } from '../values/cents.ts'
import { instant } from '../values/day.ts'
import { balanceOf, trialBalance } from '../ledger/balance.ts'
import { account } from '../ledger/chart.ts'
import type { Entry } from '../ledger/entry.ts'
import { appendAll } from '../ledger/journal.ts'
import { payOut, payableEntries, postedBefore, whatIsOwed } from './payout.ts'

const run = (key: string) => ({
  key,
  at: instant('2026-03-13T17:00:00Z'),
  sha256: (utf8: string) => `hash of ${utf8}`,
})

const earned = (key: string, provider: string, amount: number): Entry => ({
  key,
  act: 'remitted',
  at: instant('2026-02-24T17:00:00Z'),
  says: 'A share was earned.',
  inputHash: key,
  reverses: null,
  lines: [
    {
      account: account('clinician-pay', provider),
      side: amount > 0 ? 'debit' : 'credit',
      amount: cents(Math.abs(amount)),
      source: key,
    },
    {
      account: account('payable-provider', provider),
      side: amount > 0 ? 'credit' : 'debit',
      amount: cents(Math.abs(amount)),
      source: key,
    },
  ],
})

const stand = (entries: readonly Entry[], more: readonly Entry[]): readonly Entry[] => {
  const journal = appendAll({ entries }, more)
  if (!journal.ok) throw new Error(journal.findings.map((each) => each.says).join())
  return journal.value.entries
}
const everyPayer = () => true

const paidIn = (entries: readonly Entry[], key: string): readonly Entry[] => {
  const made = payOut(entries, run(key), everyPayer)
  if (!made.ok) throw new Error(made.findings.map((each) => each.says).join())
  return made.value
}

const owedToTwo = [
  earned('a', '2000002024', 9500),
  earned('b', '2000001018', 6200),
  earned('c', '2000002024', 500),
]

describe('a payout run', () => {
  test('pays each provider what payable-provider says, and brings it to nothing', () => {
    const made = paidIn(owedToTwo, 'R1')
    expect(
      made.map((each) => [each.key, each.lines.map((line) => [line.account.kind, line.side, line.amount])]),
    ).toEqual([
      [
        'paid-out:R1:2000001018',
        [
          ['payable-provider', 'debit', 6200],
          ['bank', 'credit', 6200],
        ],
      ],
      [
        'paid-out:R1:2000002024',
        [
          ['payable-provider', 'debit', 10000],
          ['bank', 'credit', 10000],
        ],
      ],
    ])
    const all = stand(owedToTwo, made)
    expect(whatIsOwed(all, everyPayer)).toEqual({ owed: [], overpaid: [] })
    expect(balanceOf(all, account('bank'))).toBe(-16200)
    expect(trialBalance(all).holds).toBe(true)
  })

  test('asked for again pays nothing twice', () => {
    const all = stand(owedToTwo, paidIn(owedToTwo, 'R1'))
    expect(stand(all, paidIn(all, 'R1'))).toEqual(all)
  })

  test('asked for again after more was earned leaves that to the next run', () => {
    const all = [...stand(owedToTwo, paidIn(owedToTwo, 'R1')), earned('d', '2000002024', 700)]
    expect(paidIn(all, 'R1')).toEqual(paidIn(owedToTwo, 'R1'))
    expect(stand(all, paidIn(all, 'R1'))).toEqual(all)
    expect(paidIn(all, 'R2').map((each) => [each.key, each.lines[0]?.amount])).toEqual([
      ['paid-out:R2:2000002024', 700],
    ])
  })

  test('pays a provider who was missed when it is asked for again', () => {
    const [one, two] = paidIn(owedToTwo, 'R1')
    const half = stand(owedToTwo, one === undefined ? [] : [one])
    expect(paidIn(half, 'R1')).toEqual([one, two])
  })

  test('sets what a payer took back against what is earned next', () => {
    const overpaid = [
      earned('a', '2000002024', 9500),
      ...paidIn([earned('a', '2000002024', 9500)], 'R1'),
      earned('b', '2000002024', -9500),
    ]
    expect(whatIsOwed(overpaid, everyPayer)).toEqual({
      owed: [],
      overpaid: [{ provider: '2000002024', amount: 9500 }],
    })
    expect(paidIn([...overpaid, earned('c', '2000002024', 10000)], 'R2')[0]?.lines[0]?.amount).toBe(500)
  })

  test('without a key is refused', () => {
    expect(payOut(owedToTwo, run(''), everyPayer).findings.map((each) => each.code)).toEqual(['payout-run'])
  })
})

describe('what is owed at the end of a day', () => {
  const on = (at: string, entry: Entry): Entry => ({ ...entry, at: instant(at) })
  const march = on('2026-03-02T04:59:59Z', earned('a', '2000002024', 9500))
  const april = on('2026-04-01T05:00:00Z', earned('b', '2000002024', 6200))

  test.each([
    ['2026-03-02T05:00:00Z', 9500],
    ['2026-04-01T05:00:00Z', 9500],
    ['2026-04-02T05:00:00Z', 15700],
  ])('before %s is what was posted before, and nothing of that instant', (end, amount) => {
    const entries = postedBefore([march, april], instant(end))
    expect(whatIsOwed(entries, everyPayer).owed).toEqual([{ provider: '2000002024', amount }])
  })
})

describe('guaranteed pay', () => {
  const filed: Entry = { ...earned('filed:C1', '2000002024', 9500), act: 'filed' }
  const back: Entry = {
    ...earned('reversed:filed:C1', '2000002024', -9500),
    act: 'reversed',
    reverses: 'filed:C1',
  }

  test('waits until the payer has accepted the claim, and other pay does not wait for it', () => {
    const entries = [filed, earned('b', '2000001018', 6200)]
    expect(whatIsOwed(entries, () => false).owed).toEqual([{ provider: '2000001018', amount: 6200 }])
    expect(whatIsOwed(entries, everyPayer).owed).toHaveLength(2)
  })

  test('of a claim that was taken back before any payer accepted it was never owed', () => {
    expect(payableEntries([filed, back], () => false)).toEqual([])
    expect(whatIsOwed([filed, back], () => false)).toEqual({ owed: [], overpaid: [] })
  })
})
