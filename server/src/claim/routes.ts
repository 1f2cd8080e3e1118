// Routes of claims on their way: one with its timeline, lists, worklists, batches and their sending anew.
import { z } from 'zod'
import { countWaitingFiles } from '../files/list-store.ts'
import type { Tx } from '../database/tx.ts'
import type { App } from '../http/app-type.ts'
import { pageFrom, writeCursor } from '../http/cursor.ts'
import { goingOn } from '../http/dated-cursor.ts'
import { conflict, notFound } from '../http/problem.ts'
import { addRoute, everyRole, reply } from '../http/route.ts'
import { PageQuery, Uuid, pageOf } from '../http/schemas.ts'
import { wake } from '../jobs/wake.ts'
import { readPractice } from '../practice/store.ts'
import type { Services } from '../services.ts'
import { dayIn } from '../session/zone-clock.ts'
import {
  BatchView,
  ClaimState,
  ClaimView,
  ClaimWithTimeline,
  WorklistCounts,
  WorklistName,
  dueBefore,
  readWithin,
  timelineEntry,
} from './claim-schemas.ts'
import { failingMailboxes, registerAccounts } from './account-routes.ts'
import { eventsOf } from './event-store.ts'
import { lastAnswerOf } from './denial-store.ts'
import { refusalsOf } from './denials.ts'
import { ownProvider } from './own-provider.ts'
import { registerClaimPrint } from './print-route.ts'
import { putBatchBack } from './sending-store.ts'
import { triesBeforeWorklist } from './submit-claim.ts'
import * as store from './view-store.ts'
import { filingDaysOf, reasonView, workFacts } from './work-schemas.ts'
import { registerWork } from './work-routes.ts'
import { workOfClaim } from './work-store.ts'
import { countWorklists } from './worklist-store.ts'

const OneId = z.object({ id: Uuid })

const workOf = async (tx: Tx, { facts }: Services, id: string) => {
  const today = dayIn((await readPractice(tx)).zone, tx.at)
  const work = await workOfClaim(tx, id, filingDaysOf(facts, today))
  if (work === null) throw notFound()
  return workFacts(work, today)
}

/** What the payer last said of a claim; null while it has said nothing. */
const answerTo = async (tx: Tx, { facts }: Services, id: string) => {
  const found = await lastAnswerOf(tx, id)
  if (found === null) return null
  const { remitted, payerClass, day, remittanceId, serviceDay } = found
  const reasons = refusalsOf(remitted, payerClass, serviceDay, facts).map(reasonView)
  return { remittanceId, day, paid: remitted.paid, payerClass, reasons }
}

const registerClaims = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'GET',
    url: '/api/claim/claims',
    summary: 'List claims by day of service, by status or worklist',
    act: 'list-claims',
    roles: everyRole,
    query: PageQuery.extend({
      status: ClaimState.optional(),
      worklist: WorklistName.optional(),
      client: Uuid.optional(),
      session: Uuid.optional(),
      number: z
        .string()
        .regex(/^[A-Z0-9]{1,20}$/)
        .optional()
        .describe('how its number begins'),
    }),
    answers: { 200: pageOf(ClaimView) },
    run: async ({ tx, who, query }) => {
      const own = ownProvider(who)
      const rows = await store.listClaims(tx, {
        ...(own === null ? {} : { providerId: own }),
        ...(query.status === undefined ? {} : { status: query.status }),
        ...(query.worklist === undefined ? {} : { worklist: query.worklist }),
        ...(query.client === undefined ? {} : { clientId: query.client }),
        ...(query.session === undefined ? {} : { sessionId: query.session }),
        ...(query.number === undefined ? {} : { number: query.number }),
        ...goingOn(query.after, 'day'),
        before: dueBefore(tx),
        limit: query.limit + 1,
      })
      const page = pageFrom(rows, query.limit, (row) => writeCursor(row.day, row.id))
      tx.touch('claim', ...page.items.map((each) => each.id))
      return reply(200, page)
    },
  })
  addRoute(app, services, {
    method: 'GET',
    url: '/api/claim/claims/:id',
    summary: 'Read a claim with all that happened to it',
    act: 'read-claim',
    roles: everyRole,
    params: OneId,
    answers: { 200: ClaimWithTimeline },
    run: async ({ tx, who, params: { id } }) => {
      const found = await store.claimById(tx, id)
      const own = ownProvider(who)
      if (found === null || (own !== null && found.providerId !== own)) throw notFound()
      const { claim: document, ...claim } = found
      const lineage = await store.lineageOf(tx, id)
      const numbers = new Map(lineage.map((each) => [each.id, each.claimNumber]))
      const events = await eventsOf(tx, [...numbers.keys()])
      tx.touch('claim', ...numbers.keys())
      const timeline = events.map((event) => timelineEntry(event, numbers.get(event.claimId) ?? ''))
      const work = await workOf(tx, services, id)
      return reply(200, { claim, document, timeline, work, answer: await answerTo(tx, services, id) })
    },
  })
}

const registerWorklists = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'GET',
    url: '/api/claim/worklists',
    summary: 'Count what waits for a person',
    act: 'count-worklists',
    roles: everyRole,
    answers: { 200: WorklistCounts },
    trail: 'when-touched',
    run: async ({ tx, who }) => {
      const items = [...(await countWorklists(tx, dueBefore(tx), ownProvider(who)))]
      const stuck = await store.listBatches(tx, { stuckAfter: triesBeforeWorklist, limit: 200 })
      const { quarantined, stray, unread } = await countWaitingFiles(tx, readWithin(tx))
      return reply(200, {
        items,
        stuckBatches: stuck.length,
        mailboxes: (await failingMailboxes(tx)).length,
        quarantinedFiles: quarantined,
        strayFiles: stray,
        unreadFiles: unread,
      })
    },
  })
}

const registerBatches = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'GET',
    url: '/api/claim/batches',
    summary: 'List the files that were sent, or could not be',
    act: 'list-batches',
    roles: ['owner', 'biller'],
    query: PageQuery.extend({ stuck: z.enum(['yes']).optional() }),
    answers: { 200: pageOf(BatchView) },
    run: async ({ tx, query }) => {
      const rows = await store.listBatches(tx, {
        ...(query.stuck === undefined ? {} : { stuckAfter: triesBeforeWorklist }),
        ...goingOn(query.after, 'instant'),
        limit: query.limit + 1,
      })
      const page = pageFrom(rows, query.limit, (row) => writeCursor(row.fixedAt, row.id))
      tx.touch('batch', ...page.items.map((each) => each.id))
      return reply(200, page)
    },
  })
  addRoute(app, services, {
    method: 'POST',
    url: '/api/claim/batches/:id/resend',
    summary: 'Send the same bytes once more, where nothing was answered',
    act: 'resend-batch',
    roles: ['owner', 'biller'],
    params: OneId,
    answers: { 202: z.object({ id: Uuid }) },
    keyed: 'required',
    run: async ({ tx, params: { id } }) => {
      if (!(await store.batchExists(tx, id))) throw notFound()
      if (!(await putBatchBack(tx, id)))
        throw conflict('answered', 'This file was answered: it arrived, and sending it again helps nobody.')
      wake(tx)
      return reply(202, { id })
    },
  })
}

/** Registers the routes of claims. What makes a claim anew stands with the thread, which sees its case. */
export const registerClaimRoutes = (app: App, services: Services): void => {
  registerClaims(app, services)
  registerWorklists(app, services)
  registerWork(app, services)
  registerClaimPrint(app, services)
  registerBatches(app, services)
  registerAccounts(app, services)
}
