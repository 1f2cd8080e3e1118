// What the payer's process remembers, rebuilt from its journal record by record: numbers, claims, answers that wait.
import type { Instant } from '@goldenthread/core/values/day.ts'
import type { PayerState, TakenClaim } from './answer/plan.ts'
import type { ClockSetting } from './clock.ts'
import type { JournalRecord, Outgoing, Received } from './journal-record.ts'
import type { PlanSetting } from './settings.ts'
import { withChange } from './state-change.ts'

/** A claim taken, with the payer and the moment. */
export interface ClaimTaken extends TakenClaim {
  readonly payerId: string
  readonly receivedAt: Instant
}

export interface Counts {
  readonly received: number
  readonly interchanges: number
  readonly claims: number
  readonly answers: number
  readonly confirmed: number
  readonly waiting: number
}

/** Changed only by `remember`, with what the journal holds already. */
export interface Books {
  readonly states: Map<string, PayerState>
  /** SHA-256 of what came, by sender and PayloadID. */
  readonly payloads: Map<string, string>
  readonly claims: ClaimTaken[]
  /** Answers that were not handed over yet, by PayloadID. */
  readonly waiting: Map<string, Outgoing>
  /** PayloadIDs of answers that were, with their senders. */
  readonly handedOver: Map<string, string>
  clock: ClockSetting
  counts: Counts
}

const firstState: PayerState = {
  nextInterchangeControl: 1,
  nextClaimNumber: 100_001,
  nextTrace: 500_001,
  interchangesSeen: [],
  claimsSeen: [],
}

const noCounts: Counts = { received: 0, interchanges: 0, claims: 0, answers: 0, confirmed: 0, waiting: 0 }

/** Books as they are before anything came. */
export const openBooks = (plans: readonly PlanSetting[], clock: ClockSetting): Books => ({
  states: new Map(plans.map(({ planRules, state }) => [planRules.payer.id, state ?? firstState])),
  payloads: new Map(),
  claims: [],
  waiting: new Map(),
  handedOver: new Map(),
  clock,
  counts: noCounts,
})

/** How a payload is known: two senders may use the same PayloadID. */
export const payloadKey = (senderId: string, payloadId: string): string => `${senderId}\n${payloadId}`

/** The state of one payer. */
export const stateOf = (books: Books, payerId: string): PayerState => books.states.get(payerId) ?? firstState

const rememberReceived = (books: Books, record: Received): void => {
  const { payerId, at, claims, answers } = record
  books.states.set(payerId, withChange(stateOf(books, payerId), record.change))
  books.payloads.set(payloadKey(record.door.senderId, record.payloadId), record.sha256)
  books.claims.push(...claims.map((claim) => ({ ...claim, payerId, receivedAt: at })))
  for (const answer of answers) books.waiting.set(answer.payloadId, answer)
  const { counts } = books
  books.counts = {
    ...counts,
    received: counts.received + 1,
    interchanges: counts.interchanges + record.interchangeControls.length,
    claims: counts.claims + claims.length,
    answers: counts.answers + answers.length,
    waiting: books.waiting.size,
  }
}

const rememberHandedOver = (books: Books, payloadId: string): void => {
  const answer = books.waiting.get(payloadId)
  if (answer === undefined) return
  books.waiting.delete(payloadId)
  books.handedOver.set(payloadId, answer.door.senderId)
  books.counts = { ...books.counts, confirmed: books.counts.confirmed + 1, waiting: books.waiting.size }
}

/** Takes up what a record says; at a start all of them, later each as it is written. */
export const remember = (books: Books, record: JournalRecord): void => {
  if (record.kind === 'received') rememberReceived(books, record)
  if (record.kind === 'confirmed' || record.kind === 'put-out') rememberHandedOver(books, record.payloadId)
  // A payer started on the machine's clock stays on it, whatever was moved before.
  if (record.kind === 'clock' && books.clock !== 'real') books.clock = record.now
}
