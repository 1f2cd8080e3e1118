// Who finds which page in the bar, and how keys stand on their caps.
import { expect, test } from 'vitest'
import { keyCaps } from './key-caps.ts'
import { type Role, pagesOfPhone, pagesOfRole } from './pages-of-role.ts'

test.each<[Role, readonly string[]]>([
  ['owner', ['Today', 'Clients', 'Claims', 'Remittance', 'Money']],
  ['biller', ['Today', 'Clients', 'Claims', 'Remittance', 'Money']],
  ['clinician', ['Today', 'Clients', 'Claims', 'Money']],
])('the bar of a %s stands in the order the work travels', (role, expected) => {
  expect(pagesOfRole(role).map(({ says }) => says)).toEqual(expected)
})

test('the bar of a phone leaves room for More', () => {
  expect(pagesOfPhone('owner').map(({ says }) => says)).toEqual(['Today', 'Clients', 'Claims', 'Money'])
  expect(pagesOfPhone('clinician')).toHaveLength(4)
})

test.each([
  ['Ctrl Enter', ['Ctrl ↵']],
  ['g t', ['G', 'T']],
  ['Shift F8', ['Shift F8']],
  ['?', ['?']],
])('%s stands on caps', (keys, expected) => {
  expect(keyCaps(keys)).toEqual(expected)
})
