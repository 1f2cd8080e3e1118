// Routes of payouts: what a run would pay, what is paid next.
import { z } from 'zod'
import { addDays } from '@goldenthread/core/values/day.ts'
import { type Finding, field } from '@goldenthread/core/values/finding.ts'
import type { App } from '../http/app-type.ts'
import { notFound } from '../http/problem.ts'
import { addRoute, everyRole, refusal, reply } from '../http/route.ts'
import { AmountNumber, CentsNumber, DayText, Uuid, typed } from '../http/schemas.ts'
import { EntryActName } from '../posting/posting-schemas.ts'
import { readPractice } from '../practice/store.ts'
import type { Services } from '../services.ts'
import { dayIn } from '../session/zone-clock.ts'
import { expectedPay } from './expected-pay.ts'
import { type OwedToProvider, previewRun } from './preview-run.ts'
import { registerStatementRoute } from './statement-route.ts'

const Owed = typed<OwedToProvider>(
  z
    .object({
      providerId: Uuid.nullable(),
      npi: z.string(),
      amount: AmountNumber,
      lines: z
        .array(
          z.object({
            entryId: Uuid,
            key: z.string(),
            act: EntryActName,
            claimId: Uuid.nullable(),
            remittanceId: Uuid.nullable(),
            privateChargeId: Uuid.nullable(),
            amount: CentsNumber,
          }),
        )
        .describe('the entries it is made of'),
    })
    .meta({ id: 'OwedToProvider' }),
)

const RunPreviewView = z
  .object({
    id: Uuid,
    key: z.string(),
    status: z.enum(['previewed', 'paid']),
    owed: z.array(Owed),
    overpaid: z.array(Owed).describe('paid before, and taken back by a payer since'),
    total: AmountNumber,
  })
  .meta({ id: 'RunPreview' })

const ExpectedPayView = z
  .object({
    next: z.object({
      payDay: DayText.nullable().describe('null while the practice has set no pay days'),
      amount: AmountNumber.describe('what the ledger owes now'),
      sessions: z.int(),
      from: DayText.nullable().describe('the first day of service in it'),
      to: DayText.nullable(),
      guaranteed: z.boolean().describe('some of it is paid whatever the payer does'),
    }),
    later: z.object({
      payDay: DayText.nullable(),
      amount: AmountNumber.describe('of claims under way, if their payers answer as expected'),
      sessions: z.int(),
    }),
    payers: z.object({
      amount: AmountNumber.describe('expected from payers on claims they have not answered'),
      claims: z.int(),
    }),
  })
  .meta({ id: 'ExpectedPay' })

const expectedRoute = (app: App, services: Services): void =>
  addRoute(app, services, {
    method: 'GET',
    url: '/api/payout/expected',
    summary: 'What is paid next and what waits for payers: a clinician sees their own',
    act: 'read-expected-pay',
    roles: everyRole,
    answers: { 200: ExpectedPayView },
    trail: 'when-touched',
    run: async ({ tx, who }) => {
      // A clinician without a provider's row earns nothing, and sees nobody else's.
      if (who.role === 'clinician' && who.providerId === null) throw notFound()
      return reply(200, await expectedPay(tx, who.role === 'clinician' ? who.providerId : null))
    },
  })

/** Two years back, one ahead: each day that is looked at is kept, so that there is an end to them. */
const [longestAgo, longestAhead] = [731, 366]

const farDay: Finding = {
  code: 'payout:day',
  severity: 'warns',
  whose: 'platform',
  place: field('body.day'),
  says: 'This is not a day on which anybody was or will be paid.',
  remedy: 'Name a day of the last two years or of the next one.',
  source: 'A run is named by its pay day',
  evidence: {},
}

/** Registers the routes of payouts. */
export const registerPayoutRoutes = (app: App, services: Services): void => {
  expectedRoute(app, services)
  registerStatementRoute(app, services)
  addRoute(app, services, {
    method: 'POST',
    url: '/api/payout/runs/preview',
    summary: 'Preview a payout run: what each provider is owed at the end of a day, and by which entries',
    act: 'preview-payout-run',
    roles: ['owner', 'biller'],
    body: z.strictObject({
      day: DayText.describe('names the run; no more than two years ago, no more than a year ahead'),
    }),
    answers: { 200: RunPreviewView },
    keyed: true,
    run: async ({ tx, body }) => {
      const today = dayIn((await readPractice(tx)).zone, tx.at)
      if (body.day < addDays(today, -longestAgo) || body.day > addDays(today, longestAhead))
        return refusal([farDay])
      const { owed, overpaid, ...run } = await previewRun(tx, services, body.day)
      return reply(200, { ...run, owed: [...owed], overpaid: [...overpaid] })
    },
  })
}
