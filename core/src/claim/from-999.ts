// Reads a 999: whether the set that carried our claim kept the rules of its guide, and where not.
import { type Instant, utcDay } from '../values/day.ts'
import type { Finding, SegmentPlace } from '../values/finding.ts'
import { field } from '../values/finding.ts'
import { type FaultCode, fault, faultWords, isFaultCode } from '../x12/syntax/faults.ts'
import { type GroupStatus, isSetAccepted } from '../x12/sets/999/codes.ts'
import { readImplementationAcknowledgments } from '../x12/sets/999/read.ts'
import type { ImplementationAcknowledgment999 } from '../x12/sets/999/table.ts'
import {
  type AnswerFile,
  type AnswerRead,
  type ClaimEvent,
  type SentClaim,
  notOurs,
  sameNumber,
} from './claim-event.ts'
import { interchangeDay } from './from-ta1.ts'

type Answer = ImplementationAcknowledgment999
type AnsweredSet = NonNullable<Answer['sets']>[number]
type AnsweredSegment = NonNullable<AnsweredSet['segments']>[number]

/** The place in the set we sent; where in the bytes is not in a 999. */
const placeOf = ({ error }: AnsweredSegment): SegmentPlace => ({
  kind: 'segment',
  id: error.segment,
  segment: error.position,
  ...(error.loop === undefined ? {} : { loop: error.loop }),
  offset: 0,
  length: 0,
})

const segmentFindings = (answered: AnsweredSegment): readonly Finding[] => {
  const place = placeOf(answered)
  const elements = (answered.elements ?? []).map(({ error }) => {
    const { element, component, repetition } = error.place
    const at: SegmentPlace = {
      ...place,
      element,
      ...(component === undefined ? {} : { component }),
      ...(repetition === undefined ? {} : { repetition }),
    }
    return fault(`999:IK4:${error.fault}`, at, error.badValue === undefined ? {} : { value: error.badValue })
  })
  // IK304 8 only says that elements follow: where they do, they say it themselves.
  const onlyAnnounces = answered.error.fault === '8' && elements.length > 0
  return onlyAnnounces ? elements : [fault(`999:IK3:${answered.error.fault}`, place), ...elements]
}

const envelopeFinding = (code: FaultCode): Finding => ({
  code,
  severity: 'holds-claim',
  whose: 'code-set',
  place: field('envelope'),
  ...faultWords(code),
  source: `X12 999, segment ${code.slice(4, 7)}`,
  evidence: {},
})

const known = (codes: readonly string[]): readonly FaultCode[] => codes.filter(isFaultCode)

const setFindings = (set: AnsweredSet): readonly Finding[] => {
  const segments = (set.segments ?? []).flatMap(segmentFindings)
  // IK502 5 says that segments are in error, as they say themselves.
  const faults = (set.result.faults ?? []).filter((code) => code !== '5' || segments.length === 0)
  return [...segments, ...known(faults.map((code) => `999:IK5:${code}`)).map(envelopeFinding)]
}

const groupFindings = ({ result }: Answer): readonly Finding[] =>
  known((result.faults ?? []).map((code) => `999:AK9:${code}`)).map(envelopeFinding)

const verdictOf = (status: GroupStatus): ClaimEvent['verdict'] => {
  if (status === 'P') return 'partly'
  return isSetAccepted(status) ? 'accepted' : 'rejected'
}

/** What was noted of a set that came through does not hold the claim. */
const graveAs = (verdict: ClaimEvent['verdict'], findings: readonly Finding[]): readonly Finding[] =>
  verdict === 'accepted' ? findings.map((each) => ({ ...each, severity: 'warns' })) : findings

interface Judged {
  readonly verdict: ClaimEvent['verdict']
  readonly findings: readonly Finding[]
}

const judge = (answer: Answer, sent: SentClaim): Judged => {
  const set = answer.sets?.find((each) => sameNumber(each.set.control, sent.envelope.setControl))
  const verdict = verdictOf(set?.result.status ?? answer.result.status)
  const group = groupFindings(answer)
  return { verdict, findings: graveAs(verdict, set === undefined ? group : [...setFindings(set), ...group]) }
}

/** The set our claim went in: by GS06 and, where the answer lists sets, by ST02. */
const isOurs = ({ group, sets }: Answer, { envelope }: SentClaim): boolean =>
  group.kind === 'HC' &&
  sameNumber(group.control, envelope.groupControl) &&
  (sets === undefined ||
    sets.length === 0 ||
    sets.some(({ set }) => set.kind === '837' && sameNumber(set.control, envelope.setControl)))

/**
 * The 999s of a file that answer our group, matched by GS06, ST02 and by being addressed to us. Each fault of our set is
 * a finding with its place in the file we sent. An answer without our set (AK9 alone) is `partly` when only some sets
 * came through.
 */
export const from999 = (file: AnswerFile, sent: SentClaim, { at }: { readonly at: Instant }): AnswerRead => {
  const read = readImplementationAcknowledgments(file.bytes)
  if (!read.ok) return { events: [], findings: read.findings }
  const events: ClaimEvent[] = []
  const findings: Finding[] = [...read.findings]
  for (const { document, interchange } of read.value) {
    if (interchange.receiver !== sent.envelope.senderId || !isOurs(document, sent)) {
      const says = 'This 999 answers a group or a set that was not sent from here.'
      const sets = (document.sets ?? []).map((each) => each.set.control).join(' ')
      findings.push(notOurs('999:not-ours', file.name, says, { group: String(document.group.control), sets }))
      continue
    }
    events.push({
      kind: 'syntax',
      ...judge(document, sent),
      day: interchangeDay(interchange.day) ?? utcDay(at),
      claimNumber: sent.claim.claimNumber,
      payerClaimNumber: null,
      statuses: [],
      source: file.name,
    })
  }
  return { events, findings }
}
