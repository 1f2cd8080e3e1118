// What is told of a void, by how far it came and what of the session's money stands.
import type { Link } from '@goldenthread/core/thread/outcome.ts'
import { cents } from '@goldenthread/core/values/cents.ts'
import { describe, expect, test } from 'vitest'
import { type VoidOfSession, withVoid } from './void-links.ts'

const missed: readonly Link[] = (['session', 'note', 'code', 'claim', 'pay'] as const).map((name) => ({
  name,
  state: 'not-used',
  says: 'No session took place.',
}))

const voided: VoidOfSession = {
  claimNumber: 'V2',
  status: 'filed',
  voids: 'C1',
  payerName: 'Larkmoor Health Plan',
  payerPaid: cents(12_500),
  providerShare: cents(9_500),
}

const told = (changes: Partial<VoidOfSession>, links = missed) =>
  withVoid(links, { ...voided, ...changes })
    .slice(3)
    .map(({ state, says }) => `${state}: ${says}`)

const unpaid = { payerPaid: cents(0), providerShare: cents(0) }
const of = 'V2, which voids C1: Larkmoor Health Plan.'
const stands = '$125.00 of the payer’s and $95.00 of the provider’s share stand in the ledger.'
const gone = 'not-used: No money of the payer stands in the ledger.'
const nothing = 'not-used: No session took place.'

describe('of a session that did not take place', () => {
  const rows: readonly (readonly [
    how: string,
    changes: Partial<VoidOfSession>,
    claim: string,
    pay: string,
  ])[] = [
    [
      'filed',
      {},
      `on-its-way: The void is filed, and leaves with the next batch: ${of}`,
      `on-its-way: Until the void is answered, ${stands}`,
    ],
    [
      'accepted',
      { status: 'accepted' },
      `on-its-way: The void was accepted, and is not answered yet: ${of}`,
      `on-its-way: Until the void is answered, ${stands}`,
    ],
    [
      'rejected',
      { status: 'rejected' },
      `needs-you: The void was rejected, and the payer still has the claim: ${of}`,
      `needs-you: Until the payer takes a void, ${stands}`,
    ],
    [
      'answered while money stands',
      { status: 'answered', providerShare: cents(0) },
      `holds: The payer has voided the claim: ${of}`,
      'needs-you: The void was answered, and $125.00 of the payer’s stand in the ledger.',
    ],
    [
      'sent, of a claim that was denied',
      { ...unpaid, status: 'sent' },
      `on-its-way: The void was sent, and is not answered yet: ${of}`,
      gone,
    ],
    ['answered, and nothing stands', { ...unpaid, status: 'answered' }, nothing, nothing],
  ]
  test.each(rows)('a void that is %s', (_how, changes, claim, pay) => {
    expect(told(changes)).toEqual([claim, pay])
  })
})

test('beside what a session says that its client now pays, and no link that needs somebody is hidden', () => {
  const owes = (state: Link['state']) =>
    missed.map(
      (link): Link => (link.name === 'pay' ? { ...link, state, says: 'The client owes $120.00.' } : link),
    )
  expect(told({}, owes('on-its-way'))[1]).toBe(
    `on-its-way: The client owes $120.00. Until the void is answered, ${stands}`,
  )
  expect(told({}, owes('needs-you'))[1]).toContain('needs-you: The client owes $120.00. Until')
  expect(told(unpaid, owes('on-its-way'))[1]).toBe('on-its-way: The client owes $120.00.')
})

test('a session without a void says what it says', () => {
  expect(withVoid(missed, null)).toBe(missed)
})
