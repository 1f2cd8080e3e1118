// Cases of telehealth-facts.
import { change, officeCase, telehealthCase } from '../../example-case.ts'
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
      name: 'a video session whose note does not say by what means it was held',
      given: change(given, 'note.recorded.modality', null),
      expect: ['telehealth-facts'],
    },
    {
      name: 'a video session whose note is silent on means and on both places',
      given: change(given, 'note.recorded', {
        ...given.note?.recorded,
        modality: null,
        clientPlace: null,
        providerPlace: null,
      }),
      expect: ['telehealth-facts', 'telehealth-facts', 'telehealth-facts'],
    },
    {
      name: 'a note of a video session that was not recorded as a session yet',
      given: change(change(change(given, 'session', null), 'claim', null), 'note.recorded.clientPlace', null),
      expect: ['telehealth-facts'],
    },
    {
      name: 'a session in the office whose note does not say so',
      given: change(officeCase, 'note.recorded.modality', null),
      expect: [],
    },
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
