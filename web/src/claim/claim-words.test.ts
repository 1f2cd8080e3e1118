// Tries the words of reasons, deadlines and threads.
import { describe, expect, test } from 'vitest'
import {
  codeInWords,
  dueFact,
  dueWords,
  mainFinding,
  reasonOf,
  threadOf,
  underReason,
} from './claim-words.ts'
import type { ClaimFinding, ClaimRow, Standing } from './work.ts'

const finding = (code: string, says: string, more: Partial<ClaimFinding> = {}): ClaimFinding => ({
  code,
  severity: 'warns',
  whose: 'payer',
  place: { kind: 'field', path: 'claim' },
  says,
  remedy: 'Do something about it.',
  source: 'docs/sources.md 8.3',
  evidence: {},
  ...more,
})

const claim = (more: Partial<ClaimRow> = {}): ClaimRow => ({
  id: '01a067d3-aa00-7019-8d8b-1fc95a2162c4',
  claimNumber: 'GT20417',
  sessionId: '01a067d3-aa00-7019-8d8b-1fc95a2162c5',
  clientId: '01a067d3-aa00-7019-8d8b-1fc95a2162c6',
  clientName: { first: 'Hal', last: 'Petersen' },
  providerId: '01a067d3-aa00-7019-8d8b-1fc95a2162c7',
  payerId: '01a067d3-aa00-7019-8d8b-1fc95a2162c8',
  payerName: 'Prairie Medicaid',
  channel: 'electronic',
  status: 'sent',
  frequency: '1',
  replacesId: null,
  supersededAt: null,
  day: '2026-03-09',
  charge: 20000,
  expectedPayer: 14120,
  expectedClient: 0,
  findings: [],
  payerClaimNumber: null,
  filedAt: '2026-03-09T18:00:00Z',
  departsAt: null,
  version: 1,
  ...more,
})

const denial = [
  finding('remit:denied', 'Line 1: the payer denied it (CO 198), and the contract allows $141.20.'),
  finding('remit:CO-253', 'CO 253: Sequestration.', { evidence: { amount: '$2.00' } }),
  finding('remit:CO-198', 'CO 198: Authorization used up.', { evidence: { amount: '$141.20' } }),
]

describe('the reason of a claim', () => {
  test('that was denied is the one with the most money, with its code beside the payer', () => {
    const denied = claim({ status: 'answered', findings: denial })
    expect(reasonOf(denied, 'denied', '2026-04-01')).toBe('Authorization used up')
    expect(underReason(denied, 'denied')).toBe('Prairie Medicaid, CO 198')
  })

  test('that was rejected is what the answer names, without saying rejected again', () => {
    const says = 'Rejected: information not valid: Birth date.'
    const rejected = claim({
      status: 'rejected',
      findings: [
        finding('edition-outside', 'The day lies outside the editions held.'),
        finding('277CA:A7:158', says, { severity: 'holds-claim' }),
      ],
    })
    expect(reasonOf(rejected, 'rejected', '2026-04-01')).toBe('Information not valid: Birth date')
    expect(underReason(rejected, 'rejected')).toBe('Prairie Medicaid, 277CA A7 158')
  })

  test.each([
    ['accepted', '2026-04-10', 'Accepted, not paid for 32 days'],
    ['sent', '2026-03-10', 'Sent, not acknowledged for 1 day'],
  ] as const)('that is %s says for how long', (status, today, says) => {
    expect(reasonOf(claim({ status }), 'waiting', today)).toBe(says)
  })

  test('that is held is the first thing that holds it, and not what only warns', () => {
    const held = claim({
      status: 'held',
      findings: [
        finding('edition-outside', 'The day lies outside the editions held.'),
        finding('time-rule', 'The minutes support another code.', { severity: 'holds-claim' }),
      ],
    })
    expect(mainFinding(held.findings, 'held')?.code).toBe('time-rule')
    expect(underReason(held, 'held')).toBe('Prairie Medicaid')
    expect(reasonOf(claim({ status: 'held' }), 'held', '2026-04-01')).toBe('Nothing holds it any more')
  })
})

test.each([
  ['remit:CO-198', 'CO 198'],
  ['277CA:A7:158', '277CA A7 158'],
  ['999:IK4:7', '999 IK4 7'],
  ['time-rule', null],
])('the code %s is said as %s', (code, says) => {
  expect(codeInWords({ code })).toBe(says)
})

describe('days left', () => {
  test.each([
    [
      { what: 'appeal', by: '2026-04-12', daysLeft: 11 },
      { left: '11', under: 'appeal soon', soon: true },
    ],
    [
      { what: 'file', by: '2026-05-20', daysLeft: 49 },
      { left: '49', under: '', soon: false },
    ],
    [
      { what: 'appeal', by: '2026-03-31', daysLeft: -1 },
      { left: 'over', under: 'for 1 day', soon: true },
    ],
    [
      { what: 'appeal', by: null, daysLeft: null },
      { left: 'not known', under: '', soon: false },
    ],
    [null, { left: '–', under: 'filed in time', soon: false }],
  ] as const)('%j', (due, words) => {
    expect(dueWords(due)).toEqual(words)
  })

  test('are said with the day, or that no contract names it', () => {
    const known = { what: 'appeal', by: '2026-04-12', daysLeft: 11 } as const
    expect(dueFact(known, '2026-04-01')).toEqual({
      label: 'Appeal by',
      day: 'Apr\u00a012',
      beside: '11 days',
    })
    const unknown = { what: 'file', by: null, daysLeft: null } as const
    expect(dueFact(unknown, '2026-04-01')).toMatchObject({ label: 'Send by', day: 'Not known' })
  })
})

describe('the thread of a claim', () => {
  const states = (standing: Standing, more: Partial<ClaimRow> = {}) =>
    threadOf(claim(more), standing).map(({ state }) => state)

  test.each([
    ['denied', ['holds', 'holds', 'holds', 'holds', 'needs-you']],
    ['rejected', ['holds', 'holds', 'holds', 'needs-you', 'not-yet']],
    ['waiting', ['holds', 'holds', 'holds', 'on-its-way', 'on-its-way']],
    ['paid', ['holds', 'holds', 'holds', 'holds', 'holds']],
    ['void', ['holds', 'holds', 'holds', 'not-used', 'not-used']],
  ] as const)('that is %s', (standing, links) => {
    expect(states(standing)).toEqual(links)
  })

  test('that is held breaks at the link it is held for', () => {
    const place = { kind: 'field', path: 'note.recorded.stop' } as const
    const findings = [finding('time', 'Times.', { severity: 'holds-claim', place })]
    expect(states('held', { findings })).toEqual(['holds', 'needs-you', 'holds', 'needs-you', 'not-yet'])
  })
})
