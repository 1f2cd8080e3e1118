// Schemas of remittances as routes give them: the list, one with the proof of its sums, and files that came.
import { z } from 'zod'
import type { BalanceProof } from '@goldenthread/core/remit/balance-proof.ts'
import type { Difference } from '@goldenthread/core/remit/compare-expected.ts'
import type { ExplainedAdjustment } from '@goldenthread/core/remit/explain-adjustments.ts'
import { CentsNumber, DayText, Findings, InstantText, Uuid, typed } from '../http/schemas.ts'
import type { FileListed } from '../files/list-store.ts'
import { NameShape } from '../people/people-schemas.ts'
import type { RemittanceListed } from './remittance-store.ts'

const listedFields = {
  id: Uuid,
  status: z.enum(['posted', 'refused']),
  payerId: Uuid.nullable(),
  payerName: z.string().nullable(),
  trace: z.string().describe('TRN02'),
  day: DayText.describe('BPR16'),
  paid: CentsNumber,
  claims: z.int().describe('how many it answers'),
  fileId: Uuid,
  findings: Findings,
  postedAt: InstantText,
}

export const RemittanceView = typed<RemittanceListed>(z.object(listedFields).meta({ id: 'RemittanceRow' }))

const sumFields = {
  from: CentsNumber,
  less: CentsNumber,
  stated: CentsNumber,
  difference: CentsNumber.describe('what is missing from, or too much in, what is stated'),
  holds: z.boolean(),
}

const ClaimProof = z.object({
  ...sumFields,
  claimNumber: z.string(),
  charges: z.object({ lines: CentsNumber, claim: CentsNumber, holds: z.boolean() }).nullable(),
  lines: z.array(z.object({ ...sumFields, number: z.int() })),
})

const BalanceProofView = typed<BalanceProof>(
  z.object({ ...sumFields, claims: z.array(ClaimProof), findings: Findings }).meta({
    id: 'BalanceProof',
    description: 'The sums of a remittance on three levels: line, claim, payment.',
  }),
)

const Explained = typed<ExplainedAdjustment>(
  z
    .object({
      line: z.int().nullable(),
      group: z.string(),
      reason: z.string(),
      amount: CentsNumber,
      label: z.string(),
      nextAction: z.string(),
      queue: z.enum([
        'client',
        'contract',
        'fixable',
        'authorization',
        'credentialing',
        'appeal',
        'write-off',
        'other-payer',
        'post',
      ]),
      known: z.boolean(),
      clientMayBeBilled: z.boolean(),
      remarks: z.array(z.string()),
    })
    .meta({ id: 'ExplainedAdjustment' }),
)

export const RemittedClaimView = z
  .object({
    claimNumber: z.string(),
    claimId: Uuid.nullable().describe('our claim; null when it is none of ours'),
    sessionId: Uuid.nullable(),
    clientName: NameShape.nullable().describe('of our claim; null when it is none of ours'),
    day: DayText.nullable().describe('of service, as our claim has it'),
    kind: z.enum(['answer', 'reversal', 'prediction']),
    contract: CentsNumber.nullable().describe(
      'what our contract allows for it; null when it is none of ours',
    ),
    allowed: CentsNumber.describe('what the payer allows for it'),
    differences: typed<readonly Difference[]>(
      z.array(
        z.object({
          line: z.int().nullable(),
          what: z.enum(['denied', 'allowed', 'client', 'paid']),
          expected: CentsNumber,
          seen: CentsNumber,
          says: z.string(),
        }),
      ),
    ).describe('what was expected beside what the payer did'),
    payerClaimNumber: z.string(),
    status: z.string().describe('CLP02; it never tells a denial'),
    verdict: z.enum(['paid', 'left-to-client', 'denied', 'partly-denied', 'settled-elsewhere', 'nothing']),
    charge: CentsNumber,
    paid: CentsNumber,
    clientOwes: CentsNumber.nullable(),
    lines: z.array(
      z.object({
        number: z.int(),
        procedure: z.string(),
        modifiers: z.array(z.string()),
        units: z.number(),
        charge: CentsNumber,
        paid: CentsNumber,
      }),
    ),
    adjustments: z.array(Explained),
  })
  .meta({ id: 'RemittedClaim' })

export const RemittanceDetail = z
  .object({
    remittance: RemittanceView,
    payerName: z.string().nullable(),
    method: z.string(),
    proof: BalanceProofView,
    claims: z.array(RemittedClaimView),
    providerAdjustments: z.array(
      z.object({
        provider: z.string(),
        code: z.string(),
        reference: z.string().nullable(),
        amount: CentsNumber,
      }),
    ),
  })
  .meta({ id: 'Remittance' })

export const StoredFileView = typed<FileListed>(
  z
    .object({
      id: Uuid,
      direction: z.enum(['in', 'out']),
      kind: z.enum(['837P', 'TA1', '999', '277CA', '835', 'unknown']),
      name: z.string(),
      size: z.int(),
      sha256: z.string(),
      status: z.enum(['stored', 'read', 'quarantined', 'rejected']),
      findings: Findings,
      storedAt: InstantText,
    })
    .meta({ id: 'StoredFile' }),
)
