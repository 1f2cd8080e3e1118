// Tries what is offered next, by standing, place and role.
import { describe, expect, test } from 'vitest'
import { nextOf, placeToMend } from './next-action.ts'
import type { ClaimFinding, Open, Told } from './work.ts'

const finding = (path: string, more: Partial<ClaimFinding> = {}): ClaimFinding => ({
  code: '277CA:A7:158',
  severity: 'holds-claim',
  whose: 'payer',
  place: { kind: 'field', path },
  says: 'Rejected: information not valid: Birth date.',
  remedy: 'Correct it as the payer holds it and send anew.',
  source: 'docs/sources.md 8.3',
  evidence: {},
  ...more,
})

const told = (findings: readonly ClaimFinding[], answer: Told['answer'] = null): Told =>
  ({
    claim: { payerName: 'Prairie Medicaid', claimNumber: 'GT1', payerClaimNumber: '77', findings },
    document: { relation: 'self', memberNumber: 'PM1' },
    timeline: [{ provesTimelyFiling: true, fileId: 'f1' }],
    answer,
  }) as unknown as Told

const open = (amount: number): Open => ({ answered: true, amount, lines: [], decisions: [] })

const answered = (group: string, payerClass = 'commercial'): Told['answer'] =>
  ({
    remittanceId: 'r1',
    payerClass,
    reasons: [{ nextAction: 'Ask for it.', clientMayBeBilled: group === 'PR' }],
  }) as unknown as Told['answer']

const denied = (queue: string) => [
  finding('', { code: 'remit:CO-198', severity: 'warns', evidence: { queue, amount: '$10.00' } }),
]

describe('what is rejected is mended', () => {
  test.each([
    ['coverage.memberNumber', { kind: 'mend', field: 'memberNumber' }],
    ['people.client.birthDate', { kind: 'mend', field: 'birthDate' }],
    ['people.client.address', { kind: 'chart' }],
    ['coverage.authorization.number', { kind: 'chart' }],
    ['session.day', { kind: 'wrap-up', path: 'session.day' }],
    ['claim.diagnoses', { kind: 'wrap-up', path: 'coding' }],
    ['people.practice.npi', null],
  ])('%s', (path, act) => {
    expect(placeToMend(finding(path), true, 'owner')).toEqual(act)
  })

  test('at the client where the plan is their own, in the chart where it is another’s', () => {
    const named = finding('people.subscriber.birthDate')
    expect(placeToMend(named, true, 'owner')).toEqual({ kind: 'mend', field: 'birthDate' })
    expect(placeToMend(named, false, 'owner')).toEqual({ kind: 'chart' })
  })

  test('and not in a note by a biller, who reads none', () => {
    expect(placeToMend(finding('note.recorded.stop'), true, 'biller')).toBe(null)
  })

  test('with sending again beside it, and as the one thing where no page mends it', () => {
    const mends = nextOf(told([finding('coverage.memberNumber')]), 'rejected', null, 'biller')
    expect([mends?.first?.says, ...(mends?.others ?? []).map(({ says }) => says)]).toEqual([
      'Mend it',
      'Send again',
    ])
    const sends = nextOf(told([finding('people.practice.npi')]), 'rejected', null, 'biller')
    expect([sends?.first?.act.kind, sends?.others]).toEqual(['resend', []])
  })
})

describe('what is held', () => {
  test('is released when nothing holds it any more', () => {
    const warns = finding('session.day', { severity: 'warns' })
    expect(nextOf(told([warns]), 'held', null, 'owner')?.first?.act).toEqual({ kind: 'release' })
  })
})

describe('what was denied', () => {
  test.each([
    ['other-payer', 'biller', 'chart'],
    ['authorization', 'owner', 'chart'],
    ['fixable', 'owner', 'wrap-up'],
    ['fixable', 'biller', 'remittance'],
    ['appeal', 'biller', 'remittance'],
    ['write-off', 'biller', 'write-off'],
  ] as const)('for a reason of the queue %s leads a %s to %s', (queue, role, kind) => {
    const next = nextOf(told(denied(queue), answered('CO')), 'denied', open(14120), role)
    expect(next?.first?.act.kind).toBe(kind)
  })

  test('is decided on by the office while something stands open, and by no clinician', () => {
    const acts = (amount: number, role: 'biller' | 'clinician', payerClass?: string) =>
      nextOf(told(denied('appeal'), answered('CO', payerClass)), 'denied', open(amount), role)?.others.map(
        ({ act }) => act.kind,
      )
    expect(acts(14120, 'biller')).toEqual(['write-off', 'to-client'])
    expect(acts(14120, 'biller', 'medicaid')).toEqual(['write-off'])
    expect(acts(0, 'biller')).toEqual([])
    expect(acts(14120, 'clinician')).toEqual([])
  })

  test('and put to the client is asked of them first', () => {
    const next = nextOf(told(denied('client'), answered('PR')), 'denied', open(500), 'owner')
    expect(next?.first?.act.kind).toBe('to-client')
    expect(next?.others.map(({ act }) => act.kind)).toEqual(['write-off'])
  })
})

test('what waits is asked after with the numbers that the payer knows, and its proof of filing', () => {
  const next = nextOf(told([]), 'waiting', null, 'biller')
  expect(next?.says).toContain('claim GT1 under its number 77 of member PM1')
  expect(next?.first?.act).toEqual({ kind: 'file', id: 'f1', what: '277CA' })
})

test('what is paid asks for nothing', () => {
  expect(nextOf(told([]), 'paid', null, 'owner')).toBe(null)
})
