// The act of scheduling: client, provider and coverage of this practice, times on the clock of a place.
import type { Session } from '@goldenthread/core/session/session.ts'
import { checkSession } from '@goldenthread/core/session/session-checks.ts'
import type { Day } from '@goldenthread/core/values/day.ts'
import { type Finding, field } from '@goldenthread/core/values/finding.ts'
import { type Result, accepted, refused } from '@goldenthread/core/values/result.ts'
import type { Tx } from '../database/tx.ts'
import { conflict, forbidden, notFound, stale } from '../http/problem.ts'
import { readPractice } from '../practice/store.ts'
import type { Services } from '../services.ts'
import { type SessionRow, findParties, insertSession, lockSession, updateSession } from './store.ts'
import { type WrittenSession, sessionFrom } from './written-session.ts'

export interface SessionPlan {
  readonly clientId: string
  readonly providerId: string
  /** Null: the client pays without a plan. */
  readonly coverageId: string | null
  readonly session: WrittenSession
}

const notInForce: Finding = {
  code: 'coverage-dates',
  severity: 'holds-claim',
  whose: 'payer',
  place: field('session.day'),
  says: 'The coverage does not hold on the day of the session.',
  remedy: 'Choose the coverage that holds on that day, or none when the client pays.',
  source: 'the coverage’s first and last day',
  evidence: {},
}

/** A clinician looks after sessions of their own; owners and billers after everybody's. */
export const demandOwnSession = ({ actor }: Pick<Tx, 'actor'>, providerId: string): void => {
  if (actor.kind === 'person' && actor.role === 'clinician' && actor.providerId !== providerId)
    throw notFound()
}

/**
 * What keeps these people and this coverage from meeting on a day. Throws 404 for those of another practice, and while
 * it is planned for those who are not seen any more: what took place with them can still be put right.
 */
export const checkParties = async (
  tx: Tx,
  parties: Omit<SessionPlan, 'session'>,
  on: Day,
  whose: 'active' | 'any' = 'any',
): Promise<readonly Finding[]> => {
  const found = await findParties(tx, parties, on, whose)
  if (!found.client || !found.provider || !found.coverage) throw notFound()
  return found.inForce ? [] : [notInForce]
}

/** The session as it will stand, or what does not hold of it by itself. Throws 404 for people of another practice. */
export const proveSession = async (
  tx: Tx,
  parties: Omit<SessionPlan, 'session'>,
  written: WrittenSession,
  whose: 'active' | 'any' = 'any',
): Promise<Result<Session>> => {
  const { zone } = await readPractice(tx)
  const made = sessionFrom(written, zone)
  if (!made.ok) return made
  const faults = [...checkSession(made.value), ...(await checkParties(tx, parties, made.value.day, whose))]
  return faults.length > 0 ? refused(faults) : accepted(made.value)
}

/** Schedules a session. Refused: times the clock did not show, a stop before the start, a coverage not in force. */
export const scheduleSession = async (
  tx: Tx,
  { makeId }: Pick<Services, 'makeId'>,
  plan: SessionPlan,
): Promise<Result<SessionRow>> => {
  const { actor } = tx
  if (actor.kind === 'person' && actor.role === 'clinician' && actor.providerId !== plan.providerId)
    throw forbidden('A clinician schedules sessions of their own.')
  const proved = await proveSession(tx, plan, plan.session, 'active')
  if (!proved.ok) return proved
  const { clientId, providerId, coverageId } = plan
  const row = { id: makeId(), clientId, providerId, coverageId, session: proved.value }
  await insertSession(tx, row)
  tx.touch('session', row.id)
  tx.touch('client', clientId)
  return accepted({ ...row, status: 'scheduled', confirmedAt: null, version: 1 })
}

export interface SessionEdit {
  readonly id: string
  readonly version: number
  readonly coverageId: string | null
  readonly session: WrittenSession
}

export interface SessionChanged {
  readonly before: SessionRow
  readonly after: SessionRow
}

/** Locks a session for a change. Throws 404 where there is none, 409 where it was changed since it was read. */
export const lockForChange = async (
  tx: Tx,
  { id, version }: Pick<SessionEdit, 'id' | 'version'>,
): Promise<SessionRow> => {
  const before = await lockSession(tx, id)
  if (before === null) throw notFound()
  demandOwnSession(tx, before.providerId)
  if (before.version !== version) throw stale()
  tx.touch('session', id)
  return before
}

/** Moves or changes a session that was not confirmed; 409 once it was, since then a correction is the way. */
export const editSession = async (tx: Tx, edit: SessionEdit): Promise<Result<SessionChanged>> => {
  const before = await lockForChange(tx, edit)
  if (before.status === 'confirmed')
    throw conflict('confirmed', 'This session was confirmed. Correct it; what that moves is shown first.')
  const { coverageId } = edit
  const proved = await proveSession(tx, { ...before, coverageId }, edit.session)
  if (!proved.ok) return proved
  const after = await updateSession(tx, before, { coverageId, session: proved.value, status: 'scheduled' })
  return accepted({ before, after })
}
