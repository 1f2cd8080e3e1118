// What the payer made of a line or a claim, read from the money and the adjustments and never from CLP02.
import { type Cents, subtract, sum, zero } from '../values/cents.ts'
import { type Adjustment, type RemittedClaim, adjustmentsOf } from './remittance.ts'

/** The money of a claim or line, sorted by what becomes of it. Charge = paid + client + contract + priced + refused. */
export interface Judged {
  readonly charge: Cents
  readonly paid: Cents
  /** PR of any reason: the client's account. */
  readonly client: Cents
  /** CO 45: above the contract's fee, given up. */
  readonly contract: Cents
  /** Other adjustments that price the service and do not refuse it: sequestration, what the prior payer did … */
  readonly priced: Cents
  /** Refused to the provider's account: denied, bundled, reduced, until a person decides. */
  readonly refused: Cents
  /** What the payer holds the service to be worth to it: charge less contract and less all that was refused. */
  readonly allowed: Cents
  readonly verdict: Verdict
}

/** `denied`: nothing paid, nothing allowed, and a reason that refuses. `left-to-client`: allowed, all of it the client's. */
export type Verdict = 'paid' | 'left-to-client' | 'denied' | 'partly-denied' | 'settled-elsewhere' | 'nothing'

/** The client's part of a service that the payer allowed: deductible, coinsurance, copay (docs/sources.md 8.4). */
const sharedReasons: ReadonlySet<string> = new Set(['1', '2', '3'])

/**
 * Reasons that price a service or tell of another's payment (docs/sources.md 8.4, docs/sources.md money 5): 23 the prior payer,
 * 24 capitation, 94 raised for what was bundled into it, 104 withheld, 131 discount, 144 bonus, 161 bonus, 253 sequestration.
 */
const pricingReasons: ReadonlySet<string> = new Set([
  '23',
  '24',
  '45',
  '94',
  '104',
  '131',
  '144',
  '161',
  '253',
])

/** Paid by someone else or by the month: a payment of nothing that is no denial. */
const elsewhereReasons: ReadonlySet<string> = new Set(['23', '24'])

const amountOf = (adjustments: readonly Adjustment[], wanted: (each: Adjustment) => boolean): Cents =>
  sum(adjustments.filter(wanted).map((each) => each.amount))

const isContract = (each: Adjustment): boolean => each.group === 'CO' && each.reason === '45'

const verdictOf = (
  of: Omit<Judged, 'verdict'>,
  shared: Cents,
  refusedAll: Cents,
  elsewhere: Cents,
): Verdict => {
  if (of.paid === 0 && shared === 0) {
    if (refusedAll !== 0) return 'denied'
    return elsewhere !== 0 ? 'settled-elsewhere' : 'nothing'
  }
  if (refusedAll !== 0) return 'partly-denied'
  return of.paid === 0 ? 'left-to-client' : 'paid'
}

/** Judges some money by its adjustments. A `PR` whose reason refuses (PR 204, PR 96) is a denial that the client bears. */
export const judge = (charge: Cents, paid: Cents, adjustments: readonly Adjustment[]): Judged => {
  const client = amountOf(adjustments, (each) => each.group === 'PR')
  const contract = amountOf(adjustments, isContract)
  const refusing = (each: Adjustment): boolean =>
    each.group === 'PR'
      ? !sharedReasons.has(each.reason) && !pricingReasons.has(each.reason)
      : !pricingReasons.has(each.reason)
  const shared = amountOf(adjustments, (each) => each.group === 'PR' && sharedReasons.has(each.reason))
  const refusedAll = amountOf(adjustments, refusing)
  const refused = amountOf(adjustments, (each) => each.group !== 'PR' && refusing(each))
  const priced = amountOf(
    adjustments,
    (each) => each.group !== 'PR' && !isContract(each) && pricingReasons.has(each.reason),
  )
  const elsewhere = amountOf(adjustments, (each) => elsewhereReasons.has(each.reason))
  const allowed = subtract(charge, contract, refusedAll)
  const sorted = { charge, paid, client, contract, priced, refused, allowed }
  return {
    ...sorted,
    verdict: charge === zero ? 'nothing' : verdictOf(sorted, shared, refusedAll, elsewhere),
  }
}

/** Judges a whole claim: its own adjustments and those of its lines. */
export const judgeClaim = (claim: RemittedClaim): Judged =>
  judge(claim.charge, claim.paid, adjustmentsOf(claim))
