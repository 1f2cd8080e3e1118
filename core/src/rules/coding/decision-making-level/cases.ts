// Cases of decision-making-level.
import { billedMedication, change, medicationCase, officeCase } from '../../example-case.ts'
import type { RuleCases } from '../../rule.ts'

const given = change(medicationCase, 'billed', billedMedication)
const visitAlone = change(
  change(change(given, 'note.template', 'em'), 'billed.procedures', [
    { code: '99215', units: 1, modifiers: [] },
  ]),
  'note.recorded.therapyMinutes',
  null,
)

export const cases: RuleCases = {
  passes: { name: 'moderate decision making billed as 99214', given, expect: [] },
  fails: {
    name: 'moderate decision making billed as 99215',
    given: change(given, 'billed.procedures.0.code', '99215'),
    expect: ['decision-making-level'],
  },
  dayBefore: null,
  more: [
    { name: 'our own claim, whose level was taken from the same columns', given: medicationCase, expect: [] },
    {
      name: 'one column that reaches high carries no high level',
      given: change(
        change(given, 'billed.procedures.0.code', '99215'),
        'note.picks.decisionMaking.risk',
        'high',
      ),
      expect: ['decision-making-level'],
    },
    {
      name: 'two columns that reach high carry it, whatever the third is',
      given: change(change(given, 'billed.procedures.0.code', '99215'), 'note.picks.decisionMaking', {
        problems: 'high',
        data: 'straightforward',
        risk: 'high',
      }),
      expect: [],
    },
    {
      name: 'a level below what is recorded may be billed',
      given: change(given, 'billed.procedures.0.code', '99213'),
      expect: [],
    },
    {
      name: 'beside therapy the level rests on decision making, even where the note names time',
      given: change(change(given, 'billed.procedures.0.code', '99215'), 'note.picks.levelBasis', 'time'),
      expect: ['decision-making-level'],
    },
    {
      name: 'a visit alone that rests on its minutes is not judged by its columns',
      given: change(visitAlone, 'note.picks.levelBasis', 'time'),
      expect: [],
    },
    {
      name: 'a visit alone that names no basis rests on the columns that it records',
      given: change(visitAlone, 'note.picks.levelBasis', undefined),
      expect: ['decision-making-level'],
    },
    { name: 'a note of therapy records no decision making', given: officeCase, expect: [] },
  ],
}
