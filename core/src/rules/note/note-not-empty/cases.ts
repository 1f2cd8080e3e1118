// Cases of note-not-empty: a note whose sections are all blank, and what its picks then have to say.
import { change, crisisCase, officeCase } from '../../example-case.ts'
import type { RuleCases } from '../../rule.ts'

const notAssessed = { notAssessed: 'the client left early' }
const withoutWords = change(officeCase, 'note.sections', {})
const held = ['note-not-empty']

/** Signed, with a diagnosis, and otherwise as it was opened: what else warns of it is said beside. */
const opened = change(withoutWords, 'note.picks', {})

export const cases: RuleCases = {
  passes: {
    name: 'a note without a section whose picks say what happened and why',
    given: withoutWords,
    expect: [],
  },
  fails: {
    name: 'the same note, that does not say why treatment goes on',
    given: change(withoutWords, 'note.picks.necessity', undefined),
    expect: held,
  },
  dayBefore: null,
  more: [
    {
      name: 'a note that was signed as it was opened: blank',
      given: opened,
      expect: ['mental-status-count', 'risk-addressed', 'risk-addressed', 'risk-addressed', ...held],
    },
    {
      name: 'blanks and dashes in the sections are no words',
      given: change(
        change(officeCase, 'note.sections', { assessment: '  \n – ' }),
        'note.picks.necessity',
        notAssessed,
      ),
      expect: held,
    },
    {
      name: 'that treatment goes on, and nothing of the session',
      given: change(withoutWords, 'note.picks', { necessity: 'continue', direction: 'same' }),
      expect: ['mental-status-count', 'risk-addressed', 'risk-addressed', 'risk-addressed', ...held],
    },
    {
      name: 'a section with words may say why treatment goes on, which a reader has to judge',
      given: change(officeCase, 'note.picks.necessity', undefined),
      expect: [],
    },
    {
      name: 'a crisis note without a section, whose picks tell of the crisis',
      given: change(crisisCase, 'note.sections', {}),
      expect: [],
    },
    {
      name: 'a note of a session that the client pays alone: no payer asks for its record',
      given: change(change(opened, 'coverage.payer.class', 'self-pay'), 'claim', null),
      expect: ['mental-status-count', 'risk-addressed', 'risk-addressed', 'risk-addressed'],
    },
  ],
}
