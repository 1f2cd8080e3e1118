// Cases of billable-diagnosis.
import { change, draftCase, officeCase } from '../../example-case.ts'
import type { RuleCases } from '../../rule.ts'

const given = draftCase

export const cases: RuleCases = {
  passes: { name: 'a complete code in force on the day', given, expect: [] },
  fails: {
    name: 'the heading of the same group of codes',
    given: change(given, 'note.diagnoses.0.code', 'F33'),
    expect: ['billable-diagnosis'],
  },
  dayBefore: null,
  more: [
    {
      name: 'a code of the mental health chapter that does not exist',
      given: change(given, 'note.diagnoses.0.code', 'F33.77'),
      expect: ['billable-diagnosis'],
    },
    {
      name: 'a note without any diagnosis',
      given: change(given, 'note.diagnoses', []),
      expect: ['billable-diagnosis'],
    },
    { name: 'a claim whose codes are all complete', given: officeCase, expect: [] },
  ],
}
