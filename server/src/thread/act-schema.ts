// Schemas of the acts that touch several stages: what is asked, what they answer.
import { z } from 'zod'
import type { Movement } from './correct-session.ts'
import {
  AmountNumber,
  DayText,
  Findings,
  InstantText,
  Uuid,
  Version,
  linesOf,
  textOf,
  typed,
} from '../http/schemas.ts'
import { coSignAttestation } from '../note/co-sign.ts'
import { CoSignatureDocument, NoteMoved } from '../note/note-schema.ts'
import { attestation } from '../note/sign-note.ts'
import { SessionView, writtenSession } from '../session/session-schema.ts'
import { ClaimStatusName } from './case-schema.ts'

const HashOfVersion = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('of the signed version that was read: nothing else is decided on')

const AttendanceName = z
  .enum(['held', 'no-show', 'late-cancel', 'cancelled'])
  .describe('late-cancel: by the client; cancelled: by us')

const WrittenSession = z.strictObject(writtenSession).meta({ id: 'WrittenSession' })

export const EditAsked = z.strictObject({
  version: Version,
  coverageId: Uuid.nullable(),
  session: WrittenSession,
})

export const ConfirmAsked = z.strictObject({
  version: Version,
  attendance: AttendanceName,
  session: WrittenSession.exactOptional().describe('as it was; left out, it took place as planned'),
})

const correction = {
  version: Version.describe('of the session'),
  attendance: AttendanceName,
  session: WrittenSession.exactOptional().describe('as it was; left out, its facts stand'),
  coverageId: Uuid.nullable().exactOptional().describe('left out, it stands as it is'),
}
export const CorrectionAsked = z.strictObject(correction)
export const CorrectionSaid = z.strictObject({
  ...correction,
  shown: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('`shown` of the preview: only what was shown is done'),
})

export const ResendAsked = z
  .strictObject({
    unchanged: z
      .literal(true)
      .describe(
        'send it although it tells the payer what was rejected: the payer was wrong, or lost its file',
      ),
    reason: textOf(400).describe('why; kept with the claim'),
  })
  .nullish()
  .describe('left out, only a claim in which something was mended is sent')

export const SentByHandAsked = z.strictObject({
  version: Version.describe('of the claim as it was printed'),
  channel: z.enum(['mail', 'fax', 'portal']),
  day: DayText.describe('when it was sent'),
  confirmation: textOf(60)
    .nullable()
    .describe('what the portal or the fax gave for it; for mail the certified number, or null'),
  sentAsItWas: z
    .boolean()
    .default(false)
    .describe('it is gone already, although something it rests on was changed since'),
})

export const SignAsked = z.strictObject({
  version: Version.describe('of the note'),
  attestation: z.literal(attestation).describe('the sentence, word for word, as whoever signs was shown it'),
  reason: linesOf(400).exactOptional().describe('of an addendum: why it is made'),
  shown: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe(
      '`shown` of the case that whoever signs has seen, with what was carried forward: 409 when any of it changed since',
    ),
})

export const CoSignAsked = z.strictObject({
  hash: HashOfVersion,
  attestation: z
    .literal(coSignAttestation)
    .describe('the sentence, word for word, as the supervisor was shown it'),
})

export const ReturnAsked = z.strictObject({
  hash: HashOfVersion,
  comment: linesOf(2_000).describe('what is to be amended'),
})

export const MoveAsked = z.strictObject({
  version: Version.describe('of the note'),
  toSessionId: Uuid.describe('the session it was written of, in the right chart'),
  reason: linesOf(400),
})

/** A claim as filing and correcting answer it. */
export const ClaimMade = z
  .object({
    id: Uuid,
    claimNumber: z.string().describe('CLM01'),
    status: ClaimStatusName,
    frequency: z.enum(['1', '7', '8']),
    replacesId: Uuid.nullable(),
    charge: AmountNumber.nullable(),
    findings: Findings,
    version: z.int(),
  })
  .meta({ id: 'ClaimMade' })

export const SignedView = z
  .object({
    note: z.object({ id: Uuid, version: Version }),
    signed: z.object({
      id: Uuid,
      sequence: z.int(),
      hash: z.string().describe('SHA-256 of its canonical text'),
      previousHash: z.string().nullable(),
      signedAt: InstantText,
      statement: z.string(),
    }),
    claim: ClaimMade.nullable().describe('null: no payer is billed for this session'),
    findings: Findings,
  })
  .meta({ id: 'SignedAndFiled' })

/** What a supervisor said, and what became of the claim that waited for it. */
export const DecidedView = z
  .object({
    id: Uuid,
    signedNoteId: Uuid,
    hash: z.string().describe('SHA-256 of the canonical text of what was said'),
    statement: z.string(),
    said: CoSignatureDocument,
    claim: ClaimMade.nullable().describe('the claim of the session as it stands now'),
  })
  .meta({ id: 'NoteDecided' })

/** A note that was moved, and the claim that follows from it in the right chart. */
export const MovedView = z
  .object({ move: NoteMoved.extend({ noteId: Uuid }), claim: ClaimMade.nullable() })
  .meta({ id: 'NoteMovedToChart' })

const MovementShape = typed<Movement>(
  z.strictObject({
    account: z.string(),
    label: z.string(),
    party: z
      .string()
      .describe('whose: a payer’s code, a client’s id, a provider’s NPI; empty where there is none'),
    side: z.enum(['debit', 'credit']),
    amount: AmountNumber,
  }),
)

export const CorrectedView = z
  .object({
    kind: z
      .enum(['edit', 'withdraw', 'resend', 'replace', 'void-and-new', 'void', 'wait'])
      .describe('how it is put right'),
    wrong: z.array(z.string()).describe('who was wrong in the claim that the payer adjudicated'),
    session: SessionView,
    claims: z.array(ClaimMade),
    findings: Findings,
    movements: typed<readonly Movement[]>(z.array(MovementShape)).describe('the net of what is posted'),
    shown: z.string(),
  })
  .meta({ id: 'Correction' })

export const TodayQuery = z.object({ day: DayText.optional(), providerId: Uuid.optional() })
