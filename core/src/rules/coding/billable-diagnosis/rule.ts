// Each diagnosis of the note, and of what was billed, is a complete code that was in force on the day of service.
import { field } from '../../../values/finding.ts'
import type { Day } from '../../../values/day.ts'
import { type DiagnosisStanding, judgeDiagnosis } from '../../../coding/diagnosis-standing.ts'
import { dayOfService } from '../../../claim/day-of-service.ts'
import type { Case } from '../../case.ts'
import type { Facts } from '../../../facts/facts.ts'
import type { Fault, Rule } from '../../rule.ts'

interface Written {
  readonly code: string
  readonly path: string
}

/** Our claim takes its diagnoses from the note, so that the note's are where they are put right; then what was billed. */
const diagnosesOf = ({ note, billed }: Case): readonly Written[] => [
  ...(note?.diagnoses ?? []).map(({ code }, at) => ({ code, path: `note.diagnoses.${at}.code` })),
  ...(billed?.diagnoses ?? []).map((code, at) => ({ code, path: `billed.diagnoses.${at}` })),
]

const complete = 'Choose the complete code that the documented symptoms support.'

const faults: Readonly<Record<Exclude<DiagnosisStanding, 'billable'>, Omit<Fault, 'place'>>> = {
  header: {
    says: 'This diagnosis is a heading or was retired: claims take only complete codes.',
    remedy: complete,
  },
  unknown: { says: 'This diagnosis is not a code of ICD-10-CM on that day.', remedy: complete },
  impossible: {
    says: 'This diagnosis has no code, or one in a form that no code of ICD-10-CM has.',
    remedy: complete,
  },
  'not-held': {
    severity: 'warns',
    says: 'This diagnosis is of a chapter that is not held here, so that nothing can be said of it.',
    remedy: 'Look it up in the code set of that day; it goes on the claim as it is written.',
  },
}

const faultOf = ({ code, path }: Written, facts: Facts, on: Day): readonly Fault[] => {
  const { standing } = judgeDiagnosis(code, facts, on)
  return standing === 'billable' ? [] : [{ ...faults[standing], place: field(path), evidence: { code } }]
}

export const rule: Rule = {
  id: 'billable-diagnosis',
  title: 'Each diagnosis is a complete code in force on the day of service',
  whose: 'code-set',
  severity: 'holds-claim',
  link: 'code',
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
  reads: ['note.diagnoses', 'billed.diagnoses'],
  check: (given, facts) => {
    const on = dayOfService(given)
    if (on === null || given.note === null) return []
    const none: Fault = {
      place: field('note.diagnoses'),
      says: 'The note names no diagnosis, and a claim needs at least one.',
      remedy: 'Add the diagnosis that was treated, with its code.',
    }
    return [
      ...(given.note.diagnoses.length === 0 ? [none] : []),
      ...diagnosesOf(given).flatMap((written) => faultOf(written, facts, on)),
    ]
  },
}
