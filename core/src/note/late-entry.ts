// Late entries: a note that is signed later after its session than the practice allows says so, for ever.
import { type Instant, minutesBetween } from '../values/day.ts'
import type { LateEntry } from './note.ts'

/** The limit where a practice set none: the shorter end of what a reviewer of Medicare calls reasonable (docs/sources.md 6.1). */
export const usualLimitHours = 24

/** How late a signature is; null when it is within the limit. To the minute: at the limit it is not late yet. */
export const lateEntryOf = (ended: Instant, signedAt: Instant, limitHours: number): LateEntry | null => {
  const minutes = minutesBetween(ended, signedAt)
  return minutes > limitHours * 60 ? { hoursAfter: Math.floor(minutes / 60), limitHours } : null
}
