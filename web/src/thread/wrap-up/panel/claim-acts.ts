// Acts on the claim of a session: taken back before it leaves, released when nothing holds it any more.
import { useCallback } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { problemIn } from '../../../api/problem.ts'
import { ask } from '../../../api/ask.ts'
import type { WrapUp } from '../wrap-up.ts'
import { type Act, useAct } from './use-act.ts'

const useClaimAct = (
  page: WrapUp,
  url: '/api/claim/claims/{id}/withdraw' | '/api/claim/claims/{id}/release',
): Act => {
  const queries = useQueryClient()
  const id = page.served.filed?.id ?? ''
  const { again } = page
  const act = useCallback(
    async (key: string): Promise<void> => {
      try {
        await ask.POST(url, { params: { path: { id }, header: { 'idempotency-key': key } } })
      } catch (why) {
        // What is refused was done otherwise meanwhile: the page shows how it stands now.
        if (problemIn(why).kind !== 'away') await again()
        throw why
      }
      await queries.invalidateQueries({ queryKey: ['claim'] })
      await queries.invalidateQueries({ queryKey: ['thread'] })
      await again()
    },
    [url, id, queries, again],
  )
  return useAct(act)
}

/** Undo of the filing: the note stays signed, and a held claim stands in its place. */
export const useTakeBack = (page: WrapUp): Act => useClaimAct(page, '/api/claim/claims/{id}/withdraw')

/** A held claim is judged anew, and filed when nothing holds it. */
export const useRelease = (page: WrapUp): Act => useClaimAct(page, '/api/claim/claims/{id}/release')
