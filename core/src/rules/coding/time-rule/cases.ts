// Cases of time-rule.
import { billedOffice, change, crisisCase, officeCase } from '../../example-case.ts'
import type { RuleCases } from '../../rule.ts'

const given = change(officeCase, 'billed', billedOffice)

export const cases: RuleCases = {
  passes: { name: '47 documented minutes billed as 90834', given, expect: [] },
  fails: {
    name: '47 documented minutes billed as 90837',
    given: change(given, 'billed.procedures.0.code', '90837'),
    expect: ['time-rule'],
  },
  dayBefore: null,
  more: [
    {
      name: '47 documented minutes billed as the shorter 90832',
      given: change(given, 'billed.procedures.0.code', '90832'),
      expect: ['time-rule'],
    },
    {
      name: 'a crisis of 110 minutes with two further blocks',
      given: crisisCase,
      expect: [],
    },
    {
      name: 'a crisis of 110 minutes billed with three further blocks',
      given: change(crisisCase, 'claim.lines.1.units', 3),
      expect: ['time-rule'],
    },
    {
      name: 'a payer that counts crisis blocks past their midpoint takes one block less at 110 minutes',
      given: change(crisisCase, 'coverage.payerRules', {
        crisisUnits: 'midpoint',
        source: 'contract, schedule B',
      }),
      expect: ['time-rule'],
    },
  ],
}
