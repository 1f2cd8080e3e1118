// Somebody can go on the claim for this work, and what was billed is open to their licence.
import { field } from '../../../values/finding.ts'
import type { Day } from '../../../values/day.ts'
import type { Facts } from '../../../facts/facts.ts'
import type { LicenceClass } from '../../../people/provider.ts'
import type { Rendering } from '../../../coding/coding.ts'
import { dayOfService } from '../../../claim/day-of-service.ts'
import type { Case } from '../../case.ts'
import type { Fault, Rule } from '../../rule.ts'

const notBillable = (says: string): Fault => ({
  place: field('people.provider.credentials'),
  says: 'Nobody can go on this claim as rendering provider.',
  remedy:
    'Bill under a supervisor only where the payer’s written policy allows it (coverage.payerRules.associates); otherwise this session is not billable to this payer.',
  evidence: { why: says },
})

/** By which licence the one who renders bills: an associate by the one they work towards, as the payer's policy takes them. */
const licenceOf = (
  { who, licenceClass }: Rendering,
  { people }: Case,
  facts: Facts,
  on: Day,
): LicenceClass | null => {
  if (who !== 'supervisor') return licenceClass === 'associate' ? 'masters' : licenceClass
  const { supervisor } = people
  return supervisor === null ? null : (facts.credential(supervisor.credentials, on)?.licenceClass ?? null)
}

/** Our own codes are chosen by the licence; those that another hand billed may be of another one. */
const closedCodes = (given: Case, licence: LicenceClass, facts: Facts, on: Day): readonly Fault[] =>
  (given.billed?.procedures ?? []).flatMap(({ code }, at): readonly Fault[] => {
    const allowed = facts.procedure(code, on)?.licenceClasses
    if (allowed === undefined || allowed.includes(licence)) return []
    return [
      {
        place: field(`billed.procedures.${at}`),
        says: `${code} is not paid to a provider of this licence class.`,
        remedy: `Bill a code this licence may bill, or the provider who did the work; ${code} takes: ${allowed.join(', ')}.`,
        evidence: { code, 'licence class': licence },
      },
    ]
  })

export const rule: Rule = {
  id: 'rendering-provider-allowed',
  title: 'The rendering provider may bill this service to this payer',
  whose: 'payer',
  severity: 'holds-claim',
  link: 'code',
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
  reads: ['coding.rendering', 'billed.procedures', 'people.supervisor.credentials'],
  check: (given, facts) => {
    const on = dayOfService(given)
    if (given.coding === null || on === null) return []
    const { rendering } = given.coding
    if (rendering.who === 'nobody') return [notBillable(rendering.reason.says)]
    const licence = licenceOf(rendering, given, facts, on)
    return licence === null ? [] : closedCodes(given, licence, facts, on)
  },
}
