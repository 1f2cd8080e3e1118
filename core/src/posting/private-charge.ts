// What a client pays without a payer: the charge of a session by the practice's own fees.
import { type Cents, lesser, sum, times } from '../values/cents.ts'
import type { Day } from '../values/day.ts'
import { type Finding, field } from '../values/finding.ts'
import { type Result, accepted, refused } from '../values/result.ts'
import type { FeeScheduleRow } from '../coverage/coverage.ts'
import { feeOn } from '../coverage/estimate.ts'

export interface PrivateLine {
  /** From 1. */
  readonly number: number
  readonly procedure: string
  readonly units: number
  readonly charge: Cents
  /** What the client is asked for: the charge, or less where the practice's fee for private pay is lower. */
  readonly agreed: Cents
}

export interface PrivateCharge {
  /** Its own number, unique as a claim's is: `filed:<number>` is its entry. */
  readonly number: string
  /** The party of the client's accounts. */
  readonly client: string
  /** NPI of the one who did the work. */
  readonly provider: string
  readonly day: Day
  readonly lines: readonly PrivateLine[]
  readonly charge: Cents
  readonly agreed: Cents
}

export interface ChargeWanted extends Pick<PrivateCharge, 'number' | 'client' | 'provider' | 'day'> {
  readonly procedures: readonly { readonly code: string; readonly units: number }[]
  /** The practice's own fees; the first row of a code that holds on the day counts. */
  readonly fees: readonly FeeScheduleRow[]
}

const noFee = (code: string, at: number): Finding => ({
  code: 'private-fee-not-held',
  severity: 'holds-claim',
  whose: 'platform',
  place: field('privateFees'),
  says: `The practice has no fee for ${code} on the day of service, so the client is not charged yet.`,
  remedy: 'Add the fee for private pay of this code and day, then charge the session.',
  source: "the practice's own fee schedule",
  evidence: { code, line: String(at + 1) },
})

/** The charge, or a finding `private-fee-not-held` for each code without a fee on the day: then nothing is charged. */
export const priceCharge = ({ procedures, fees, ...of }: ChargeWanted): Result<PrivateCharge> => {
  const lines: PrivateLine[] = []
  const missing: Finding[] = []
  for (const [at, { code, units }] of procedures.entries()) {
    const fee = feeOn({ feeSchedule: fees }, code, of.day)
    if (fee === null) {
      missing.push(noFee(code, at))
      continue
    }
    const charge = times(fee.charge, units)
    const agreed = lesser(charge, times(fee.allowed, units))
    lines.push({ number: at + 1, procedure: code, units, charge, agreed })
  }
  if (missing.length > 0) return refused(missing)
  const [charge, agreed] = [sum(lines.map((line) => line.charge)), sum(lines.map((line) => line.agreed))]
  return accepted({ ...of, lines, charge, agreed })
}
