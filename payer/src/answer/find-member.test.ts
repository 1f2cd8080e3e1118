// Whose claim it is: numbers and names as people write them.
import { cents } from '@goldenthread/core/values/cents.ts'
import { day } from '@goldenthread/core/values/day.ts'
import { describe, expect, test } from 'vitest'
import { findMember, plain } from './find-member.ts'
import type { Member } from './plan.ts'
import type { SentClaim, SentName } from './sent-claim.ts'

test.each([
  ["O'Shaughnessy", 'OSHAUGHNESSY'],
  ['Quiñones-Díaz', 'QUINONESDIAZ'],
  ['Wałęsa', 'WALESA'],
  ['Strauß', 'STRAUSS'],
  ['Sørensen', 'SORENSEN'],
  ['lkm 482-207-715', 'LKM482207715'],
])('%s is compared as %s', (text, expected) => {
  expect(plain(text)).toBe(expected)
})

const member = (firstName: string, birthDate: string): Member => ({
  memberNumber: '00714420931',
  firstName,
  lastName: 'Castellanos',
  birthDate: day(birthDate),
  deductibleLeft: cents(0),
  copay: null,
  coinsurance: null,
})
const rafael = member('Rafael', '1984-03-12')
const juniper = member('Juniper', '2015-05-27')

const name = (firstName: string): SentName => ({
  entity: '1',
  lastName: 'CASTELLANOS',
  firstName,
  id: '00714420931',
})
const claim = (firstName: string, birthDate: string, subscriber = name('RAFAEL')): SentClaim =>
  ({ subscriber, client: name(firstName), clientBirthDate: day(birthDate) }) as SentClaim

describe('a family under one number', () => {
  test.each([
    ['the subscriber', [rafael, juniper], claim('RAFAEL', '1984-03-12'), rafael],
    ['the daughter', [rafael, juniper], claim('JUNIPER', '2015-05-27'), juniper],
    ['the daughter when only she is held', [juniper], claim('JUNIPER', '2015-05-27'), juniper],
    ['a client whose first name was not sent', [juniper], claim('', '2015-05-27'), juniper],
  ])('%s is found', (_, members, sent, expected) => {
    expect(findMember(sent, members)).toEqual({ kind: 'found', member: expected })
  })

  test.each([
    [
      'the daughter with her father’s birth date',
      [rafael, juniper],
      claim('JUNIPER', '1984-03-12'),
      'unknown-birth-date',
    ],
    ['a son the payer does not hold', [rafael, juniper], claim('MATEO', '2015-05-27'), 'unknown-birth-date'],
    [
      'a subscriber of another name',
      [rafael],
      claim('RAUL', '1984-03-12', name('RAUL')),
      'unknown-subscriber',
    ],
    ['nobody under the number', [], claim('RAFAEL', '1984-03-12'), 'unknown-subscriber'],
  ])('%s is not', (_, members, sent, expected) => {
    expect(findMember(sent, members)).toEqual({ kind: expected })
  })
})
