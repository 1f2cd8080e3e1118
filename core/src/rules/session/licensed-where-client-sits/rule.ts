// Whoever treats, and whoever goes on the claim for it, may do so in the state where this client sat, on that day.
import { field } from '../../../values/finding.ts'
import type { Facts } from '../../../facts/facts.ts'
import type { Provider } from '../../../people/provider.ts'
import type { Day } from '../../../values/day.ts'
import type { Case } from '../../case.ts'
import type { Fault, Rule } from '../../rule.ts'

const mayTreatIn = (provider: Provider, state: string, on: Day): boolean =>
  provider.licences.some(
    (licence) => licence.state === state && licence.from <= on && (licence.to === null || on <= licence.to),
  )

type Asked = 'provider' | 'supervisor'

/**
 * Whose licence is asked for. The one who treats needs their own; an associate who has none at all treats under the
 * supervisor's. A supervisor who goes on the claim as rendering provider needs one there as well.
 */
const askedOf = ({ people, coding }: Case, facts: Facts, on: Day): readonly Asked[] => {
  const { provider, supervisor } = people
  if (supervisor === null) return ['provider']
  const isAssociate = facts.credential(provider.credentials, on)?.licenceClass === 'associate'
  const underSupervisor = isAssociate && provider.licences.length === 0
  const renders = coding?.rendering.who === 'supervisor'
  return [
    ...(underSupervisor ? [] : (['provider'] as const)),
    ...(underSupervisor || renders ? (['supervisor'] as const) : []),
  ]
}

const faultOf = (asked: Asked, state: string, on: Day): Fault => ({
  place: field('session.clientPlace.state'),
  says: `The ${asked} has no licence, compact privilege or registration in the client’s state on that day.`,
  remedy: 'Correct the state, or add the licence with its days; otherwise this session cannot be billed.',
  evidence: { state, day: on, who: asked },
})

export const rule: Rule = {
  id: 'licensed-where-client-sits',
  title: 'The provider is licensed in the state where the client sat',
  whose: 'law',
  severity: 'holds-claim',
  link: 'claim',
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
  reads: [
    'session.clientPlace.state',
    'people.provider.licences',
    'people.provider.credentials',
    'people.supervisor.licences',
    'coding.rendering.who',
  ],
  check: (given, facts) => {
    const { session, people } = given
    const state = session?.clientPlace.state ?? null
    if (session === null || state === null) return []
    return askedOf(given, facts, session.day)
      .filter((asked) => {
        const who = people[asked]
        return who === null || !mayTreatIn(who, state, session.day)
      })
      .map((asked) => faultOf(asked, state, session.day))
  },
}
