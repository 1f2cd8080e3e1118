// Schemas of Today: the sessions of a day, and what waits for a person beside them.
import { z } from 'zod'
import { WorklistName } from '../claim/claim-schemas.ts'
import { AmountNumber, ClockText, DayText, Findings, InstantText, Uuid, typed } from '../http/schemas.ts'
import { ModalityName, SessionStatusName } from '../session/session-schema.ts'
import { ClaimStatusName, Links } from './case-schema.ts'
import type { DayShown } from './today.ts'
import type { UnconfirmedSession, WaitingClaims, WaitingNote } from './waiting.ts'

const Named = z.object({ id: Uuid, name: z.string() })

const Expected = z
  .object({
    payer: AmountNumber,
    client: AmountNumber,
    isOpen: z.boolean().describe('the plan did not state all of the client’s part'),
    basis: z
      .enum(['claim', 'charge', 'coded', 'last-time', 'planned'])
      .describe(
        'which document says so; while there is none: the codes of the last session, or those of the planned minutes',
      ),
    codes: z.array(z.string()),
  })
  .meta({ id: 'ExpectedOfSession' })

const SessionOfDay = z.object({
  id: Uuid,
  status: SessionStatusName,
  day: DayText,
  start: ClockText,
  stop: ClockText,
  startsAt: InstantText,
  stopsAt: InstantText,
  zone: z.string(),
  modality: ModalityName,
  with: z.enum(['individual', 'couple', 'family']),
  client: Named.extend({ chosenName: z.string().nullable() }),
  provider: Named,
  payer: z.string().nullable(),
  noteId: Uuid.nullable(),
  note: z.enum(['draft', 'signed']).nullable().describe('null: nobody has begun it'),
  missing: z.int().describe('how many things of the note hold its claim'),
  claimId: Uuid.nullable(),
  claim: z
    .object({
      status: ClaimStatusName,
      byHand: z.boolean().describe('a person sends it'),
      departsAt: InstantText.nullable().describe(
        'when it leaves by itself; null where it does not, or has left',
      ),
      lastAt: InstantText.describe('when what made it stand so was done or known here'),
    })
    .nullable(),
  expected: Expected.nullable().describe('null where a fee is not held, or the session did not take place'),
  version: z.int(),
  links: Links,
})

export const TodayView = typed<DayShown>(
  z
    .object({
      day: DayText,
      today: DayText.describe('the day on the practice’s clock'),
      items: z.array(SessionOfDay),
      next: z
        .object({ id: Uuid, day: DayText, start: ClockText, client: Named })
        .nullable()
        .describe('the first session planned after that day'),
      notices: Findings.describe(
        'said once of the day and of none of its sessions: the editions of the code sets it lies outside of',
      ),
    })
    .meta({ id: 'Today' }),
)

const Unconfirmed = typed<UnconfirmedSession>(
  z.object({
    id: Uuid,
    day: DayText,
    client: Named,
    provider: Named,
    payer: z.string().nullable(),
    expected: AmountNumber.nullable(),
    clock: z
      .object({ used: z.int(), allowed: z.int(), fileBy: DayText })
      .nullable()
      .describe('days gone of those in which this payer takes a claim'),
  }),
)

const Claims = typed<WaitingClaims>(
  z.object({
    worklist: WorklistName,
    claims: z.int(),
    expected: AmountNumber,
    first: z.array(
      z.object({
        id: Uuid,
        sessionId: Uuid,
        client: Named,
        payer: z.string(),
        day: DayText,
        says: z.string().nullable(),
      }),
    ),
  }),
)

const Notes = typed<WaitingNote>(
  z.object({
    what: z.enum(['co-sign', 'returned']),
    sessionId: Uuid,
    day: DayText,
    client: Named,
    author: z.string(),
  }),
)

export const WaitingView = z
  .object({
    unconfirmed: z
      .object({ items: z.array(Unconfirmed), more: z.boolean(), expected: AmountNumber })
      .describe('sessions of days before today that nobody has confirmed, the oldest first'),
    claims: z.array(Claims),
    notes: z.array(Notes),
  })
  .meta({ id: 'Waiting' })
