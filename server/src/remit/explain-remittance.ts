// A remittance as a person reads it: the proof of its sums, and each adjustment with what it means and what to do.
import { proveBalance } from '@goldenthread/core/remit/balance-proof.ts'
import { explainAdjustments } from '@goldenthread/core/remit/explain-adjustments.ts'
import { compareExpected } from '@goldenthread/core/remit/compare-expected.ts'
import { judgeClaim } from '@goldenthread/core/remit/judgement.ts'
import { matchByHand } from '@goldenthread/core/remit/match.ts'
import {
  type Remittance,
  type RemittedClaim,
  isPrediction,
  isReversal,
} from '@goldenthread/core/remit/remittance.ts'
import { sum } from '@goldenthread/core/values/cents.ts'
import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { type ClaimNamed, claimsByNumber, remittanceById } from './remittance-store.ts'

const kindOf = (remitted: RemittedClaim): 'answer' | 'reversal' | 'prediction' =>
  isReversal(remitted) ? 'reversal' : isPrediction(remitted) ? 'prediction' : 'answer'

/** What was expected of our claim beside what the payer did; nothing where the claim is none of ours. */
const expectedOf = (remitted: RemittedClaim, claim: ClaimNamed['claim']) => {
  if (claim === null) return { contract: null, differences: [] }
  const { lines } = compareExpected(matchByHand(remitted, claim).matched)
  return {
    contract: sum(claim.lines.map(({ expected }) => expected.allowed)),
    differences: lines.flatMap(({ differences }) => differences),
  }
}

const claimView = (
  remitted: RemittedClaim,
  remittance: Remittance,
  ours: ClaimNamed | null,
  facts: Services['facts'],
) => ({
  claimNumber: remitted.claimNumber,
  claimId: ours?.id ?? null,
  sessionId: ours?.sessionId ?? null,
  clientName: ours?.clientName ?? null,
  day: ours?.day ?? null,
  kind: kindOf(remitted),
  ...expectedOf(remitted, ours?.claim ?? null),
  allowed: judgeClaim(remitted).allowed,
  payerClaimNumber: remitted.payerClaimNumber,
  status: remitted.status,
  verdict: judgeClaim(remitted).verdict,
  charge: remitted.charge,
  paid: remitted.paid,
  clientOwes: remitted.clientOwes,
  lines: remitted.lines.map(({ number, procedure, units, charge, paid }) => ({
    number,
    procedure: procedure.code,
    modifiers: [...procedure.modifiers],
    units,
    charge,
    paid,
  })),
  // Of a claim that is none of ours nothing is known but the payment: its day explains it, and nobody is billed.
  adjustments: [
    ...explainAdjustments(remitted, ours?.payerClass ?? 'medicaid', ours?.day ?? remittance.unit.day, facts),
  ],
})

/** Everything that is shown of one remittance; null when there is none. */
export const explainRemittance = async (tx: Tx, { facts }: Pick<Services, 'facts'>, id: string) => {
  const found = await remittanceById(tx, id)
  if (found === null) return null
  const { remittance: document, ...remittance } = found
  const ours = await claimsByNumber(
    tx,
    document.claims.map(({ claimNumber }) => claimNumber),
  )
  const ourOf = ({ claimNumber }: RemittedClaim) =>
    ours.find((each) => each.claimNumber === claimNumber) ?? null
  return {
    remittance,
    payerName: document.payerName,
    method: document.method,
    proof: proveBalance(document),
    claims: document.claims.map((each) => claimView(each, document, ourOf(each), facts)),
    providerAdjustments: document.providerAdjustments.map(({ provider, code, reference, amount }) => ({
      provider,
      code,
      reference,
      amount,
    })),
  }
}
