// The schema of a session's case as the page is served it: core/thread `ThreadCase`, and what was made and found of it.
import { z } from 'zod'
import type { Coding } from '@goldenthread/core/coding/coding.ts'
import type { Coverage } from '@goldenthread/core/coverage/coverage.ts'
import type { Link } from '@goldenthread/core/thread/outcome.ts'
import type { ThreadCase } from '@goldenthread/core/thread/thread-case.ts'
import { ClaimDocument } from '../claim/claim-document-schema.ts'
import {
  AuthorizationDocument,
  BenefitsDocument,
  FeeSchedule,
  PayerClassWord,
  PayerRulesDocument,
} from '../coverage/coverage-schemas.ts'
import {
  AmountNumber,
  ClockText,
  DayText,
  Findings,
  InstantText,
  Uuid,
  textOf,
  typed,
} from '../http/schemas.ts'
import {
  CoSignatureDocument,
  LateEntryDocument,
  NoteDocument,
  NoteMoved,
  NoteStatusName,
} from '../note/note-schema.ts'
import {
  AddressShape,
  NameShape,
  PracticeDocument,
  ProviderDocument,
  SexLetter,
  SubscriberDocument,
} from '../people/people-schemas.ts'
import { PayContractDocument } from '../posting/pay-contract-routes.ts'
import { SessionDocument, SessionStatusName } from '../session/session-schema.ts'

export const LinkShape = typed<Link>(
  z
    .strictObject({
      name: z.enum(['session', 'note', 'code', 'claim', 'pay']),
      state: z.enum(['holds', 'on-its-way', 'needs-you', 'not-yet', 'not-used']),
      says: z.string(),
    })
    .meta({
      id: 'Link',
      description: 'One of the five links of the thread: whether it holds, and a sentence.',
    }),
)

export const Links = typed<readonly Link[]>(z.array(LinkShape))

const Reason = z.strictObject({ says: z.string(), source: z.string() })

export const CodingDocument = typed<Coding>(
  z
    .strictObject({
      procedures: z.array(
        z.strictObject({
          code: z.string(),
          units: z.int(),
          modifiers: z.array(z.string()),
          placeOfService: z.string(),
          pointers: z.array(z.int()),
          band: z.strictObject({ from: z.int(), to: z.int().nullable(), minutes: z.int() }).nullable(),
          reasons: z.array(Reason),
        }),
      ),
      diagnoses: z.array(z.string()),
      rendering: z.strictObject({
        who: z.enum(['provider', 'supervisor', 'nobody']),
        licenceClass: z.enum(['prescriber', 'psychologist', 'masters', 'associate']).nullable(),
        reason: Reason,
      }),
    })
    .meta({ id: 'Coding', description: 'What session and note support, each code with its reasons.' }),
)

const CoverageShape = typed<Coverage>(
  z.strictObject({
    payer: z.strictObject({ name: z.string(), id: z.string(), class: PayerClassWord }),
    plan: z.string(),
    memberNumber: z.string(),
    groupNumber: z.string().nullable(),
    relation: z.enum(['self', 'spouse', 'child', 'employee', 'partner', 'other', 'unknown']),
    benefits: BenefitsDocument,
    feeSchedule: FeeSchedule,
    authorization: AuthorizationDocument.nullable(),
    payerRules: PayerRulesDocument.nullable(),
  }),
)

const People = z.strictObject({
  practice: PracticeDocument,
  provider: ProviderDocument,
  supervisor: ProviderDocument.nullable(),
  client: z.strictObject({
    key: Uuid,
    name: NameShape,
    chosenName: textOf(60).exactOptional(),
    birthDate: DayText,
    sex: SexLetter,
    address: AddressShape,
  }),
  subscriber: SubscriberDocument.nullable(),
})

const control = z.int().min(0).max(999_999_999)

export const CaseDocument = typed<ThreadCase>(
  z
    .strictObject({
      people: People,
      coverage: CoverageShape.nullable(),
      session: SessionDocument.nullable().describe('null until it was confirmed as held'),
      earlierSessions: z.array(
        z.strictObject({ day: DayText, start: ClockText, stop: ClockText, codes: z.array(z.string()) }),
      ),
      note: NoteDocument.nullable(),
      coSignature: CoSignatureDocument.nullable()
        .exactOptional()
        .describe('what the supervisor said of the note as it was signed last'),
      billed: z.null(),
      payContract: PayContractDocument.nullable(),
      clientPayments: z.array(
        z.strictObject({
          key: z.string(),
          day: DayText,
          amount: AmountNumber,
          method: z.enum(['card', 'cash', 'check', 'bank']),
        }),
      ),
      privateFees: FeeSchedule.exactOptional().describe('what is asked where no payer is billed'),
      doNotBill: z
        .strictObject({ askedOn: DayText })
        .exactOptional()
        .describe('the client has asked that the plan is not told'),
      envelope: z.strictObject({
        senderQualifier: z.string(),
        senderId: z.string(),
        receiverQualifier: z.string(),
        receiverId: z.string(),
        usage: z.enum(['T', 'P']),
        interchangeControl: control,
        groupControl: control,
        setControl: control,
        claimNumber: z.string(),
      }),
      correction: z
        .strictObject({
          frequency: z.literal('7'),
          replaces: z.strictObject({ payerId: z.string(), number: z.string() }),
        })
        .exactOptional(),
    })
    .meta({
      id: 'Case',
      description: 'All that one session’s thread knows; judged here and on the page alike.',
    }),
)

export const ClaimStatusName = z.enum([
  'held',
  'filed',
  'batched',
  'sent',
  'accepted',
  'rejected',
  'answered',
  'void',
])

export const CaseView = z
  .object({
    at: InstantText.describe('the moment it was judged at'),
    case: CaseDocument,
    shown: z.string().describe('names the case: whoever signs gives it back, and signs nothing else'),
    coding: CodingDocument.nullable(),
    claim: ClaimDocument.nullable(),
    findings: Findings,
    links: Links,
    session: z.object({ id: Uuid, status: SessionStatusName, version: z.int() }),
    note: z
      .object({ id: Uuid, status: NoteStatusName, version: z.int(), signedVersions: z.int() })
      .nullable(),
    filed: z
      .object({
        id: Uuid,
        claimNumber: z.string(),
        status: ClaimStatusName,
        frequency: z.enum(['1', '7', '8']),
        version: z.int(),
      })
      .nullable(),
    charge: z
      .object({
        id: Uuid,
        status: z.enum(['waiting', 'charged']),
        agreed: AmountNumber.nullable().describe('what the client is asked for; null while it waits'),
        isPaid: z.boolean(),
        findings: Findings.describe('what it waits for'),
      })
      .nullable()
      .describe('what the client is charged where no payer is billed'),
    part: z
      .enum(['author', 'supervisor', 'reader'])
      .describe('of whoever asks: they write the note, are to co-sign it, or read it beside them'),
    attestation: z.string().describe('the sentence that whoever signs gives'),
    signing: z
      .object({
        carriedFrom: z
          .object({ noteId: Uuid, day: DayText, hash: z.string() })
          .nullable()
          .describe('the note that was carried forward from'),
        carried: z.array(
          z.object({
            path: z.string(),
            as: z
              .enum(['said-again', 'stands', 'left-out'])
              .describe('left-out: nobody touched it, so that it is not signed'),
          }),
        ),
        lateEntry: LateEntryDocument.nullable().describe('what signing now would be marked as'),
        coSign: z.boolean().describe('whether the supervisor is to co-sign it'),
      })
      .nullable()
      .describe('what whoever signs is shown before the attestation; null: there is nothing to sign'),
    struck: z
      .array(NoteMoved.extend({ noteId: Uuid }))
      .describe('notes that were written into this chart by mistake, and where they went'),
  })
  .meta({ id: 'CaseView' })
