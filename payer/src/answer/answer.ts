// The stand-in payer: files in, its answers out, and what it remembers. A stranger to our stages: it reads segments and elements by position.
import type { Finding } from '@goldenthread/core/values/finding.ts'
import { writeClaimAcknowledgments } from '@goldenthread/core/x12/sets/277ca/write.ts'
import { writeRemittances } from '@goldenthread/core/x12/sets/835/write.ts'
import { writeImplementationAcknowledgments } from '@goldenthread/core/x12/sets/999/write.ts'
import type { InterchangeNote } from '@goldenthread/core/x12/sets/ta1/codes.ts'
import { type Segments, elementText } from '@goldenthread/core/x12/syntax/segments.ts'
import { splitLeniently } from '@goldenthread/core/x12/syntax/split.ts'
import { type DecidedClaim, acknowledgeClaims } from './acknowledge-claims.ts'
import { checkGroup } from './acknowledge-group.ts'
import { acknowledgeInterchange } from './acknowledge-interchange.ts'
import {
  type SentEnvelope,
  checkEnvelope,
  interchangeKey,
  isAddress,
  sentEnvelope,
  wasSeen,
} from './check-envelope.ts'
import type { Desk } from './desk.ts'
import type { AnswerFile, AnswerInput, AnswerOutput, PayerState, TakenClaim } from './plan.ts'
import type { SentClaim } from './sent-claim.ts'
import { type SentInterchange, type SentSet, readEnvelope } from './read-envelope.ts'
import { readClaims } from './read-claims.ts'
import { type JudgedClaim, byPayee, remitPayment } from './remit-payment.ts'
import { decideClaims, judgeClaims } from './take-up.ts'
import { addressFinding, isaByHand, isInside, unansweredFindings } from './unread-bytes.ts'
import { type Address, answerFile, envelopeOf, takeControl } from './write-answer.ts'

/** What has been answered so far. */
interface Answered {
  readonly files: readonly AnswerFile[]
  readonly state: PayerState
  readonly claims: readonly TakenClaim[]
}

const withTa1 = (answered: Answered, address: Address, note: InterchangeNote): Answered => {
  const [control, state] = takeControl(answered.state)
  return { ...answered, files: [...answered.files, acknowledgeInterchange(address, control, note)], state }
}

/** One 277CA for each set that came through its 999, all in one file. */
const acknowledge = (
  answered: Answered,
  decided: readonly (readonly DecidedClaim[])[],
  address: Address,
): Answered => {
  const [control, state] = takeControl(answered.state)
  const reference = (n: number): string => `${String(control).padStart(9, '0')}-${n + 1}`
  const documents = decided.flatMap((claims, n) => {
    const document = acknowledgeClaims(claims, address.rules, reference(n), address.at)
    return document === null ? [] : [document]
  })
  if (documents.length === 0) return answered
  const bytes = writeClaimAcknowledgments(documents, envelopeOf(address, control))
  return { ...answered, files: [...answered.files, answerFile('277ca', control, bytes)], state }
}

/** One 835 for each payee, all in one file. */
const remit = (answered: Answered, judged: readonly JudgedClaim[], address: Address): Answered => {
  const payments = byPayee(judged)
  if (payments.length === 0) return answered
  const [control, after] = takeControl(answered.state)
  let state = after
  const documents = payments.map((claims) => {
    const paid = remitPayment(claims, address.rules, state, address.at)
    state = paid.state
    return paid.remittance
  })
  const bytes = writeRemittances(documents, envelopeOf(address, control))
  return { ...answered, files: [...answered.files, answerFile('835', control, bytes)], state }
}

const outcomeOf = ({ claim, decision }: DecidedClaim, desk: Desk): TakenClaim['outcome'] => {
  if (decision.kind === 'rejected') return 'rejected'
  return desk.silentOn(claim) === null ? 'judged' : 'silent'
}

/** What became of the claims of one set, in their order. */
const takenClaims = (
  claims: readonly SentClaim[],
  decided: readonly DecidedClaim[],
  desk: Desk,
  { isa }: Address,
): readonly TakenClaim[] =>
  claims.map((claim) => {
    const answer = decided.find((each) => each.claim === claim)
    return {
      sender: isa[6] ?? '',
      interchangeControl: isa[13] ?? '',
      claimNumber: claim.claimNumber,
      payerClaimNumber: answer?.payerClaimNumber ?? '',
      outcome: answer === undefined ? 'silent' : outcomeOf(answer, desk),
    }
  })

/** The claims of every set that was accepted: decided, acknowledged, judged, paid; but for those this payer loses. */
const answerClaims = (
  answered: Answered,
  segments: Segments,
  sets: readonly SentSet[],
  desk: Desk,
  address: Address,
): Answered => {
  let { state, claims } = answered
  const decided = sets.map((set) => {
    const sent = readClaims(segments, set)
    const heard = sent.filter((claim) => desk.silentOn(claim) !== 'all')
    const result = decideClaims(heard, desk, state)
    state = result.state
    claims = [...claims, ...takenClaims(sent, result.decided, desk, address)]
    return result.decided
  })
  const acknowledged = acknowledge({ ...answered, state, claims }, decided, address)
  const kept = decided.flat().filter(({ claim }) => desk.silentOn(claim) === null)
  const { judged, state: books } = judgeClaims(kept, desk, acknowledged.state)
  return remit({ ...acknowledged, state: books }, judged, { ...address, at: desk.paidAt })
}

/** An interchange whose envelope holds: 999, then 277CA and 835 for what came through. */
const answerGroups = (
  answered: Answered,
  segments: Segments,
  { groups }: SentInterchange,
  desk: Desk,
  address: Address,
): Answered => {
  // An acknowledgment is never acknowledged, or two parties would go on for ever.
  const asked = groups.filter((group) => elementText(segments, group.from, 1) !== 'FA')
  if (asked.length === 0) return answered
  const checked = asked.map((group) => checkGroup(segments, group))
  const [control, state] = takeControl(answered.state)
  const bytes = writeImplementationAcknowledgments(
    checked.map(({ acknowledgment }) => acknowledgment),
    envelopeOf(address, control),
  )
  const files = [...answered.files, answerFile('999', control, bytes)]
  return answerClaims(
    { ...answered, files, state },
    segments,
    checked.flatMap(({ accepted }) => accepted),
    desk,
    address,
  )
}

/** The interchange is taken: from here on its number is used. */
const takeInterchange = (
  answered: Answered,
  segments: Segments,
  interchange: SentInterchange,
  sent: SentEnvelope,
  desk: Desk,
): Answered => {
  const address = { isa: sent.isa, ...desk }
  const { state } = answered
  const seen = { ...state, interchangesSeen: [...state.interchangesSeen, interchangeKey(sent)] }
  const taken = { ...answered, state: seen }
  const told = sent.isa[14] === '1' ? withTa1(taken, address, '000') : taken
  return answerGroups(told, segments, interchange, desk, address)
}

const answerInterchange = (
  answered: Answered,
  segments: Segments,
  interchange: SentInterchange,
  sent: SentEnvelope,
  desk: Desk,
): Answered => {
  if (interchange.groups.length === 0 && interchange.acknowledgments.length > 0) return answered
  const note = checkEnvelope(sent, desk.rules)
  const found = note === '000' && wasSeen(sent, answered.state.interchangesSeen) ? '025' : note
  if (found !== '000') return withTa1(answered, { isa: sent.isa, ...desk }, found)
  return takeInterchange(answered, segments, interchange, sent, desk)
}

/** Answers what can be answered of one file's bytes; what cannot comes back as findings. */
const answerBytes = (
  before: Answered,
  bytes: Uint8Array,
  desk: Desk,
): { readonly answered: Answered; readonly unread: readonly Finding[] } => {
  const { segments, findings, unread: ranges } = splitLeniently(bytes)
  let answered = before
  const unread: Finding[] = []
  for (const interchange of readEnvelope(segments)) {
    const isStray = ranges.some((range) => isInside(segments, interchange, range))
    const sent = sentEnvelope(segments, interchange, isStray)
    if (isAddress(sent.isa)) answered = answerInterchange(answered, segments, interchange, sent, desk)
    else unread.push(addressFinding(segments, interchange, sent.isa))
  }
  for (const finding of unansweredFindings(findings)) {
    const broken = isaByHand(bytes, finding)
    if (broken === null) unread.push(finding)
    else answered = withTa1(answered, { isa: broken.isa, ...desk }, broken.note)
  }
  return { answered, unread }
}

const losesNone = (): null => null

/**
 * What this payer answers to files of an 837P sender: TA1, 999, 277CA and 835, in that order for each interchange, its
 * books afterwards, and the claims it took. Pure: control, claim and trace numbers come from `state`, days and times from
 * `at` and `paidAt` (UTC), code sets from `facts`. Never throws for what a sender may send; bytes it cannot answer come
 * back as `unread`. Throws when the plan itself cannot be written as X12 (a payer without an interchange id).
 */
export const answer = ({
  files,
  planRules,
  state,
  at,
  facts,
  paidAt = at,
  silentOn = losesNone,
}: AnswerInput): AnswerOutput => {
  const desk = { rules: planRules, facts, at, paidAt, silentOn }
  let now: Answered = { files: [], state, claims: [] }
  const unread: Finding[] = []
  for (const { bytes } of files) {
    const result = answerBytes(now, bytes, desk)
    now = result.answered
    unread.push(...result.unread)
  }
  return unread.length > 0 ? { ...now, unread } : now
}
