// What is done to the session from its wrap-up: confirmed as held or otherwise, its facts changed, its note begun.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { Template } from '@goldenthread/core/note/note.ts'
import { ask, newKey } from '../../api/ask.ts'
import { problemError, problemIn } from '../../api/problem.ts'
import type { SessionRow, WrittenSession } from '../../session/written-session.ts'
import { caseAsked, sessionAsked } from './ask-case.ts'
import type { CorrectionAsked, Served } from './wrap-up.ts'

export interface SessionActs {
  readonly again: () => Promise<Served>
  readonly confirm: (attendance: CorrectionAsked['attendance']) => Promise<void>
  /** True when it was changed; false when the correction waits to be said. */
  readonly change: (written: WrittenSession) => Promise<boolean>
  readonly begin: (template?: Template) => Promise<void>
  readonly amendment: (way: 'begin' | 'drop') => Promise<void>
  readonly correcting: CorrectionAsked | null
  readonly endCorrection: (done: boolean) => void
}

const at = (id: string) => ({ params: { path: { id } } })
const keyed = (id: string) => ({ params: { path: { id }, header: { 'idempotency-key': newKey() } } })

/** A note begun, an addendum begun or dropped. */
const useNoteActs = (
  sessionId: string,
  flush: () => Promise<void>,
  again: () => Promise<Served>,
): Pick<SessionActs, 'begin' | 'amendment'> => {
  const queries = useQueryClient()
  const begin = useCallback(
    async (template?: Template): Promise<void> => {
      await ask.POST('/api/note/notes', {
        body: { sessionId, ...(template === undefined ? {} : { template }) },
      })
      await again()
    },
    [again, sessionId],
  )

  const amendment = useCallback(
    async (way: 'begin' | 'drop'): Promise<void> => {
      if (way === 'drop') await flush().catch(() => undefined)
      const { note } = await queries.fetchQuery({ ...caseAsked(sessionId), staleTime: 0 })
      if (note === null) throw problemError(problemIn(null))
      const asked = { ...keyed(note.id), body: { version: note.version } }
      if (way === 'begin') await ask.POST('/api/note/notes/{id}/amendment', asked)
      else await ask.POST('/api/note/notes/{id}/amendment/drop', asked)
      await again()
    },
    [again, flush, queries, sessionId],
  )
  return { begin, amendment }
}

/** `flush` puts what was typed on the server first, so that no act is made of an older note. */
export const useSessionActs = (sessionId: string, flush: () => Promise<void>): SessionActs => {
  const queries = useQueryClient()
  const [correcting, setCorrecting] = useState<CorrectionAsked | null>(null)
  const confirming = useRef<Promise<void> | null>(null)

  const session = useCallback(
    (): Promise<SessionRow> => queries.fetchQuery({ ...sessionAsked(sessionId), staleTime: 0 }),
    [queries, sessionId],
  )
  const again = useCallback(async (): Promise<Served> => {
    const [served] = await Promise.all([
      queries.fetchQuery({ ...caseAsked(sessionId), staleTime: 0 }),
      session(),
    ])
    void queries.invalidateQueries({ queryKey: ['thread', 'today'] })
    void queries.invalidateQueries({ queryKey: ['thread', 'waiting'] })
    return served
  }, [queries, sessionId, session])

  const confirm = useCallback(
    (attendance: CorrectionAsked['attendance']): Promise<void> => {
      // Said once, however many keys were pressed before the answer came.
      confirming.current ??= (async () => {
        const { version, status } = await session()
        if (status !== 'confirmed')
          await ask.POST('/api/session/sessions/{id}/confirm', {
            ...keyed(sessionId),
            body: { version, attendance },
          })
        await again()
      })().finally(() => {
        confirming.current = null
      })
      return confirming.current
    },
    [again, session, sessionId],
  )

  const change = useCallback(
    async (written: WrittenSession): Promise<boolean> => {
      const { version, status, coverageId } = await session()
      if (status === 'confirmed') {
        setCorrecting({ version, attendance: 'held', session: written })
        return false
      }
      await ask.PUT('/api/session/sessions/{id}', {
        ...at(sessionId),
        body: { version, coverageId, session: written },
      })
      await again()
      return true
    },
    [again, session, sessionId],
  )

  const { begin, amendment } = useNoteActs(sessionId, flush, again)
  const endCorrection = useCallback(
    (done: boolean): void => {
      setCorrecting(null)
      if (done) void again()
    },
    [again],
  )
  return useMemo(
    () => ({ again, confirm, change, begin, amendment, correcting, endCorrection }),
    [again, confirm, change, begin, amendment, correcting, endCorrection],
  )
}
