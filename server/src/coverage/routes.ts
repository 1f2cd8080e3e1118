// Routes of the coverage stage: payers, contracts, coverages.
import { z } from 'zod'
import type { App } from '../http/app-type.ts'
import { pageFrom } from '../http/cursor.ts'
import { notFound, stale } from '../http/problem.ts'
import { addRoute, everyRole, reply } from '../http/route.ts'
import { PageQuery, Uuid, Version, pageOf } from '../http/schemas.ts'
import { findClient } from '../people/client-store.ts'
import type { Services } from '../services.ts'
import {
  ContractFields,
  ContractView,
  CoverageFields,
  CoverageView,
  PayerFields,
  PayerView,
} from './coverage-schemas.ts'
import * as store from './store.ts'

const OneId = z.object({ id: Uuid })
const Afterwards = PageQuery.extend({ after: Uuid.optional() })

/** Nothing there, or there under another version: which of the two is told by looking again. */
const missingOr = (found: unknown) => (found === null ? notFound() : stale())

const registerPayers = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'GET',
    url: '/api/coverage/payers',
    summary: 'List the payers',
    act: 'list-payers',
    roles: everyRole,
    query: Afterwards,
    answers: { 200: pageOf(PayerView) },
    run: async ({ tx, query: { after, limit } }) => {
      const page = pageFrom(await store.listPayers(tx, after ?? null, limit), limit, (row) => row.id)
      tx.touch('payer', ...page.items.map((each) => each.id))
      return reply(200, page)
    },
  })
  addRoute(app, services, {
    method: 'POST',
    url: '/api/coverage/payers',
    summary: 'Add a payer',
    act: 'add-payer',
    roles: ['owner', 'biller'],
    body: PayerFields,
    answers: { 201: PayerView },
    keyed: true,
    run: async ({ tx, body }) => {
      const payer = { id: services.makeId(), version: 1, ...body }
      await store.insertPayer(tx, payer)
      tx.touch('payer', payer.id)
      return reply(201, payer)
    },
  })
  addRoute(app, services, {
    method: 'PUT',
    url: '/api/coverage/payers/:id',
    summary: 'Change a payer',
    act: 'change-payer',
    roles: ['owner', 'biller'],
    params: OneId,
    body: PayerFields.extend({ version: Version }),
    answers: { 200: PayerView },
    run: async ({ tx, params: { id }, body }) => {
      tx.touch('payer', id)
      const payer = { id, ...body }
      if ((await store.updatePayer(tx, payer)) === null) throw missingOr(await store.findPayer(tx, id))
      return reply(200, { ...payer, version: body.version + 1 })
    },
  })
}

const registerContracts = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'GET',
    url: '/api/coverage/payers/:id/contracts',
    summary: 'List the contracts with a payer',
    act: 'list-payer-contracts',
    roles: everyRole,
    params: OneId,
    answers: { 200: z.object({ items: z.array(ContractView) }) },
    run: async ({ tx, params: { id } }) => {
      if ((await store.findPayer(tx, id)) === null) throw notFound()
      tx.touch('payer', id)
      return reply(200, { items: [...(await store.listContracts(tx, id))] })
    },
  })
  addRoute(app, services, {
    method: 'POST',
    url: '/api/coverage/payers/:id/contracts',
    summary: 'Add a contract with a payer, from a day on',
    act: 'add-payer-contract',
    roles: ['owner', 'biller'],
    params: OneId,
    body: ContractFields,
    answers: { 201: ContractView },
    keyed: true,
    run: async ({ tx, params, body }) => {
      if ((await store.findPayer(tx, params.id)) === null) throw notFound()
      const contract = { id: services.makeId(), version: 1, payerId: params.id, ...body }
      await store.insertContract(tx, contract)
      tx.touch('payer_contract', contract.id)
      return reply(201, contract)
    },
  })
  addRoute(app, services, {
    method: 'PUT',
    url: '/api/coverage/contracts/:id',
    summary: 'Change a contract with a payer',
    act: 'change-payer-contract',
    roles: ['owner', 'biller'],
    params: OneId,
    body: ContractFields.extend({ version: Version }),
    answers: { 200: ContractView },
    run: async ({ tx, params: { id }, body }) => {
      tx.touch('payer_contract', id)
      const changed = await store.updateContract(tx, { id, ...body })
      if (changed === null) throw missingOr(await store.findContract(tx, id))
      return reply(200, changed)
    },
  })
}

const registerCoverages = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'GET',
    url: '/api/coverage/clients/:id/coverages',
    summary: "List a client's coverages",
    act: 'list-coverages',
    roles: everyRole,
    params: OneId,
    answers: { 200: z.object({ items: z.array(CoverageView) }) },
    run: async ({ tx, params: { id } }) => {
      if ((await findClient(tx, id)) === null) throw notFound()
      const items = await store.listCoverages(tx, id)
      tx.touch('client', id)
      tx.touch('coverage', ...items.map((each) => each.id))
      return reply(200, { items: [...items] })
    },
  })
  addRoute(app, services, {
    method: 'POST',
    url: '/api/coverage/clients/:id/coverages',
    summary: 'Add a coverage to a client',
    act: 'add-coverage',
    roles: everyRole,
    params: OneId,
    body: CoverageFields,
    answers: { 201: CoverageView },
    keyed: true,
    run: async ({ tx, params, body }) => {
      const [client, payer] = [await findClient(tx, params.id), await store.findPayer(tx, body.payerId)]
      if (client === null || payer === null) throw notFound()
      const coverage = { id: services.makeId(), version: 1, clientId: params.id, ...body }
      await store.insertCoverage(tx, coverage)
      tx.touch('client', params.id)
      tx.touch('coverage', coverage.id)
      return reply(201, coverage)
    },
  })
  addRoute(app, services, {
    method: 'PUT',
    url: '/api/coverage/coverages/:id',
    summary: 'Change a coverage',
    act: 'change-coverage',
    roles: everyRole,
    params: OneId,
    body: CoverageFields.extend({ version: Version }),
    answers: { 200: CoverageView },
    run: async ({ tx, params: { id }, body }) => {
      tx.touch('coverage', id)
      if ((await store.findPayer(tx, body.payerId)) === null) throw notFound()
      const changed = await store.updateCoverage(tx, { id, ...body })
      if (changed === null) throw missingOr(await store.findCoverage(tx, id))
      return reply(200, changed)
    },
  })
}

/** Who pays and on what terms. */
export const registerCoverageRoutes = (app: App, services: Services): void => {
  registerPayers(app, services)
  registerContracts(app, services)
  registerCoverages(app, services)
}
