// Routes of sessions that no payer is billed for: at the client's wish, and a charge that waited.
import { z } from 'zod'
import type { Tx } from '../database/tx.ts'
import type { App } from '../http/app-type.ts'
import { conflict, notFound } from '../http/problem.ts'
import { addRoute, refusal, reply } from '../http/route.ts'
import { DayText, Uuid, Version } from '../http/schemas.ts'
import { ChargeView, chargeView } from '../posting/decision-schemas.ts'
import type { Services } from '../services.ts'
import { SessionView } from '../session/session-schema.ts'
import { lockSession } from '../session/store.ts'
import { doNotBill } from './do-not-bill.ts'
import { hasPayer } from './file-session.ts'
import { type ChargeKept, keepCharge } from './keep-charge.ts'
import { loadLocked } from './load-case.ts'

const params = z.object({ id: Uuid })
const office = ['owner', 'biller'] as const

const chargeAgain = async (tx: Tx, services: Services, sessionId: string): Promise<ChargeKept> => {
  const session = await lockSession(tx, sessionId)
  if (session === null) throw notFound()
  const thread = await loadLocked(tx, sessionId)
  if (thread.signed === null || hasPayer(thread))
    throw conflict('not-private', 'The client is charged for a signed session that no payer is billed for.')
  return keepCharge(tx, services, thread, thread.signed)
}

export const registerPrivateRoutes = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'POST',
    url: '/api/thread/sessions/:id/do-not-bill',
    summary: 'Keep a session from the plan at the client’s wish; the client pays it alone',
    act: 'do-not-bill',
    roles: office,
    params,
    body: z.strictObject({ version: Version, askedOn: DayText.describe('when the client asked') }),
    answers: { 200: z.object({ session: SessionView, charge: ChargeView.nullable() }) },
    keyed: 'required',
    run: async ({ tx, params: { id }, body }) => {
      const done = await doNotBill(tx, services, { id, ...body })
      if (!done.ok) return refusal(done.findings)
      const { session, charged } = done.value
      return reply(200, { session, charge: charged.row === null ? null : chargeView(charged.row) })
    },
  })
  addRoute(app, services, {
    method: 'POST',
    url: '/api/thread/sessions/:id/charge',
    summary: 'Judge a waiting charge anew, and charge the client when nothing holds it any more',
    act: 'charge-session',
    roles: office,
    params,
    answers: { 200: z.object({ charge: ChargeView.nullable() }) },
    keyed: 'required',
    run: async ({ tx, params: { id } }) => {
      const { row } = await chargeAgain(tx, services, id)
      return reply(200, { charge: row === null ? null : chargeView(row) })
    },
  })
}
