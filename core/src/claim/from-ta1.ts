// Reads a TA1: whether the interchange that carried our claim came through.
import { type Day, dayFromCompact, utcDay } from '../values/day.ts'
import type { Instant } from '../values/day.ts'
import { type Finding, field } from '../values/finding.ts'
import { faultWords, isFaultCode } from '../x12/syntax/faults.ts'
import { type AcknowledgmentInFile, readInterchangeAcknowledgments } from '../x12/sets/ta1/read.ts'
import {
  type AnswerFile,
  type AnswerRead,
  type ClaimEvent,
  type SentClaim,
  notOurs,
  sameNumber,
} from './claim-event.ts'

/** ISA09 of six digits; this century's, as 5010 is of this century. Null when it is no day. */
export const interchangeDay = (digits: string): Day | null => dayFromCompact(`20${digits}`)

const noteFindings = (note: string, rejected: boolean): readonly Finding[] => {
  if (note === '000') return []
  const code = `TA1:${note}`
  const words = isFaultCode(code)
    ? faultWords(code)
    : {
        says: 'The receiver names a fault of the envelope that is not known here.',
        remedy: 'Ask the receiver.',
      }
  return [
    {
      code,
      severity: rejected ? 'holds-claim' : 'warns',
      whose: 'code-set',
      place: field('envelope'),
      ...words,
      source: 'X12 TA1, element TA105',
      evidence: { note },
    },
  ]
}

export interface Received {
  /** When the file came; its day stands in where the file's own cannot be read. */
  readonly at: Instant
  /** Whether the same bytes were sent more than once. */
  readonly resent?: boolean
}

const eventOf = (
  { acknowledgment, interchange }: AcknowledgmentInFile,
  { claim }: SentClaim,
  source: string,
  { at, resent = false }: Received,
): ClaimEvent => {
  // 025, had already: after the same bytes were sent again that says that they had arrived (ARCHITECTURE.md, decided once).
  const delivered = resent && acknowledgment.note === '025'
  const rejected = acknowledgment.status === 'R' && !delivered
  return {
    kind: 'envelope',
    verdict: rejected ? 'rejected' : 'accepted',
    day: interchangeDay(interchange.day) ?? utcDay(at),
    claimNumber: claim.claimNumber,
    payerClaimNumber: null,
    statuses: [],
    findings: noteFindings(acknowledgment.note, rejected),
    source,
  }
}

/**
 * The TA1s of a file that answer our interchange, matched by ISA13 and by being addressed to us.
 */
export const fromTa1 = (file: AnswerFile, sent: SentClaim, received: Received): AnswerRead => {
  const read = readInterchangeAcknowledgments(file.bytes)
  if (!read.ok) return { events: [], findings: read.findings }
  const isOurs = ({ acknowledgment, interchange }: AcknowledgmentInFile): boolean =>
    sameNumber(acknowledgment.control, sent.envelope.interchangeControl) &&
    interchange.receiver === sent.envelope.senderId
  return {
    events: read.value.filter(isOurs).map((each) => eventOf(each, sent, file.name, received)),
    findings: [
      ...read.findings,
      ...read.value
        .filter((each) => !isOurs(each))
        .map(({ acknowledgment }) =>
          notOurs('TA1:not-ours', file.name, 'This TA1 answers an interchange that was not sent from here.', {
            control: String(acknowledgment.control),
          }),
        ),
    ],
  }
}
