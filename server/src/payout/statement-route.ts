// The route of statements: what each provider is paid next, session by session.
import { z } from 'zod'
import type { App } from '../http/app-type.ts'
import { notFound } from '../http/problem.ts'
import { addRoute, everyRole, reply } from '../http/route.ts'
import { CentsNumber, DayText, Uuid, typed } from '../http/schemas.ts'
import type { Services } from '../services.ts'
import { type ProviderPay, payStatements } from './pay-statement.ts'

const Sheet = z
  .object({
    payDay: DayText.nullable().describe('null while the practice has set no pay days'),
    amount: CentsNumber,
    sessions: z.array(
      z.object({
        sessionId: Uuid,
        clientName: z.string(),
        day: DayText,
        codes: z.array(z.string()),
        payerName: z.string().nullable().describe('null where the client pays'),
        payer: z.enum(['paid', 'partly-paid', 'denied', 'not-yet', 'client-paid', 'client-not-yet']),
        guaranteed: z.boolean().describe('earned when the claim was filed, whatever the payer does'),
        amount: CentsNumber,
      }),
    ),
  })
  .meta({ id: 'PaySheet' })

const PayStatement = typed<ProviderPay>(
  z
    .object({
      id: Uuid,
      npi: z.string(),
      name: z.string(),
      next: Sheet.describe('what the ledger owes now'),
      later: Sheet.describe('what claims under way will earn, if their payers answer as expected'),
    })
    .meta({ id: 'PayStatement' }),
)

/** Registers it. */
export const registerStatementRoute = (app: App, services: Services): void =>
  addRoute(app, services, {
    method: 'GET',
    url: '/api/payout/statements',
    summary: 'Read what each provider is paid next, session by session: a clinician sees their own',
    act: 'read-pay-statements',
    roles: everyRole,
    answers: { 200: z.object({ items: z.array(PayStatement) }) },
    run: async ({ tx, who }) => {
      // A clinician without a provider's row earns nothing, and sees nobody else's.
      if (who.role === 'clinician' && who.providerId === null) throw notFound()
      const items = await payStatements(tx, who.role === 'clinician' ? who.providerId : null)
      tx.touch('provider', ...items.map(({ id }) => id))
      return reply(200, { items: [...items] })
    },
  })
