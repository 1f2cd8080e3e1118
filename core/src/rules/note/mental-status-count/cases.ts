// Cases of mental-status-count.
import { change, officeCase } from '../../example-case.ts'
import type { RuleCases } from '../../rule.ts'

const given = change(officeCase, 'note.picks.mentalStatus', {
  mood: '"worn out"',
  affect: 'constricted, brightens on topic',
  'thought-process': 'goal-directed',
})

export const cases: RuleCases = {
  passes: { name: 'a therapy note with three categories', given, expect: [] },
  fails: {
    name: 'the same note with one of the three not assessed',
    given: change(given, 'note.picks.mentalStatus.mood', {
      notAssessed: 'the client asked to begin at once',
    }),
    expect: ['mental-status-count'],
  },
  dayBefore: null,
  more: [
    {
      name: 'a note with none',
      given: change(given, 'note.picks.mentalStatus', {}),
      expect: ['mental-status-count'],
    },
  ],
}
