// Reads a 999: whether the set that carried our claim kept the rules of its guide, and where not.
import { type Instant, utcDay } from '../values/day.ts'
import type { Finding, Place, SegmentPlace } from '../values/finding.ts'
import { field } from '../values/finding.ts'
import { fault, isFaultCode } from '../x12/syntax/faults.ts'
import { type GroupStatus, groupStatuses, isSetAccepted, setStatuses } from '../x12/sets/999/codes.ts'
import { readImplementationAcknowledgmentsLeniently } from '../x12/sets/999/read.ts'
import type { ImplementationAcknowledgment999, table999 } from '../x12/sets/999/table.ts'
import type { LenientSetInFile } from '../x12/sets/read-file.ts'
import type { LenientDocument } from '../x12/sets/table-language.ts'
import { openSets, unread } from './answer-trust.ts'
import {
  type AnswerFile,
  type AnswerRead,
  type ClaimEvent,
  type SentClaim,
  notOurs,
  sameNumber,
  unclearAnswer,
} from './claim-event.ts'
import { interchangeDay } from './from-ta1.ts'

type Answer = LenientDocument<ImplementationAcknowledgment999>
type AnsweredSet = NonNullable<Answer['sets']>[number]
type AnsweredSegment = NonNullable<AnsweredSet['segments']>[number]

/** The place in the set we sent; where in the bytes is not in a 999. */
const placeOf = ({ error }: AnsweredSegment): SegmentPlace => ({
  kind: 'segment',
  id: error?.segment ?? '',
  segment: error?.position ?? 0,
  ...(error?.loop === undefined ? {} : { loop: error.loop }),
  offset: 0,
  length: 0,
})

/** The finding of a fault that a 999 names; one whose code is not in the list is said as it stands. */
const named = (code: string, place: Place, evidence: Readonly<Record<string, string>> = {}): Finding =>
  isFaultCode(code)
    ? fault(code, place, evidence)
    : {
        code,
        severity: 'holds-claim',
        whose: 'code-set',
        place,
        says: 'The receiver names a fault that is not known here.',
        remedy: 'Ask the receiver what it means.',
        source: `X12 999, segment ${code.slice(4, 7)}`,
        evidence,
      }

const segmentFindings = (answered: AnsweredSegment): readonly Finding[] => {
  const place = placeOf(answered)
  const elements = (answered.elements ?? []).flatMap(({ error }) => {
    if (error?.fault === undefined) return []
    const { element, component, repetition } = error.place ?? {}
    const at: SegmentPlace = {
      ...place,
      ...(element === undefined ? {} : { element }),
      ...(component === undefined ? {} : { component }),
      ...(repetition === undefined ? {} : { repetition }),
    }
    return [
      named(`999:IK4:${error.fault}`, at, error.badValue === undefined ? {} : { value: error.badValue }),
    ]
  })
  const whole = answered.error?.fault
  // IK304 8 only says that elements follow: where they do, they say it themselves.
  const onlyAnnounces = whole === undefined || (whole === '8' && elements.length > 0)
  return onlyAnnounces ? elements : [named(`999:IK3:${whole}`, place), ...elements]
}

const envelopeFinding = (code: string): Finding => named(code, field('envelope'))

const setFindings = (set: AnsweredSet): readonly Finding[] => {
  const segments = (set.segments ?? []).flatMap(segmentFindings)
  // IK502 5 says that segments are in error, as they say themselves.
  const faults = (set.result?.faults ?? []).filter((code) => code !== '5' || segments.length === 0)
  return [...segments, ...faults.map((code) => envelopeFinding(`999:IK5:${code}`))]
}

const groupFindings = ({ result }: Answer): readonly Finding[] =>
  (result?.faults ?? []).map((code) => envelopeFinding(`999:AK9:${code}`))

const verdictOf = (status: string | undefined): ClaimEvent['verdict'] => {
  const known = [...setStatuses, ...groupStatuses].find((each) => each === status) as GroupStatus | undefined
  if (known === undefined) return 'unclear'
  if (known === 'P') return 'partly'
  return isSetAccepted(known) ? 'accepted' : 'rejected'
}

/** What was noted of a set that came through does not hold the claim. */
const graveAs = (verdict: ClaimEvent['verdict'], findings: readonly Finding[]): readonly Finding[] =>
  verdict === 'accepted' ? findings.map((each) => ({ ...each, severity: 'warns' })) : findings

interface Judged {
  readonly verdict: ClaimEvent['verdict']
  readonly findings: readonly Finding[]
}

const setOf = ({ sets }: Answer, { envelope }: SentClaim): AnsweredSet | undefined =>
  sets?.find(({ set }) => set?.kind === '837' && sameNumber(set.control ?? '', envelope.setControl))

const judge = (answer: Answer, sent: SentClaim): Judged => {
  const set = setOf(answer, sent)
  const status = set === undefined ? answer.result?.status : set.result?.status
  const verdict = verdictOf(status)
  const says = 'This 999 does not say whether the set of our claim was accepted.'
  const findings = [
    ...(verdict === 'unclear' ? [unclearAnswer('999:unclear', says, { status: status ?? '' })] : []),
    ...(set === undefined ? [] : setFindings(set)),
    ...groupFindings(answer),
  ]
  return { verdict, findings: graveAs(verdict, findings) }
}

/** The set our claim went in: by GS06 and, where the answer lists sets, by ST02. */
const isOurs = (answer: Answer, sent: SentClaim): boolean =>
  answer.group?.kind === 'HC' &&
  sameNumber(answer.group.control ?? '', sent.envelope.groupControl) &&
  ((answer.sets ?? []).length === 0 || setOf(answer, sent) !== undefined)

/** By these its loops open, and by these it answers. */
const carriers: ReadonlySet<string> = new Set(['AK1', 'AK2', 'IK5', 'AK9'])

/** The 999s of a file, read once for all claims that were sent. */
export interface Opened999 {
  readonly name: string
  /** Those that name a group (AK102). */
  readonly answers: readonly LenientSetInFile<typeof table999>[]
  readonly findings: readonly Finding[]
  readonly isBroken: boolean
}

/** Opens a file for its 999s. What is wrong with one of them, and does not touch its word, is a warning. */
export const open999 = ({ name, bytes }: AnswerFile): Opened999 => {
  const opened = openSets('999', readImplementationAcknowledgmentsLeniently(bytes), carriers)
  const answers = opened.sets.filter(({ document }) => document.group?.control !== undefined)
  const nameless = unread('999', field(`answers.${name}`), 'it does not say which group it answers')
  const isNameless = answers.length < opened.sets.length
  return {
    name,
    answers,
    findings: isNameless ? [nameless, ...opened.findings] : opened.findings,
    isBroken: opened.isBroken || answers.length === 0,
  }
}

/** True when an answer is addressed to us and names our set. */
const answersUs = (each: Opened999['answers'][number], sent: SentClaim): boolean =>
  each.interchange.receiver === sent.envelope.senderId && isOurs(each.document, sent)

/**
 * The answers of an opened file to our set, matched by GS06, ST02 and by being addressed to us. Each fault of our set is
 * a finding with its place in the file we sent. An answer without our set (AK9 alone) is `partly` when only some sets
 * came through.
 */
export const eventsOf999 = (
  { name, answers }: Opened999,
  sent: SentClaim,
  { at }: { readonly at: Instant },
): readonly ClaimEvent[] =>
  answers
    .filter((each) => answersUs(each, sent))
    .map(({ document, interchange }) => ({
      kind: 'syntax',
      ...judge(document, sent),
      day: interchangeDay(interchange.day) ?? utcDay(at),
      claimNumber: sent.claim.claimNumber,
      payerClaimNumber: null,
      statuses: [],
      source: name,
    }))

/** The 999s of a file that answer our group; what answers another group or set is a finding. */
export const from999 = (file: AnswerFile, sent: SentClaim, { at }: { readonly at: Instant }): AnswerRead => {
  const opened = open999(file)
  const says = 'This 999 answers a group or a set that was not sent from here.'
  const strange = opened.answers.filter((each) => !answersUs(each, sent))
  return {
    events: eventsOf999(opened, sent, { at }),
    findings: [
      ...opened.findings,
      ...strange.map(({ document }) =>
        notOurs('999:not-ours', file.name, says, {
          group: String(document.group?.control),
          sets: (document.sets ?? []).map(({ set }) => set?.control ?? '').join(' '),
        }),
      ),
    ],
  }
}
