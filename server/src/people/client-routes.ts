// Routes of clients. Names are asked for in bodies, never in addresses.
import { z } from 'zod'
import type { App } from '../http/app-type.ts'
import { pageFrom } from '../http/cursor.ts'
import { notFound, stale } from '../http/problem.ts'
import { addRoute, everyRole, refusal, reply } from '../http/route.ts'
import { PageQuery, Uuid, Version, pageOf, textOf } from '../http/schemas.ts'
import type { Services } from '../services.ts'
import { type ClientRow, findClient, insertClient, listClients, updateClient } from './client-store.ts'
import { birthDayFindings } from './birth-day.ts'
import { ContactShape } from './contact.ts'
import { ClientDocument } from './people-schemas.ts'

const OneId = z.object({ id: Uuid })

const clientShape = {
  client: ClientDocument,
  contacts: z.array(ContactShape).max(20),
  providerId: Uuid.nullable(),
  active: z.boolean(),
}

const ClientFields = z.strictObject({
  client: ClientDocument,
  contacts: z.array(ContactShape).max(20).default([]),
  providerId: Uuid.nullable().default(null),
  active: z.boolean().default(true),
})

const ClientView = z.object({ id: Uuid, version: Version, ...clientShape }).meta({ id: 'ClientRecord' })

const viewOf = (row: ClientRow) => ({ ...row, contacts: [...row.contacts] })

const registerLists = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'GET',
    url: '/api/people/clients',
    summary: 'List the clients by name',
    act: 'list-clients',
    roles: everyRole,
    query: PageQuery.extend({ after: Uuid.optional(), providerId: Uuid.optional() }),
    answers: { 200: pageOf(ClientView) },
    run: async ({ tx, query: { after, limit, providerId } }) => {
      const asked = { after: after ?? null, limit, ...(providerId === undefined ? {} : { providerId }) }
      const rows = await listClients(tx, asked)
      const page = pageFrom(rows.map(viewOf), limit, (row) => row.id)
      tx.touch('client', ...page.items.map((each) => each.id))
      return reply(200, page)
    },
  })
  addRoute(app, services, {
    method: 'POST',
    url: '/api/people/clients/search',
    summary: 'Find clients by how the words of their name begin',
    act: 'search-clients',
    roles: everyRole,
    body: z.strictObject({
      begins: textOf(80),
      after: Uuid.optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    answers: { 200: pageOf(ClientView) },
    run: async ({ tx, body: { begins, after, limit } }) => {
      const rows = await listClients(tx, { after: after ?? null, limit, begins })
      const page = pageFrom(rows.map(viewOf), limit, (row) => row.id)
      tx.touch('client', ...page.items.map((each) => each.id))
      return reply(200, page)
    },
  })
}

/** Clients: listed, found, added, read, changed. */
export const registerClientRoutes = (app: App, services: Services): void => {
  registerLists(app, services)
  addRoute(app, services, {
    method: 'POST',
    url: '/api/people/clients',
    summary: 'Add a client',
    act: 'add-client',
    roles: everyRole,
    body: ClientFields,
    answers: { 201: ClientView },
    keyed: true,
    run: async ({ tx, body }) => {
      const faults = birthDayFindings(tx, body.client.birthDate, 'body.client.birthDate')
      if (faults.length > 0) return refusal(faults)
      const row = { id: services.makeId(), version: 1, ...body }
      await insertClient(tx, row)
      tx.touch('client', row.id)
      return reply(201, row)
    },
  })
  addRoute(app, services, {
    method: 'GET',
    url: '/api/people/clients/:id',
    summary: 'Read a client',
    act: 'read-client',
    roles: everyRole,
    params: OneId,
    answers: { 200: ClientView },
    run: async ({ tx, params: { id } }) => {
      const row = await findClient(tx, id)
      if (row === null) throw notFound()
      tx.touch('client', id)
      return reply(200, viewOf(row))
    },
  })
  addRoute(app, services, {
    method: 'PUT',
    url: '/api/people/clients/:id',
    summary: 'Change a client',
    act: 'change-client',
    roles: everyRole,
    params: OneId,
    body: ClientFields.extend({ version: Version }),
    answers: { 200: ClientView },
    run: async ({ tx, params: { id }, body }) => {
      const faults = birthDayFindings(tx, body.client.birthDate, 'body.client.birthDate')
      if (faults.length > 0) return refusal(faults)
      tx.touch('client', id)
      const row = { id, ...body }
      if ((await updateClient(tx, row)) === null)
        throw (await findClient(tx, id)) === null ? notFound() : stale()
      return reply(200, { ...row, version: body.version + 1 })
    },
  })
}
