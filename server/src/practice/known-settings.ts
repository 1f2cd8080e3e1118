// The settings a practice has, each with what it may be; others are not kept.
import { z } from 'zod'
import { WrittenAmount, DayText, textOf } from '../http/schemas.ts'

/** The longest time to take a claim back, in seconds: a day. A longer one would hold back what a payer waits for. */
export const longestUndo = 86_400

/** The longest limit of late entries, in hours: a month. */
const longestLateEntry = 744

const shapes: Readonly<Record<string, z.ZodType>> = {
  /** Seconds in which a filed claim can still be taken back before it is sent. */
  'claim.undo-seconds': z.int().min(0).max(longestUndo),
  /** Hours after a session from which a first signature is a late entry. */
  'note.late-entry-hours': z.int().min(1).max(longestLateEntry),
  /** Whose notes a supervisor co-signs: those of associates, or of everybody who has a supervisor. */
  'note.co-sign': z.enum(['associates', 'supervised']),
  /** What the practice asks for a session that no payer is billed for: core/coverage `FeeScheduleRow[]`. */
  'private-fees': z
    .array(
      z.strictObject({
        code: z.string().regex(/^[A-Z0-9]{5}$/),
        from: DayText,
        to: DayText.nullable(),
        charge: WrittenAmount,
        allowed: WrittenAmount,
        source: textOf(200),
      }),
    )
    .max(500),
  /** When the invented practice was made whole; the seed asks for it. */
  'demo.done': z.strictObject({ now: z.string().max(40) }),
}

/** What a setting may be; null when there is none of that name. */
export const settingShape = (key: string): z.ZodType | null =>
  Object.hasOwn(shapes, key) ? (shapes[key] ?? null) : null
