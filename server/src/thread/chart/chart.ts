// A client's chart: who they are, what comes next, their diagnoses over time, and their sessions, newest first.
import { account } from '@goldenthread/core/ledger/chart.ts'
import type { PersonName } from '@goldenthread/core/people/person.ts'
import { sessionMinutes } from '@goldenthread/core/session/session-minutes.ts'
import type { z } from 'zod'
import type { PersonActor, Tx } from '../../database/tx.ts'
import { pageFrom, writeCursor } from '../../http/cursor.ts'
import { notFound } from '../../http/problem.ts'
import { findClient } from '../../people/client-store.ts'
import { findProvider } from '../../people/provider-store.ts'
import { balanceOn } from '../../posting/account-store.ts'
import { isClientsOwn } from '../../posting/client-payment-store.ts'
import { readPractice } from '../../practice/store.ts'
import type { Services } from '../../services.ts'
import { dayIn } from '../../session/zone-clock.ts'
import { expectedOf } from '../expect-session.ts'
import { judge } from '../file-session.ts'
import { type LoadedThread, loadThreads } from '../load-case.ts'
import { linksFor } from '../session-links.ts'
import type { ChartSession, ChartView, ClientAtWork } from './chart-schema.ts'
import {
  type SessionsOfChart,
  type SignedOf,
  billedUnder,
  countSessions,
  diagnosedNotes,
  sessionsOfChart,
  signaturesOf,
} from './chart-store.ts'
import { type ClientsWanted, type ListedClient, listClientsAtWork } from './client-list-store.ts'
import { diagnosesOverTime } from './diagnoses-over-time.ts'
import { firstSentence } from './first-sentence.ts'

/** No provider has it: a clinician without a provider treats nobody. */
const noProvider = '00000000-0000-0000-0000-000000000000'

/** A clinician sees those they treat, and their own sessions with them; the office sees all: null. */
export const treating = ({ role, providerId }: PersonActor): string | null =>
  role === 'clinician' ? (providerId ?? noProvider) : null

const spoken = ({ first, last }: PersonName): string => `${first} ${last}`

const atWork = (row: ListedClient): z.output<typeof ClientAtWork> => {
  const { next_id: id, next_day: day, next_start: start } = row
  return {
    id: row.id,
    name: row.client.name,
    chosenName: row.client.chosenName ?? null,
    birthDate: row.client.birthDate,
    active: row.active,
    provider: row.provider === null ? null : spoken(row.provider),
    lastDay: row.last_day,
    next: id === null || day === null || start === null ? null : { id, day, start },
    payer: row.payer,
    waits: { unconfirmed: row.unconfirmed, unsigned: row.unsigned, claims: row.claims },
  }
}

/** A page of clients by name; a clinician's own. */
export const clientsAtWork = async (
  tx: Tx,
  who: PersonActor,
  asked: Pick<ClientsWanted, 'begins' | 'active' | 'after' | 'limit'>,
) => {
  const today = dayIn((await readPractice(tx)).zone, tx.at)
  const rows = await listClientsAtWork(tx, { ...asked, treatedBy: treating(who), today })
  const page = pageFrom(rows.map(atWork), asked.limit, ({ id }) => id)
  tx.touch('client', ...page.items.map(({ id }) => id))
  return page
}

/** The client of a chart whoever asks may open; 404 for anybody else's. */
const demandTreated = async (tx: Tx, who: PersonActor, clientId: string): Promise<void> => {
  if (!(await isClientsOwn(tx, clientId, null, treating(who)))) throw notFound()
}

/** The head of a chart. A biller is not told what notes say. */
export const readChart = async (
  tx: Tx,
  { facts }: Pick<Services, 'facts'>,
  who: PersonActor,
  id: string,
): Promise<z.output<typeof ChartView>> => {
  await demandTreated(tx, who, id)
  const row = await findClient(tx, id)
  if (row === null) throw notFound()
  const own = treating(who)
  const provider = row.providerId === null ? null : await findProvider(tx, row.providerId)
  const notes = await diagnosedNotes(tx, id, own)
  const last = notes.at(-1)
  const isOffice = who.role === 'biller'
  tx.touch('client', id)
  const { client, active } = row
  return {
    id,
    name: client.name,
    chosenName: client.chosenName ?? null,
    birthDate: client.birthDate,
    sex: client.sex,
    active,
    provider: provider === null ? null : spoken(provider.provider.name),
    today: dayIn((await readPractice(tx)).zone, tx.at),
    ...(await countSessions(tx, id, own)),
    notes: notes.length,
    lastNote:
      last === undefined || isOffice ? null : { id: last.note_id, sessionId: last.session_id, day: last.day },
    diagnoses: diagnosesOverTime(notes).map(({ words, ...span }) => {
      const fact = facts.diagnosis(span.code, span.last)
      return {
        ...span,
        words: isOffice ? null : words,
        label: fact?.label ?? null,
        source: fact?.source ?? null,
      }
    }),
    billedUnder: [...(await billedUnder(tx, id))],
    money: {
      owes: await balanceOn(tx, account('receivable-client', id)),
      ahead: await balanceOn(tx, account('deposits-client', id)),
    },
  }
}

const noteOf = (
  { note, signed, given }: LoadedThread,
  signature: SignedOf | undefined,
  isOffice: boolean,
): z.output<typeof ChartSession>['note'] => {
  if (note === null || given.note === null) return null
  const waits = signed?.note.signature?.coSign === true ? 'waits' : null
  return {
    id: note.id,
    status: note.status,
    template: given.note.template,
    signedAt: signature?.signed_at ?? null,
    late: signature?.late ?? null,
    versions: signed?.sequence ?? 0,
    coSign: signature?.said ?? waits,
    begins: isOffice ? null : firstSentence(given.note),
  }
}

const sessionOf = (
  tx: Tx,
  services: Services,
  thread: LoadedThread,
  signature: SignedOf | undefined,
  isOffice: boolean,
): z.output<typeof ChartSession> => {
  const { session, given, live } = thread
  const { day, start, stop, stopInstant, modality } = session.session
  const documents = judge(tx, services, given)
  const expected = expectedOf(thread, documents, services.facts)
  const isSettled = expected?.basis === 'claim' || expected?.basis === 'charge'
  return {
    id: session.id,
    status: session.status,
    day,
    start,
    stop,
    stopsAt: stopInstant,
    minutes: sessionMinutes(session.session),
    modality,
    provider: spoken(given.people.provider.name),
    payer: given.coverage?.payer.name ?? null,
    codes:
      session.status === 'confirmed' && (isSettled || expected?.basis === 'coded') ? [...expected.codes] : [],
    note: noteOf(thread, signature, isOffice),
    claim: live === null ? null : { id: live.id, number: live.claimNumber, status: live.status },
    expected: isSettled ? { payer: expected.payer, client: expected.client } : null,
    paid: live?.remitted?.paid ?? null,
    links: linksFor(thread, documents).links,
  }
}

/** A page of a client's sessions, the newest first; a clinician's own. */
export const chartSessions = async (
  tx: Tx,
  services: Services,
  who: PersonActor,
  asked: Omit<SessionsOfChart, 'providerId'>,
) => {
  await demandTreated(tx, who, asked.clientId)
  const rows = await sessionsOfChart(tx, { ...asked, providerId: treating(who) })
  const page = pageFrom(rows, asked.limit, ({ at, id }) => writeCursor(at, id))
  const ids = page.items.map(({ id }) => id)
  const threads = new Map((await loadThreads(tx, ids)).map((thread) => [thread.session.id, thread]))
  const signatures = await signaturesOf(tx, ids)
  tx.touch('client', asked.clientId)
  tx.touch('session', ...ids)
  const items = ids.flatMap((id) => {
    const thread = threads.get(id)
    return thread === undefined
      ? []
      : [sessionOf(tx, services, thread, signatures.get(id), who.role === 'biller')]
  })
  return { items, next: page.next }
}
