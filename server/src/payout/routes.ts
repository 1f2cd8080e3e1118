// Routes of payouts: what a run would pay.
import { z } from 'zod'
import type { App } from '../http/app-type.ts'
import { addRoute, reply } from '../http/route.ts'
import { AmountNumber, CentsNumber, DayText, Uuid, typed } from '../http/schemas.ts'
import { EntryActName } from '../posting/posting-schemas.ts'
import type { Services } from '../services.ts'
import { type OwedToProvider, previewRun } from './preview-run.ts'

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

/** Registers the routes of payouts. */
export const registerPayoutRoutes = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'POST',
    url: '/api/payout/runs/preview',
    summary: 'Preview a payout run: what each provider is owed, and by which entries',
    act: 'preview-payout-run',
    roles: ['owner', 'biller'],
    body: z.strictObject({ day: DayText.describe('names the run') }),
    answers: { 200: RunPreviewView },
    keyed: true,
    run: async ({ tx, body }) => {
      const { owed, overpaid, ...run } = await previewRun(tx, services, body.day)
      return reply(200, { ...run, owed: [...owed], overpaid: [...overpaid] })
    },
  })
}
