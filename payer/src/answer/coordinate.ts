// What changes in the money of a line when another payer came before this one, or when a law takes a part of the payment.
import {
  type Cents,
  greater,
  lesser,
  shareHalfUp,
  subtract,
  sum,
  zero,
} from '@goldenthread/core/values/cents.ts'
import type { Day } from '@goldenthread/core/values/day.ts'
import type { Adjustment, JudgedLine } from './judge-line.ts'
import type { PlanRules } from './plan.ts'
import type { SentClaim, SentLine } from './sent-claim.ts'

/** What earlier payers paid on a line, and what they left of its charge to the client. */
export interface Earlier {
  readonly paid: Cents
  readonly left: Cents
}

const isFirst = ({ order }: SentClaim): boolean => order === 'P' || order === ''

/** Whether another payer should have answered before and the claim does not tell what it said (CARC 22). */
export const lacksEarlierAnswer = (claim: SentClaim, line: SentLine): boolean =>
  !isFirst(claim) && claim.earlierPaid === null && line.earlierAnswers.length === 0

/**
 * Line by line where the claim tells it so (2430); else what was paid on the claim (AMT*D) settles one line after
 * another, each up to its charge. Null for the lines of a claim that asks this payer first.
 */
export const earlierOn = (claim: SentClaim): readonly (Earlier | null)[] => {
  let unspent = claim.earlierPaid ?? zero
  const byLine = claim.lines.some(({ earlierAnswers }) => earlierAnswers.length > 0)
  return claim.lines.map(({ charge, earlierAnswers }) => {
    if (isFirst(claim)) return null
    const last = earlierAnswers.at(-1)
    if (last !== undefined) return { paid: sum(earlierAnswers.map(({ paid }) => paid)), left: last.client }
    const paid = byLine ? zero : lesser(unspent, charge)
    unspent = subtract(unspent, paid)
    return { paid, left: subtract(charge, paid) }
  })
}

/** Whether what an earlier payer says of a line adds up to its charge (docs/sources.md 8.6). */
export const isEarlierBalanced = ({ charge, earlierAnswers }: SentLine): boolean =>
  earlierAnswers.every(({ paid, adjusted }) => sum([paid, adjusted]) === charge)

const aboveZero = (adjustments: readonly Adjustment[]): readonly Adjustment[] =>
  adjustments.filter(({ amount }) => amount > 0)

/** The client's reasons of a line, in their order, up to what is left to bear. */
const upTo = (most: Cents, adjustments: readonly Adjustment[]): readonly Adjustment[] => {
  let left = most
  return adjustments
    .filter(({ group }) => group === 'PR')
    .map((each) => {
      const amount = lesser(each.amount, left)
      left = subtract(left, amount)
      return { ...each, amount }
    })
}

/**
 * This payer's answer after others: OA 23 takes what they paid or wrote off; of what they left it pays no more than it
 * would have paid alone, and no more than its allowed less their payments. The client bears of the rest what he or she
 * would have borne under this plan alone; CO 45 takes what then remains (docs/sources.md money 3.1 to 3.3).
 */
export const coordinate = (alone: JudgedLine, earlier: Earlier): JudgedLine => {
  const { charge, allowed } = alone
  if (allowed === null) return alone
  const room = greater(subtract(allowed, earlier.paid), zero)
  const paid = lesser(lesser(alone.paid, room), earlier.left)
  const rest = subtract(earlier.left, paid)
  const client = upTo(rest, alone.adjustments)
  const borne = sum(client.map(({ amount }) => amount))
  const adjustments = aboveZero([
    { group: 'CO', reason: '45', amount: subtract(rest, borne) },
    { group: 'OA', reason: '23', amount: subtract(charge, earlier.left) },
    ...client,
  ])
  return { charge, allowed, adjustments, paid }
}

/** Takes off a payment what a law says for the day of service (CO 253), half a cent going up. */
export const sequester = (judged: JudgedLine, { sequestration = [] }: PlanRules, on: Day): JudgedLine => {
  const row = sequestration.find(({ from, to }) => from <= on && (to === null || on <= to))
  const amount = shareHalfUp(judged.paid, row?.basisPoints ?? 0)
  if (amount === 0) return judged
  return {
    ...judged,
    adjustments: [...judged.adjustments, { group: 'CO', reason: '253', amount }],
    paid: subtract(judged.paid, amount),
  }
}
