// The settings a practice has, each with what it may be, what it is for, and what holds while nobody has set it.
import { z } from 'zod'
import { DayText, WrittenAmount, textOf } from '../http/schemas.ts'

/** The longest time to take a claim back, in seconds: a day. A longer one would hold back what a payer waits for. */
export const longestUndo = 86_400

/** The longest limit of late entries, in hours: a month. */
const longestLateEntry = 744

/** One setting. Those that people set have their line in docs/settings.md, which says the same. */
export interface KnownSetting {
  readonly shape: z.ZodType
  readonly says: string
  /** What holds while nobody has set it; null: nothing does. */
  readonly usual: string | number | readonly never[] | null
  /** The program sets it for itself. */
  readonly own?: true
}

const PrivateFees = z
  .array(
    z.strictObject({
      code: z.string().regex(/^[A-Z0-9]{5}$/, 'a procedure code: five letters or digits'),
      from: DayText,
      to: DayText.nullable(),
      charge: WrittenAmount,
      allowed: WrittenAmount,
      source: textOf(200),
    }),
  )
  .max(500)

/** By key. */
export const knownSettings: Readonly<Record<string, KnownSetting>> = {
  'claim.undo-seconds': {
    shape: z.int().min(0).max(longestUndo),
    says: 'So long can a filed claim be taken back before it is sent. At most a day.',
    usual: 0,
  },
  'note.late-entry-hours': {
    shape: z.int().min(1).max(longestLateEntry),
    says: 'A first signature later than this after the session is marked a late entry in what is signed. 1 to 744.',
    usual: 24,
  },
  'note.co-sign': {
    shape: z.enum(['associates', 'supervised']),
    says: 'Whose notes their supervisor co-signs: those of associates, or with `"supervised"` of everybody who has a supervisor.',
    usual: 'associates',
  },
  'private-fees': {
    shape: PrivateFees,
    says: 'What the practice asks for a session that no payer is billed for: rows of code, first and last day, charge, what of it is asked, both in whole cents, and where that is written.',
    usual: [],
  },
  'payout.days': {
    shape: z.strictObject({ every: z.enum(['week', 'two-weeks', 'month']), first: DayText }).nullable(),
    says: 'The days on which providers are paid: `every` `week`, `two-weeks` or `month`, and the `first` of them. Without it no pay day is told.',
    usual: null,
  },
  'demo.done': {
    shape: z.strictObject({ now: z.string().max(40) }),
    says: 'When the invented practice was made whole.',
    usual: null,
    own: true,
  },
}

/** What a setting may be; null when there is none of that name. */
export const settingShape = (key: string): z.ZodType | null =>
  Object.hasOwn(knownSettings, key) ? (knownSettings[key]?.shape ?? null) : null
