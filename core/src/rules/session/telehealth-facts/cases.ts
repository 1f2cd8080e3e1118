// Cases of telehealth-facts.
import { change, telehealthCase } from '../../example-case.ts'
import type { RuleCases } from '../../rule.ts'

const given = telehealthCase

export const cases: RuleCases = {
  passes: { name: 'a video session with both places, consent and software', given, expect: [] },
  fails: {
    name: 'a video session whose note leaves out where the client was',
    given: change(given, 'note.recorded.clientPlace', null),
    expect: ['telehealth-facts'],
  },
  dayBefore: null,
  more: [
    {
      name: 'a video session whose note leaves out where the provider was',
      given: change(given, 'note.recorded.providerPlace', null),
      expect: ['telehealth-facts'],
    },
    {
      name: 'a video session whose note does not speak of consent only warns',
      given: change(given, 'note.recorded.telehealthConsent', null),
      expect: ['telehealth-facts'],
    },
    {
      name: 'a video session whose note names no software only warns',
      given: change(given, 'note.recorded.platform', null),
      expect: ['telehealth-facts'],
    },
  ],
}
