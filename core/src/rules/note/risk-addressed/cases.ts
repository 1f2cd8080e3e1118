// Cases of risk-addressed.
import { change, officeCase } from '../../example-case.ts'
import type { RuleCases } from '../../rule.ts'

const given = officeCase

export const cases: RuleCases = {
  passes: { name: 'a note that answers each question of risk', given, expect: [] },
  fails: {
    name: 'a note that is silent on harm to others',
    given: change(given, 'note.picks.risk.homicidalIdeation', undefined),
    expect: ['risk-addressed'],
  },
  dayBefore: null,
  more: [
    {
      name: 'a question that was not assessed, with the reason, is an answer',
      given: change(given, 'note.picks.risk.homicidalIdeation', { notAssessed: 'the client left early' }),
      expect: [],
    },
    {
      name: 'self-harm answered stands for the level',
      given: change(given, 'note.picks.risk.level', undefined),
      expect: [],
    },
  ],
}
