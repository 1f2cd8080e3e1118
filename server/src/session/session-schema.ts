// Schemas of sessions as routes take and give them.
import { z } from 'zod'
import type { Attendee, Session, SessionPlace } from '@goldenthread/core/session/session.ts'
import { ClockText, DayText, InstantText, StateCode, Uuid, Version, textOf, typed } from '../http/schemas.ts'

export const SettingName = z.enum([
  'office',
  'home',
  'school',
  'work',
  'shelter',
  'assisted-living',
  'group-home',
  'nursing-facility',
  'hospital-inpatient',
  'hospital-outpatient',
  'emergency-room',
  'community-mental-health-center',
  'clinic',
  'vehicle',
  'other',
])

export const ModalityName = z.enum(['in-person', 'audio-video', 'audio-only'])

/** core/session `SessionPlace`. */
export const PlaceShape = typed<SessionPlace>(
  z
    .strictObject({
      setting: SettingName.nullable(),
      city: textOf(60).nullable(),
      state: StateCode.nullable(),
    })
    .meta({ id: 'SessionPlace' }),
)

export const AttendeeShape = typed<Attendee>(
  z
    .strictObject({
      role: z.enum([
        'client',
        'parent',
        'guardian',
        'partner',
        'sibling',
        'child',
        'relative',
        'interpreter',
        'other',
      ]),
      name: textOf(120).exactOptional(),
    })
    .meta({ id: 'Attendee' }),
)

export const MinuteCount = z.int().min(0).max(1440)

/** IANA: `America/New_York`. */
export const ZoneName = z.string().regex(/^[A-Za-z][A-Za-z0-9_+\-/]{1,60}$/)

/** An offset from UTC, to tell apart the two times of a doubled hour: `-04:00`. */
const OffsetText = z.string().regex(/^[+-]\d{2}:\d{2}$/)

const attended = {
  modality: ModalityName,
  clientPlace: PlaceShape,
  providerPlace: PlaceShape,
  attendees: z.array(AttendeeShape).max(20),
  therapyMinutes: MinuteCount.nullable(),
  emMinutes: MinuteCount.nullable(),
  platform: textOf(80).nullable(),
  telehealthConsent: DayText.nullable(),
}

/** What is written of a session: times on the clock of its place, and how it was held. Instants are worked out here. */
export const writtenSession = {
  day: DayText,
  start: ClockText,
  stop: ClockText,
  stopDay: DayText.exactOptional().describe('the day it stopped, when that was after midnight'),
  startOffset: OffsetText.exactOptional().describe('which, when the clock showed that hour twice'),
  stopOffset: OffsetText.exactOptional(),
  zone: ZoneName.exactOptional().describe('the zone of the place; the practice’s own when it is left out'),
  ...attended,
}

/** core/session `Session`. */
export const SessionDocument = typed<Session>(
  z
    .strictObject({
      day: DayText,
      start: ClockText,
      stop: ClockText,
      zone: z.string(),
      startInstant: InstantText,
      stopInstant: InstantText,
      ...attended,
    })
    .meta({ id: 'SessionFacts', description: 'Who met, when, how long, where, by what means.' }),
)

export const SessionStatusName = z.enum(['scheduled', 'confirmed', 'no-show', 'late-cancel', 'cancelled'])

export const SessionView = z
  .object({
    id: Uuid,
    clientId: Uuid,
    providerId: Uuid,
    coverageId: Uuid.nullable().describe('null: the client pays without a plan'),
    status: SessionStatusName,
    session: SessionDocument,
    confirmedAt: InstantText.nullable(),
    version: Version,
  })
  .meta({ id: 'Session' })

/** One row of the list: insurance and private pay side by side. */
export const SessionListed = z
  .object({
    id: Uuid,
    status: SessionStatusName,
    day: DayText,
    start: ClockText,
    stop: ClockText,
    zone: z.string(),
    modality: ModalityName,
    client: z.object({ id: Uuid, name: z.string() }),
    provider: z.object({ id: Uuid, name: z.string() }),
    pays: z.enum(['insurance', 'private']),
    payer: z.object({ id: Uuid, name: z.string(), class: z.string() }).nullable(),
    unconfirmedDays: z
      .int()
      .nullable()
      .describe('days since it was to take place, while nobody has said whether it did'),
    fileBy: DayText.nullable().describe('the last day on which this payer takes a claim for it'),
    version: Version,
  })
  .meta({ id: 'SessionListed' })
