// The facts as rows, so that a page judges by the same ones as the server.
import { z } from 'zod'
import type { FactRows } from '@goldenthread/core/facts/facts.ts'
import type { App } from '../http/app-type.ts'
import { addRoute, everyRole, reply } from '../http/route.ts'
import { typed } from '../http/schemas.ts'
import type { Services } from '../services.ts'

const Rows = z.array(z.looseObject({ from: z.string(), to: z.string().nullable(), source: z.string() }))

const FactRowsShape = typed<FactRows>(
  z.object({
    editions: Rows,
    procedures: Rows,
    timeBands: Rows,
    places: Rows,
    settings: Rows,
    modifiers: Rows,
    modalities: Rows,
    diagnoses: Rows,
    adjustmentReasons: Rows,
    claimStatusCategories: Rows,
    claimStatuses: Rows,
    credentials: Rows,
    payerProfiles: Rows,
  }),
).meta({ id: 'FactRows' })

/** Nothing here is of a client, so that looking is no row of the trail. */
export const registerFactsRoutes = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'GET',
    url: '/api/practice/facts',
    summary: 'Read the facts the practice is judged by: dated rows with their sources',
    act: 'read-facts',
    roles: everyRole,
    trail: 'when-touched',
    answers: { 200: FactRowsShape },
    run: async () => reply(200, services.facts.rows),
  })
}
