// Routes of pay contracts: what share of a session is the provider's, from which day on.
import { z } from 'zod'
import type { PayContract } from '@goldenthread/core/posting/pay-contract.ts'
import type { App } from '../http/app-type.ts'
import { forbidden, notFound, stale } from '../http/problem.ts'
import { addRoute, reply } from '../http/route.ts'
import { DayText, Uuid, Version, WrittenAmount, textOf, typed } from '../http/schemas.ts'
import { findProvider } from '../people/provider-store.ts'
import type { Services } from '../services.ts'
import {
  findPayContract,
  insertPayContract,
  listPayContracts,
  updatePayContract,
} from './pay-contract-store.ts'

const OneId = z.object({ id: Uuid })

const terms = { from: DayText, to: DayText.nullable(), guaranteed: z.boolean(), source: textOf(200) }

export const PayContractDocument = typed<PayContract>(
  z
    .discriminatedUnion('basis', [
      z.strictObject({
        basis: z.literal('amount-by-procedure'),
        rows: z
          .array(z.strictObject({ code: z.string().regex(/^[0-9A-Z]{5}$/), amount: WrittenAmount }))
          .max(500),
        ...terms,
      }),
      z.strictObject({
        basis: z.literal('share-of-allowed'),
        share: z.int().min(0).max(10_000).describe('basis points'),
        ...terms,
      }),
    ])
    .meta({ id: 'PayContract' }),
)

const ContractView = z
  .object({ id: Uuid, version: Version, providerId: Uuid, contract: PayContractDocument })
  .meta({ id: 'PayContractRecord' })

const registerReading = (app: App, services: Services): void =>
  addRoute(app, services, {
    method: 'GET',
    url: '/api/posting/providers/:id/pay-contracts',
    summary: "List a provider's pay contracts; a clinician's own alone",
    act: 'list-pay-contracts',
    roles: ['owner', 'clinician', 'biller'],
    params: OneId,
    answers: { 200: z.object({ items: z.array(ContractView) }) },
    run: async ({ tx, who, params: { id } }) => {
      if ((await findProvider(tx, id)) === null) throw notFound()
      if (who.role === 'clinician' && who.providerId !== id)
        throw forbidden('What somebody else earns is between them and the practice.')
      const items = await listPayContracts(tx, id)
      tx.touch('pay_contract', ...items.map((each) => each.id))
      return reply(200, { items: [...items] })
    },
  })

/** Pay contracts: listed, added, changed. */
export const registerPayContractRoutes = (app: App, services: Services): void => {
  registerReading(app, services)
  addRoute(app, services, {
    method: 'POST',
    url: '/api/posting/providers/:id/pay-contracts',
    summary: 'Add a pay contract, from a day on',
    act: 'add-pay-contract',
    roles: ['owner'],
    params: OneId,
    body: z.strictObject({ contract: PayContractDocument }),
    answers: { 201: ContractView },
    keyed: true,
    run: async ({ tx, params: { id: providerId }, body: { contract } }) => {
      if ((await findProvider(tx, providerId)) === null) throw notFound()
      const row = { id: services.makeId(), version: 1, providerId, contract }
      await insertPayContract(tx, row)
      tx.touch('pay_contract', row.id)
      return reply(201, row)
    },
  })
  addRoute(app, services, {
    method: 'PUT',
    url: '/api/posting/pay-contracts/:id',
    summary: 'Change a pay contract',
    act: 'change-pay-contract',
    roles: ['owner'],
    params: OneId,
    body: z.strictObject({ version: Version, contract: PayContractDocument }),
    answers: { 200: ContractView },
    run: async ({ tx, params: { id }, body: { version, contract } }) => {
      tx.touch('pay_contract', id)
      const changed = await updatePayContract(tx, { id, version, contract })
      if (changed === null) throw (await findPayContract(tx, id)) === null ? notFound() : stale()
      return reply(200, changed)
    },
  })
}
