// What a session is expected to bring: as its claim or charge says, as it is coded, or before that as the last one was.
import { estimate, feeOn } from '@goldenthread/core/coverage/estimate.ts'
import { pickBand } from '@goldenthread/core/coding/time-rule.ts'
import type { Facts } from '@goldenthread/core/facts/facts.ts'
import { sessionMinutes } from '@goldenthread/core/session/session-minutes.ts'
import { type Documents, isBilledToPayer } from '@goldenthread/core/thread/make-documents.ts'
import { type Cents, sum, times, zero } from '@goldenthread/core/values/cents.ts'
import type { LoadedThread } from './load-case.ts'

export interface ExpectedOfSession {
  readonly payer: Cents
  readonly client: Cents
  /** The plan did not state all of the client's part. */
  readonly isOpen: boolean
  /** Which document says so, or what was assumed while there is none. */
  readonly basis: 'claim' | 'charge' | 'coded' | 'last-time' | 'planned'
  readonly codes: readonly string[]
}

interface Work {
  readonly code: string
  readonly units: number
}

const firstVisit = '90791'

/** The codes of a session that was not coded: those of the last one, else what its planned minutes would be. */
const assumed = (
  { given, session: { session } }: LoadedThread,
  facts: Facts,
): { readonly basis: 'last-time' | 'planned'; readonly work: readonly Work[] } | null => {
  const last = given.earlierSessions.findLast(({ codes }) => codes.length > 0)
  if (last !== undefined) return { basis: 'last-time', work: last.codes.map((code) => ({ code, units: 1 })) }
  if (session.emMinutes !== null) return null
  if (given.earlierSessions.length === 0) return { basis: 'planned', work: [{ code: firstVisit, units: 1 }] }
  const minutes = session.therapyMinutes ?? sessionMinutes(session)
  return { basis: 'planned', work: pickBand('therapy', minutes, facts, session.day).codes }
}

/** By the plan's terms, or by the practice's own fees where no payer is billed; null where a fee is not held. */
const priced = (
  { given, session: { session } }: LoadedThread,
  work: readonly Work[],
): Pick<ExpectedOfSession, 'payer' | 'client' | 'isOpen'> | null => {
  const { coverage, privateFees = [] } = given
  if (work.length === 0) return null
  if (coverage !== null && isBilledToPayer(given)) {
    const lines = estimate(work, coverage, session.day)
    if (!lines.ok) return null
    const of = (part: 'payer' | 'client'): Cents => sum(lines.value.map((line) => line[part]))
    return { payer: of('payer'), client: of('client'), isOpen: lines.findings.length > 0 }
  }
  const feeSchedule = [...privateFees, ...(coverage?.feeSchedule ?? [])]
  const fees = work.map(({ code, units }) => {
    const fee = feeOn({ feeSchedule }, code, session.day)
    return fee === null ? null : times(fee.charge, units)
  })
  const held = fees.filter((fee) => fee !== null)
  return held.length < fees.length ? null : { payer: zero, client: sum(held), isOpen: false }
}

const ofWork = (
  thread: LoadedThread,
  basis: ExpectedOfSession['basis'],
  work: readonly Work[],
): ExpectedOfSession | null => {
  const money = priced(thread, work)
  return money === null ? null : { ...money, basis, codes: work.map(({ code }) => code) }
}

/** What no payer and no client is asked for has no amount: null, as is one whose fee is not held. */
export const expectedOf = (
  thread: LoadedThread,
  { coding }: Pick<Documents, 'coding'>,
  facts: Facts,
): ExpectedOfSession | null => {
  const { session, live, charge } = thread
  if (session.status !== 'scheduled' && session.status !== 'confirmed') return null
  if (live?.claim) {
    const { lines } = live.claim
    const of = (part: 'payer' | 'client'): Cents => sum(lines.map(({ expected }) => expected[part]))
    const codes = lines.map(({ procedure }) => procedure)
    return { payer: of('payer'), client: of('client'), isOpen: false, basis: 'claim', codes }
  }
  if (charge?.charge) {
    const codes = charge.charge.lines.map(({ procedure }) => procedure)
    return { payer: zero, client: charge.charge.agreed, isOpen: false, basis: 'charge', codes }
  }
  if (coding !== null && coding.procedures.length > 0) {
    const coded = ofWork(thread, 'coded', coding.procedures)
    if (coded !== null) return coded
  }
  const guess = assumed(thread, facts)
  return guess === null ? null : ofWork(thread, guess.basis, guess.work)
}
