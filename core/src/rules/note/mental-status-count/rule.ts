// Enough categories of mental status for the kind of service, as the payer's profile counts them.
import { field } from '../../../values/finding.ts'
import type { Template } from '../../../note/note.ts'
import { mentalStatusCount } from '../../../note/mental-status.ts'
import type { PayerProfile } from '../../../facts/facts.ts'
import { dayOfService } from '../../judge.ts'
import type { Rule } from '../../rule.ts'

/** Which of the profile's three figures a template is counted by. */
const countedAs: Readonly<Record<Template, keyof PayerProfile['mentalStatusLeast']>> = {
  soap: 'therapy',
  dap: 'therapy',
  birp: 'therapy',
  crisis: 'therapy',
  family: 'therapy',
  intake: 'intake',
  em: 'em',
  'em-with-therapy': 'em',
}

export const rule: Rule = {
  id: 'mental-status-count',
  title: 'A note records enough of the mental status for its kind of service',
  whose: 'platform',
  severity: 'warns',
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
  reads: ['note.picks.mentalStatus', 'note.template', 'coverage.payer.class'],
  check: (given, facts) => {
    const day = dayOfService(given)
    if (given.note === null || given.coverage === null || day === null) return []
    const least = facts.payerProfile(given.coverage.payer.class, day).mentalStatusLeast[
      countedAs[given.note.template]
    ]
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
