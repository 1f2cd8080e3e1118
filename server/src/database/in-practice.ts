// The one way to work inside a practice: a transaction with role, practice, and the trail's row written last.
import type { Kysely } from 'kysely'
import type { Instant } from '@goldenthread/core/values/day.ts'
import { putWake } from '../jobs/wake-store.ts'
import type { Ground } from '../services.ts'
import { type TrailHead, writeTrail } from '../trail/store.ts'
import type { Tables } from './generated.tables.ts'
import type { Actor, Touched, Tx } from './tx.ts'
import { transact } from './transaction.ts'

/** What is done, by whom, and for which request. */
export interface Order {
  readonly practiceId: string
  readonly actor: Actor
  /** A verb of the trade: 'sign-note'. */
  readonly act: string
  readonly requestId?: string
  /** 'when-touched' leaves no row where nothing was touched: a sweep that found nothing, an autosave of one sitting. */
  readonly trail?: 'always' | 'when-touched'
}

/**
 * Runs an act inside a practice. What the act returns is committed together with one row of the trail; what it throws
 * undoes everything. Serialization failures and deadlocks run it again (bounded), so it may have no outside effect:
 * nothing is sent, written or logged from inside. Throws the database's error when the tries are used up.
 */
export const inPractice = async <T>(
  { database, clock, sha256, heads }: Ground,
  order: Order,
  act: (tx: Tx) => Promise<T>,
): Promise<T> => {
  const { practiceId, actor } = order
  const done = await transact(database, practiceId, async (db) => {
    const touched: Touched[] = []
    const seen = new Set<string>()
    const touch: Tx['touch'] = (kind, ...ids) => {
      for (const id of ids) {
        const name = `${kind} ${id}`
        if (!seen.has(name)) touched.push({ kind, id })
        seen.add(name)
      }
    }
    const at = clock.now()
    let dueAt: Instant | null = null
    const wake: Tx['wake'] = (due) => {
      if (dueAt === null || due < dueAt) dueAt = due
    }
    const answer = await act({ db, practiceId, actor, at, touch, wake })
    // Its row is one for the whole practice, as the trail's head is: locked last, they keep no other act waiting.
    if (dueAt !== null) await putWake(db, practiceId, dueAt)
    const silent = order.trail === 'when-touched' && touched.length === 0
    const head: TrailHead | null = silent
      ? null
      : await writeTrail(db, { ...order, requestId: order.requestId ?? null, at, touched }, sha256)
    const due = dueAt as Instant | null
    return { answer, head, due: due !== null && due <= at }
  })
  if (done.head !== null) heads.note(practiceId, done.head)
  if (done.due) database.bell.ring()
  return done.answer
}

/**
 * Looks inside a practice for the door itself: who is asking, and in what role. It leaves no row in the trail, so what
 * a person asked for is never read through it.
 */
export const lookInPractice = <T>(
  { database }: Pick<Ground, 'database'>,
  practiceId: string,
  look: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> => transact(database, practiceId, look)

/** Works on the tables without tenant: people at the door, the payer directory, wake-ups. */
export const outsidePractice = <T>(
  { database }: Pick<Ground, 'database'>,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> => transact(database, null, work)
