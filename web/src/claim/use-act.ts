// An act on a claim: sent once under one key, whatever is pressed meanwhile; afterwards all lists are asked anew.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { newKey } from '../api/ask.ts'
import { type Problem, problemIn } from '../api/problem.ts'

export interface ActOnClaim<Given, Done> {
  readonly run: (given: Given) => void
  readonly isRunning: boolean
  /** Why it was not done; null while nothing went wrong. */
  readonly problem: Problem | null
  readonly done: Done | undefined
  readonly forget: () => void
}

/** `send` is asked with the act's key: the same one when it is pressed again after nothing came back. */
export const useAct = <Given, Done>(
  send: (given: Given, key: string) => Promise<Done>,
  onDone: (done: Done) => void = () => undefined,
): ActOnClaim<Given, Done> => {
  const queries = useQueryClient()
  const key = useRef<{ readonly key: string; readonly given: string } | null>(null)
  const act = useMutation({
    mutationFn: (given: Given) => {
      const asked = JSON.stringify(given ?? null)
      // Another input is another act.
      if (key.current?.given !== asked) key.current = { key: newKey(), given: asked }
      return send(given, key.current.key)
    },
    onSuccess: async (done) => {
      key.current = null
      void queries.invalidateQueries({ queryKey: ['thread'] })
      await queries.invalidateQueries({ queryKey: ['claims'] })
      onDone(done)
    },
    // What was refused was decided: the next press is another act. What nobody answered may have been done.
    onError: (fault) => {
      if (problemIn(fault).kind !== 'away') key.current = null
    },
  })
  return {
    run: act.mutate,
    isRunning: act.isPending,
    problem: act.error === null ? null : problemIn(act.error),
    done: act.data,
    forget: act.reset,
  }
}
