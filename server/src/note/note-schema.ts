// Schemas of notes as routes take and give them.
import { z } from 'zod'
import type { CoSignature } from '@goldenthread/core/note/co-signature.ts'
import type { Note } from '@goldenthread/core/note/note.ts'
import {
  ClockText,
  DayText,
  InstantText,
  Uuid,
  Version,
  linesMayBeEmpty,
  textOf,
  typed,
} from '../http/schemas.ts'
import { CredentialsText, NameShape } from '../people/people-schemas.ts'
import { AttendeeShape, MinuteCount, ModalityName, PlaceShape } from '../session/session-schema.ts'
import { Picks } from './picks-schema.ts'

export const TemplateName = z.enum([
  'soap',
  'dap',
  'birp',
  'intake',
  'crisis',
  'family',
  'em',
  'em-with-therapy',
])

/** Characters of a section: forty pages. */
const longest = 120_000

const Recorded = typed<Note['recorded']>(
  z
    .strictObject({
      day: DayText.nullable(),
      start: ClockText.nullable(),
      stop: ClockText.nullable(),
      minutes: MinuteCount.nullable(),
      therapyMinutes: MinuteCount.nullable(),
      emMinutes: MinuteCount.nullable(),
      modality: ModalityName.nullable(),
      clientPlace: PlaceShape.nullable(),
      providerPlace: PlaceShape.nullable(),
      platform: textOf(80).nullable(),
      telehealthConsent: z.boolean().nullable(),
      attendees: z.array(AttendeeShape).max(20),
      procedures: z
        .array(z.strictObject({ code: z.string().regex(/^[0-9A-Z]{5}$/), units: z.int().min(1).max(99) }))
        .max(12),
    })
    .meta({ id: 'RecordedFacts', description: 'What the note itself says of the session.' }),
)

const Sections = typed<Note['sections']>(
  z.record(z.string().regex(/^[a-z][a-z-]{0,39}$/), linesMayBeEmpty(longest)),
)

const Diagnoses = typed<Note['diagnoses']>(
  z
    .array(
      z.strictObject({
        code: z.string().regex(/^[A-Za-z0-9.]{3,8}$/),
        words: textOf(400).exactOptional(),
      }),
    )
    .max(24),
)

const author = {
  template: TemplateName,
  recorded: Recorded,
  sections: Sections,
  picks: Picks,
  diagnoses: Diagnoses,
}

/** What its author writes of a note. Whose it is and who writes it are printed from the practice's own records. */
export const WrittenNote = z.strictObject(author).meta({ id: 'WrittenNote' })

const PathText = z.string().max(200)
const HashText = z.string().regex(/^[0-9a-f]{64}$/)

/** Paths of what was carried forward that its author touched: the whole of them, so that leaving one out takes it back. */
export const ConfirmedPaths = z
  .array(PathText)
  .max(200)
  .describe(
    'of `note.carried`: what the author said again, all of it; left out, it stays as it was. What was carried and not said again is no part of the note',
  )

const Carried = z
  .strictObject({
    from: z.strictObject({ noteId: Uuid, day: DayText, hash: HashText }),
    confirmed: z.array(PathText).describe('said again for this session'),
    untouched: z
      .array(PathText)
      .describe('offered and not touched: picks and sections of these are not set, diagnoses stand'),
  })
  .meta({
    id: 'CarriedForward',
    description: 'What was carried into the note from the one before, by path (`picks.risk.level`).',
  })

export const LateEntryDocument = z
  .strictObject({ hoursAfter: z.int(), limitHours: z.int() })
  .meta({ id: 'LateEntry', description: 'A first signature later than the practice allows.' })

const SignatureDocument = z
  .strictObject({
    signedAt: InstantText,
    attestation: z.string(),
    zone: z.string().exactOptional().describe('of the practice; the statement tells day and time in it'),
    lateEntry: LateEntryDocument.exactOptional(),
    addendum: z.strictObject({ reason: z.string() }).exactOptional(),
    recordsRequestOpen: z
      .boolean()
      .nullable()
      .exactOptional()
      .describe(
        'of late entries and addenda: whether records were being asked for; null: not known, as requests for records are not kept here',
      ),
    coSign: z.literal(true).exactOptional().describe('for the supervisor to co-sign'),
  })
  .meta({ id: 'Signature' })

/** core/note `Note`. */
export const NoteDocument = typed<Note>(
  z
    .strictObject({
      schema: z.literal('golden-thread/note/1'),
      ...author,
      identity: z.strictObject({ name: NameShape.nullable(), birthDate: DayText.nullable() }),
      author: z.strictObject({ name: NameShape, credentials: CredentialsText }),
      signature: SignatureDocument.nullable(),
      previousHash: z.string().nullable(),
      carried: Carried.exactOptional(),
      movedFrom: z
        .strictObject({ hash: HashText, movedAt: InstantText, reason: z.string() })
        .exactOptional()
        .describe('it was signed in another chart by mistake, under this hash'),
    })
    .meta({ id: 'NoteDocument', description: 'A progress note, structured.' }),
)

export const NoteStatusName = z
  .enum(['draft', 'signed', 'amending', 'moved'])
  .describe('amending: signed, and an addendum is being written; moved: it was written into the wrong chart')

export const NoteView = z
  .object({
    id: Uuid,
    sessionId: Uuid,
    providerId: Uuid,
    status: NoteStatusName,
    note: NoteDocument.describe('the draft; once signed, the last signed version'),
    version: Version,
  })
  .meta({ id: 'Note' })

/** core/note `CoSignature`. */
export const CoSignatureDocument = typed<CoSignature>(
  z
    .strictObject({
      schema: z.literal('golden-thread/co-signature/1'),
      noteHash: HashText,
      verdict: z.enum(['co-signed', 'returned']),
      supervisor: z.strictObject({ name: NameShape, credentials: CredentialsText }),
      signedAt: InstantText,
      zone: z.string(),
      attestation: z.string().nullable(),
      comment: z.string().nullable(),
    })
    .meta({ id: 'CoSignature', description: 'What the supervisor said of a signed version.' }),
)

/** A note that was written into the wrong chart: where it went, and why. */
export const NoteMoved = z
  .object({
    toNoteId: Uuid,
    toSessionId: Uuid,
    hash: HashText.describe('of the version that was signed last here'),
    reason: z.string(),
    movedAt: InstantText,
  })
  .meta({ id: 'NoteMoved' })

/** A signed version, with what proves it. */
export const SignedVersion = z
  .object({
    id: Uuid,
    sequence: z.int().min(1),
    hash: z.string(),
    previousHash: z.string().nullable(),
    signedAt: InstantText,
    statement: z.string().describe('Electronically signed by …'),
    attestation: z.string(),
    reason: z.string().nullable().describe('why it was amended; null for the first version'),
    note: NoteDocument.nullable().describe(
      'null once the note was moved to another chart: it is closed here',
    ),
    coSign: z.boolean().describe('whether it is for a supervisor to co-sign'),
    coSignature: z
      .object({ statement: z.string(), hash: HashText, said: CoSignatureDocument })
      .nullable()
      .describe('null: no supervisor has said anything of this version'),
  })
  .meta({ id: 'SignedNote' })

/** A signed version that waits for somebody: for its supervisor, or, returned, for its author. */
export const WaitingNote = z
  .object({
    id: Uuid.describe('of the signed version'),
    noteId: Uuid,
    sessionId: Uuid,
    day: DayText.describe('of the session'),
    client: z.object({ id: Uuid, name: z.string() }),
    author: z.object({ id: Uuid, name: z.string() }),
    sequence: z.int().min(1),
    hash: HashText,
    signedAt: InstantText,
    statement: z.string(),
    comment: z.string().nullable().describe('why it was returned'),
  })
  .meta({ id: 'WaitingNote' })
