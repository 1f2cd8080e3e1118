// Says that a practice has work due. The work stands in the practice's own tables; this only shortens the waiting.
import type { Instant } from '@goldenthread/core/values/day.ts'
import type { Tx } from '../database/tx.ts'

/** Wakes the sweep for this practice at `dueAt` (now, unless told). Part of the unit of work: undone with it. */
export const wake = (tx: Tx, dueAt: Instant = tx.at): void => tx.wake(dueAt)
