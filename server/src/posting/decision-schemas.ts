// Schemas of money on a person's word: charges to clients, decisions, unapplied money, what stands open of a claim.
import { z } from 'zod'
import { writeOffReasons } from '@goldenthread/core/posting/decide-claim.ts'
import { AmountNumber, DayText, Findings, InstantText, Uuid, linesOf, typed } from '../http/schemas.ts'
import { type DecisionRow, type UnappliedRow, placeIn } from './decision-store.ts'
import type { ChargeRow } from './private-charge-store.ts'

export const ChargeStatusName = z.enum(['waiting', 'charged', 'reversed'])

export const ChargeView = z
  .object({
    id: Uuid,
    sessionId: Uuid,
    clientId: Uuid,
    providerId: Uuid,
    status: ChargeStatusName,
    day: DayText,
    charge: AmountNumber.nullable().describe('by the practice’s fees; null while it waits'),
    agreed: AmountNumber.nullable().describe('what the client is asked for'),
    lines: z.array(
      z.object({
        procedure: z.string(),
        units: z.int(),
        charge: AmountNumber,
        agreed: AmountNumber,
      }),
    ),
    findings: Findings.describe('what it waits for'),
    paidAt: InstantText.nullable().describe('when the client had paid it in full'),
    version: z.int(),
  })
  .meta({ id: 'PrivateCharge' })

/** A charge as it is shown. */
export const chargeView = (row: ChargeRow): z.output<typeof ChargeView> => ({
  id: row.id,
  sessionId: row.sessionId,
  clientId: row.clientId,
  providerId: row.providerId,
  status: row.status,
  day: row.day,
  charge: row.charge?.charge ?? null,
  agreed: row.charge?.agreed ?? null,
  lines: (row.charge?.lines ?? []).map(({ procedure, units, charge, agreed }) => ({
    procedure,
    units,
    charge,
    agreed,
  })),
  findings: row.findings,
  paidAt: row.paidAt,
  version: row.version,
})

export const Line = z.int().min(1).max(50).nullable().describe('our line; null for the claim as a whole')
export const Says = linesOf(500).describe('why, in the words of whoever decides')

export const WriteOffAsked = z.strictObject({
  amount: AmountNumber,
  line: Line,
  reason: z.enum(writeOffReasons),
  says: Says.exactOptional(),
})

export const ToClientAsked = z.strictObject({
  amount: AmountNumber,
  line: Line,
  noticeSignedOn: DayText.nullable().describe('of the notice that the client signed before the service'),
})

export const DecisionView = typed<DecisionRow>(
  z
    .object({
      id: Uuid,
      kind: z.enum(['write-off', 'to-client', 'apply', 'refund-due', 'refunded', 'approve-remittance']),
      claimId: Uuid.nullable(),
      remittanceId: Uuid.nullable(),
      entryId: Uuid.nullable().describe('of the unapplied money'),
      refundId: Uuid.nullable().describe('the decision that marked what was given back'),
      amount: AmountNumber,
      document: z.object({
        line: z.int().nullable().exactOptional(),
        reason: z.string().exactOptional(),
        says: z.string().exactOptional(),
        noticeSignedOn: DayText.exactOptional(),
        paidOn: DayText.exactOptional(),
        reference: z.string().exactOptional(),
        claimOfRemittance: z.int().exactOptional(),
      }),
      personId: Uuid,
      decidedAt: InstantText,
    })
    .meta({ id: 'MoneyDecision' }),
)

export const OpenView = z
  .object({
    answered: z.boolean().describe('before the payer has answered nothing is open to be decided'),
    amount: AmountNumber.describe('what stands open with the payer'),
    lines: z.array(
      z.object({
        line: z.int(),
        amount: AmountNumber,
        adjustments: z.array(z.object({ group: z.string(), reason: z.string() })),
      }),
    ),
    decisions: z.array(DecisionView),
  })
  .meta({ id: 'OpenOnClaim' })

export const UnappliedView = z
  .object({
    entryId: Uuid,
    key: z.string(),
    at: InstantText,
    remittanceId: Uuid,
    amount: AmountNumber,
    left: AmountNumber.describe('what nobody has decided yet'),
    claimOfRemittance: z.int().describe('which of its claims found none of ours, from 1'),
  })
  .meta({ id: 'UnappliedMoney' })

/** Unapplied money as it is shown: its key ends with the place of its claim. */
export const unappliedView = (row: UnappliedRow): z.output<typeof UnappliedView> => ({
  ...row,
  claimOfRemittance: placeIn(row.key),
})
