// The seven fields that note and claim must agree on; the list is `claim/agreement.ts`, this rule reads it.
import { field } from '../../../values/finding.ts'
import { agreement } from '../../../claim/agreement.ts'
import type { AgreementField, AgreementPart } from '../../../claim/compare-part.ts'
import type { Fault, Rule } from '../../rule.ts'

const documents = ['note', 'session', 'claim', 'billed'] as const

const evidenceOf = (given: AgreementField, part: AgreementPart): Readonly<Record<string, string>> => ({
  field: given.field,
  part: part.part,
  ...Object.fromEntries(documents.flatMap((each) => (part[each] === null ? [] : [[each, part[each]]]))),
})

const faultsOf = (given: AgreementField): readonly Fault[] =>
  given.parts
    .filter((part) => part.verdict === 'disagree')
    .map((part) => ({
      place: field(part.path),
      says: part.says,
      remedy: 'Find which is right and correct the other; a signed note is corrected by an addendum.',
      evidence: evidenceOf(given, part),
    }))

export const rule: Rule = {
  id: 'seven-fields',
  title:
    'Name, birth date, provider, date and times, place, procedure and diagnosis agree between note and claim',
  whose: 'payer',
  severity: 'holds-claim',
  link: 'claim',
  from: null,
  to: null,
  source:
    'Headway, documentation and CPT codes (seed 0); Noridian, psychotherapy review findings (conflicting records, wrong date)',
  reason:
    'A reviewer lays the note beside the claim. Any of the seven that differs turns a true session into one that was not documented.',
  write: {
    what: 'The facts as they were; they come from the session by themselves and are changed in one place.',
    good: 'Note and claim: 2026-03-10, 2:00–2:47 pm.',
    bad: 'Note: 2:00–2:41 pm. Claim: 2:00–2:53 pm.',
  },
  needs: ['note'],
  reads: [
    'people',
    'coverage.payerRules',
    'session',
    'note.identity',
    'note.template',
    'note.recorded',
    'note.picks.crisis',
    'note.picks.decisionMaking',
    'note.picks.newClient',
    'note.diagnoses',
    'note.author',
    'claim',
    'billed',
  ],
  check: (given, facts) => (given.note === null ? [] : agreement(given, facts).flatMap(faultsOf)),
}
