// The money of one line: what is allowed, who bears what, what is paid. Pure sums, one line after another.
import {
  type Cents,
  cents,
  lesser,
  shareHalfUp,
  subtract,
  sum,
  zero,
} from '@goldenthread/core/values/cents.ts'

/** One reason of a CAS. Amounts are above zero. */
export interface Adjustment {
  readonly group: 'CO' | 'OA' | 'PR'
  /** The claim adjustment reason code. */
  readonly reason: string
  readonly amount: Cents
}

/** What the client still bears of a claim: it runs down from line to line. */
export interface ClientPart {
  readonly deductibleLeft: Cents
  /** Zero when there is none, or when it has been taken; a copay and a coinsurance exclude one another. */
  readonly copayLeft: Cents
  /** Basis points. */
  readonly coinsurance: number
}

export interface JudgedLine {
  readonly charge: Cents
  /** Null when the line was denied. */
  readonly allowed: Cents | null
  readonly adjustments: readonly Adjustment[]
  readonly paid: Cents
}

/** A fee times units in thousandths, rounded half up to a whole cent. */
export const feeFor = (fee: Cents, thousandths: number): Cents => shareHalfUp(fee, thousandths * 10)

const aboveZero = (adjustments: readonly Adjustment[]): readonly Adjustment[] =>
  adjustments.filter(({ amount }) => amount > 0)

/** A denied line: one reason takes the whole charge. */
export const deny = (charge: Cents, group: 'CO' | 'PR', reason: string): JudgedLine => ({
  charge,
  allowed: null,
  adjustments: aboveZero([{ group, reason, amount: charge }]),
  paid: zero,
})

/**
 * Allowed is the lesser of charge and fee. CO 45 takes charge less allowed; then PR 1 the deductible left; then PR 3 the
 * copay left, or PR 2 the coinsurance rounded half up, of what remains and never above it; the rest is paid.
 */
export const share = (
  charge: Cents,
  fee: Cents,
  part: ClientPart,
): { readonly judged: JudgedLine; readonly left: ClientPart } => {
  const allowed = lesser(charge, fee)
  const deductible = lesser(part.deductibleLeft, allowed)
  const remains = subtract(allowed, deductible)
  const copay = lesser(part.copayLeft, remains)
  const coinsurance = lesser(shareHalfUp(remains, part.coinsurance), remains)
  const adjustments = aboveZero([
    { group: 'CO', reason: '45', amount: subtract(charge, allowed) },
    { group: 'PR', reason: '1', amount: deductible },
    { group: 'PR', reason: '2', amount: coinsurance },
    { group: 'PR', reason: '3', amount: copay },
  ])
  return {
    judged: {
      charge,
      allowed,
      adjustments,
      paid: cents(charge - sum(adjustments.map(({ amount }) => amount))),
    },
    left: {
      deductibleLeft: subtract(part.deductibleLeft, deductible),
      copayLeft: subtract(part.copayLeft, copay),
      coinsurance: part.coinsurance,
    },
  }
}
