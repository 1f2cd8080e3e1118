// The facts the practice is judged by, for pages that judge as the server does.
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { FactRows, Facts } from '@goldenthread/core/facts/facts.ts'
import { factsFrom } from '@goldenthread/core/facts/rows/facts-from-rows.ts'
import { answerOf, ask } from './ask.ts'

/** Fetched once while the page is open: facts change with an edition, not with a click. */
export const factsAsked = queryOptions({
  queryKey: ['facts'],
  queryFn: async (): Promise<Facts> =>
    // Each row is described as a row with days and a source; core says what else stands in it.
    factsFrom((await answerOf(ask.GET('/api/practice/facts'))) as unknown as FactRows),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  // Facts carry functions, which are not compared by what stands in them.
  structuralSharing: false,
})

/** Null until they have come. */
export const useFacts = (): Facts | null => useQuery(factsAsked).data ?? null
