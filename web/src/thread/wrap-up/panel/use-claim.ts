// The claim of the session as the practice has it: when it leaves, and what became of it.
import { useQuery } from '@tanstack/react-query'
import type { components } from '../../../api/generated.api.ts'
import { answerOf, ask } from '../../../api/ask.ts'

export type ClaimRow = components['schemas']['ClaimRow']

/** While it may still be taken back its state is asked for again: it leaves by itself. */
const whileWaiting = 15_000

/** Null where there is none, or it has not come yet. */
export const useClaim = (filed: { readonly id: string; readonly status: string } | null): ClaimRow | null => {
  const { data } = useQuery({
    queryKey: ['claim', filed?.id ?? '', filed?.status ?? ''],
    queryFn: () => answerOf(ask.GET('/api/claim/claims/{id}', { params: { path: { id: filed?.id ?? '' } } })),
    enabled: filed !== null,
    refetchInterval: filed?.status === 'filed' ? whileWaiting : false,
  })
  return data?.claim ?? null
}
