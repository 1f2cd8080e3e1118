// Schemas of claims as routes give them: rows of lists, worklists, the timeline, batches.
import { z } from 'zod'
import type { ClaimEvent } from '@goldenthread/core/claim/claim-event.ts'
import type { Day } from '@goldenthread/core/values/day.ts'
import { addSeconds } from '../clock.ts'
import { Channel } from '../coverage/coverage-schemas.ts'
import type { Tx } from '../database/tx.ts'
import { AmountNumber, CentsNumber, DayText, Findings, InstantText, Uuid, typed } from '../http/schemas.ts'
import { NameShape } from '../people/people-schemas.ts'
import { ClaimDocument } from './claim-document-schema.ts'
import type { EventRow } from './event-store.ts'
import type { BatchRow, ClaimRow } from './view-store.ts'
import { AnswerView, WorkFacts, workFacts, workFields } from './work-schemas.ts'
import type { WorkRow } from './work-store.ts'
import { type Moments, worklists } from './worklist-store.ts'

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

export const WorklistName = z
  .enum(worklists)
  .describe(
    'by-hand: a person sends it; late: signed two days ago and not gone; unclear: answered neither yes nor no; no-response: for 30 to 59 days; ageing: for 60 and more; underpaid: allowed less than the contract says',
  )

const claimFields = {
  id: Uuid,
  claimNumber: z.string().describe('CLM01'),
  sessionId: Uuid,
  clientId: Uuid,
  clientName: NameShape,
  providerId: Uuid,
  payerId: Uuid,
  payerName: z.string(),
  channel: Channel.describe('how the payer takes claims'),
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
  departsAt: InstantText.nullable().describe(
    'when the time to take it back is over and it leaves; null where it does not leave by itself, or has left',
  ),
  version: z.int(),
}

export const ClaimView = typed<ClaimRow>(z.object(claimFields).meta({ id: 'ClaimRow' }))

export const WorkView = z.object({ claim: ClaimView, ...workFields }).meta({ id: 'ClaimWork' })

export const workView = (row: WorkRow, today: Day): z.output<typeof WorkView> => ({
  claim: row.claim,
  ...workFacts(row, today),
})

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
    verdict: z
      .enum(['accepted', 'rejected', 'partly', 'unclear'])
      .nullable()
      .describe('partly: for some of what was sent; unclear: answered, and neither accepted nor rejected'),
    day: DayText.describe('the day the answer gives itself'),
    at: InstantText.describe('when it was known here'),
    fileId: Uuid.nullable(),
    payerClaimNumber: z.string().nullable(),
    statuses: z.array(z.object({ category: z.string(), status: z.string(), entity: z.string().nullable() })),
    findings: Findings,
    remittanceId: Uuid.nullable(),
    paid: CentsNumber.nullable(),
    sentBy: Channel.nullable().describe('how a person sent it; null for what left by itself'),
    confirmation: z.string().nullable().describe('what the payer or the post gave for it'),
    reason: z
      .string()
      .nullable()
      .describe('why a rejected claim was sent again although nothing was changed in it'),
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
    work: WorkFacts,
    answer: AnswerView.nullable().describe('what the payer last said of it'),
  })
  .meta({ id: 'ClaimWithTimeline' })

export const WorklistCounts = z.object({
  items: z.array(
    z.object({
      name: WorklistName,
      claims: z.int(),
      expected: AmountNumber,
      atStake: AmountNumber,
      leavesAt: InstantText.nullable().describe('of claims that leave by themselves: when the next one does'),
    }),
  ),
  stuckBatches: z
    .int()
    .describe('files that could not be handed over, however often it was tried, or for want of a person'),
  mailboxes: z.int().describe('mailboxes that fail: see /api/claim/mailboxes'),
  quarantinedFiles: z.int().describe('files that came and were set apart whole: not ours, or broken'),
  strayFiles: z
    .int()
    .describe('files of which answers were not used: of claims that were not sent from here, or broken'),
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
      findings: Findings.describe('why it has not left, and what to do'),
      fixedAt: InstantText,
      sentAt: InstantText.nullable(),
      deliveredAt: InstantText.nullable(),
    })
    .meta({ id: 'Batch' }),
)

type RemittedDocument = { readonly remittanceId?: string; readonly paid?: number }
type FiledDocument = { readonly reason?: string }
type ByHandDocument = { readonly channel?: ClaimRow['channel']; readonly confirmation?: string | null }

/** An event as the timeline shows it. */
export const timelineEntry = (event: EventRow, claimNumber: string): z.output<typeof TimelineEntry> => {
  const told: Partial<ClaimEvent> & RemittedDocument & FiledDocument & ByHandDocument = event.document
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
    sentBy: told.channel ?? null,
    confirmation: told.confirmation ?? null,
    reason: told.reason ?? null,
    provesTimelyFiling: event.kind === 'acknowledgment' && event.verdict === 'accepted',
  }
}

const dayLong = 86_400

/** A file is read within seconds; one that is not for five minutes fails each time. */
export const readWithin = ({ at }: Tx) => addSeconds(at, -300)

/**
 * When a claim stands in a worklist for its time alone: two days from signing without having left; two days without an
 * acknowledgment (a payer gives it within one); thirty days without money (most pay within that, and prompt-pay laws
 * begin there); sixty, when it is called ageing.
 */
export const dueBefore = ({ at }: Tx): Moments => ({
  signing: addSeconds(at, -2 * dayLong),
  acknowledgment: addSeconds(at, -2 * dayLong),
  payment: addSeconds(at, -30 * dayLong),
  ageing: addSeconds(at, -60 * dayLong),
})
