// Cases of licensed-where-client-sits.
import { change, telehealthCase } from '../../example-case.ts'
import { coSigned } from '../../example-parts.ts'
import { day } from '../../../values/day.ts'
import type { Case } from '../../case.ts'
import type { RuleCases } from '../../rule.ts'

const given = telehealthCase
const { provider } = given.people
const licence = provider.licences[0]
const held = ['licensed-where-client-sits']
const elsewhere = [{ ...licence, state: 'VT' }]

/** An associate's session by video; whose licences are which, and who goes on the claim. */
const supervised = (
  own: readonly unknown[],
  theirs: readonly unknown[],
  who: 'provider' | 'supervisor' = 'supervisor',
): Case => {
  const rendering = {
    who,
    licenceClass: 'associate',
    reason: { says: 'by the payer’s written policy', source: 'provider manual 2026, 4.2' },
  }
  const people = {
    ...given.people,
    provider: { ...provider, credentials: 'LMSW', licences: own },
    supervisor: {
      ...provider,
      name: { first: 'Ada', last: 'Lund' },
      npi: '2400000032',
      licences: theirs,
    },
  }
  const authored = change(change(given, 'coSignature', coSigned), 'note.author.credentials', 'LMSW')
  // What another hand wrote of the provider is no matter here: the claim is left out.
  return change(change(change(authored, 'people', people), 'coding.rendering', rendering), 'claim', null)
}

export const cases: RuleCases = {
  passes: { name: 'a client in the state of the licence', given, expect: [] },
  fails: {
    name: 'a licence for another state than the client’s',
    given: change(given, 'people.provider.licences.0.state', 'VT'),
    expect: held,
  },
  dayBefore: null,
  more: [
    {
      name: 'a licence that ended the day before the session',
      given: change(given, 'people.provider.licences.0.to', day('2026-03-09')),
      expect: held,
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
    {
      name: 'an associate and the supervisor who renders, both licensed there',
      given: supervised([licence], [licence]),
      expect: [],
    },
    {
      name: 'a supervisor who renders without a licence there',
      given: supervised([licence], elsewhere),
      expect: held,
    },
    {
      name: 'an associate licensed elsewhere alone, whatever the supervisor holds',
      given: supervised(elsewhere, [licence]),
      expect: held,
    },
    {
      name: 'an associate without any licence, under a supervisor licensed there',
      given: supervised([], [licence], 'provider'),
      expect: [],
    },
    {
      name: 'an associate without any licence, under a supervisor licensed elsewhere',
      given: supervised([], elsewhere, 'provider'),
      expect: held,
    },
    {
      name: 'a supervisor who only supervises is not asked where the associate is licensed',
      given: supervised([licence], elsewhere, 'provider'),
      expect: [],
    },
    {
      name: 'a licensed provider without any licence on file, whoever supervises',
      given: change(change(given, 'people.provider.licences', []), 'people.supervisor', {
        ...provider,
        npi: '2400000032',
      }),
      expect: held,
    },
  ],
}
