// The provider may treat clients in the state where this client sat, on the day of the session.
import { field } from '../../../values/finding.ts'
import type { Provider } from '../../../people/provider.ts'
import type { Day } from '../../../values/day.ts'
import type { Rule } from '../../rule.ts'

const mayTreatIn = (provider: Provider, state: string, on: Day): boolean =>
  provider.licences.some(
    (licence) => licence.state === state && licence.from <= on && (licence.to === null || on <= licence.to),
  )

export const rule: Rule = {
  id: 'licensed-where-client-sits',
  title: 'The provider is licensed in the state where the client sat',
  whose: 'law',
  severity: 'holds-claim',
  from: null,
  to: null,
  source:
    'State practice acts: care happens where the client is; Headway, documentation and CPT codes (seed 0)',
  reason:
    'A session happens in law where the client sits. Without a licence, a compact privilege or a telehealth registration there, the service may not be billed.',
  write: {
    what: 'The state the client sat in; and keep the provider’s licences with their days.',
    good: 'Client at home in Newark, NJ; provider licensed in NJ since 2021-04-01.',
    bad: 'Client joined from her sister’s house.',
  },
  needs: ['session'],
  reads: ['session.clientPlace', 'session.day', 'people.provider.licences'],
  check: ({ session, people }) => {
    const state = session?.clientPlace.state ?? null
    if (session === null || state === null || mayTreatIn(people.provider, state, session.day)) return []
    return [
      {
        place: field('session.clientPlace.state'),
        says: 'The provider has no licence, compact privilege or registration in the client’s state on that day.',
        remedy:
          'Correct the state, or add the licence with its days; otherwise this session cannot be billed.',
        evidence: { state, day: session.day },
      },
    ]
  },
}
