// Routes of what clients pay: taken, listed, taken back.
import { z } from 'zod'
import { type Day, addDays } from '@goldenthread/core/values/day.ts'
import { type Finding, field } from '@goldenthread/core/values/finding.ts'
import type { Tx } from '../database/tx.ts'
import type { App } from '../http/app-type.ts'
import { notFound } from '../http/problem.ts'
import { addRoute, refusal, reply } from '../http/route.ts'
import { Uuid } from '../http/schemas.ts'
import { readPractice } from '../practice/store.ts'
import type { Services } from '../services.ts'
import { dayIn } from '../session/zone-clock.ts'
import { isClientsOwn, listClientPayments } from './client-payment-store.ts'
import { ClientPaymentFields, ClientPaymentView, TakeBackAsked, paymentView } from './posting-schemas.ts'
import { takeBackPayment } from './take-back-payment.ts'
import { takeClientPayment } from './take-client-payment.ts'

/** A clinician takes and reads payments of those they treat; the office those of everybody. */
const ownProvider = ({ actor }: Tx): string | null =>
  actor.kind === 'person' && actor.role === 'clinician' ? (actor.providerId ?? noProvider) : null

/** No provider has it: a clinician without a provider treats nobody. */
const noProvider = '00000000-0000-0000-0000-000000000000'

/** A payment is written down when it is taken, or from books that are brought along: two years of those. */
const longestAgo = 731

const wrongDay = (says: string): Finding => ({
  code: 'client-payment:day',
  severity: 'holds-claim',
  whose: 'platform',
  place: field('day'),
  says,
  remedy: 'Write the day on which the money was taken.',
  source: 'A payment is taken before it is written down',
  evidence: {},
})

const dayFaults = async (tx: Tx, day: Day): Promise<readonly Finding[]> => {
  const today = dayIn((await readPractice(tx)).zone, tx.at)
  if (day > today) return [wrongDay('The payment is dated later than today.')]
  return day < addDays(today, -longestAgo) ? [wrongDay('The payment is dated more than two years ago.')] : []
}

const registerTaking = (app: App, services: Services): void => {
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
      const faults = await dayFaults(tx, payment.day)
      if (faults.length > 0) return refusal(faults)
      const taken = await takeClientPayment(tx, services, { clientId, sessionId, payment })
      return taken.ok ? reply(201, { id: taken.value.id, ...body, takenBack: null }) : refusal(taken.findings)
    },
  })
  addRoute(app, services, {
    method: 'POST',
    url: '/api/posting/client-payments/:id/take-back',
    summary:
      'Take a payment back that was written down wrongly: it is kept, marked, and reversed in the ledger',
    act: 'take-back-client-payment',
    roles: ['owner', 'biller'],
    params: z.object({ id: Uuid }),
    body: TakeBackAsked,
    answers: { 201: ClientPaymentView },
    keyed: 'required',
    run: async ({ tx, params: { id }, body: { reason } }) => {
      const taken = await takeBackPayment(tx, services, { id, reason })
      return taken.ok ? reply(201, paymentView(taken.value)) : refusal(taken.findings)
    },
  })
}

/** Registers the routes of what clients pay. */
export const registerClientPaymentRoutes = (app: App, services: Services): void => {
  registerTaking(app, services)
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
      return reply(200, { items: rows.map(paymentView) })
    },
  })
}
