// What is expected of each line before the claim is filed: from the contract and the benefits we hold, apart from any payer's code.
import { type Cents, add, lesser, shareHalfUp, subtract, times, zero, dollars } from '../values/cents.ts'
import type { Day } from '../values/day.ts'
import { type Finding, field } from '../values/finding.ts'
import { type Result, accepted, refused } from '../values/result.ts'
import type { Benefits, Coverage, FeeScheduleRow } from './coverage.ts'

/** A line to be estimated. `charge` is the whole line's; absent, the fee schedule's times the units. */
export interface EstimateLine {
  readonly code: string
  readonly units: number
  readonly charge?: Cents
}

/** Charge = allowed + contract allowance; allowed = payer + client. `steps` says how, a sentence each. */
export interface EstimatedLine {
  readonly code: string
  readonly units: number
  readonly charge: Cents
  readonly allowed: Cents
  readonly payer: Cents
  readonly client: Cents
  readonly contractAllowance: Cents
  readonly steps: readonly string[]
}

/** The fee schedule's row of a code on a day, or null. */
export const feeOn = (
  coverage: Pick<Coverage, 'feeSchedule'>,
  code: string,
  on: Day,
): FeeScheduleRow | null =>
  coverage.feeSchedule.find(
    (row) => row.code === code && row.from <= on && (row.to === null || on <= row.to),
  ) ?? null

/** What is still to be taken from the client over the claim, as it runs down from line to line. */
interface Left {
  readonly deductible: Cents
  readonly copay: Cents
}

interface Share {
  readonly client: Cents
  readonly left: Left
  readonly steps: readonly string[]
}

const deductibleStep = (benefits: Benefits, taken: Cents): string =>
  benefits.deductibleLeft === null
    ? 'The deductible left is not stated: nothing is taken for it.'
    : `Deductible left: ${dollars(taken)} of this line.`

/** Copay, where one is stated, else coinsurance: they exclude one another. */
const copayOrCoinsurance = (
  benefits: Benefits,
  rest: Cents,
  copayLeft: Cents,
): readonly [taken: Cents, step: string] => {
  if (benefits.copay !== null && benefits.copay > 0) {
    const taken = lesser(copayLeft, rest)
    return [taken, `Copay, once a claim: ${dollars(taken)} of this line.`]
  }
  if (benefits.coinsurance !== null) {
    const taken = lesser(shareHalfUp(rest, benefits.coinsurance), rest)
    return [taken, `Coinsurance on ${dollars(rest)}, rounded half up: ${dollars(taken)}.`]
  }
  return [
    zero,
    benefits.copay === null
      ? 'Copay and coinsurance are not stated: nothing is taken for them.'
      : 'The copay is nothing and no coinsurance is stated.',
  ]
}

const clientShare = (benefits: Benefits, allowed: Cents, left: Left): Share => {
  const deductible = lesser(left.deductible, allowed)
  const rest = subtract(allowed, deductible)
  const [taken, step] = copayOrCoinsurance(benefits, rest, left.copay)
  const usesCopay = benefits.copay !== null && benefits.copay > 0
  return {
    client: add(deductible, taken),
    left: {
      deductible: subtract(left.deductible, deductible),
      copay: usesCopay ? subtract(left.copay, taken) : left.copay,
    },
    steps: [deductibleStep(benefits, deductible), step],
  }
}

const isMedicaid = ({ payer }: Coverage): boolean =>
  payer.class === 'medicaid' || payer.class === 'medicaid-managed'

/** The client's part of a line: all of it without a payer, else by the benefits. */
const shareOf = (coverage: Coverage, allowed: Cents, left: Left): Share => {
  if (coverage.payer.class === 'self-pay')
    return { client: allowed, left, steps: ['The client pays all of it.'] }
  const share = clientShare(coverage.benefits, allowed, left)
  if (!isMedicaid(coverage) || share.client === 0) return share
  const step = 'A Medicaid client is billed only what the plan itself names as their part.'
  return { ...share, steps: [...share.steps, step] }
}

const noFee = (code: string, place: number) => ({
  code: 'fee-not-held',
  severity: 'holds-claim' as const,
  whose: 'payer' as const,
  place: field('coverage.feeSchedule'),
  says: `The fee schedule has no row for ${code} on the day of service.`,
  remedy: 'Add the charge and the contract amount for this code and day.',
  source: "the practice's contract with the payer",
  evidence: { code, line: String(place + 1) },
})

const estimateLine = (
  coverage: Coverage,
  line: EstimateLine,
  fee: FeeScheduleRow,
  left: Left,
): { readonly estimated: EstimatedLine; readonly left: Left } => {
  const charge = line.charge ?? times(fee.charge, line.units)
  const contract = times(fee.allowed, line.units)
  const allowed = lesser(charge, contract)
  const share = shareOf(coverage, allowed, left)
  const estimated = {
    code: line.code,
    units: line.units,
    charge,
    allowed,
    payer: subtract(allowed, share.client),
    client: share.client,
    contractAllowance: subtract(charge, allowed),
    steps: [
      `Allowed is the lesser of the charge ${dollars(charge)} and the contract ${dollars(contract)}: ${dollars(allowed)} (${fee.source}).`,
      ...share.steps,
    ],
  }
  return { estimated, left: share.left }
}

/** An open estimate is said to be one: what the plan did not state was counted as nothing. */
const notStated = ({ payer, benefits }: Coverage): readonly Finding[] => {
  const open = [
    ...(benefits.deductibleLeft === null ? ['deductible left'] : []),
    ...(benefits.copay === null && benefits.coinsurance === null ? ['copay or coinsurance'] : []),
  ]
  if (open.length === 0 || payer.class === 'self-pay') return []
  return [
    {
      code: 'benefits-not-stated',
      severity: 'warns',
      whose: 'payer',
      place: field('coverage.benefits'),
      says: `The estimate is open: the plan did not state ${open.join(' and ')}, and nothing was counted for it.`,
      remedy: 'Ask the payer (eligibility, or by telephone) before the client is told what they owe.',
      source: 'coverage.benefits: null is "not stated"',
      evidence: {},
    },
  ]
}

/**
 * What to expect of each line: allowed is the lesser of charge and contract amount times units; from it the deductible
 * left, then copay (once a claim) or coinsurance (half up, a line), never more than remains. Deductible and copay run
 * down from line to line. What the plan did not state counts as nothing taken, and the steps say so. Amounts in cents.
 * A code without a fee row on the day is a finding, and then nothing is estimated. Throws on units below one.
 */
export const estimate = (
  lines: readonly EstimateLine[],
  coverage: Coverage,
  on: Day,
): Result<readonly EstimatedLine[]> => {
  const missing = lines.flatMap(({ code }, place) =>
    feeOn(coverage, code, on) === null ? [noFee(code, place)] : [],
  )
  if (missing.length > 0) return refused(missing)
  const { deductibleLeft, copay } = coverage.benefits
  let left: Left = { deductible: deductibleLeft ?? zero, copay: copay ?? zero }
  const estimated: EstimatedLine[] = []
  for (const line of lines) {
    const fee = feeOn(coverage, line.code, on)
    if (fee === null || !Number.isSafeInteger(line.units) || line.units < 1) {
      throw new RangeError(`a line has one unit or more: ${line.code} has ${line.units}`)
    }
    const next = estimateLine(coverage, line, fee, left)
    estimated.push(next.estimated)
    left = next.left
  }
  return accepted(estimated, notStated(coverage))
}
