// Routes of money on a person's word: what stands open of a claim, unapplied money, refused remittances, charges to clients.
import { z } from 'zod'
import { openOnClaim } from '@goldenthread/core/posting/open-on-claim.ts'
import type { Result } from '@goldenthread/core/values/result.ts'
import type { App } from '../http/app-type.ts'
import { pageFrom, writeCursor } from '../http/cursor.ts'
import { goingOn } from '../http/dated-cursor.ts'
import { addRoute, refusal, reply } from '../http/route.ts'
import { AmountNumber, DayText, PageQuery, Uuid, pageOf, textOf } from '../http/schemas.ts'
import type { Services } from '../services.ts'
import { approveRemittance } from './approve-remittance.ts'
import { askClient, writeOffClaim } from './decide-claim.ts'
import { applyByHand, markRefund, payRefund } from './decide-unapplied.ts'
import {
  ChargeStatusName,
  ChargeView,
  DecisionView,
  OpenView,
  Says,
  ToClientAsked,
  UnappliedView,
  WriteOffAsked,
  unappliedView,
  chargeView,
} from './decision-schemas.ts'
import { type DecisionRow, decisionsOfClaim, listUnapplied } from './decision-store.ts'
import { lockOpenClaim } from './open-claim.ts'
import { listCharges } from './private-charge-store.ts'

const office = ['owner', 'biller'] as const
const params = z.object({ id: Uuid })
const answers = { 201: DecisionView }

const told = (done: Result<DecisionRow>) => (done.ok ? reply(201, done.value) : refusal(done.findings))

const registerClaims = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'GET',
    url: '/api/posting/claims/:id/open',
    summary: 'Read what of a claim stands open with its payer, by line, and what was decided of it',
    act: 'read-open-claim',
    roles: office,
    params,
    answers: { 200: OpenView },
    run: async ({ tx, params: { id } }) => {
      const open = await lockOpenClaim(tx, id)
      const { claim, answer, payerClass, entries } = open
      const found = answer === null ? null : openOnClaim(claim, answer, payerClass, entries)
      const lines = (found?.lines ?? []).map(({ line, amount, adjustments }) => ({
        line,
        amount,
        adjustments: adjustments.map(({ group, reason }) => ({ group, reason })),
      }))
      const decisions = [...(await decisionsOfClaim(tx, id))]
      const amount = found?.amount ?? (0 as never)
      return reply(200, { answered: answer !== null, amount, lines, decisions })
    },
  })
  addRoute(app, services, {
    method: 'POST',
    url: '/api/posting/claims/:id/write-off',
    summary: 'Write off what a payer left open of a claim, with the reason',
    act: 'write-off',
    roles: office,
    params,
    body: WriteOffAsked,
    answers,
    keyed: 'required',
    run: async ({ tx, params: { id }, body }) =>
      told(await writeOffClaim(tx, services, { claimId: id, ...body })),
  })
  addRoute(app, services, {
    method: 'POST',
    url: '/api/posting/claims/:id/to-client',
    summary: 'Ask the client for what a payer left open, where law and contract allow it',
    act: 'move-to-client',
    roles: office,
    params,
    body: ToClientAsked,
    answers,
    keyed: 'required',
    run: async ({ tx, params: { id }, body }) =>
      told(await askClient(tx, services, { claimId: id, ...body })),
  })
}

const registerUnapplied = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'GET',
    url: '/api/posting/unapplied',
    summary: 'List payer money that found no claim, the oldest first',
    act: 'list-unapplied',
    roles: office,
    query: PageQuery.extend({ remittance: Uuid.optional().describe('only what came with it') }),
    answers: { 200: pageOf(UnappliedView) },
    run: async ({ tx, query }) => {
      const rows = await listUnapplied(tx, {
        ...(query.remittance === undefined ? {} : { remittanceId: query.remittance }),
        ...goingOn(query.after, 'instant'),
        limit: query.limit + 1,
      })
      const page = pageFrom(rows, query.limit, (row) => writeCursor(row.at, row.entryId))
      tx.touch('entry', ...page.items.map(({ entryId }) => entryId))
      return reply(200, { ...page, items: page.items.map(unappliedView) })
    },
  })
  addRoute(app, services, {
    method: 'POST',
    url: '/api/posting/unapplied/:id/apply',
    summary: 'Put unapplied money to a claim of the same payer by hand',
    act: 'apply-unapplied',
    roles: office,
    params,
    body: z.strictObject({
      claimId: Uuid,
      amount: AmountNumber.nullable().describe('null: all that the claim can take'),
    }),
    answers,
    keyed: 'required',
    run: async ({ tx, params: { id }, body }) =>
      told(await applyByHand(tx, services, { entryId: id, ...body })),
  })
  addRoute(app, services, {
    method: 'POST',
    url: '/api/posting/unapplied/:id/refund',
    summary: 'Mark unapplied money to be given back to the payer',
    act: 'mark-refund',
    roles: office,
    params,
    body: z.strictObject({ amount: AmountNumber, says: Says }),
    answers,
    keyed: 'required',
    run: async ({ tx, params: { id }, body }) =>
      told(await markRefund(tx, services, { entryId: id, ...body })),
  })
  addRoute(app, services, {
    method: 'POST',
    url: '/api/posting/refunds/:id/paid',
    summary: 'Say that money marked before was given back',
    act: 'pay-refund',
    roles: office,
    params,
    body: z.strictObject({ paidOn: DayText, reference: textOf(100).describe('of the check or transfer') }),
    answers,
    keyed: 'required',
    run: async ({ tx, params: { id }, body }) =>
      told(await payRefund(tx, services, { refundId: id, ...body })),
  })
}

const registerApproval = (app: App, services: Services): void =>
  addRoute(app, services, {
    method: 'POST',
    url: '/api/posting/remittances/:id/approve',
    summary: 'Post what balances of a refused remittance; the difference stands in suspense',
    act: 'approve-remittance',
    roles: office,
    params,
    body: z.strictObject({ says: Says }),
    answers,
    keyed: 'required',
    run: async ({ tx, params: { id }, body }) => told(await approveRemittance(tx, services, { id, ...body })),
  })

const registerCharges = (app: App, services: Services): void =>
  addRoute(app, services, {
    method: 'GET',
    url: '/api/posting/charges',
    summary: 'List what clients are charged without a payer; `waiting` is the worklist',
    act: 'list-charges',
    roles: office,
    query: PageQuery.extend({ status: ChargeStatusName.optional(), client: Uuid.optional() }),
    answers: { 200: pageOf(ChargeView) },
    run: async ({ tx, query }) => {
      const rows = await listCharges(tx, {
        ...(query.status === undefined ? {} : { status: query.status }),
        ...(query.client === undefined ? {} : { clientId: query.client }),
        ...goingOn(query.after, 'day'),
        limit: query.limit + 1,
      })
      const page = pageFrom(rows, query.limit, (row) => writeCursor(row.day, row.id))
      tx.touch('private_charge', ...page.items.map(({ id }) => id))
      return reply(200, { items: page.items.map(chargeView), next: page.next })
    },
  })

/** Registers the routes of decisions. */
export const registerDecisionRoutes = (app: App, services: Services): void => {
  registerClaims(app, services)
  registerUnapplied(app, services)
  registerApproval(app, services)
  registerCharges(app, services)
}
