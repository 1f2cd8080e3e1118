// Where each session of a day stands against the present moment, and which one is raised.
import type { SessionToday } from './asked.ts'
import { hasBegun, hasEnded, waitsForNote } from './sentence.ts'

type Placed = Pick<SessionToday, 'id' | 'status' | 'note' | 'startsAt' | 'stopsAt'>

export type Place = 'before-now' | 'now' | 'after-now'

/** The thread of a day is sewn up to the session that began last. */
export const placesOf = (items: readonly Placed[], now: number): readonly Place[] => {
  const last = items.findLastIndex((session) => hasBegun(session, now))
  return items.map((_session, index) => {
    if (index === last) return 'now'
    return index < last ? 'before-now' : 'after-now'
  })
}

/** The session that needs a person now: the first that waits for its note, else the one that is going on. */
export const raisedOf = <Session extends Placed>(
  items: readonly Session[],
  now: number,
  own: (session: Session) => boolean,
): Session | null => {
  const mine = items.filter(own)
  const isGoingOn = (session: Session): boolean =>
    session.status === 'scheduled' && hasBegun(session, now) && !hasEnded(session, now)
  return mine.find((session) => waitsForNote(session, now)) ?? mine.find(isGoingOn) ?? null
}
