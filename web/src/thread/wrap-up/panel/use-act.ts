// An act of a button: running, done, or why it was not, said in the server's own sentence.
import { useCallback, useRef, useState } from 'react'
import { newKey } from '../../../api/ask.ts'
import { problemIn } from '../../../api/problem.ts'

export interface Act {
  readonly run: () => void
  readonly isRunning: boolean
  readonly fault: string | null
}

/**
 * Runs an act once at a time. The key it is given stays the same until the server has answered: asked again after no
 * answer came, it is the same act and is not done twice.
 */
export const useAct = (act: (key: string) => Promise<unknown>): Act => {
  const [isRunning, setRunning] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const key = useRef<string | null>(null)
  const running = useRef(false)
  const run = useCallback(() => {
    if (running.current) return
    running.current = true
    setRunning(true)
    setFault(null)
    key.current ??= newKey()
    const settle = (why: unknown): void => {
      running.current = false
      setRunning(false)
      const problem = why === null ? null : problemIn(why)
      // No answer says nothing of whether it was done: the key is kept for the next try.
      if (problem?.kind !== 'away') key.current = null
      setFault(problem?.title ?? null)
    }
    act(key.current).then(() => settle(null), settle)
  }, [act])
  return { run, isRunning, fault }
}
