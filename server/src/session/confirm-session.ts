// The act of confirming: whether a session took place, and what of the plan was otherwise.
import { type Finding, field } from '@goldenthread/core/values/finding.ts'
import type { Instant } from '@goldenthread/core/values/day.ts'
import { type Result, accepted, refused } from '@goldenthread/core/values/result.ts'
import type { Tx } from '../database/tx.ts'
import { conflict } from '../http/problem.ts'
import { type SessionChanged, lockForChange, proveSession } from './schedule-session.ts'
import { updateSession } from './store.ts'
import type { WrittenSession } from './written-session.ts'

/** `held` makes a claim possible; the others never do (`no-show`, `late-cancel` by the client, `cancelled` by us). */
export type Attendance = 'held' | 'no-show' | 'late-cancel' | 'cancelled'

export interface Confirmation {
  readonly id: string
  readonly version: number
  readonly attendance: Attendance
  /** As it was; left out, it took place as planned. Only for a session that was held. */
  readonly session?: WrittenSession
}

const tooEarly = (path: string, says: string): Finding => ({
  code: 'session-not-over',
  severity: 'holds-claim',
  whose: 'platform',
  place: field(path),
  says,
  remedy: 'Confirm it after it has taken place.',
  source: 'docs/sources.md 8.1: no day of service in the future',
  evidence: {},
})

/** What keeps a session from being said to have been held, or missed, already. */
export const beforeItsTime = (
  attendance: Attendance,
  { startInstant, stopInstant }: { readonly startInstant: Instant; readonly stopInstant: Instant },
  at: Instant,
): readonly Finding[] => {
  if (attendance === 'held' && stopInstant > at)
    return [tooEarly('session.stop', 'The session is not over yet.')]
  if (attendance === 'no-show' && startInstant > at)
    return [tooEarly('session.start', 'The session has not begun yet, so nobody can have missed it.')]
  return []
}

/**
 * Says what became of a session. A session said to be missed may be said otherwise later; one that was confirmed as
 * held is corrected instead (409). Refused: facts that do not hold by themselves, a session that is not over.
 */
export const confirmSession = async (tx: Tx, given: Confirmation): Promise<Result<SessionChanged>> => {
  const { attendance } = given
  const before = await lockForChange(tx, given)
  if (before.status === 'confirmed')
    throw conflict(
      'confirmed',
      'This session was confirmed before. Correct it; what that moves is shown first.',
    )
  const proved =
    attendance === 'held' && given.session !== undefined
      ? await proveSession(tx, before, given.session)
      : accepted(before.session)
  if (!proved.ok) return proved
  const early = beforeItsTime(attendance, proved.value, tx.at)
  if (early.length > 0) return refused(early)
  const held = attendance === 'held'
  const after = await updateSession(tx, before, {
    status: attendance === 'held' ? 'confirmed' : attendance,
    session: proved.value,
    confirmedAt: held ? tx.at : null,
  })
  return accepted({ before, after })
}
