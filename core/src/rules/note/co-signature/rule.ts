// Where the supervisor stands on the claim as the one who rendered, the note bears their signature beside the author's.
import { field } from '../../../values/finding.ts'
import type { Fault, Rule } from '../../rule.ts'

const place = field('coSignature')

const waiting: Fault = {
  place,
  says: 'The claim names the supervisor, who has not co-signed the note yet.',
  remedy: 'The supervisor reads the note and co-signs it, or returns it; the claim follows then.',
}

const returned: Fault = {
  place,
  says: 'The supervisor returned the note instead of co-signing it.',
  remedy: 'Make the addendum that was asked for and sign it; the supervisor co-signs that version.',
}

export const rule: Rule = {
  id: 'co-signature',
  title: 'The supervisor co-signs the note of a session that is billed as theirs',
  whose: 'payer',
  severity: 'holds-claim',
  link: 'note',
  from: null,
  to: null,
  source: 'First Coast Service Options, psychotherapy checklist; docs/sources.md 6.1, cosign',
  reason:
    'Who is named as having rendered a service answers for its record: a reviewer looks for that person’s own signature and statement in it.',
  write: {
    what: 'The supervisor’s own signature over the version that was signed, with their statement.',
    good: 'Co-signed electronically by Amos Reyes, MD: reviewed, and agreed with.',
    bad: 'Supervisor aware.',
  },
  needs: ['note', 'coding'],
  reads: ['coding.rendering.who', 'coSignature.verdict', 'note.signature'],
  check: ({ note, coding, coSignature }) => {
    if (coding?.rendering.who !== 'supervisor' || (note?.signature ?? null) === null) return []
    const verdict = coSignature?.verdict ?? null
    if (verdict === 'co-signed') return []
    return [verdict === 'returned' ? returned : waiting]
  },
}
