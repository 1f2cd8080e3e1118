// Reads TA1, 999 and 277CA against the claims that were sent: each becomes an event of its claim, and moves its status.
import {
  type AnswerRead,
  type ClaimEvent,
  notOurs,
  sameNumber,
} from '@goldenthread/core/claim/claim-event.ts'
import { from277ca } from '@goldenthread/core/claim/from-277ca.ts'
import { from999 } from '@goldenthread/core/claim/from-999.ts'
import { fromTa1 } from '@goldenthread/core/claim/from-ta1.ts'
import { type Finding, holdsClaim } from '@goldenthread/core/values/finding.ts'
import { readClaimAcknowledgmentsLeniently } from '@goldenthread/core/x12/sets/277ca/read.ts'
import { readImplementationAcknowledgmentsLeniently } from '@goldenthread/core/x12/sets/999/read.ts'
import { readInterchangeAcknowledgmentsLeniently } from '@goldenthread/core/x12/sets/ta1/read.ts'
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

/** What of a file speaks of something sent from here: one for each number it answers. */
interface Spoken {
  readonly kind: Kind
  readonly targets: AnswerTargets
}

const nowhere: AnswerTargets = { interchanges: [], groups: [], claimNumbers: [] }

const numbersOf = (sender: string, control: unknown): AnswerTargets['groups'] =>
  /^\d{1,9}$/.test(String(control)) ? [{ receiver: sender, control: Number(control) }] : []

const spokenByTa1 = (bytes: Uint8Array): Spoken => ({
  kind: 'envelope',
  targets: {
    ...nowhere,
    interchanges: readInterchangeAcknowledgmentsLeniently(bytes).acknowledgments.flatMap(
      ({ acknowledgment, interchange }) => numbersOf(interchange.sender, acknowledgment.control),
    ),
  },
})

const spokenBy999 = (bytes: Uint8Array): Spoken => ({
  kind: 'syntax',
  targets: {
    ...nowhere,
    groups: readImplementationAcknowledgmentsLeniently(bytes).sets.flatMap(({ document, interchange }) =>
      numbersOf(interchange.sender, document.group?.control),
    ),
  },
})

/** The interchange that a batch reference (BHT03 of what we sent) begins with. */
const interchangeOf = (reference: string): string => reference.slice(0, 9)

const spokenBy277ca = (bytes: Uint8Array): Spoken => {
  const sets = readClaimAcknowledgmentsLeniently(bytes).sets.flatMap(({ document, interchange }) =>
    (document.source?.submitters ?? []).map((submitter) => ({ submitter, interchange })),
  )
  return {
    kind: 'acknowledgment',
    targets: {
      ...nowhere,
      interchanges: sets.flatMap(({ submitter, interchange }) =>
        numbersOf(interchange.sender, interchangeOf(submitter.answer?.trace?.number ?? '')),
      ),
      claimNumbers: sets.flatMap(({ submitter, interchange }) =>
        (submitter.billingProviders ?? []).flatMap((provider) =>
          (provider.clients ?? []).flatMap((client) =>
            (client.claims ?? []).flatMap(({ trace }) =>
              trace?.number === undefined
                ? []
                : [{ receiver: interchange.sender, claimNumber: trace.number }],
            ),
          ),
        ),
      ),
    },
  }
}

const spokenIn = (bytes: Uint8Array, { interchanges }: FileContents): readonly Spoken[] => [
  ...(interchanges.some(({ acknowledges }) => acknowledges) ? [spokenByTa1(bytes)] : []),
  ...(interchanges.some(({ sets }) => sets.includes('999')) ? [spokenBy999(bytes)] : []),
  ...(interchanges.some(({ sets }) => sets.includes('277')) ? [spokenBy277ca(bytes)] : []),
]

/** True when a file holds anything that is read here. */
export const hasAcknowledgments = ({ interchanges }: FileContents): boolean =>
  interchanges.some(
    ({ acknowledges, sets }) => acknowledges || sets.some((set) => set === '999' || set === '277'),
  )

const readFor = (
  kind: Kind,
  file: FileRead,
  sent: SentRow,
  tx: Tx,
  { facts }: Pick<Services, 'facts'>,
): AnswerRead => {
  const answer = { name: file.name, bytes: file.bytes }
  if (kind === 'envelope') return fromTa1(answer, sent, { at: tx.at, resent: sent.attempts > 1 })
  return kind === 'syntax'
    ? from999(answer, sent, { at: tx.at })
    : from277ca(answer, sent, { at: tx.at, facts })
}

interface Answered {
  readonly sent: SentRow
  readonly event: ClaimEvent
}

/** Answers to a whole interchange are read once and hold for each claim in it. */
const eventsFor = (
  kind: Kind,
  file: FileRead,
  rows: readonly SentRow[],
  tx: Tx,
  services: Pick<Services, 'facts'>,
): { readonly answered: readonly Answered[]; readonly findings: readonly Finding[] } => {
  const ofBatch = new Map<string, AnswerRead>()
  const findings = new Map<string, Finding>()
  const answered = rows.flatMap((sent): readonly Answered[] => {
    const before = kind === 'envelope' ? ofBatch.get(sent.batchId) : undefined
    const read = before ?? readFor(kind, file, sent, tx, services)
    ofBatch.set(sent.batchId, read)
    // Seen from one claim, the answers to all others are not ours: what is nobody's is told below.
    for (const each of read.findings.filter(({ code }) => !code.endsWith(':not-ours')))
      findings.set(JSON.stringify(each), each)
    return read.events.map((event) => ({ sent, event: { ...event, claimNumber: sent.claim.claimNumber } }))
  })
  return { answered, findings: [...findings.values()] }
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

/** From which states an answer moves a claim. Money decides last: what was paid or denied is moved by nothing here. */
const moves: Readonly<Record<Kind, Readonly<Record<'accepted' | 'rejected', readonly ClaimState[]>>>> = {
  envelope: { accepted: ['batched'], rejected: ['batched', 'sent'] },
  syntax: { accepted: ['batched'], rejected: ['batched', 'sent'] },
  // A clearinghouse may take a claim that its payer then refuses, and the two may come in any order.
  acknowledgment: { accepted: ['batched', 'sent'], rejected: ['batched', 'sent', 'accepted'] },
}

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
    const refused = event.kind === 'envelope' && event.verdict === 'rejected'
    if (!refused || !outcomes.has(sent.batchId)) outcomes.set(sent.batchId, refused ? 'refused' : 'delivered')
  }
  for (const [batchId, outcome] of [...outcomes].sort()) await markAnswered(tx, batchId, outcome)
}

export interface AnswerReceived {
  /** What could not be read, and what answers nothing that was sent from here. */
  readonly findings: readonly Finding[]
  /** Claims that this file has rejected: nothing is owed for them any more. */
  readonly rejected: readonly { readonly id: string; readonly claimNumber: string }[]
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
  const findings: Finding[] = []
  const rejected: { readonly id: string; readonly claimNumber: string }[] = []
  for (const { kind, targets } of spokenIn(file.bytes, contents)) {
    const rows = await sentClaims(tx, targets)
    const { answered, findings: unread } = eventsFor(kind, file, rows, tx, services)
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
    for (const each of answered)
      if (await moveFor(tx, each))
        rejected.push({ id: each.sent.claimId, claimNumber: each.sent.claim.claimNumber })
    await settleBatches(tx, answered)
    findings.push(...unread, ...strangers(kind, targets, rows, file.name))
  }
  return { findings, rejected }
}
