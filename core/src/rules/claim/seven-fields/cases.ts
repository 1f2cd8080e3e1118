// Cases of seven-fields: one for each of the seven.
import { billedOffice, billedTelehealth, change, officeCase, telehealthCase } from '../../example-case.ts'
import { clockTime, day } from '../../../values/day.ts'
import type { RuleCase, RuleCases } from '../../rule.ts'

const given = change(officeCase, 'billed', billedOffice)
const byVideo = change(telehealthCase, 'billed', billedTelehealth)

const differs = (name: string, of: typeof given, path: string, value: unknown): RuleCase => ({
  name,
  given: change(of, path, value),
  expect: ['seven-fields'],
})

export const cases: RuleCases = {
  passes: { name: 'a note, a session, a claim and a bill that agree', given, expect: [] },
  fails: differs(
    'a birth date that is a day off in the note',
    given,
    'note.identity.birthDate',
    day('1990-05-13'),
  ),
  dayBefore: null,
  more: [
    differs('another client’s last name', given, 'note.identity.name.last', 'Okoro'),
    differs('other credentials on the bill', given, 'billed.credentials', 'LMFT'),
    differs('another provider on the bill', given, 'billed.providerName', { first: 'Joan', last: 'Whitby' }),
    differs('another day on the bill', given, 'billed.day', day('2026-03-11')),
    differs('another stop on the bill', given, 'billed.stop', clockTime('14:53')),
    differs('a longer session on the bill than was documented', given, 'billed.minutes', 53),
    differs('another state on the bill than the client sat in', byVideo, 'billed.clientPlace.state', 'VT'),
    differs('a family session with the client billed as therapy alone', given, 'note.recorded.attendees', [
      { role: 'parent' },
    ]),
    differs('another diagnosis on the bill', given, 'billed.diagnoses', ['F41.1']),
    {
      name: 'a name written last name first, in capitals, is the same name',
      given: change(given, 'billed.clientName', { first: 'NORA', last: 'OKAFOR' }),
      expect: [],
    },
    {
      name: 'an initial that fits does not disagree',
      given: change(given, 'billed.clientName', { first: 'N.', last: 'Okafor' }),
      expect: [],
    },
  ],
}
