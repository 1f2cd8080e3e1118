// Each diagnosis on the claim is a complete code that was in force on the day of service.
import { field } from '../../../values/finding.ts'
import { billedOrClaimed } from '../../claimed-procedures.ts'
import { dayOfService } from '../../judge.ts'
import type { Case } from '../../case.ts'
import type { Facts } from '../../../facts/facts.ts'
import type { Fault, Rule } from '../../rule.ts'

/** What is judged: the diagnoses billed or claimed; before there is a claim, those of the note. */
const diagnosesOf = (given: Case): readonly { readonly code: string; readonly path: string }[] => {
  const claimed = billedOrClaimed(given).diagnoses
  if (claimed.length > 0) return claimed
  return (given.note?.diagnoses ?? []).map(({ code }, at) => ({ code, path: `note.diagnoses.${at}.code` }))
}

/** Why this code may not stand on a claim of that day, or null. Chapters this edition does not hold are not judged. */
const whyNot = (code: string, given: Case, facts: Facts): string | null => {
  const day = dayOfService(given)
  if (day === null) return null
  const fact = facts.diagnosis(code, day)
  if (fact === null)
    return /^F/i.test(code) || !/^[A-Z]\d/i.test(code) ? 'is not a code of ICD-10-CM on that day' : null
  return fact.billable ? null : 'is a heading or was retired: claims take only complete codes'
}

export const rule: Rule = {
  id: 'billable-diagnosis',
  title: 'Each diagnosis is a complete code in force on the day of service',
  whose: 'code-set',
  severity: 'holds-claim',
  from: null,
  to: null,
  source: 'ICD-10-CM, FY2026 edition (CDC NCHS), valid from 2025-10-01; 45 CFR 162.1002',
  reason:
    'Payers reject a code that is only a heading, is unknown, or was not in force that day; codes change each first of October.',
  write: {
    what: 'The complete code that the symptoms support.',
    good: 'F33.1, recurrent, moderate.',
    bad: 'F33.',
  },
  needs: ['note'],
  reads: ['note.diagnoses', 'billed.diagnoses', 'claim.diagnoses'],
  check: (given, facts) => {
    const codes = diagnosesOf(given)
    if (codes.length === 0) {
      const none: Fault = {
        place: field('note.diagnoses'),
        says: 'The note names no diagnosis, and a claim needs at least one.',
        remedy: 'Add the diagnosis that was treated, with its code.',
      }
      return [none]
    }
    return codes.flatMap(({ code, path }): readonly Fault[] => {
      const why = whyNot(code, given, facts)
      const remedy = 'Choose the complete code that the documented symptoms support.'
      return why === null
        ? []
        : [{ place: field(path), says: `This diagnosis ${why}.`, remedy, evidence: { code } }]
    })
  },
}
