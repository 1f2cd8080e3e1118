// Who is signed in, as the pages know them.
import { type QueryClient, queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import type { components } from '../api/generated.api.ts'
import { answerOf, ask } from '../api/ask.ts'
import { problemIn } from '../api/problem.ts'

export type Me = components['schemas']['Me']

export const meAsked = queryOptions({
  queryKey: ['me'],
  queryFn: () => answerOf(ask.GET('/api/people/me')),
  staleTime: 60_000,
})

/** Null where nobody is signed in; throws only what is neither an answer nor a closed door. */
export const whoIsThere = async (queries: QueryClient): Promise<Me | null> => {
  try {
    return await queries.ensureQueryData(meAsked)
  } catch (fault) {
    if (problemIn(fault).kind === 'signed-out') return null
    throw fault
  }
}

/** The signed-in person; pages behind the door only. */
export const useMe = (): Me => useSuspenseQuery(meAsked).data

/** The practice they work in now; null where they have a part in none. */
export const practiceOf = (me: Me): Me['practices'][number] | null =>
  me.practices.find(({ id }) => id === me.practiceId) ?? null

/** The zone on whose clock the practice's times are told; this machine's own where there is no practice. */
export const zoneOf = (me: Me): string | undefined => practiceOf(me)?.zone

/** Person and practice: whose drafts a machine keeps, closed to everybody else. */
export const whoseDrafts = (me: Me): string => `${me.practiceId ?? ''}|${me.personId}`
