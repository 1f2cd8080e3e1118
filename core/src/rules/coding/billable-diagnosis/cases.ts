// Cases of billable-diagnosis.
import { billedOffice, change, draftCase, officeCase } from '../../example-case.ts'
import type { RuleCase, RuleCases } from '../../rule.ts'

const given = draftCase
const held = ['billable-diagnosis']

const noted = (name: string, code: string): RuleCase => ({
  name,
  given: change(given, 'note.diagnoses.0.code', code),
  expect: held,
})

export const cases: RuleCases = {
  passes: { name: 'a complete code in force on the day', given, expect: [] },
  fails: noted('the heading of the same group of codes', 'F33'),
  dayBefore: null,
  more: [
    noted('a code of the mental health chapter that does not exist', 'F33.77'),
    noted('a code of a group beside it, held whole, that does not exist', 'Z63.99'),
    noted('a code of a chapter that is not held, which only warns', 'E11.9'),
    noted('a code that lost its letter', '33.1'),
    noted('a diagnosis in words alone', ''),
    {
      name: 'a note without any diagnosis',
      given: change(given, 'note.diagnoses', []),
      expect: held,
    },
    {
      name: 'a note without any diagnosis for which another hand billed one',
      given: change(change(given, 'note.diagnoses', []), 'billed', billedOffice),
      expect: held,
    },
    {
      name: 'a second code that does not exist, beside one that is complete',
      given: change(given, 'note.diagnoses', [{ code: 'F33.1' }, { code: 'F41.77' }]),
      expect: held,
    },
    {
      name: 'a heading that another hand billed, beside the note’s complete code: the seven fields miss it too',
      given: change(change(given, 'billed', billedOffice), 'billed.diagnoses', ['F33.1', 'F33']),
      expect: [...held, 'seven-fields'],
    },
    { name: 'a claim whose codes are all complete', given: officeCase, expect: [] },
  ],
}
