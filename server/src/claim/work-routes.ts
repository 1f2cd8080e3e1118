// Routes of claims as work: a worklist by its deadlines, and why payers denied what they denied.
import { z } from 'zod'
import { addDays } from '@goldenthread/core/values/day.ts'
import type { App } from '../http/app-type.ts'
import { pageFrom, writeCursor } from '../http/cursor.ts'
import { goingOn } from '../http/dated-cursor.ts'
import { addRoute, everyRole, reply } from '../http/route.ts'
import { PageQuery, pageOf } from '../http/schemas.ts'
import { readPractice } from '../practice/store.ts'
import type { Services } from '../services.ts'
import { dayIn } from '../session/zone-clock.ts'
import { WorkView, WorklistName, dueBefore, workView } from './claim-schemas.ts'
import { cleanSince, deniedSince, lastWonBack } from './denial-store.ts'
import { denialReasons } from './denials.ts'
import { ownProvider } from './own-provider.ts'
import { DenialsView, filingDaysOf } from './work-schemas.ts'
import { dueOrder, listWork } from './work-store.ts'

/** The days that denials are looked back upon. */
const lookBack = 90

/** Registers them. */
export const registerWork = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'GET',
    url: '/api/claim/worklists/:name',
    summary: 'List the claims of a worklist, the nearest deadline first',
    act: 'list-work',
    roles: everyRole,
    params: z.object({ name: WorklistName }),
    query: PageQuery,
    answers: { 200: pageOf(WorkView) },
    run: async ({ tx, who, params: { name }, query }) => {
      const today = dayIn((await readPractice(tx)).zone, tx.at)
      const rows = await listWork(tx, {
        worklist: name,
        providerId: ownProvider(who),
        before: dueBefore(tx),
        filingDays: filingDaysOf(services.facts, today),
        ...goingOn(query.after, 'day'),
        limit: query.limit + 1,
      })
      const { items, next } = pageFrom(rows, query.limit, (row) => writeCursor(dueOrder(row), row.claim.id))
      tx.touch('claim', ...items.map(({ claim }) => claim.id))
      return reply(200, { items: items.map((row) => workView(row, today)), next })
    },
  })
  addRoute(app, services, {
    method: 'GET',
    url: '/api/claim/denials',
    summary: 'Say why payers denied claims in the last 90 days, and how many went through at once',
    act: 'sum-up-denials',
    roles: everyRole,
    answers: { 200: DenialsView },
    run: async ({ tx, who }) => {
      const since = addDays(dayIn((await readPractice(tx)).zone, tx.at), -lookBack)
      const own = ownProvider(who)
      const denied = await deniedSince(tx, since, own)
      const wonBack = await lastWonBack(tx, own)
      tx.touch('claim', ...denied.map(({ claimId }) => claimId))
      if (wonBack !== null) tx.touch('claim', wonBack.claimId)
      return reply(200, {
        since,
        reasons: [...denialReasons(denied, services.facts)],
        ...(await cleanSince(tx, since, own)),
        lastWonBack: wonBack,
      })
    },
  })
}
