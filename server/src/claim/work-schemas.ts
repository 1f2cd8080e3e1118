// Schemas of claims as work: what is at stake, until when, and why payers denied what they denied.
import { z } from 'zod'
import type { Facts, PayerClass } from '@goldenthread/core/facts/facts.ts'
import type { ExplainedAdjustment } from '@goldenthread/core/remit/explain-adjustments.ts'
import { type Day, daysBetween } from '@goldenthread/core/values/day.ts'
import { PayerClassWord } from '../coverage/coverage-schemas.ts'
import { AmountNumber, CentsNumber, DayText, Uuid } from '../http/schemas.ts'
import { NameShape } from '../people/people-schemas.ts'
import type { FilingDays, WorkRow } from './work-store.ts'

const DueView = z.object({
  what: z.enum(['file', 'appeal']).describe('what the payer takes no more after that day'),
  by: DayText.nullable().describe('null where neither the contract nor the class of the payer says it'),
  daysLeft: z.int().nullable().describe('below zero when it is over'),
})

export const workFields = {
  codes: z.array(z.string()).describe('of its lines as they were filed; none while it is held'),
  atStake: AmountNumber.nullable().describe(
    'what was expected of the payer and neither paid nor decided; null for a claim that was never priced',
  ),
  due: DueView.nullable().describe('null where nothing runs out: the payer has accepted the claim'),
}

/** What a claim as work has beside the claim itself. */
export const WorkFacts = z.object(workFields)

const dueView = (due: WorkRow['due'], today: Day): z.output<typeof DueView> | null =>
  due === null ? null : { ...due, daysLeft: due.by === null ? null : daysBetween(today, due.by) }

export const workFacts = ({ codes, atStake, due }: WorkRow, today: Day): z.output<typeof WorkFacts> => ({
  codes: [...codes],
  atStake,
  due: dueView(due, today),
})

const classes: readonly PayerClass[] = [
  'commercial',
  'medicare',
  'medicare-advantage',
  'medicaid',
  'medicaid-managed',
  'tricare',
  'eap',
]

/** By the facts of today: how long each class of payer takes claims. */
export const filingDaysOf = (facts: Pick<Facts, 'payerProfile'>, today: Day): FilingDays =>
  Object.fromEntries(
    classes.map((each) => [each, facts.payerProfile(each, today).timelyFilingDays]),
  ) as FilingDays

const ReasonView = z.object({
  group: z.string(),
  reason: z.string(),
  label: z.string(),
  nextAction: z.string(),
  amount: CentsNumber,
  clientMayBeBilled: z.boolean(),
})

export const AnswerView = z.object({
  remittanceId: Uuid,
  day: DayText,
  paid: CentsNumber,
  payerClass: PayerClassWord,
  reasons: z.array(ReasonView).describe('what is no price, the most money first'),
})

export const reasonView = ({
  group,
  reason,
  label,
  nextAction,
  amount,
  clientMayBeBilled,
}: ExplainedAdjustment): z.output<typeof ReasonView> => ({
  group,
  reason,
  label,
  nextAction,
  amount,
  clientMayBeBilled,
})

export const DenialsView = z
  .object({
    since: DayText,
    reasons: z.array(
      z.object({
        reason: z.string().describe('CARC'),
        label: z.string(),
        claims: z.int(),
        unpaid: AmountNumber.describe('of what was expected of the payers, what they did not pay'),
      }),
    ),
    decided: z.int().describe('claims sent for the first time that were paid, denied or rejected since'),
    clean: z.int().describe('those of them that nobody rejected and no payer denied'),
    lastWonBack: z
      .object({
        claimId: Uuid,
        clientName: NameShape,
        day: DayText,
        paidOn: DayText,
        paid: AmountNumber,
      })
      .nullable()
      .describe('the last claim that was paid after a denial'),
  })
  .meta({ id: 'Denials' })
