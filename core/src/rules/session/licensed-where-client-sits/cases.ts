// Cases of licensed-where-client-sits.
import { change, telehealthCase } from '../../example-case.ts'
import { day } from '../../../values/day.ts'
import type { RuleCases } from '../../rule.ts'

const given = telehealthCase
const licence = given.people.provider.licences[0]

export const cases: RuleCases = {
  passes: { name: 'a client in the state of the licence', given, expect: [] },
  fails: {
    name: 'a licence for another state than the client’s',
    given: change(given, 'people.provider.licences.0.state', 'VT'),
    expect: ['licensed-where-client-sits'],
  },
  dayBefore: null,
  more: [
    {
      name: 'a licence that ended the day before the session',
      given: change(given, 'people.provider.licences.0.to', day('2026-03-09')),
      expect: ['licensed-where-client-sits'],
    },
    {
      name: 'a licence that ends on the day of the session still holds',
      given: change(given, 'people.provider.licences.0.to', day('2026-03-10')),
      expect: [],
    },
    {
      name: 'a compact privilege in the client’s state counts as a licence does',
      given: change(given, 'people.provider.licences', [{ ...licence, kind: 'compact' }]),
      expect: [],
    },
  ],
}
