// Cases of rendering-provider-allowed.
import { change, medicationCase, officeCase } from '../../example-case.ts'
import type { RuleCases } from '../../rule.ts'

export const cases: RuleCases = {
  passes: { name: 'a licensed social worker bills therapy', given: officeCase, expect: [] },
  fails: {
    name: 'a provider whom the payer lets nobody bill for',
    given: change(officeCase, 'coding.rendering.who', 'nobody'),
    expect: ['rendering-provider-allowed'],
  },
  dayBefore: null,
  more: [
    { name: 'a physician bills an evaluation with therapy', given: medicationCase, expect: [] },
    {
      name: 'a social worker’s licence under an evaluation with therapy: both codes are named',
      given: change(medicationCase, 'coding.rendering.licenceClass', 'masters'),
      expect: ['rendering-provider-allowed', 'rendering-provider-allowed'],
    },
    {
      name: 'an associate whom the payer does not take',
      given: change(officeCase, 'coding.rendering', {
        who: 'nobody',
        licenceClass: 'associate',
        reason: { says: 'the payer has no written policy for associates', source: 'payer profile' },
      }),
      expect: ['rendering-provider-allowed'],
    },
    {
      name: 'an associate whom the payer takes by its written policy',
      given: change(officeCase, 'coding.rendering', {
        who: 'provider',
        licenceClass: 'associate',
        reason: { says: 'the payer enrolls associates', source: 'provider manual 2026, 4.2' },
      }),
      expect: [],
    },
  ],
}
