// What a client owes and may pay for, in the words of the page.
import { expect, test } from 'vitest'
import type { AccountRead, EntryRead } from './asked.ts'
import { owesWords, sessionsToPay, standsOf } from './payment-words.ts'

const account = (kind: AccountRead['kind'], side: 'debit' | 'credit', amount: number): AccountRead => ({
  kind,
  party: 'c1',
  label: kind,
  partyName: 'Maya Ruiz',
  debits: 0,
  credits: 0,
  side,
  amount,
})

test.each<[readonly AccountRead[], string]>([
  [[], 'Nothing stands open.'],
  [[account('receivable-client', 'debit', 9_728)], '$97.28 stands open.'],
  [
    [account('receivable-client', 'debit', 0), account('deposits-client', 'credit', 3_000)],
    'Nothing stands open. $30.00 is held as a deposit.',
  ],
  [[account('receivable-client', 'credit', 500)], 'They have paid $5.00 too much.'],
])('what stands on the accounts %# is said', (accounts, says) => {
  expect(owesWords(standsOf(accounts, 'c1'))).toBe(says)
})

test('a payment is offered for sessions that were answered first', () => {
  const of = (sessionId: string, act: EntryRead['act'], day: string) =>
    ({
      sessionId,
      act,
      day,
      codes: ['90834'],
      privateChargeId: null,
      reversedBy: null,
    }) as unknown as EntryRead
  const entries = [
    of('new', 'filed', '2026-03-09'),
    of('old', 'remitted', '2026-02-02'),
    of('old', 'filed', '2026-02-02'),
  ]
  expect(sessionsToPay(entries).map(({ id }) => id)).toEqual(['old', 'new'])
  expect(sessionsToPay(entries)[1]?.says).toContain('not answered yet')
})
