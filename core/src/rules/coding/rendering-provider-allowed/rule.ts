// The one who goes on the claim may bill these codes: by licence class, and for associates by the payer's written policy.
import { field } from '../../../values/finding.ts'
import type { Fault, Rule } from '../../rule.ts'
import { dayOfService } from '../../judge.ts'

const notBillable = (says: string): Fault => ({
  place: field('people.provider.credentials'),
  says: 'Nobody can go on this claim as rendering provider.',
  remedy:
    'Bill under a supervisor only where the payer’s written policy allows it (coverage.payerRules.associates); otherwise this session is not billable to this payer.',
  evidence: { why: says },
})

export const rule: Rule = {
  id: 'rendering-provider-allowed',
  title: 'The rendering provider may bill this service to this payer',
  whose: 'payer',
  severity: 'holds-claim',
  from: null,
  to: null,
  source:
    '42 CFR 410.26 (incident-to), 410.53, 410.54, 410.71–410.77; the payer’s written policy for associates',
  reason:
    'Payers pay a code only to the licence classes they credential for it. Associates are not billable unless the payer says in writing how.',
  write: {
    what: 'The credentials as the payer holds them; for an associate the payer’s policy and the supervisor.',
    good: 'Rendering: June Whitfield, LCSW.',
    bad: 'Seen by an associate, billed under whoever is credentialed.',
  },
  needs: ['note', 'coding'],
  reads: ['coding.rendering', 'coding.procedures', 'people.provider.credentials', 'people.supervisor'],
  check: (given, facts) => {
    const day = dayOfService(given)
    if (given.coding === null || day === null) return []
    const { rendering, procedures } = given.coding
    const licenceClass = rendering.licenceClass
    if (rendering.who === 'nobody' || licenceClass === null) return [notBillable(rendering.reason.says)]
    return procedures.flatMap(({ code }, at): readonly Fault[] => {
      const allowed = facts.procedure(code, day)?.licenceClasses
      // An associate whom the payer takes bills as the licence he or she works toward; the payer's policy is the word then.
      if (allowed === undefined || licenceClass === 'associate' || allowed.includes(licenceClass)) return []
      return [
        {
          place: field(`coding.procedures.${at}`),
          says: `${code} is not paid to a provider of this licence class.`,
          remedy: `Choose a code this licence may bill, or the provider who did the work; ${code} takes: ${allowed.join(', ')}.`,
          evidence: { code, 'licence class': licenceClass },
        },
      ]
    })
  },
}
