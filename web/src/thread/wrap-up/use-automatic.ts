// What the page does by itself: begins the note of a session that has begun, and confirms at the first word one that is over.
import { useEffect, useRef, useState } from 'react'
import type { Desk } from '../../note/desk.ts'
import type { DeskState } from '../../note/desk-state.ts'
import { problemIn } from '../../api/problem.ts'
import type { SessionRow } from '../../session/written-session.ts'
import type { SessionActs } from './use-session-acts.ts'
import type { Served } from './wrap-up.ts'

interface Asked {
  readonly served: Served | undefined
  readonly session: SessionRow | undefined
  readonly isAuthor: boolean
  readonly acts: SessionActs
  readonly desk: Desk | undefined
  readonly state: DeskState | null
}

/** A note may be begun once the session has; one that did not take place has none. */
const mayBegin = ({ served, session, isAuthor }: Asked): boolean =>
  served !== undefined &&
  session !== undefined &&
  isAuthor &&
  served.note === null &&
  (session.status === 'confirmed' ||
    (session.status === 'scheduled' && Date.parse(session.session.startInstant) <= Date.parse(served.at)))

/** Whoever writes of a session that is over says by it that it took place. */
const saysHeld = ({ session, state }: Asked): boolean =>
  session?.status === 'scheduled' &&
  (state?.history.done.length ?? 0) > 0 &&
  Date.parse(session.session.stopInstant) <= Date.now()

export const useAutomatic = (asked: Asked): { readonly fault: unknown } => {
  const { acts } = asked
  const [fault, setFault] = useState<unknown>(null)
  const begins = mayBegin(asked)
  useEffect(() => {
    if (begins) acts.begin().catch(setFault)
  }, [begins, acts.begin])
  const held = saysHeld(asked)
  const isTold = useRef(false)
  useEffect(() => {
    if (!held || isTold.current) return
    isTold.current = true
    acts.confirm('held').catch((found: unknown) => {
      // A server that is away is told with the next word; what it refuses is for the person to say.
      const { kind } = problemIn(found)
      isTold.current = kind !== 'away' && kind !== 'broken' && kind !== 'locked'
    })
  }, [held, asked.state?.draft, acts.confirm])
  return { fault }
}
