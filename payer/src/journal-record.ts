// What the payer's journal holds, line by line: what it received with all that came of it, what it handed out, how its clock moved.
import type { Instant } from '@goldenthread/core/values/day.ts'
import type { TakenClaim } from './answer/plan.ts'
import type { AnswerKind } from './answer/write-answer.ts'
import type { ClockSetting } from './clock.ts'
import type { StateChange } from './state-change.ts'

/** By which door a file came, and by which its answers leave. */
export interface Door {
  readonly kind: 'http' | 'folder'
  readonly senderId: string
}

/** An answer that waits to be handed out. */
export interface Outgoing {
  /** The PayloadID it is picked up and confirmed by. */
  readonly payloadId: string
  readonly name: string
  readonly kind: AnswerKind
  readonly payerId: string
  readonly door: Door
  readonly dueAt: Instant
  readonly rank: number
  /** Its bytes, base64. */
  readonly bytes: string
}

/** A file taken. Its answers, numbers and dates are fixed here, so that no later start can make them otherwise. */
export interface Received {
  readonly kind: 'received'
  readonly at: Instant
  readonly door: Door
  readonly payloadId: string
  readonly sha256: string
  readonly payerId: string
  /** ISA13 of every interchange in it, whether it was accepted or not. */
  readonly interchangeControls: readonly string[]
  readonly change: StateChange
  readonly claims: readonly TakenClaim[]
  readonly answers: readonly Outgoing[]
}

/** An answer is gone: the sender confirmed it, or it stands in the sender's folder. */
export interface HandedOver {
  readonly kind: 'confirmed' | 'put-out'
  readonly at: Instant
  readonly payloadId: string
}

export interface ClockMoved {
  readonly kind: 'clock'
  readonly now: ClockSetting
}

/** The first line: the form of the journal. */
export interface Opened {
  readonly kind: 'opened'
  readonly form: number
}

export type JournalRecord = Opened | Received | HandedOver | ClockMoved

/** A newer form means a newer program wrote it. */
export const journalForm = 1
