// Beside evaluation and management, therapy minutes are stated on their own and fit into the session.
import { field } from '../../../values/finding.ts'
import { documentedMinutes } from '../../../note/note-minutes.ts'
import type { Case } from '../../case.ts'
import type { Facts } from '../../../facts/facts.ts'
import { claimedProcedures } from '../../claimed-procedures.ts'
import { dayOfService } from '../../../claim/day-of-service.ts'
import type { Fault, Rule } from '../../rule.ts'

/** The codes of therapy beside E/M that are billed, or that our own claim carries. */
const therapyBesideEm = (given: Case, facts: Facts): readonly string[] => {
  const day = dayOfService(given)
  if (day === null) return []
  return claimedProcedures(given)
    .map((each) => each.code)
    .filter((code) => facts.procedure(code, day)?.family === 'therapy-with-em')
}

export const rule: Rule = {
  id: 'therapy-minutes-apart',
  title: 'Therapy minutes beside an evaluation are written apart from it',
  whose: 'code-set',
  severity: 'holds-claim',
  link: 'code',
  from: null,
  to: null,
  source:
    'Texas Medical Association, psychotherapy with E/M (texmed.org, template 30416); CMS CERT reviews of 90833',
  reason:
    'The same minute may not count for the medical work and for the therapy. One combined period is the error reviewers name most for these codes.',
  write: {
    what: 'The therapy minutes on their own; best with the medical minutes beside them.',
    good: '3:00–3:14 medication review; 3:14–3:34 psychotherapy, 20 minutes.',
    bad: 'Seen for 34 minutes, medications and therapy.',
  },
  needs: ['note'],
  reads: [
    'note.template',
    'note.recorded.start',
    'note.recorded.stop',
    'note.recorded.minutes',
    'note.recorded.therapyMinutes',
    'note.recorded.emMinutes',
    'session.start',
    'session.stop',
    'session.startInstant',
    'session.stopInstant',
    'billed.procedures',
    'claim.lines',
  ],
  check: (given, facts) => {
    const codes = therapyBesideEm(given, facts)
    if (given.note === null || codes.length === 0) return []
    const { therapy, em, total } = documentedMinutes(given.note, given.session)
    const place = field('note.recorded.therapyMinutes')
    if (therapy === null) {
      const fault: Fault = {
        place,
        says: `Therapy was billed as ${codes.join(', ')} and the note does not state its minutes apart.`,
        remedy:
          'State the therapy minutes on their own, without the medical work; if they were not kept, take the code off.',
      }
      return [fault]
    }
    if (total === null || em !== null || therapy < total) return []
    return [
      {
        place,
        says: 'The note counts the whole session as therapy, and an evaluation was billed too.',
        remedy: 'State how many of the minutes were therapy and how many were medical work.',
        evidence: { therapy: String(therapy), session: String(total) },
      },
    ]
  },
}
