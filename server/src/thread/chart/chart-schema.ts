// Schemas of the chart and of the list of clients.
import { z } from 'zod'
import {
  AmountNumber,
  CentsNumber,
  ClockText,
  DayText,
  InstantText,
  Uuid,
  textOf,
} from '../../http/schemas.ts'
import { LateEntryDocument, NoteStatusName } from '../../note/note-schema.ts'
import { NameShape, SexLetter } from '../../people/people-schemas.ts'
import { ModalityName, SessionStatusName } from '../../session/session-schema.ts'
import { ClaimStatusName, Links } from '../case-schema.ts'

export const ClientsAsked = z.strictObject({
  begins: z.string().normalize('NFC').trim().max(80).default('').describe('beginnings of words of the name'),
  active: z.boolean().default(true),
  after: Uuid.optional(),
  limit: z.int().min(1).max(200).default(50),
})

const Next = z.object({ id: Uuid, day: DayText, start: ClockText })

export const ClientAtWork = z
  .object({
    id: Uuid,
    name: NameShape,
    chosenName: textOf(60).nullable(),
    birthDate: DayText,
    active: z.boolean(),
    provider: z.string().nullable().describe('who treats them'),
    lastDay: DayText.nullable().describe('of the last session that took place'),
    next: Next.nullable(),
    payer: z.string().nullable().describe('who pays first today; null: the client'),
    waits: z.object({
      unconfirmed: z.int().describe('sessions whose time is over and that nobody has confirmed'),
      unsigned: z.int().describe('sessions that took place and have no signed note'),
      claims: z.int().describe('claims that are held or were rejected'),
    }),
  })
  .meta({ id: 'ClientAtWork' })

const DiagnosisSpanView = z
  .object({
    code: z.string(),
    label: z.string().nullable().describe('null: the edition held does not know it'),
    words: z.string().nullable().describe('the clinician’s own; null for a biller'),
    source: z.string().nullable().describe('of the label'),
    since: DayText,
    last: DayText,
    lastSessionId: Uuid,
    stands: z.boolean().describe('whether the last signed note names it'),
    notes: z.int(),
  })
  .meta({ id: 'DiagnosisOverTime' })

export const ChartView = z
  .object({
    id: Uuid,
    name: NameShape,
    chosenName: textOf(60).nullable(),
    birthDate: DayText,
    sex: SexLetter,
    active: z.boolean(),
    provider: z.string().nullable(),
    today: DayText.describe('on the practice’s clock'),
    sessions: z.int().describe('that took place'),
    next: Next.nullable(),
    waits: z
      .object({ id: Uuid, day: DayText })
      .nullable()
      .describe('the oldest session without a signed note'),
    notes: z.int().describe('signed'),
    lastNote: z
      .object({ id: Uuid, sessionId: Uuid, day: DayText })
      .nullable()
      .describe('signed; null for a biller'),
    diagnoses: z.array(DiagnosisSpanView),
    billedUnder: z
      .array(z.object({ number: z.string(), sessions: z.int() }))
      .describe('sessions billed under each authorization, by its number'),
    money: z
      .object({ owes: CentsNumber, ahead: CentsNumber })
      .describe('what the ledger says the client owes, and has paid ahead'),
  })
  .meta({ id: 'Chart' })

export const ChartSession = z
  .object({
    id: Uuid,
    status: SessionStatusName,
    day: DayText,
    start: ClockText,
    stop: ClockText,
    stopsAt: InstantText,
    minutes: z.int(),
    modality: ModalityName,
    provider: z.string(),
    payer: z.string().nullable(),
    codes: z.array(z.string()).describe('as claimed, charged or coded; empty before that'),
    note: z
      .object({
        id: Uuid,
        status: NoteStatusName,
        template: z.string(),
        signedAt: InstantText.nullable(),
        late: LateEntryDocument.nullable(),
        versions: z.int(),
        coSign: z.enum(['waits', 'co-signed', 'returned']).nullable(),
        begins: z
          .string()
          .nullable()
          .describe('its first sentence; null for a biller, and while it is empty'),
      })
      .nullable(),
    claim: z.object({ id: Uuid, number: z.string(), status: ClaimStatusName }).nullable(),
    expected: z
      .object({ payer: AmountNumber, client: AmountNumber })
      .nullable()
      .describe('of a claim or charge; null before there is one'),
    paid: AmountNumber.nullable().describe('by the payer so far; null while it has not answered'),
    links: Links,
  })
  .meta({ id: 'ChartSession' })
