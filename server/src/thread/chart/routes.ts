// Routes of the chart: clients as they are worked with, the head of a chart, its sessions.
import { z } from 'zod'
import type { App } from '../../http/app-type.ts'
import { goingOn } from '../../http/dated-cursor.ts'
import { addRoute, everyRole, reply } from '../../http/route.ts'
import { PageQuery, Uuid, pageOf } from '../../http/schemas.ts'
import type { Services } from '../../services.ts'
import { chartSessions, clientsAtWork, readChart } from './chart.ts'
import { ChartSession, ChartView, ClientAtWork, ClientsAsked } from './chart-schema.ts'

const params = z.object({ id: Uuid })

export const registerChartRoutes = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'POST',
    url: '/api/thread/clients/search',
    summary: 'Clients by name, each with last and next session, who pays and what waits; a clinician’s own',
    act: 'list-clients-at-work',
    roles: everyRole,
    body: ClientsAsked,
    answers: { 200: pageOf(ClientAtWork) },
    run: async ({ tx, who, body: { after = null, ...asked } }) =>
      reply(200, await clientsAtWork(tx, who, { ...asked, after })),
  })
  addRoute(app, services, {
    method: 'GET',
    url: '/api/thread/clients/:id',
    summary: 'The head of a client’s chart: next session, diagnoses over time, what they owe',
    act: 'read-chart',
    roles: everyRole,
    params,
    answers: { 200: ChartView },
    run: async ({ tx, who, params: { id } }) => reply(200, await readChart(tx, services, who, id)),
  })
  addRoute(app, services, {
    method: 'GET',
    url: '/api/thread/clients/:id/sessions',
    summary: 'A client’s sessions, newest first, each with its note, codes, claim and links',
    act: 'read-chart-sessions',
    roles: everyRole,
    params,
    query: PageQuery.extend({ limit: z.coerce.number().int().min(1).max(50).default(20) }),
    answers: { 200: pageOf(ChartSession) },
    run: async ({ tx, who, params: { id }, query }) =>
      reply(
        200,
        await chartSessions(tx, services, who, {
          clientId: id,
          ...goingOn(query.after, 'instant'),
          limit: query.limit,
        }),
      ),
  })
}
