// The ledger in words: acts, documents, pairs of what was taken back, what stands where, what an address shows.
import { describe, expect, test } from 'vitest'
import type { AccountRead, EntryRead } from './asked.ts'
import { ledgerSearch } from './ledger-search.ts'
import {
  accountWords,
  actWords,
  byKind,
  documentOf,
  inPairs,
  linesInOrder,
  sessionTitle,
} from './ledger-words.ts'
import { dayOfInstant } from './posted-day.ts'

const line = (
  kind: AccountRead['kind'],
  side: 'debit' | 'credit',
  amount = 2_500,
): EntryRead['lines'][number] => ({
  kind,
  label: kind,
  party: '',
  partyName: null,
  side,
  amount,
  source: 'invented',
})

const entry = (change: Partial<EntryRead>): EntryRead => ({
  id: change.key ?? 'e',
  key: 'filed:C1',
  act: 'filed',
  at: '2026-03-10T03:00:00Z',
  says: 'It was filed.',
  reverses: null,
  reversedBy: null,
  claimId: null,
  remittanceId: null,
  clientPaymentId: null,
  payoutRunId: null,
  privateChargeId: null,
  decisionId: null,
  sessionId: null,
  day: null,
  codes: [],
  clientName: null,
  claimNumber: null,
  trace: null,
  payment: null,
  lines: [],
  ...change,
})

const payment = { day: '2026-03-09', method: 'card' }

describe('an entry', () => {
  test.each<[string, Partial<EntryRead>]>([
    ['Claim filed', {}],
    ['Client charged', { privateChargeId: 'x' }],
    [
      'Client paid by card, held as a deposit',
      {
        act: 'client-paid',
        payment,
        lines: [line('card-clearing', 'debit'), line('deposits-client', 'credit')],
      },
    ],
    ['Client paid by card', { act: 'client-paid', payment, lines: [line('receivable-client', 'credit')] }],
    [
      'Owed again',
      {
        act: 'client-paid',
        key: 'owed-again:client-paid:A1',
        lines: [line('receivable-client', 'debit'), line('deposits-client', 'credit')],
      },
    ],
    ['Pay earned', { act: 'client-paid', key: 'earned:P1' }],
    [
      'Harbor Health answered',
      { act: 'remitted', lines: [{ ...line('receivable-payer', 'credit'), partyName: 'Harbor Health' }] },
    ],
    ['Taken back', { act: 'reversed' }],
  ])('says: %s', (says, change) => {
    expect(actWords(entry(change))).toBe(says)
  })

  test('leads to the payer’s answer before the claim it answers', () => {
    const claimed = { claimId: 'c', claimNumber: 'GT1' }
    expect(documentOf(entry(claimed))).toEqual({ says: 'Claim GT1', to: 'claim', id: 'c' })
    expect(documentOf(entry({ ...claimed, remittanceId: 'r', trace: '500025' }))).toEqual({
      says: '835, trace 500025',
      to: 'remittance',
      id: 'r',
    })
    expect(documentOf(entry({ act: 'client-paid', payment }))?.says).toBe('Payment of Mar\u00a09')
  })

  test('is written with its debits before its credits', () => {
    const lines = [line('session-fees', 'credit'), line('bank', 'debit')]
    expect(linesInOrder(lines).map(({ kind }) => kind)).toEqual(['bank', 'session-fees'])
  })

  test('that was taken back stands beside what takes it back', () => {
    const filed = entry({ key: 'filed:C1', reversedBy: 'reversed:filed:C1' })
    const other = entry({ key: 'filed:C2' })
    const back = entry({ key: 'reversed:filed:C1', act: 'reversed', reverses: 'filed:C1' })
    expect(inPairs([back, other, filed])).toEqual([[filed, back], [other]])
    expect(inPairs([other, filed])).toEqual([[other], [filed]])
  })
})

test('an account is named with whose it is', () => {
  expect(accountWords({ label: 'Owed by payer', partyName: 'Harbor Health' })).toBe(
    'Owed by payer, Harbor Health',
  )
  expect(accountWords({ label: 'Bank', partyName: null })).toBe('Bank')
})

test('a session’s entries are titled by its client, day and code', () => {
  const named = entry({ clientName: 'Maya Ruiz', day: '2026-10-22', codes: ['90834'] })
  expect(sessionTitle([entry({}), named])).toBe('Maya Ruiz, Oct\u00a022, 90834')
  expect(sessionTitle([entry({})])).toBeNull()
})

test('kinds of accounts stand above zero on the side where they grow', () => {
  const account = (
    kind: AccountRead['kind'],
    party: string,
    side: 'debit' | 'credit',
    amount: number,
  ): AccountRead => ({
    kind,
    party,
    label: kind,
    partyName: null,
    debits: 0,
    credits: 0,
    side,
    amount,
  })
  const kinds = byKind([
    account('receivable-client', 'a', 'debit', 9_000),
    account('receivable-client', 'b', 'credit', 500),
    account('payable-provider', 'n', 'credit', 7_000),
  ])
  expect(kinds.map(({ kind, cents }) => [kind, cents])).toEqual([
    ['receivable-client', 8_500],
    ['payable-provider', 7_000],
  ])
})

test.each([
  [{ session: '01890f1e-7b3c-7cc1-9a5d-0123456789ab' }, ['session']],
  [{ client: 'Maya Ruiz' }, []],
  [{ claim: 7, remittance: '01890f1e-7b3c-7cc1-9a5d-0123456789ab' }, ['remittance']],
])('of an address %o only ids are taken', (search, names) => {
  expect(Object.keys(ledgerSearch(search))).toEqual(names)
})

test('an entry is posted on the day of the practice’s calendar', () => {
  expect(dayOfInstant('2026-03-10T03:00:00Z', 'America/New_York')).toBe('2026-03-09')
  expect(dayOfInstant('2026-03-10T03:00:00Z', 'UTC')).toBe('2026-03-10')
})
