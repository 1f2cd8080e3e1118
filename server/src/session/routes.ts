// Routes of sessions: schedule, list, look. What also touches the note is added by thread.
import { z } from 'zod'
import type { Tx } from '../database/tx.ts'
import type { App } from '../http/app-type.ts'
import { notFound } from '../http/problem.ts'
import { addRoute, everyRole, refusal, reply } from '../http/route.ts'
import { DayText, PageQuery, Uuid, pageOf } from '../http/schemas.ts'
import { readSupervisor } from '../people/provider-store.ts'
import type { Services } from '../services.ts'
import { listSessions } from './list-sessions.ts'
import { demandOwnSession, scheduleSession } from './schedule-session.ts'
import { SessionListed, SessionStatusName, SessionView, writtenSession } from './session-schema.ts'
import { readSession } from './store.ts'

/** Whoever co-signs the notes of a provider looks at the sessions they were written of. */
const isSupervised = async (tx: Tx, providerId: string): Promise<boolean> => {
  const { actor } = tx
  if (actor.kind !== 'person' || actor.providerId === null || actor.providerId === providerId) return false
  return actor.providerId === (await readSupervisor(tx, providerId))
}

const scheduleRoute = (app: App, services: Services): void =>
  addRoute(app, services, {
    method: 'POST',
    url: '/api/session/sessions',
    summary: 'Schedule a session',
    act: 'schedule-session',
    roles: everyRole,
    body: z.strictObject({
      clientId: Uuid,
      providerId: Uuid,
      coverageId: Uuid.nullable(),
      session: z.strictObject(writtenSession),
    }),
    answers: { 201: SessionView },
    keyed: true,
    run: async ({ tx, body }) => {
      const made = await scheduleSession(tx, services, body)
      return made.ok ? reply(201, made.value) : refusal(made.findings)
    },
  })

const listRoute = (app: App, services: Services): void =>
  addRoute(app, services, {
    method: 'GET',
    url: '/api/session/sessions',
    summary: 'Sessions in the order of their start: insurance and private pay in one list',
    act: 'list-sessions',
    roles: everyRole,
    query: PageQuery.extend({
      from: DayText.optional(),
      to: DayText.optional(),
      providerId: Uuid.optional(),
      clientId: Uuid.optional(),
      status: SessionStatusName.optional(),
    }),
    answers: { 200: pageOf(SessionListed) },
    run: async ({ tx, query }) => {
      const { from = null, to = null, providerId = null, clientId = null, status = null } = query
      const asked = { from, to, providerId, clientId, status, after: query.after, limit: query.limit }
      return reply(200, await listSessions(tx, services, asked))
    },
  })

const lookRoute = (app: App, services: Services): void =>
  addRoute(app, services, {
    method: 'GET',
    url: '/api/session/sessions/:id',
    summary: 'One session',
    act: 'read-session',
    roles: everyRole,
    params: z.object({ id: Uuid }),
    answers: { 200: SessionView },
    run: async ({ tx, params }) => {
      const found = await readSession(tx, params.id)
      if (found === null) throw notFound()
      if (!(await isSupervised(tx, found.providerId))) demandOwnSession(tx, found.providerId)
      tx.touch('session', found.id)
      return reply(200, found)
    },
  })

export const registerSessionRoutes = (app: App, services: Services): void => {
  scheduleRoute(app, services)
  listRoute(app, services)
  lookRoute(app, services)
}
