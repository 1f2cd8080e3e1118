// Cases of therapy-minutes-apart.
import { billedMedication, change, medicationCase } from '../../example-case.ts'
import type { RuleCases } from '../../rule.ts'

const given = medicationCase

export const cases: RuleCases = {
  passes: { name: 'an evaluation with 20 minutes of therapy stated apart', given, expect: [] },
  fails: {
    name: 'the same visit with the therapy minutes left out',
    given: change(given, 'note.recorded.therapyMinutes', null),
    expect: ['therapy-minutes-apart'],
  },
  dayBefore: null,
  more: [
    {
      name: 'the same visit billed by another hand, its therapy minutes left out',
      given: change(change(given, 'billed', billedMedication), 'note.recorded.therapyMinutes', null),
      expect: ['therapy-minutes-apart'],
    },
    {
      name: 'a note that counts the whole visit as therapy',
      given: change(change(given, 'note.recorded.therapyMinutes', 34), 'note.recorded.emMinutes', null),
      expect: ['therapy-minutes-apart'],
    },
  ],
}
