// Proves that a client's payment is taken back to the cent, and never out of what was applied.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cents } from '../values/cents.ts'
import { day, instant } from '../values/day.ts'
import type { Result } from '../values/result.ts'
import { balanceOf, trialBalance } from '../ledger/balance.ts'
import { account } from '../ledger/chart.ts'
import type { Entry } from '../ledger/entry.ts'
import { appendAll } from '../ledger/journal.ts'
import { makeEntry } from '../ledger/make-entry.ts'
import { postClientPaid } from './post-client-paid.ts'
import { takeBackPaid } from './take-back-paid.ts'

const sha256 = (utf8: string): string => createHash('sha256').update(utf8, 'utf8').digest('hex')
const moment = { at: instant('2026-02-24T17:00:00Z'), sha256 }
const owedBy = account('receivable-client', 'K1')
const paidAhead = account('deposits-client', 'K1')

const withMore = (entries: readonly Entry[], more: readonly Entry[]): readonly Entry[] => {
  const journal = appendAll({ entries }, more)
  if (!journal.ok) throw new Error(journal.findings.map((each) => each.says).join())
  return journal.value.entries
}
const must = <T>(made: Result<T>): T => {
  if (!made.ok) throw new Error(made.findings.map((each) => each.says).join())
  return made.value
}
const owes = (amount: number): Entry =>
  must(
    makeEntry({
      key: `owes:${amount}`,
      act: 'remitted',
      at: moment.at,
      says: 'The payer says what the client owes.',
      inputHash: 'invented',
      reverses: null,
      lines: [
        { account: owedBy, side: 'debit', amount: cents(amount), source: 'invented' },
        { account: account('session-fees'), side: 'credit', amount: cents(amount), source: 'invented' },
      ],
    }),
  )
const pays = (entries: readonly Entry[], key: string, amount: number): readonly Entry[] => {
  const payment = { key, day: day('2026-02-03'), amount: cents(amount), method: 'cash' as const }
  const owed = balanceOf(entries, owedBy)
  return withMore(entries, [must(postClientPaid({ payment, client: 'K1', answered: true, owed }, moment))])
}
const takesBack = (entries: readonly Entry[], key: string) => {
  const paid = entries.find((each) => each.key === `client-paid:${key}`)
  if (paid === undefined) throw new Error('it was paid')
  return takeBackPaid({ paid, client: 'K1', reason: 'wrong-amount', entries, charges: [] }, moment)
}
const stand = (entries: readonly Entry[]): readonly number[] =>
  [account('bank'), owedBy, paidAhead].map((each) => balanceOf(entries, each))

describe('a payment taken back', () => {
  test('leaves the accounts as if it had never been taken', () => {
    const before = [owes(2_500)]
    const paid = pays(before, 'A', 25_000)
    expect(stand(paid)).toEqual([25_000, 0, 22_500])
    expect(stand(withMore(paid, must(takesBack(paid, 'A')).entries))).toEqual(stand(before))
  })

  test('after the right one was written down lets the right one settle what is owed', () => {
    const paid = pays(pays([owes(2_500)], 'A', 25_000), 'B', 2_500)
    const made = must(takesBack(paid, 'A')).entries
    expect(made.map(({ key }) => key)).toEqual(['reversed:client-paid:A', 'settled:client-paid:A'])
    expect(stand(withMore(paid, made))).toEqual([2_500, 0, 0])
  })

  test('after it was spent as money paid ahead leaves what it had settled owed, but for what other money covers', () => {
    const paid = pays([], 'A', 5_000)
    const applied = must(
      makeEntry({
        ...owes(3_000),
        key: 'applied',
        lines: [
          { account: paidAhead, side: 'debit', amount: cents(3_000), source: 'invented' },
          { account: account('session-fees'), side: 'credit', amount: cents(3_000), source: 'invented' },
        ],
      }),
    )
    const entries = withMore(paid, [applied])
    const made = must(takesBack(entries, 'A')).entries
    expect(made.map(({ key }) => key)).toEqual(['reversed:client-paid:A', 'owed-again:client-paid:A'])
    expect(stand(withMore(entries, made))).toEqual([0, 3_000, 0])
    const more = pays(entries, 'B', 2_000)
    expect(stand(withMore(more, must(takesBack(more, 'A')).entries))).toEqual([2_000, 1_000, 0])
  })

  test('never leaves books that do not balance or money paid ahead below zero', () => {
    const amount = fc.integer({ min: 1, max: 40_000 })
    fc.assert(
      fc.property(amount, amount, amount, (owed, wrong, right) => {
        const paid = pays(pays([owes(owed)], 'A', wrong), 'B', right)
        const after = withMore(paid, must(takesBack(paid, 'A')).entries)
        expect(trialBalance(after).holds).toBe(true)
        const settled = Math.min(owed, right)
        expect(stand(after)).toEqual([right, owed - settled, right - settled])
      }),
    )
  })
})
