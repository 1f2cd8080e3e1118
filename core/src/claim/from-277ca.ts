// Reads a 277CA: whether the payer took our claim in, under which number of its own, and if not, why.
import { type Day, type Instant, dayFromCompact, utcDay } from '../values/day.ts'
import { type Finding, field } from '../values/finding.ts'
import type { Facts } from '../facts/facts.ts'
import { readClaimAcknowledgmentsLeniently } from '../x12/sets/277ca/read.ts'
import type { ClaimAcknowledgment277, table277ca } from '../x12/sets/277ca/table.ts'
import type { LenientSetInFile } from '../x12/sets/read-file.ts'
import type { LenientDocument } from '../x12/sets/table-language.ts'
import { openSets, unread } from './answer-trust.ts'
import {
  type AnswerFile,
  type AnswerRead,
  type ClaimEvent,
  type ClaimStatus,
  type SentClaim,
  notOurs,
  unclearAnswer,
} from './claim-event.ts'
import { statusPlace } from './status-places.ts'
import { batchReference } from './to-837p.ts'

type Submitter = NonNullable<
  NonNullable<LenientDocument<ClaimAcknowledgment277>['source']>['submitters']
>[number]
type BillingProvider = NonNullable<Submitter['billingProviders']>[number]
type AnsweredClaim = NonNullable<NonNullable<BillingProvider['clients']>[number]['claims']>[number]
type Stated = NonNullable<AnsweredClaim['statuses']>[number]
type AnswerSet = LenientSetInFile<typeof table277ca>
type Verdict = ClaimEvent['verdict']

/** The up to three statuses of an STC; what is missing of one is empty. */
const statusesOf = (stated: Stated): readonly ClaimStatus[] =>
  [stated.status, stated.second, stated.third].flatMap((each) =>
    each === undefined
      ? []
      : [{ category: each.category ?? '', status: each.code ?? '', entity: each.entity ?? null }],
  )

/**
 * A0 to A2: on its way in. A3, A4, A6, A7, A8: not taken in, and no appeal. A5: split, each part answered apart. Any other
 * has no place in a 277CA: whatever STC03 says beside it, nobody is told yes or no by it (docs/sources.md 8.3).
 */
const verdictOfCategory = (category: string): Verdict => {
  if (/^A[012]$/.test(category)) return 'accepted'
  if (/^A[34678]$/.test(category)) return 'rejected'
  return category === 'A5' ? 'partly' : 'unclear'
}

const verdictOf = (stated: readonly Stated[]): Verdict => {
  const verdicts = stated.flatMap(statusesOf).map(({ category }) => verdictOfCategory(category))
  for (const verdict of ['rejected', 'unclear', 'partly', 'accepted'] as const)
    if (verdicts.includes(verdict)) return verdict
  return 'unclear'
}

const statusFinding = (status: ClaimStatus, lineNumber: string | null, facts: Facts, on: Day): Finding => {
  const category = facts.claimStatusCategory(status.category, on)
  const code = facts.claimStatus(status.status, on)
  const where = lineNumber === null ? '' : ` (line ${lineNumber})`
  return {
    code: `277CA:${status.category}:${status.status}`,
    severity: 'holds-claim',
    whose: 'payer',
    place: field(statusPlace(status)),
    says: `${category?.label ?? `Status category ${status.category}`}${where}: ${code?.label ?? `status ${status.status === '' ? 'not given' : status.status}`}.`,
    remedy: code?.remedy ?? category?.remedy ?? 'Ask the payer what this status means.',
    source: code?.source ?? category?.source ?? 'docs/sources.md 8.3',
    evidence: {
      category: status.category,
      status: status.status,
      ...(status.entity === null ? {} : { entity: status.entity }),
    },
  }
}

/** What keeps the claim out: the statuses of a rejected category, of the claim and of its lines, each once. */
const rejections = (
  stated: readonly Stated[],
  lines: AnsweredClaim['lines'],
  facts: Facts,
  on: Day,
): readonly Finding[] => {
  const grave = (statuses: readonly Stated[]): readonly ClaimStatus[] =>
    statuses.flatMap(statusesOf).filter((status) => verdictOfCategory(status.category) !== 'accepted')
  const all = [
    ...grave(stated).map((status) => statusFinding(status, null, facts, on)),
    ...(lines ?? []).flatMap((line) =>
      grave(line.statuses ?? []).map((status) =>
        statusFinding(status, line.lineNumber?.number ?? '?', facts, on),
      ),
    ),
  ]
  return all.filter((each, index) => all.findIndex((other) => other.says === each.says) === index)
}

interface Context {
  readonly source: string
  readonly sent: SentClaim
  readonly facts: Facts
  /** The day of the answer where a status has none. */
  readonly day: Day
}

const dayOfStatuses = (stated: readonly Stated[], otherwise: Day): Day =>
  stated.map((each) => dayFromCompact(each.day ?? '')).find((each) => each !== null) ?? otherwise

/** A fault of an STC that may hide another answer: the STC itself, or the category of one of its statuses. */
const hidesAnswer = ({ code, place, severity }: Finding): boolean =>
  severity === 'holds-claim' &&
  place.kind === 'segment' &&
  place.id === 'STC' &&
  code !== '999:IK4:4' &&
  code !== '999:IK4:5' &&
  (place.element === undefined ||
    ([1, 10, 11].includes(place.element) && (place.component === undefined || place.component === 1)))

/** What is told of a claim: its own statuses and its lines', and the faults that may hide one. */
interface Told {
  readonly stated: readonly Stated[]
  readonly answered: AnsweredClaim | null
  readonly faults: readonly Finding[]
}

const eventOf = ({ stated, answered, faults }: Told, { source, sent, facts, day }: Context): ClaimEvent => {
  const lines = answered?.lines
  const all = [...stated, ...(lines ?? []).flatMap((line) => line.statuses ?? [])]
  const verdict = stated.length === 0 || faults.length > 0 ? 'unclear' : verdictOf(all)
  const says = 'This 277CA names our claim and does not say whether it was accepted or rejected.'
  const seen = all.flatMap(statusesOf).map((each) => `${each.category}:${each.status}`)
  const actions = all.flatMap(({ action }) => action ?? [])
  const evidence = {
    statuses: seen.join(' '),
    ...(actions.length === 0 ? {} : { actions: actions.join(' ') }),
  }
  const unclear = [unclearAnswer('277CA:unclear', says, evidence), ...faults]
  return {
    kind: 'acknowledgment',
    verdict,
    day: dayOfStatuses(stated, day),
    claimNumber: sent.claim.claimNumber,
    payerClaimNumber: answered?.payerClaimNumber?.number ?? null,
    statuses: stated.flatMap(statusesOf),
    findings:
      verdict === 'accepted' ? [] : verdict === 'unclear' ? unclear : rejections(stated, lines, facts, day),
    source,
  }
}

/** A claim of a set, under the number it was sent with (TRN02 of 2200D). */
interface NumberedClaim {
  readonly set: AnswerSet
  readonly number: string
  readonly answered: AnsweredClaim
}

const claimsOf = (set: AnswerSet): readonly AnsweredClaim[] =>
  (set.document.source?.submitters ?? []).flatMap((submitter) =>
    (submitter.billingProviders ?? []).flatMap((provider) =>
      (provider.clients ?? []).flatMap((client) => client.claims ?? []),
    ),
  )

/** Rejected above the claim: the submitter's batch or the billing provider, with no word on the claims in it. */
const rejectedAbove = (set: AnswerSet, { sent }: Context): readonly Stated[] | null => {
  const inLoop = ({ place }: Finding): boolean =>
    place.kind === 'segment' && (place.loop === '2200B' || place.loop === '2200C')
  if (set.findings.some((each) => inLoop(each) && hidesAnswer(each))) return null
  const reference = batchReference(sent.envelope)
  const levels = (set.document.source?.submitters ?? [])
    .filter(({ answer }) => answer?.trace?.number === reference)
    .flatMap(({ answer, billingProviders }) => [
      ...(billingProviders ?? [])
        .filter((provider) => provider.name?.id === sent.claim.billingProvider.npi)
        .map((provider) => provider.answer?.statuses ?? []),
      answer?.statuses ?? [],
    ])
  return levels.find((stated) => verdictOf(stated) === 'rejected') ?? null
}

/** By these its loops open, and by these it answers. */
const carriers: ReadonlySet<string> = new Set(['HL', 'TRN', 'STC'])

/** The 277CAs of a file, read once for all claims that were sent. */
export interface Opened277ca {
  readonly name: string
  readonly sets: readonly AnswerSet[]
  readonly claims: ReadonlyMap<string, readonly NumberedClaim[]>
  readonly findings: readonly Finding[]
  readonly isBroken: boolean
}

/** Opens a file for its 277CAs. What is wrong with one of them, and does not touch its word, is a warning. */
export const open277ca = ({ name, bytes }: AnswerFile): Opened277ca => {
  const opened = openSets('277CA', readClaimAcknowledgmentsLeniently(bytes), carriers)
  const claims = new Map<string, NumberedClaim[]>()
  const findings: Finding[] = []
  for (const set of opened.sets) {
    for (const answered of claimsOf(set)) {
      const number = answered.trace?.number
      if (number === undefined)
        findings.push(unread('277CA', field(`answers.${name}`), 'it does not say which claim it answers'))
      else claims.set(number, [...(claims.get(number) ?? []), { set, number, answered }])
    }
  }
  const { sets, isBroken } = opened
  return { name, sets, claims, findings: [...findings, ...opened.findings], isBroken }
}

/** Addressed to us, by the receiver our claim was sent to. */
const isBetweenUs = ({ interchange }: AnswerSet, { envelope }: SentClaim): boolean =>
  interchange.receiver === envelope.senderId && interchange.sender === envelope.receiverId

export interface Judging {
  /** When the file came; its day stands in where the file's own cannot be read. */
  readonly at: Instant
  readonly facts: Facts
}

const eventsOfSet = (
  set: AnswerSet,
  { name, claims }: Opened277ca,
  sent: SentClaim,
  { at, facts }: Judging,
): readonly ClaimEvent[] => {
  const day = dayFromCompact(set.document.beginning?.day ?? '') ?? utcDay(at)
  const context: Context = { source: name, sent, facts, day }
  const ours = (claims.get(sent.claim.claimNumber) ?? []).filter((each) => each.set === set)
  if (ours.length > 0) {
    return ours.map(({ answered }) => {
      const faults = (set.foundIn.get(answered) ?? []).filter(hidesAnswer)
      return eventOf({ stated: answered.statuses ?? [], answered, faults }, context)
    })
  }
  const above = rejectedAbove(set, context)
  return above === null ? [] : [eventOf({ stated: above, answered: null, faults: [] }, context)]
}

/**
 * The answers of an opened file to our claim: by CLM01 or, where the batch or the billing provider was refused as a whole,
 * by BHT03 of what we sent. Each reason of a rejection is a finding with our own words and remedy, at the field where it is
 * put right.
 */
export const eventsOf277ca = (
  opened: Opened277ca,
  sent: SentClaim,
  judging: Judging,
): readonly ClaimEvent[] =>
  opened.sets
    .filter((set) => isBetweenUs(set, sent))
    .flatMap((set) => eventsOfSet(set, opened, sent, judging))

const strangeIn = (
  set: AnswerSet,
  name: string,
  sent: SentClaim,
  isAnswered: boolean,
): readonly Finding[] => {
  const { receiver, sender } = set.interchange
  if (receiver !== sent.envelope.senderId)
    return [notOurs('277CA:not-ours', name, 'This 277CA is addressed to another sender.', { receiver })]
  if (sender !== sent.envelope.receiverId) {
    const says = 'This 277CA comes from another receiver than the one our claim was sent to.'
    return [notOurs('277CA:not-ours', name, says, { sender })]
  }
  const others = claimsOf(set).flatMap(({ trace }) => trace?.number ?? [])
  const strange = others.filter((claim) => claim !== sent.claim.claimNumber)
  if (strange.length > 0) {
    const says = 'This 277CA answers a claim that is not this one.'
    return strange.map((claim) => notOurs('277CA:not-ours', name, says, { claim }))
  }
  if (isAnswered) return []
  const says = 'This 277CA says nothing of a claim that was sent from here.'
  return [notOurs('277CA:not-ours', name, says, { reference: set.document.beginning?.reference ?? '' })]
}

/** The 277CAs of a file that answer our claim. Answers to other claims are findings, not guesses. */
export const from277ca = (file: AnswerFile, sent: SentClaim, judging: Judging): AnswerRead => {
  const opened = open277ca(file)
  const read = opened.sets.map((set) => ({
    set,
    events: isBetweenUs(set, sent) ? eventsOfSet(set, opened, sent, judging) : [],
  }))
  return {
    events: read.flatMap(({ events }) => events),
    findings: [
      ...opened.findings,
      ...read.flatMap(({ set, events }) => strangeIn(set, file.name, sent, events.length > 0)),
    ],
  }
}
