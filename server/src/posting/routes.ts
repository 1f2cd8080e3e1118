// Routes of the ledger: accounts, entries, and what clients pay.
import { z } from 'zod'
import { type AccountBalance, inChartOrder, standing } from '@goldenthread/core/ledger/balance.ts'
import { ofChart } from '@goldenthread/core/ledger/chart.ts'
import { type Cents, add } from '@goldenthread/core/values/cents.ts'
import { type Finding, field } from '@goldenthread/core/values/finding.ts'
import type { Tx } from '../database/tx.ts'
import type { App } from '../http/app-type.ts'
import { pageFrom, writeCursor } from '../http/cursor.ts'
import { goingOn } from '../http/dated-cursor.ts'
import { notFound } from '../http/problem.ts'
import { addRoute, refusal, reply } from '../http/route.ts'
import { PageQuery, Uuid, pageOf } from '../http/schemas.ts'
import { readPractice } from '../practice/store.ts'
import type { Services } from '../services.ts'
import { dayIn } from '../session/zone-clock.ts'
import { isClientsOwn, listClientPayments } from './client-payment-store.ts'
import { sumAccounts } from './account-store.ts'
import { listEntries } from './entry-store.ts'
import {
  AccountKindName,
  ClientPaymentFields,
  ClientPaymentView,
  EntryView,
  PartyText,
  TrialBalanceView,
  entryView,
} from './posting-schemas.ts'
import { takeClientPayment } from './take-client-payment.ts'

const office = ['owner', 'biller'] as const

const balanceView = ({ account, ...sums }: AccountBalance) => ({
  ...account,
  label: ofChart(account.kind).label,
  ...sums,
})

const registerAccounts = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'GET',
    url: '/api/posting/accounts',
    summary: 'Read the trial balance: every account that was moved',
    act: 'read-accounts',
    roles: office,
    answers: { 200: TrialBalanceView },
    run: async ({ tx }) => {
      const sums = (await sumAccounts(tx))
        .map(({ kind, party, debits, credits }) => standing({ kind, party }, debits, credits))
        .sort(inChartOrder)
      const total = (side: 'debits' | 'credits'): Cents => add(...sums.map((each) => each[side]))
      const [debits, credits] = [total('debits'), total('credits')]
      return reply(200, { accounts: sums.map(balanceView), debits, credits, holds: debits === credits })
    },
  })
}

const entriesAsked = PageQuery.extend({
  kind: AccountKindName.optional(),
  claim: Uuid.optional(),
  remittance: Uuid.optional(),
})

/** The party of an account may be a member number, which belongs in no address: so it is asked for by POST. */
const registerEntries = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'POST',
    url: '/api/posting/entries/search',
    summary: 'List entries, newest first: of an account, a claim, a remittance',
    act: 'list-entries',
    roles: office,
    body: entriesAsked.extend({ party: PartyText.optional() }).strict(),
    answers: { 200: pageOf(EntryView) },
    run: async ({ tx, body }) => {
      const { kind, party = '', claim, remittance, limit } = body
      const rows = await listEntries(tx, {
        ...(kind === undefined ? {} : { account: { kind, party } }),
        ...(claim === undefined ? {} : { claimId: claim }),
        ...(remittance === undefined ? {} : { remittanceId: remittance }),
        ...goingOn(body.after, 'instant'),
        limit: limit + 1,
      })
      const { items, next } = pageFrom(rows, limit, (row) => writeCursor(row.entry.at, row.id))
      tx.touch('entry', ...items.map(({ id }) => id))
      return reply(200, { items: items.map(entryView), next })
    },
  })
}

/** A clinician takes and reads payments of those they treat; the office those of everybody. */
const ownProvider = ({ actor }: Tx): string | null =>
  actor.kind === 'person' && actor.role === 'clinician' ? (actor.providerId ?? noProvider) : null

/** No provider has it: a clinician without a provider treats nobody. */
const noProvider = '00000000-0000-0000-0000-000000000000'

const daysAhead: Finding = {
  code: 'client-payment:day',
  severity: 'holds-claim',
  whose: 'platform',
  place: field('day'),
  says: 'The payment is dated later than today.',
  remedy: 'Write the day on which the money was taken.',
  source: 'A payment is taken before it is written down',
  evidence: {},
}

const registerClientPayments = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'POST',
    url: '/api/posting/client-payments',
    summary: 'Take a payment of a client',
    act: 'take-client-payment',
    roles: ['owner', 'biller', 'clinician'],
    body: ClientPaymentFields,
    answers: { 201: ClientPaymentView },
    keyed: 'required',
    run: async ({ tx, body }) => {
      const { clientId, sessionId, ...payment } = body
      if (!(await isClientsOwn(tx, clientId, sessionId, ownProvider(tx)))) throw notFound()
      if (payment.day > dayIn((await readPractice(tx)).zone, tx.at)) return refusal([daysAhead])
      const taken = await takeClientPayment(tx, services, { clientId, sessionId, payment })
      return taken.ok ? reply(201, { id: taken.value.id, ...body }) : refusal(taken.findings)
    },
  })
  addRoute(app, services, {
    method: 'GET',
    url: '/api/posting/clients/:id/payments',
    summary: 'List what a client has paid',
    act: 'list-client-payments',
    roles: ['owner', 'biller', 'clinician'],
    params: z.object({ id: Uuid }),
    answers: { 200: z.object({ items: z.array(ClientPaymentView) }) },
    run: async ({ tx, params: { id } }) => {
      if (!(await isClientsOwn(tx, id, null, ownProvider(tx)))) throw notFound()
      const rows = await listClientPayments(tx, id)
      tx.touch('client', id)
      const items = rows.map(({ payment: { key: _key, ...payment }, ...row }) => ({ ...row, ...payment }))
      return reply(200, { items })
    },
  })
}

/** Registers the routes of the ledger. */
export const registerPostingRoutes = (app: App, services: Services): void => {
  registerAccounts(app, services)
  registerEntries(app, services)
  registerClientPayments(app, services)
}
