// Reads a TA1: whether the interchange that carried our claim came through.
import { type Day, dayFromCompact, utcDay } from '../values/day.ts'
import type { Instant } from '../values/day.ts'
import { type Finding, field } from '../values/finding.ts'
import { faultWords, isFaultCode } from '../x12/syntax/faults.ts'
import { interchangeStatuses } from '../x12/sets/ta1/codes.ts'
import { type AcknowledgmentInFile, readInterchangeAcknowledgmentsLeniently } from '../x12/sets/ta1/read.ts'
import type { InterchangeAcknowledgment } from '../x12/sets/ta1/table.ts'
import { asWarning, breaksFile, unread } from './answer-trust.ts'
import {
  type AnswerFile,
  type AnswerRead,
  type ClaimEvent,
  type SentClaim,
  notOurs,
  sameNumber,
  unclearAnswer,
} from './claim-event.ts'

/** ISA09 of six digits; this century's, as 5010 is of this century. Null when it is no day. */
export const interchangeDay = (digits: string): Day | null => dayFromCompact(`20${digits}`)

const noteFindings = (note: string, verdict: ClaimEvent['verdict']): readonly Finding[] => {
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
      severity: verdict === 'accepted' ? 'warns' : 'holds-claim',
      whose: 'code-set',
      place: field('envelope'),
      ...words,
      source: 'X12 TA1, element TA105',
      evidence: { note },
    },
  ]
}

type Answer = AcknowledgmentInFile<Partial<InterchangeAcknowledgment>>

/** The TA1s of a file, read once for all claims that were sent. */
export interface OpenedTa1 {
  readonly name: string
  /** Those that name an interchange (TA101). */
  readonly answers: readonly Answer[]
  readonly findings: readonly Finding[]
  readonly isBroken: boolean
}

/** Opens a file for its TA1s. What is wrong with one of them, and does not touch its word, is a warning. */
export const openTa1 = ({ name, bytes }: AnswerFile): OpenedTa1 => {
  const { acknowledgments, findings } = readInterchangeAcknowledgmentsLeniently(bytes)
  const broken = findings.find(breaksFile)
  if (broken !== undefined) {
    const said = unread('TA1', broken.place, 'the envelope of its file is broken')
    return { name, answers: [], findings: [said, ...findings], isBroken: true }
  }
  const answers = acknowledgments.filter(({ acknowledgment }) => acknowledgment.control !== undefined)
  const nameless = unread('TA1', field(`answers.${name}`), 'it does not say which interchange it answers')
  return {
    name,
    answers,
    findings: [
      ...(answers.length < acknowledgments.length ? [nameless] : []),
      ...(acknowledgments.length === 0 ? findings : findings.map(asWarning)),
    ],
    isBroken: acknowledgments.length > 0 && answers.length === 0,
  }
}

export interface Received {
  /** When the file came; its day stands in where the file's own cannot be read. */
  readonly at: Instant
  /** Whether the same bytes were sent more than once. */
  readonly resent?: boolean
}

const verdictOf = ({ status, note }: Answer['acknowledgment'], resent: boolean): ClaimEvent['verdict'] => {
  // 025, had already: after the same bytes were sent again that says that they had arrived (ARCHITECTURE.md, decided once).
  if (resent && note === '025') return 'accepted'
  if (status === undefined || !interchangeStatuses.includes(status)) return 'unclear'
  return status === 'R' ? 'rejected' : 'accepted'
}

const eventOf = (
  { acknowledgment, interchange }: Answer,
  { claim }: SentClaim,
  source: string,
  { at, resent = false }: Received,
): ClaimEvent => {
  const verdict = verdictOf(acknowledgment, resent)
  const says = 'This TA1 does not say whether the interchange of our claim was accepted.'
  const unclear = unclearAnswer('TA1:unclear', says, { status: acknowledgment.status ?? '' })
  return {
    kind: 'envelope',
    verdict,
    day: interchangeDay(interchange.day) ?? utcDay(at),
    claimNumber: claim.claimNumber,
    payerClaimNumber: null,
    statuses: [],
    findings: [
      ...(verdict === 'unclear' ? [unclear] : []),
      ...noteFindings(acknowledgment.note ?? '000', verdict),
    ],
    source,
  }
}

const isOurs = ({ acknowledgment, interchange }: Answer, { envelope }: SentClaim): boolean =>
  sameNumber(acknowledgment.control ?? '', envelope.interchangeControl) &&
  interchange.receiver === envelope.senderId

/** The TA1s of an opened file that answer our interchange, matched by ISA13 and by being addressed to us. */
export const eventsOfTa1 = (
  { name, answers }: OpenedTa1,
  sent: SentClaim,
  received: Received,
): readonly ClaimEvent[] =>
  answers.filter((each) => isOurs(each, sent)).map((each) => eventOf(each, sent, name, received))

/**
 * The TA1s of a file that answer our interchange; what answers another one is a finding.
 */
export const fromTa1 = (file: AnswerFile, sent: SentClaim, received: Received): AnswerRead => {
  const opened = openTa1(file)
  const says = 'This TA1 answers an interchange that was not sent from here.'
  const strange = opened.answers.filter((each) => !isOurs(each, sent))
  return {
    events: eventsOfTa1(opened, sent, received),
    findings: [
      ...opened.findings,
      ...strange.map(({ acknowledgment }) =>
        notOurs('TA1:not-ours', file.name, says, { control: String(acknowledgment.control) }),
      ),
    ],
  }
}
