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
  textOf,
  typed,
} from '../http/schemas.ts'
import { attestation } from '../note/sign-note.ts'
import { SessionView, writtenSession } from '../session/session-schema.ts'
import { ClaimStatusName } from './case-schema.ts'

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

export const SignAsked = z.strictObject({
  version: Version.describe('of the note'),
  attestation: z.literal(attestation).describe('the sentence, word for word, as whoever signs was shown it'),
  reason: textOf(400).exactOptional().describe('of an addendum: why it is made'),
  shown: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .exactOptional()
    .describe('`shown` of the case that whoever signs has seen: 409 when any of it changed since'),
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
