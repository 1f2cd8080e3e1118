// Proves a remittance on three levels: line, claim, payment. One that is off by a cent is refused, never plugged.
import { type Cents, dollars, subtract, sum } from '../values/cents.ts'
import type { Finding, Place } from '../values/finding.ts'
import {
  type Adjustment,
  type Remittance,
  type RemittedClaim,
  type RemittedLine,
  adjustmentsOf,
} from './remittance.ts'

/** `from` less `less` should be `stated`; `difference` is what is missing from (or too much in) `stated`. */
export interface Sum {
  readonly from: Cents
  readonly less: Cents
  readonly stated: Cents
  readonly difference: Cents
  readonly holds: boolean
}

/** SVC02 less the line's CAS should be SVC03. */
export interface LineProof extends Sum {
  readonly number: number
}

/** CLP03 less all CAS, its own and its lines', should be CLP04. */
export interface ClaimProof extends Sum {
  readonly claimNumber: string
  /** The charges of the lines against the claim's charge; null when the claim has no line. */
  readonly charges: { readonly lines: Cents; readonly claim: Cents; readonly holds: boolean } | null
  readonly lines: readonly LineProof[]
}

/** What the claims pay less what stands in the PLB should be BPR02. */
export interface BalanceProof extends Sum {
  readonly holds: boolean
  readonly claims: readonly ClaimProof[]
  /** Empty exactly when the proof holds on all levels and the remittance was read whole. */
  readonly findings: readonly Finding[]
}

const source = '005010X221A1 balancing (docs/sources.md 8.5)'

const proved = (from: Cents, less: Cents, stated: Cents): Sum => {
  const difference = subtract(from, less, stated)
  return { from, less, stated, difference, holds: difference === 0 }
}

const total = (adjustments: readonly Adjustment[]): Cents => sum(adjustments.map((each) => each.amount))

const proveLine = (line: RemittedLine): LineProof => ({
  number: line.number,
  ...proved(line.charge, total(line.adjustments), line.paid),
})

const proveClaim = (claim: RemittedClaim): ClaimProof => {
  const lineCharges = sum(claim.lines.map((line) => line.charge))
  return {
    claimNumber: claim.claimNumber,
    ...proved(claim.charge, total(adjustmentsOf(claim)), claim.paid),
    charges:
      claim.lines.length === 0
        ? null
        : { lines: lineCharges, claim: claim.charge, holds: lineCharges === claim.charge },
    lines: claim.lines.map(proveLine),
  }
}

const remedy =
  'Post nothing of this payment: its deposit stands as unapplied money until the payer sends it right.'

const off = (
  code: string,
  place: Place,
  what: string,
  names: readonly [string, string, string],
  of: Sum,
): Finding => ({
  code,
  severity: 'holds-claim',
  whose: 'code-set',
  place,
  says: `${what}: ${dollars(of.from)} ${names[0]} less ${dollars(of.less)} ${names[1]} is not the ${dollars(of.stated)} ${names[2]}; ${dollars(of.difference)} off.`,
  remedy,
  source,
  evidence: {
    [names[0]]: dollars(of.from),
    [names[1]]: dollars(of.less),
    [names[2]]: dollars(of.stated),
    difference: dollars(of.difference),
  },
})

const claimFindings = (claim: RemittedClaim, proof: ClaimProof): readonly Finding[] => {
  const name = `Claim ${claim.claimNumber}`
  const found = claim.lines.flatMap((line, at): readonly Finding[] => {
    const lineProof = proof.lines[at]
    return lineProof === undefined || lineProof.holds
      ? []
      : [
          off(
            '835:line-balance',
            line.place,
            `${name}, line ${line.number}`,
            ['charged', 'adjusted', 'paid'],
            lineProof,
          ),
        ]
  })
  if (!proof.holds) {
    found.push(off('835:claim-balance', claim.place, name, ['charged', 'adjusted', 'paid'], proof))
  }
  if (proof.charges !== null && !proof.charges.holds) {
    found.push({
      code: '835:line-charges',
      severity: 'holds-claim',
      whose: 'code-set',
      place: claim.place,
      says: `${name}: its lines charge ${dollars(proof.charges.lines)}, the claim ${dollars(proof.charges.claim)}.`,
      remedy,
      source,
      evidence: { lines: dollars(proof.charges.lines), claim: dollars(proof.charges.claim) },
    })
  }
  return found
}

/** BPR02 above zero cannot be sent as a notice without payment (request for interpretation 1581, docs/sources.md 8.5). */
const paymentFindings = (remittance: Remittance): readonly Finding[] => {
  const { unit, handling, method } = remittance
  if (unit.paid <= 0 || (handling !== 'H' && method !== 'NON')) return []
  return [
    {
      code: '835:payment-method',
      severity: 'holds-claim',
      whose: 'code-set',
      place: remittance.place,
      says: `The payment of ${dollars(unit.paid)} says of itself that no money is sent.`,
      remedy: 'Ask the payer whether the money was sent; post nothing until it is known.',
      source: 'X12 request for interpretation 1581 (docs/sources.md 8.5)',
      evidence: { handling, method, paid: dollars(unit.paid) },
    },
  ]
}

/**
 * The proof with every sum, so that a page can draw it, and a finding for each sum that is off: `835:line-balance`,
 * `835:claim-balance`, `835:line-charges`, `835:payment-balance`, `835:payment-method`. AMT amounts balance nothing.
 */
export const proveBalance = (remittance: Remittance): BalanceProof => {
  const claims = remittance.claims.map(proveClaim)
  const payment = proved(
    sum(remittance.claims.map((claim) => claim.paid)),
    sum(remittance.providerAdjustments.map((each) => each.amount)),
    remittance.unit.paid,
  )
  const findings = [
    ...remittance.faults,
    ...remittance.claims.flatMap((claim, at) => {
      const proof = claims[at]
      return proof === undefined ? [] : claimFindings(claim, proof)
    }),
  ]
  if (!payment.holds) {
    const what = `Payment ${remittance.unit.trace}`
    findings.push(
      off('835:payment-balance', remittance.place, what, ['paid on claims', 'adjusted', 'sent'], payment),
    )
  }
  findings.push(...paymentFindings(remittance))
  return { ...payment, holds: findings.length === 0, claims, findings }
}
