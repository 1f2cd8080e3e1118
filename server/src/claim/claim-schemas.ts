// Schemas of claims as routes give them: rows of lists, worklists, the timeline, batches.
import { z } from 'zod'
import type { ClaimEvent } from '@goldenthread/core/claim/claim-event.ts'
import { addSeconds } from '../clock.ts'
import type { Tx } from '../database/tx.ts'
import { AmountNumber, CentsNumber, DayText, Findings, InstantText, Uuid, typed } from '../http/schemas.ts'
import { NameShape } from '../people/people-schemas.ts'
import { ClaimDocument } from './claim-document-schema.ts'
import type { EventRow } from './event-store.ts'
import type { BatchRow, ClaimRow, Silence } from './view-store.ts'

export const ClaimState = z.enum([
  'held',
  'filed',
  'batched',
  'sent',
  'accepted',
  'rejected',
  'answered',
  'void',
])

export const WorklistName = z.enum(['ready', 'held', 'rejected', 'no-response', 'denied'])

const claimFields = {
  id: Uuid,
  claimNumber: z.string().describe('CLM01'),
  sessionId: Uuid,
  clientId: Uuid,
  clientName: NameShape,
  providerId: Uuid,
  payerId: Uuid,
  payerName: z.string(),
  status: ClaimState,
  frequency: z.enum(['1', '7', '8']),
  replacesId: Uuid.nullable(),
  supersededAt: InstantText.nullable().describe('when another claim took its place'),
  day: DayText,
  charge: AmountNumber.nullable(),
  expectedPayer: AmountNumber.nullable(),
  expectedClient: AmountNumber.nullable(),
  findings: Findings,
  payerClaimNumber: z.string().nullable(),
  filedAt: InstantText.nullable(),
  version: z.int(),
}

export const ClaimView = typed<ClaimRow>(z.object(claimFields).meta({ id: 'ClaimRow' }))

const TimelineEntry = z
  .object({
    claimId: Uuid,
    claimNumber: z.string(),
    kind: z.enum([
      'held',
      'filed',
      'batched',
      'sent',
      'delivered',
      'envelope',
      'syntax',
      'acknowledgment',
      'remitted',
      'voided',
    ]),
    verdict: z.enum(['accepted', 'rejected', 'partly']).nullable(),
    day: DayText.describe('the day the answer gives itself'),
    at: InstantText.describe('when it was known here'),
    fileId: Uuid.nullable(),
    payerClaimNumber: z.string().nullable(),
    statuses: z.array(z.object({ category: z.string(), status: z.string(), entity: z.string().nullable() })),
    findings: Findings,
    remittanceId: Uuid.nullable(),
    paid: CentsNumber.nullable(),
    provesTimelyFiling: z
      .boolean()
      .describe("the payer's own acceptance, which alone proves that the claim came in time"),
  })
  .meta({ id: 'TimelineEntry' })

export const ClaimWithTimeline = z
  .object({
    claim: ClaimView,
    document: ClaimDocument.nullable().describe('null while the claim is held'),
    timeline: z.array(TimelineEntry).describe('of this claim and of those in whose place it stands'),
  })
  .meta({ id: 'ClaimWithTimeline' })

export const WorklistCounts = z.object({
  items: z.array(z.object({ name: WorklistName, claims: z.int(), expected: AmountNumber })),
  stuckBatches: z.int().describe('files that could not be handed over, however often it was tried'),
  quarantinedFiles: z.int().describe('files that came and are not ours'),
  unreadFiles: z.int().describe('files that came and could not be read although it was tried'),
})

export const BatchView = typed<BatchRow>(
  z
    .object({
      id: Uuid,
      receiverId: z.string(),
      interchangeControl: z.int(),
      sets: z.int(),
      fileId: Uuid,
      sha256: z.string(),
      status: z.enum(['fixed', 'sent', 'delivered', 'refused']),
      attempts: z.int(),
      nextAttemptAt: InstantText.nullable(),
      lastError: z.string().nullable(),
      fixedAt: InstantText,
      sentAt: InstantText.nullable(),
      deliveredAt: InstantText.nullable(),
    })
    .meta({ id: 'Batch' }),
)

type RemittedDocument = { readonly remittanceId?: string; readonly paid?: number }

/** An event as the timeline shows it. */
export const timelineEntry = (event: EventRow, claimNumber: string): z.output<typeof TimelineEntry> => {
  const told: Partial<ClaimEvent> & RemittedDocument = event.document
  return {
    claimId: event.claimId,
    claimNumber,
    kind: event.kind,
    verdict: event.verdict,
    day: event.day,
    at: event.at,
    fileId: event.fileId,
    payerClaimNumber: told.payerClaimNumber ?? null,
    statuses: [...(told.statuses ?? [])],
    findings: told.findings ?? [],
    remittanceId: told.remittanceId ?? null,
    paid: (told.paid ?? null) as z.output<typeof CentsNumber> | null,
    provesTimelyFiling: event.kind === 'acknowledgment' && event.verdict === 'accepted',
  }
}

const dayLong = 86_400

/** A file is read within seconds; one that is not for five minutes fails each time. */
export const readWithin = ({ at }: Tx) => addSeconds(at, -300)

/**
 * When silence stands in the worklist: two days without an acknowledgment (a payer gives it within one), thirty days
 * without money (most pay within that, and prompt-pay laws begin there).
 */
export const silenceBefore = ({ at }: Tx): Silence => ({
  acknowledgment: addSeconds(at, -2 * dayLong),
  payment: addSeconds(at, -30 * dayLong),
})
