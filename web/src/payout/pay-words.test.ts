// A statement of pay in words: its day, its sessions, how far the money behind each has come.
import { describe, expect, test } from 'vitest'
import type { PaySheet, SessionPay } from './asked.ts'
import { parted, payDayTitle, payerState, spanWords, statementTitle, under } from './pay-words.ts'

/** A day and its month stay on one line. */
const plain = (said: string): string => said.replaceAll('\u00a0', ' ')

const session = (change: Partial<SessionPay> = {}): SessionPay => ({
  sessionId: '01890f1e-7b3c-7cc1-9a5d-0123456789ab',
  clientName: 'Maya Ruiz',
  day: '2026-10-26',
  codes: ['90834'],
  payerName: 'Harbor Health',
  payer: 'paid',
  guaranteed: false,
  amount: 9_800,
  ...change,
})

const sheet = (payDay: string | null, ...sessions: readonly SessionPay[]): PaySheet => ({
  payDay,
  amount: sessions.reduce((all, { amount }) => all + amount, 0),
  sessions: [...sessions],
})

describe('a statement', () => {
  const next = sheet('2026-11-13', session(), session({ day: '2026-11-06' }))

  test('is named by its pay day', () => {
    expect([payDayTitle(next, 'next'), statementTitle(next, 'next'), under(next, 'next')].map(plain)).toEqual(
      ['Fri, Nov 13', 'Statement for Fri, Nov 13', '2 sessions, next pay day'],
    )
    expect(plain(spanWords(next))).toBe('Sessions of Oct 26 to Nov 6.')
  })

  test('of a practice without pay days says what is owed', () => {
    const owed = sheet(null, session())
    expect([payDayTitle(owed, 'next'), statementTitle(owed, 'next'), spanWords(owed)].map(plain)).toEqual([
      'Owed now',
      'Owed now',
      'Sessions of Oct 26.',
    ])
  })

  test('of what waits for payers is expected', () => {
    expect([statementTitle(next, 'later'), under(sheet(null), 'later')].map(plain)).toEqual([
      'Expected for Fri, Nov 13',
      'no sessions, waiting for payers',
    ])
  })

  test('sets what was taken back apart from what was earned', () => {
    const back = session({ amount: -2_312 })
    expect(parted(sheet(null, session(), back))).toEqual({
      earned: [session()],
      takenBack: [back],
      earnedCents: 9_800,
    })
  })
})

test.each<[SessionPay['payer'], boolean, string, string]>([
  ['paid', false, 'holds', 'paid'],
  ['paid', true, 'holds', 'paid'],
  ['not-yet', true, 'on-its-way', 'not yet, guaranteed'],
  ['denied', true, 'needs-you', 'denied, guaranteed'],
  ['client-not-yet', false, 'on-its-way', 'client has not paid'],
])('pay behind which money is %s (guaranteed: %s) is %s: %s', (payer, guaranteed, state, says) => {
  expect(payerState(session({ payer, guaranteed }))).toEqual({ state, says })
})
