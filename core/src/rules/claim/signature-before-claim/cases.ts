// Cases of signature-before-claim.
import { change, officeCase } from '../../example-case.ts'
import { instant } from '../../../values/day.ts'
import type { RuleCases } from '../../rule.ts'

const given = officeCase

export const cases: RuleCases = {
  passes: { name: 'a note signed an hour after the session', given, expect: [] },
  fails: {
    name: 'the same note without a signature',
    given: change(given, 'note.signature', null),
    expect: ['signature-before-claim'],
  },
  dayBefore: null,
  more: [
    {
      name: 'a note signed while the session still ran',
      given: change(given, 'note.signature.signedAt', instant('2026-03-10T18:30:00Z')),
      expect: ['signature-before-claim'],
    },
    {
      name: 'a note signed three days later',
      given: change(given, 'note.signature.signedAt', instant('2026-03-13T20:00:00Z')),
      expect: [],
    },
    {
      name: 'a note signed eight months later warns',
      given: change(given, 'note.signature.signedAt', instant('2026-11-10T20:00:00Z')),
      expect: ['signature-before-claim'],
    },
  ],
}
