// Schemas of who pays: payers, contracts with their fee schedules, coverages of clients.
import { z } from 'zod'
import type {
  Authorization,
  Benefits,
  FeeScheduleRow,
  PayerRules,
  Relation,
} from '@goldenthread/core/coverage/coverage.ts'
import type { PayerClass } from '@goldenthread/core/facts/facts.ts'
import { DayText, Uuid, Version, WrittenAmount, mayBeEmpty, textOf, typed } from '../http/schemas.ts'
import { SubscriberDocument } from '../people/people-schemas.ts'

export const ProcedureCode = z
  .string()
  .regex(/^[0-9A-Z]{5}$/, 'a procedure code: five digits or capital letters, as 90834')
const ModifierCode = z.string().regex(/^[0-9A-Z]{2}$/)

export const PayerClassWord = z.enum([
  'commercial',
  'medicare',
  'medicare-advantage',
  'medicaid',
  'medicaid-managed',
  'tricare',
  'eap',
  'self-pay',
] satisfies readonly PayerClass[])

/** X12's basic letters: what an id that travels is written in. */
const TravelId = z.string().regex(/^[A-Z0-9][A-Z0-9 .-]*$/)

/** How a payer takes claims. What is not electronic a person sends, and says so. */
export const Channel = z.enum(['electronic', 'mail', 'fax', 'portal'])

export const PayerFields = z.strictObject({
  /** NM109 of 2010BB. */
  code: TravelId.max(80),
  name: textOf(60),
  class: PayerClassWord,
  /** ISA07 and ISA08. */
  receiverQualifier: z.string().regex(/^[0-9A-Z]{2}$/),
  receiverId: TravelId.max(15),
  channel: Channel.default('electronic'),
  active: z.boolean().default(true),
})

export const PayerView = z
  .object({
    id: Uuid,
    version: Version,
    code: z.string(),
    name: z.string(),
    class: PayerClassWord,
    receiverQualifier: z.string(),
    receiverId: z.string(),
    channel: Channel,
    active: z.boolean(),
  })
  .meta({ id: 'Payer' })

export const FeeSchedule = typed<readonly FeeScheduleRow[]>(
  z
    .array(
      z.strictObject({
        code: ProcedureCode,
        from: DayText,
        to: DayText.nullable(),
        charge: WrittenAmount,
        allowed: WrittenAmount,
        source: textOf(200),
      }),
    )
    .max(1000),
)

export const PayerRulesDocument = typed<PayerRules>(
  z.strictObject({
    associates: z.enum(['self', 'supervisor', 'nobody']).exactOptional(),
    crisisUnits: z.enum(['started', 'midpoint']).exactOptional(),
    timelyFilingDays: z.int().min(1).max(3660).exactOptional(),
    appealDays: z.int().min(1).max(3660).exactOptional().describe('from the remittance'),
    telehealth: z
      .array(
        z.strictObject({
          modality: z.enum(['in-person', 'audio-video', 'audio-only']),
          clientAtHome: z.boolean(),
          placeOfService: z.string().regex(/^\d{2}$/),
          modifiers: z.array(ModifierCode).max(4),
        }),
      )
      .max(20)
      .exactOptional(),
    filingIndicator: z
      .string()
      .regex(/^[0-9A-Z]{2}$/)
      .exactOptional(),
    source: textOf(200),
  }),
)

const contractShape = {
  starts: DayText,
  ends: DayText.nullable(),
  feeSchedule: FeeSchedule,
  payerRules: PayerRulesDocument.nullable(),
  source: textOf(200),
}
export const ContractFields = z.strictObject(contractShape)
export const ContractView = z
  .object({ id: Uuid, version: Version, payerId: Uuid, ...contractShape })
  .meta({ id: 'PayerContract' })

export const BenefitsDocument = typed<Benefits>(
  z.strictObject({
    deductibleLeft: WrittenAmount.nullable(),
    copay: WrittenAmount.nullable(),
    coinsurance: z.int().min(0).max(10_000).nullable().describe('basis points'),
    visitsLeft: z.int().min(0).nullable(),
    authorizationNeeded: z.boolean().nullable(),
  }),
)

export const AuthorizationDocument = typed<Authorization>(
  z.strictObject({
    number: textOf(50),
    codes: z.array(ProcedureCode).max(50),
    units: z.int().min(0).max(10_000),
    unitsUsed: z.int().min(0).max(10_000),
    from: DayText,
    to: DayText,
  }),
)

/** The part of core's `Coverage` that is the client's own; payer, fees and payer rules are looked up. */
export interface CoverageTerms {
  readonly plan: string
  readonly memberNumber: string
  readonly groupNumber: string | null
  readonly relation: Relation
  readonly benefits: Benefits
  readonly authorization: Authorization | null
}

const coverageShape = {
  payerId: Uuid,
  sequence: z.int().min(1).max(3).describe('1 pays first'),
  starts: DayText,
  ends: DayText.nullable(),
  plan: mayBeEmpty(80),
  memberNumber: textOf(80),
  groupNumber: textOf(50).nullable(),
  relation: z.enum(['self', 'spouse', 'child', 'employee', 'partner', 'other', 'unknown']),
  benefits: BenefitsDocument,
  authorization: AuthorizationDocument.nullable(),
  subscriber: SubscriberDocument.nullable().describe('null when the client holds the insurance'),
}
export const CoverageFields = z.strictObject(coverageShape)
export const CoverageView = z
  .object({ id: Uuid, version: Version, clientId: Uuid, ...coverageShape })
  .meta({ id: 'Coverage' })

export type PayerRow = z.output<typeof PayerView>
export type ContractRow = z.output<typeof ContractView>
export type CoverageRow = z.output<typeof CoverageView>
