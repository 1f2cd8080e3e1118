// Today: the sessions of a day in their order, each with its five links.
import type { Link } from '@goldenthread/core/thread/outcome.ts'
import type { ClockTime, Day } from '@goldenthread/core/values/day.ts'
import type { Modality } from '@goldenthread/core/facts/facts.ts'
import type { Tx } from '../database/tx.ts'
import { readPractice } from '../practice/store.ts'
import type { Services } from '../services.ts'
import type { SessionStatus } from '../session/store.ts'
import { dayIn } from '../session/zone-clock.ts'
import { sessionsOfDay } from './case-store.ts'
import { judge } from './file-session.ts'
import { type LoadedThread, loadThreads } from './load-case.ts'
import { linksFor } from './session-links.ts'

export interface SessionToday {
  readonly id: string
  readonly status: SessionStatus
  readonly day: Day
  readonly start: ClockTime
  readonly stop: ClockTime
  readonly zone: string
  readonly modality: Modality
  readonly client: { readonly id: string; readonly name: string; readonly chosenName: string | null }
  readonly provider: { readonly id: string; readonly name: string }
  readonly payer: string | null
  readonly noteId: string | null
  readonly claimId: string | null
  readonly version: number
  readonly links: readonly Link[]
}

const lineOf = (tx: Tx, services: Services, thread: LoadedThread): SessionToday => {
  const { session, given, note, live } = thread
  const { client, provider } = given.people
  const { day, start, stop, zone, modality } = session.session
  return {
    id: session.id,
    status: session.status,
    day,
    start,
    stop,
    zone,
    modality,
    client: {
      id: session.clientId,
      name: `${client.name.first} ${client.name.last}`,
      chosenName: client.chosenName ?? null,
    },
    provider: { id: session.providerId, name: `${provider.name.first} ${provider.name.last}` },
    payer: given.coverage?.payer.name ?? null,
    noteId: note?.id ?? null,
    claimId: live?.id ?? null,
    version: session.version,
    links: linksFor(thread, judge(tx, services, given)).links,
  }
}

/** The sessions of a day; of today on the practice's clock when none is named. A clinician sees their own. */
export const today = async (
  tx: Tx,
  services: Services,
  asked: { readonly day: Day | null; readonly providerId: string | null },
): Promise<{ readonly day: Day; readonly items: readonly SessionToday[] }> => {
  const { actor } = tx
  const day = asked.day ?? dayIn((await readPractice(tx)).zone, tx.at)
  const own = actor.kind === 'person' && actor.role === 'clinician' ? actor.providerId : asked.providerId
  const threads = await loadThreads(tx, await sessionsOfDay(tx, day, own))
  tx.touch('session', ...threads.map(({ session }) => session.id))
  return { day, items: threads.map((thread) => lineOf(tx, services, thread)) }
}
