// Reads TA1, 999 and 277CA against the claims that were sent: each becomes an event of its claim, and moves its status.
import { type ClaimEvent, notOurs, sameNumber } from '@goldenthread/core/claim/claim-event.ts'
import { eventsOf277ca, open277ca } from '@goldenthread/core/claim/from-277ca.ts'
import { eventsOf999, open999 } from '@goldenthread/core/claim/from-999.ts'
import { eventsOfTa1, openTa1 } from '@goldenthread/core/claim/from-ta1.ts'
import { type Finding, holdsClaim } from '@goldenthread/core/values/finding.ts'
import type { Tx } from '../database/tx.ts'
import type { FileContents } from '../files/file-contents.ts'
import type { FileRead } from '../files/store.ts'
import type { Services } from '../services.ts'
import {
  type AnswerTargets,
  type ClaimState,
  type SentRow,
  moveClaims,
  putEvents,
  sentClaims,
} from './event-store.ts'
import { markAnswered } from './sending-store.ts'

type Kind = ClaimEvent['kind']

/** The answers of one kind in a file, opened once for all claims: of what they speak, and what they say of one. */
interface Spoken {
  readonly kind: Kind
  readonly targets: AnswerTargets
  /** What was not used of them holds; whatever else is wrong with them warns. */
  readonly findings: readonly Finding[]
  /** True when nothing of them can be used. */
  readonly isBroken: boolean
  readonly eventsFor: (sent: SentRow) => readonly ClaimEvent[]
}

/** When the file came, and the lists by which its codes are told. */
interface Hearing {
  readonly at: Tx['at']
  readonly facts: Services['facts']
}

const nowhere: AnswerTargets = { interchanges: [], groups: [], claimNumbers: [] }

const numbersOf = (sender: string, control: unknown): AnswerTargets['groups'] =>
  /^\d{1,9}$/.test(String(control)) ? [{ receiver: sender, control: Number(control) }] : []

const spokenByTa1 = (file: FileRead, { at }: Hearing): Spoken => {
  const opened = openTa1(file)
  const interchanges = opened.answers.flatMap(({ acknowledgment, interchange }) =>
    numbersOf(interchange.sender, acknowledgment.control),
  )
  return {
    kind: 'envelope',
    targets: { ...nowhere, interchanges },
    findings: opened.findings,
    isBroken: opened.isBroken,
    eventsFor: (sent) => eventsOfTa1(opened, sent, { at, resent: sent.attempts > 1 }),
  }
}

const spokenBy999 = (file: FileRead, { at }: Hearing): Spoken => {
  const opened = open999(file)
  const groups = opened.answers.flatMap(({ document, interchange }) =>
    numbersOf(interchange.sender, document.group?.control),
  )
  return {
    kind: 'syntax',
    targets: { ...nowhere, groups },
    findings: opened.findings,
    isBroken: opened.isBroken,
    eventsFor: (sent) => eventsOf999(opened, sent, { at }),
  }
}

/** The interchange that a batch reference (BHT03 of what we sent) begins with. */
const interchangeOf = (reference: string): string => reference.slice(0, 9)

const spokenBy277ca = (file: FileRead, hearing: Hearing): Spoken => {
  const opened = open277ca(file)
  const interchanges = opened.sets.flatMap(({ document, interchange }) =>
    (document.source?.submitters ?? []).flatMap(({ answer }) =>
      numbersOf(interchange.sender, interchangeOf(answer?.trace?.number ?? '')),
    ),
  )
  const claimNumbers = [...opened.claims.values()]
    .flat()
    .map(({ set, number }) => ({ receiver: set.interchange.sender, claimNumber: number }))
  return {
    kind: 'acknowledgment',
    targets: { ...nowhere, interchanges, claimNumbers },
    findings: opened.findings,
    isBroken: opened.isBroken,
    eventsFor: (sent) => eventsOf277ca(opened, sent, hearing),
  }
}

const spokenIn = (file: FileRead, { interchanges }: FileContents, hearing: Hearing): readonly Spoken[] => [
  ...(interchanges.some(({ acknowledges }) => acknowledges) ? [spokenByTa1(file, hearing)] : []),
  ...(interchanges.some(({ sets }) => sets.includes('999')) ? [spokenBy999(file, hearing)] : []),
  ...(interchanges.some(({ sets }) => sets.includes('277')) ? [spokenBy277ca(file, hearing)] : []),
]

/** True when a file holds anything that is read here. */
export const hasAcknowledgments = ({ interchanges }: FileContents): boolean =>
  interchanges.some(
    ({ acknowledges, sets }) => acknowledges || sets.some((set) => set === '999' || set === '277'),
  )

interface Answered {
  readonly sent: SentRow
  readonly event: ClaimEvent
}

const strangers = (
  kind: Kind,
  targets: AnswerTargets,
  rows: readonly SentRow[],
  name: string,
): readonly Finding[] => {
  const isSent = (receiver: string, control: number, of: 'interchangeControl' | 'groupControl'): boolean =>
    rows.some((row) => row.receiver.id === receiver && sameNumber(row.envelope[of], control))
  const told = (code: string, says: string, numbers: readonly string[]): readonly Finding[] =>
    numbers.length === 0 ? [] : [notOurs(code, name, says, { numbers: numbers.join(' ').slice(0, 200) })]
  if (kind === 'envelope') {
    const missed = targets.interchanges.filter(
      (each) => !isSent(each.receiver, each.control, 'interchangeControl'),
    )
    const says = 'This TA1 answers an interchange that was not sent from here.'
    return told(
      'TA1:not-ours',
      says,
      missed.map(({ control }) => String(control)),
    )
  }
  if (kind === 'syntax') {
    const missed = targets.groups.filter((each) => !isSent(each.receiver, each.control, 'groupControl'))
    const says = 'This 999 answers a group that was not sent from here.'
    return told(
      '999:not-ours',
      says,
      missed.map(({ control }) => String(control)),
    )
  }
  const isKnown = ({ receiver, claimNumber }: AnswerTargets['claimNumbers'][number]): boolean =>
    rows.some((row) => row.receiver.id === receiver && row.claim.claimNumber === claimNumber)
  const says = 'This 277CA answers claims that were not sent from here.'
  return told(
    '277CA:not-ours',
    says,
    targets.claimNumbers.filter((each) => !isKnown(each)).map(({ claimNumber }) => claimNumber),
  )
}

/**
 * From which states an answer moves a claim; its timeline keeps every answer. Of two 277CAs the rejection wins, whichever
 * came first: a claim that was refused is not owed until a person has mended it and sent it anew. A TA1 or 999 says
 * nothing against a 277CA that took the claim in. What says neither yes nor no (`partly`, `unclear`) only shows that the
 * claim arrived. Money decides last: what was paid or denied is moved by nothing here.
 */
const moves: Readonly<Record<Kind, Readonly<Record<'accepted' | 'rejected', readonly ClaimState[]>>>> = {
  envelope: { accepted: ['batched'], rejected: ['batched', 'sent'] },
  syntax: { accepted: ['batched'], rejected: ['batched', 'sent'] },
  // A clearinghouse may take a claim that its payer then refuses, and the two may come in any order.
  acknowledgment: { accepted: ['batched', 'sent'], rejected: ['batched', 'sent', 'accepted'] },
}

const eachOnce = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((each) => [JSON.stringify(each), each])).values(),
]

/** Moves a claim by an answer; true when the answer has rejected it now. */
const moveFor = async (tx: Tx, { sent, event }: Answered): Promise<boolean> => {
  const { kind, verdict, findings, payerClaimNumber } = event
  const number = payerClaimNumber === null ? {} : { payerClaimNumber }
  if (verdict === 'rejected') {
    const change = {
      to: 'rejected',
      from: moves[kind].rejected,
      findings: findings.filter(holdsClaim),
    } as const
    return (await moveClaims(tx, [sent.claimId], { ...change, ...number })).length > 0
  }
  const to = kind === 'acknowledgment' && verdict === 'accepted' ? 'accepted' : 'sent'
  const from = verdict === 'accepted' ? moves[kind].accepted : (['batched'] as const)
  await moveClaims(tx, [sent.claimId], { to, from, ...number })
  return false
}

/** Whoever answers has the file: also when our own sending of it was never written down. */
const settleBatches = async (tx: Tx, answered: readonly Answered[]): Promise<void> => {
  const outcomes = new Map<string, 'delivered' | 'refused'>()
  for (const { sent, event } of answered) {
    if (event.kind === 'envelope' && event.verdict === 'unclear') continue
    const refused = event.kind === 'envelope' && event.verdict === 'rejected'
    if (!refused || !outcomes.has(sent.batchId)) outcomes.set(sent.batchId, refused ? 'refused' : 'delivered')
  }
  for (const [batchId, outcome] of [...outcomes].sort()) await markAnswered(tx, batchId, outcome)
}

export interface AnswerReceived {
  /** What was not used, what is wrong with what was used, and what answers nothing that was sent from here. */
  readonly findings: readonly Finding[]
  /** Claims that this file has rejected: nothing is owed for them any more. */
  readonly rejected: readonly { readonly id: string; readonly claimNumber: string }[]
  /** True when nothing of its answers can be used, so that none was. */
  readonly isBroken: boolean
}

type Heard = Pick<AnswerReceived, 'findings' | 'rejected'>

const hear = async (
  tx: Tx,
  services: Pick<Services, 'makeId'>,
  file: FileRead,
  { kind, targets, eventsFor }: Spoken,
): Promise<Heard> => {
  const rows = await sentClaims(tx, targets)
  const answered = rows.flatMap((sent) => eventsFor(sent).map((event): Answered => ({ sent, event })))
  await putEvents(
    tx,
    services,
    answered.map(({ sent, event }, index) => ({
      claimId: sent.claimId,
      key: `${kind}:${file.id}:${sent.claimId}:${index}`,
      kind,
      verdict: event.verdict,
      day: event.day,
      batchId: sent.batchId,
      fileId: file.id,
      document: event,
    })),
  )
  const rejected: { readonly id: string; readonly claimNumber: string }[] = []
  for (const each of answered)
    if (await moveFor(tx, each))
      rejected.push({ id: each.sent.claimId, claimNumber: each.sent.claim.claimNumber })
  await settleBatches(tx, answered)
  return { findings: strangers(kind, targets, rows, file.name), rejected }
}

/**
 * Reads every TA1, 999 and 277CA of a file that came. The same file again adds nothing.
 */
export const receiveAnswer = async (
  tx: Tx,
  services: Pick<Services, 'facts' | 'makeId'>,
  file: FileRead,
  contents: FileContents,
): Promise<AnswerReceived> => {
  const spoken = spokenIn(file, contents, { at: tx.at, facts: services.facts })
  const heard: Heard[] = []
  for (const each of spoken) heard.push(await hear(tx, services, file, each))
  return {
    // Readers of one file see the same faults of its envelope: each is told once.
    findings: eachOnce([
      ...spoken.flatMap((each) => each.findings),
      ...heard.flatMap((each) => each.findings),
    ]),
    rejected: heard.flatMap((each) => each.rejected),
    isBroken: spoken.every((each) => each.isBroken),
  }
}
