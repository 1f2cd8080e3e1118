// Enough categories of mental status for the kind of service, as the payer's profile counts them.
import { field } from '../../../values/finding.ts'
import { mentalStatusCount } from '../../../note/mental-status.ts'
import { templates } from '../../../note/templates.ts'
import { dayOfService } from '../../../claim/day-of-service.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  id: 'mental-status-count',
  title: 'A note records enough of the mental status for its kind of service',
  whose: 'platform',
  severity: 'warns',
  link: 'note',
  from: null,
  to: null,
  source:
    'Headway, documentation and CPT codes (seed 0): three categories for therapy, five for intake and E/M',
  reason:
    'Mental status is how a reader sees the client that day. What was not assessed is said with its reason; it is never filled in to reach a number.',
  write: {
    what: 'What you saw and heard, by category; for the rest "not assessed, because …".',
    good: 'Neatly dressed; speech slow; mood "flat"; affect constricted; thoughts goal-directed.',
    bad: 'MSE WNL.',
  },
  needs: ['note', 'coverage'],
  reads: ['note.picks.mentalStatus', 'note.template'],
  check: (given, facts) => {
    const day = dayOfService(given)
    if (given.note === null || given.coverage === null || day === null) return []
    const { mentalStatus } = templates[given.note.template]
    const least = facts.payerProfile(given.coverage.payer.class, day).mentalStatusLeast[mentalStatus]
    const count = mentalStatusCount(given.note.picks)
    if (count >= least) return []
    return [
      {
        place: field('note.picks.mentalStatus'),
        says: `The note records ${count} of the eleven categories of mental status; ${least} are looked for.`,
        remedy: 'Add what you observed, or say of a category why it was not assessed.',
        evidence: { recorded: String(count), 'looked for': String(least) },
      },
    ]
  },
}
