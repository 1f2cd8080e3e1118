// Routes of providers: those who treat.
import { z } from 'zod'
import type { App } from '../http/app-type.ts'
import { pageFrom } from '../http/cursor.ts'
import { conflict, notFound, stale } from '../http/problem.ts'
import { addRoute, everyRole, reply } from '../http/route.ts'
import { PageQuery, Uuid, Version, pageOf } from '../http/schemas.ts'
import type { Services } from '../services.ts'
import { ProviderDocument } from './people-schemas.ts'
import { findProvider, insertProvider, listProviders, updateProvider } from './provider-store.ts'

const OneId = z.object({ id: Uuid })

const ProviderFields = z.strictObject({
  provider: ProviderDocument,
  supervisorId: Uuid.nullable().default(null),
  active: z.boolean().default(true),
})

const ProviderView = z
  .object({
    id: Uuid,
    version: Version,
    provider: ProviderDocument,
    supervisorId: Uuid.nullable(),
    active: z.boolean(),
  })
  .meta({ id: 'ProviderRecord' })

const registerReads = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'GET',
    url: '/api/people/providers',
    summary: 'List the providers',
    act: 'list-providers',
    roles: everyRole,
    query: PageQuery.extend({ after: Uuid.optional() }),
    answers: { 200: pageOf(ProviderView) },
    run: async ({ tx, query: { after, limit } }) => {
      const page = pageFrom(await listProviders(tx, after ?? null, limit), limit, (row) => row.id)
      tx.touch('provider', ...page.items.map((each) => each.id))
      return reply(200, page)
    },
  })
  addRoute(app, services, {
    method: 'GET',
    url: '/api/people/providers/:id',
    summary: 'Read a provider',
    act: 'read-provider',
    roles: everyRole,
    params: OneId,
    answers: { 200: ProviderView },
    run: async ({ tx, params: { id } }) => {
      const row = await findProvider(tx, id)
      if (row === null) throw notFound()
      tx.touch('provider', id)
      return reply(200, row)
    },
  })
}

const ownSupervisor = () => conflict('own-supervisor', 'Nobody supervises themselves.')

/** Providers: listed, read, added, changed. */
export const registerProviderRoutes = (app: App, services: Services): void => {
  registerReads(app, services)
  addRoute(app, services, {
    method: 'POST',
    url: '/api/people/providers',
    summary: 'Add a provider',
    act: 'add-provider',
    roles: ['owner'],
    body: ProviderFields,
    answers: { 201: ProviderView },
    keyed: true,
    run: async ({ tx, body }) => {
      const row = { id: services.makeId(), version: 1, ...body }
      await insertProvider(tx, row)
      tx.touch('provider', row.id)
      return reply(201, row)
    },
  })
  addRoute(app, services, {
    method: 'PUT',
    url: '/api/people/providers/:id',
    summary: 'Change a provider',
    act: 'change-provider',
    roles: ['owner'],
    params: OneId,
    body: ProviderFields.extend({ version: Version }),
    answers: { 200: ProviderView },
    run: async ({ tx, params: { id }, body }) => {
      tx.touch('provider', id)
      if (body.supervisorId === id) throw ownSupervisor()
      const row = { id, ...body }
      if ((await updateProvider(tx, row)) === null)
        throw (await findProvider(tx, id)) === null ? notFound() : stale()
      return reply(200, { ...row, version: body.version + 1 })
    },
  })
}
