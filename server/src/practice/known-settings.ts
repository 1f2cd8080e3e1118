// The settings a practice has, each with what it may be; others are not kept.
import { z } from 'zod'

/** The longest time to take a claim back, in seconds: a day. A longer one would hold back what a payer waits for. */
export const longestUndo = 86_400

const shapes: Readonly<Record<string, z.ZodType>> = {
  /** Seconds in which a filed claim can still be taken back before it is sent. */
  'claim.undo-seconds': z.int().min(0).max(longestUndo),
  /** When the invented practice was made whole; the seed asks for it. */
  'demo.done': z.strictObject({ now: z.string().max(40) }),
}

/** What a setting may be; null when there is none of that name. */
export const settingShape = (key: string): z.ZodType | null =>
  Object.hasOwn(shapes, key) ? (shapes[key] ?? null) : null
