// Proves a remittance's bytes on three levels with nothing of ours but cents: cut at `~` and `*`, added by hand.
import { type Cents, add, centsFromDecimal, subtract, sum, zero } from '@goldenthread/core/values/cents.ts'

const amount = (text: string | undefined): Cents => {
  const found = centsFromDecimal(text ?? '')
  if (found === null) throw new Error(`"${text}" is not an amount`)
  return found
}

const adjusted = (segment: readonly string[]): Cents => {
  let total = zero
  for (let at = 3; at < segment.length; at += 3)
    if (segment[at] !== '') total = add(total, amount(segment[at]))
  return total
}

interface Line {
  readonly charge: Cents
  readonly paid: Cents
  readonly adjustments: readonly Cents[]
}
interface Paid extends Line {
  readonly lines: readonly Line[]
}

/** Claims with their lines, adjustments put where the segment before says. */
const claimsOf = (segments: readonly (readonly string[])[]): readonly Paid[] => {
  const claims: {
    charge: Cents
    paid: Cents
    adjustments: Cents[]
    lines: { charge: Cents; paid: Cents; adjustments: Cents[] }[]
  }[] = []
  for (const segment of segments) {
    const claim = claims.at(-1)
    if (segment[0] === 'CLP')
      claims.push({ charge: amount(segment[3]), paid: amount(segment[4]), adjustments: [], lines: [] })
    if (segment[0] === 'SVC')
      claim?.lines.push({ charge: amount(segment[2]), paid: amount(segment[3]), adjustments: [] })
    if (segment[0] === 'CAS') (claim?.lines.at(-1) ?? claim)?.adjustments.push(adjusted(segment))
  }
  return claims
}

/** What does not add up, in words; none when all three levels hold. */
export const imbalances = (text: string): readonly string[] => {
  const segments = text.split('~').map((each) => each.trim().split('*'))
  const claims = claimsOf(segments)
  const faults: string[] = []
  for (const [at, claim] of claims.entries()) {
    for (const [number, line] of claim.lines.entries()) {
      if (subtract(line.charge, ...line.adjustments) !== line.paid)
        faults.push(`claim ${at + 1} line ${number + 1}`)
    }
    const all = sum([...claim.adjustments, ...claim.lines.flatMap((line) => line.adjustments)])
    if (subtract(claim.charge, all) !== claim.paid) faults.push(`claim ${at + 1}`)
  }
  const provider = segments
    .filter((each) => each[0] === 'PLB')
    .map((each) =>
      sum(
        each
          .slice(4)
          .filter((_, n) => n % 2 === 0)
          .map(amount),
      ),
    )
  const bpr = segments.find((each) => each[0] === 'BPR')
  if (subtract(sum(claims.map((claim) => claim.paid)), sum(provider)) !== amount(bpr?.[2]))
    faults.push('payment')
  return faults
}
