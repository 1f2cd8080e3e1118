// Which session of the day comes after this one: said when this one is filed.
import { useQuery } from '@tanstack/react-query'
import { dayAsked } from '../../today/asked.ts'
import type { Served } from '../wrap-up.ts'

export interface NextSession {
  readonly client: string
  readonly start: string
}

/** Null when none is planned after it on that day. */
export const useNextSession = (served: Served): NextSession | null => {
  const session = served.case.session
  const day = session?.day ?? null
  const { data } = useQuery({ ...dayAsked(day ?? undefined), enabled: day !== null })
  const { first, last } = served.case.people.provider.name
  const next = data?.items.find(
    ({ status, start, provider }) =>
      status === 'scheduled' &&
      start >= (session?.stop ?? '') &&
      provider.name.includes(last) &&
      provider.name.includes(first),
  )
  return next === undefined ? null : { client: next.client.name, start: next.start }
}
