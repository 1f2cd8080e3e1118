// Today: the sessions of a day in their order, each with its five links, what it is to bring and what happened last.
import type { Link } from '@goldenthread/core/thread/outcome.ts'
import type { Attendee } from '@goldenthread/core/session/session.ts'
import type { ClockTime, Day, Instant } from '@goldenthread/core/values/day.ts'
import { editionNotices } from '@goldenthread/core/thread/edition-notices.ts'
import { type Finding, holdsClaim } from '@goldenthread/core/values/finding.ts'
import { linkOf } from '@goldenthread/core/thread/links.ts'
import type { Modality } from '@goldenthread/core/facts/facts.ts'
import { undoSeconds } from '../claim/batch-store.ts'
import { addSeconds } from '../clock.ts'
import type { Tx } from '../database/tx.ts'
import { readPractice } from '../practice/store.ts'
import type { Services } from '../services.ts'
import type { SessionStatus } from '../session/store.ts'
import { dayIn } from '../session/zone-clock.ts'
import { sessionsOfDay } from './case-store.ts'
import { type ClaimOnItsWay, type NextSession, claimsOnTheirWay, nextSession } from './day-store.ts'
import { type ExpectedOfSession, expectedOf } from './expect-session.ts'
import { judge } from './file-session.ts'
import { type LiveClaim, type LoadedThread, loadThreads } from './load-case.ts'
import { linksFor } from './session-links.ts'

export interface SessionToday {
  readonly id: string
  readonly status: SessionStatus
  readonly day: Day
  readonly start: ClockTime
  readonly stop: ClockTime
  readonly startsAt: Instant
  readonly stopsAt: Instant
  readonly zone: string
  readonly modality: Modality
  readonly with: 'individual' | 'couple' | 'family'
  readonly client: { readonly id: string; readonly name: string; readonly chosenName: string | null }
  readonly provider: { readonly id: string; readonly name: string }
  readonly payer: string | null
  readonly noteId: string | null
  /** `null`: nobody has begun it. */
  readonly note: 'draft' | 'signed' | null
  /** How many things of the note hold its claim. */
  readonly missing: number
  readonly claimId: string | null
  readonly claim: {
    readonly status: LiveClaim['status']
    readonly byHand: boolean
    /** When it leaves by itself. */
    readonly departsAt: Instant | null
    readonly lastAt: Instant
  } | null
  readonly expected: ExpectedOfSession | null
  readonly version: number
  readonly links: readonly Link[]
}

const withWhom = (attendees: readonly Attendee[]): SessionToday['with'] => {
  const roles = new Set(attendees.map(({ role }) => role))
  const family = ['parent', 'guardian', 'sibling', 'child', 'relative'] as const
  if (family.some((role) => roles.has(role))) return 'family'
  return roles.has('partner') ? 'couple' : 'individual'
}

const wayOf = (
  live: LiveClaim | null,
  way: ClaimOnItsWay | undefined,
  undo: number,
): SessionToday['claim'] => {
  if (live === null || way === undefined) return null
  const byHand = way.channel !== 'electronic'
  const leaves = live.status === 'filed' && !byHand && way.filedAt !== null
  return {
    status: live.status,
    byHand,
    departsAt: leaves && way.filedAt !== null ? addSeconds(way.filedAt, undo) : null,
    lastAt: way.at,
  }
}

/** A thread as it is judged now. */
const judged = (tx: Tx, services: Services, thread: LoadedThread) => {
  const documents = judge(tx, services, thread.given)
  const { links, findings } = linksFor(thread, documents)
  const missing = findings.filter((finding) => holdsClaim(finding) && linkOf(finding) === 'note').length
  return { links, missing, expected: expectedOf(thread, documents, services.facts) }
}

const lineOf = (
  tx: Tx,
  services: Services,
  thread: LoadedThread,
  claim: SessionToday['claim'],
): SessionToday => {
  const { session, given, note, signed, live } = thread
  const { client, provider } = given.people
  const { day, start, stop, startInstant, stopInstant, zone, modality, attendees } = session.session
  return {
    id: session.id,
    status: session.status,
    day,
    start,
    stop,
    startsAt: startInstant,
    stopsAt: stopInstant,
    zone,
    modality,
    with: withWhom(attendees),
    client: {
      id: session.clientId,
      name: `${client.name.first} ${client.name.last}`,
      chosenName: client.chosenName ?? null,
    },
    provider: { id: session.providerId, name: `${provider.name.first} ${provider.name.last}` },
    payer: given.coverage?.payer.name ?? null,
    noteId: note?.id ?? null,
    note: note === null ? null : signed === null ? 'draft' : 'signed',
    claimId: live?.id ?? null,
    claim,
    version: session.version,
    ...judged(tx, services, thread),
  }
}

export interface DayShown {
  readonly day: Day
  /** The day on the practice's clock. */
  readonly today: Day
  readonly items: readonly SessionToday[]
  readonly next: NextSession | null
  /** Said once of the day, and of none of its sessions: the editions of the code sets that it lies outside of. */
  readonly notices: readonly Finding[]
}

/** The sessions of a day; of today on the practice's clock when none is named. A clinician sees their own. */
export const today = async (
  tx: Tx,
  services: Services,
  asked: { readonly day: Day | null; readonly providerId: string | null },
): Promise<DayShown> => {
  const { actor } = tx
  const now = dayIn((await readPractice(tx)).zone, tx.at)
  const day = asked.day ?? now
  const own = actor.kind === 'person' && actor.role === 'clinician' ? actor.providerId : asked.providerId
  const threads = await loadThreads(tx, await sessionsOfDay(tx, day, own))
  const ways = await claimsOnTheirWay(
    tx,
    threads.flatMap(({ live }) => (live === null ? [] : [live.id])),
  )
  const undo = await undoSeconds(tx)
  const next = await nextSession(tx, day, own)
  tx.touch('session', ...threads.map(({ session }) => session.id), ...(next === null ? [] : [next.id]))
  const items = threads.map((thread) =>
    lineOf(tx, services, thread, wayOf(thread.live, ways.get(thread.live?.id ?? ''), undo)),
  )
  return { day, today: now, items, next, notices: editionNotices([day], services.facts) }
}
