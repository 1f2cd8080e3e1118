// Who met, when, how long, where, by what means.
import type { ClockTime, Day, Instant } from '../values/day.ts'
import type { Modality, Setting } from '../facts/facts.ts'

/** Where a person sat. City and state are null when nobody said. */
export interface SessionPlace {
  readonly setting: Setting | null
  readonly city: string | null
  /** Two letters. */
  readonly state: string | null
}

export type AttendeeRole =
  | 'client'
  | 'parent'
  | 'guardian'
  | 'partner'
  | 'sibling'
  | 'child'
  | 'relative'
  | 'interpreter'
  | 'other'

export interface Attendee {
  readonly role: AttendeeRole
  /** Never needed for a claim; kept off it. */
  readonly name?: string
}

/**
 * A session that took place. Clock times are those of the zone; the instants were worked out at the door, where
 * zones are known, and the two agree. A session over midnight is the day it began.
 */
export interface Session {
  readonly day: Day
  readonly start: ClockTime
  readonly stop: ClockTime
  readonly zone: string
  readonly startInstant: Instant
  readonly stopInstant: Instant
  readonly modality: Modality
  readonly clientPlace: SessionPlace
  readonly providerPlace: SessionPlace
  readonly attendees: readonly Attendee[]
  /** Face-to-face therapy minutes; null when the whole session was therapy (or none was). */
  readonly therapyMinutes: number | null
  /** Minutes of evaluation and management, apart from therapy; null when there was none. */
  readonly emMinutes: number | null
  /** The software, by telehealth. */
  readonly platform: string | null
  /** The day of the telehealth consent on file. */
  readonly telehealthConsent: Day | null
}

/** A session of the same client and provider that came before: what repeats, what overlaps. */
export interface EarlierSession {
  readonly day: Day
  readonly start: ClockTime
  readonly stop: ClockTime
  readonly codes: readonly string[]
}
