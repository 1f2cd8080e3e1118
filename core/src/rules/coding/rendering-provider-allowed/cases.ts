// Cases of rendering-provider-allowed: what coding says of who renders, and codes that another hand billed.
import { billedIntake, change, intakeCase, medicationCase, officeCase } from '../../example-case.ts'
import { coSigned } from '../../example-parts.ts'
import type { Case } from '../../case.ts'
import type { RuleCases } from '../../rule.ts'

const held = ['rendering-provider-allowed']
const billed = change(intakeCase, 'billed', billedIntake)

/** As coding leaves it: a provider on the claim, or nobody and then no claim. */
const associate = (who: 'provider' | 'nobody', says: string): Case =>
  change(who === 'nobody' ? change(officeCase, 'claim', null) : officeCase, 'coding.rendering', {
    who,
    licenceClass: 'associate',
    reason: { says, source: 'provider manual 2026, 4.2' },
  })

export const cases: RuleCases = {
  passes: {
    name: 'a social worker’s intake, billed as the one without medical work',
    given: billed,
    expect: [],
  },
  fails: {
    name: 'the same intake billed as the one with medical work, which is a prescriber’s',
    given: change(billed, 'billed.procedures.0.code', '90792'),
    expect: held,
  },
  dayBefore: null,
  more: [
    { name: 'a licensed social worker bills therapy', given: officeCase, expect: [] },
    { name: 'a physician bills an evaluation with therapy', given: medicationCase, expect: [] },
    {
      name: 'an associate whom the payer does not take',
      given: associate('nobody', 'the payer has no written policy for associates'),
      expect: held,
    },
    {
      name: 'an associate whom the payer takes by its written policy',
      given: associate('provider', 'the payer enrolls associates'),
      expect: [],
    },
    {
      name: 'an associate whom the payer takes, for whom a prescriber’s code was billed',
      given: change(
        change(
          change(billed, 'coding.rendering.licenceClass', 'associate'),
          'billed.procedures.0.code',
          '90792',
        ),
        'coding.rendering.reason.says',
        'the payer enrolls associates',
      ),
      expect: held,
    },
    {
      name: 'a social worker under whose supervisor, a physician, an intake with medical work was billed',
      given: change(
        change(
          change(change(billed, 'coSignature', coSigned), 'coding.rendering', {
            who: 'supervisor',
            licenceClass: 'associate',
            reason: { says: 'the payer wants the supervisor', source: 'provider manual 2026, 4.2' },
          }),
          'people.supervisor',
          { ...medicationCase.people.provider, licences: officeCase.people.provider.licences },
        ),
        'billed.procedures.0.code',
        '90792',
      ),
      expect: [],
    },
  ],
}
