// Sets what was expected before filing beside what the payer did, and names each difference in words.
import { type Cents, add, dollars, zero } from '../values/cents.ts'
import type { Finding, Place } from '../values/finding.ts'
import type { ClaimLine, ExpectedPayment } from '../claim/claim.ts'
import { type Judged, judge, judgeClaim } from './judgement.ts'
import type { MatchedClaim } from './match.ts'
import { type Adjustment, isPrediction, isReversal } from './remittance.ts'

export interface Difference {
  /** Our line; null when the payer answered the claim as a whole. */
  readonly line: number | null
  readonly what: 'denied' | 'allowed' | 'client' | 'paid'
  readonly expected: Cents
  readonly seen: Cents
  /** `Line 1: payer allowed $110.00, the contract says $140.00`. */
  readonly says: string
}

export interface LineComparison {
  readonly line: number | null
  readonly expected: ExpectedPayment
  readonly seen: Judged
  readonly differences: readonly Difference[]
}

export interface Comparison {
  readonly lines: readonly LineComparison[]
  /** Payer's part over the claim. */
  readonly payerExpected: Cents
  readonly payerPaid: Cents
  /** One warning a difference: `remit:denied`, `remit:allowed`, `remit:client`, `remit:paid`. */
  readonly findings: readonly Finding[]
}

const refusals = (adjustments: readonly Adjustment[]): string =>
  adjustments.map((each) => `${each.group} ${each.reason}`).join(', ')

/** A denial explains all the rest; otherwise each amount that differs is named by itself. */
const differencesOf = (
  line: number | null,
  expected: ExpectedPayment,
  seen: Judged,
  adjustments: readonly Adjustment[],
): readonly Difference[] => {
  const name = line === null ? 'The claim' : `Line ${line}`
  if (seen.verdict === 'denied') {
    const says = `${name}: the payer denied it (${refusals(adjustments)}), and the contract allows ${dollars(expected.allowed)}`
    return expected.allowed === zero
      ? []
      : [{ line, what: 'denied', expected: expected.allowed, seen: zero, says }]
  }
  const pairs: readonly [Difference['what'], Cents, Cents, string, string][] = [
    ['allowed', expected.allowed, seen.allowed, 'payer allowed', 'the contract says'],
    ['client', expected.client, seen.client, "payer puts to the client's account", 'the benefits say'],
    ['paid', expected.payer, seen.paid, 'payer paid', 'the estimate was'],
  ]
  return pairs
    .filter(([, should, is]) => should !== is)
    .map(([what, should, is, did, says]) => ({
      line,
      what,
      expected: should,
      seen: is,
      says: `${name}: ${did} ${dollars(is)}, ${says} ${dollars(should)}`,
    }))
}

const remedies: Readonly<Record<Difference['what'], string>> = {
  denied: 'Follow the next action of the reason given.',
  allowed: 'Compare with the contract; when the contract holds, ask the payer to reprocess the claim.',
  client: 'Check the benefits with a new eligibility request before billing the client.',
  paid: 'Read the adjustments of the line: they say what was kept back.',
}

const totalExpected = (lines: readonly ClaimLine[]): ExpectedPayment => {
  const all = (key: keyof ExpectedPayment): Cents => add(...lines.map((line) => line.expected[key]))
  return {
    allowed: all('allowed'),
    payer: all('payer'),
    client: all('client'),
    contractAllowance: all('contractAllowance'),
  }
}

const asFinding = (difference: Difference, place: Place): Finding => ({
  code: `remit:${difference.what}`,
  severity: 'warns',
  whose: 'payer',
  place,
  says: `${difference.says}.`,
  remedy: remedies[difference.what],
  source: 'The payer contract (fee schedule and benefits) beside the 835',
  evidence: { expected: dollars(difference.expected), seen: dollars(difference.seen) },
})

const claimRow = (
  { remitted }: MatchedClaim,
  expected: ExpectedPayment,
): LineComparison & { readonly place: Place } => {
  const seen = judgeClaim(remitted)
  const adjustments = [...remitted.adjustments, ...remitted.lines.flatMap((line) => line.adjustments)]
  return {
    line: null,
    expected,
    seen,
    differences: differencesOf(null, expected, seen, adjustments),
    place: remitted.place,
  }
}

/**
 * Line by line where every line was matched and the claim has no adjustment of its own; else the claim as a whole,
 * because an adjustment of the claim belongs to no line. Reversals and predictions are not compared: nothing was judged.
 */
export const compareExpected = (matched: MatchedClaim): Comparison => {
  const { claim, remitted } = matched
  const whole = totalExpected(claim.lines)
  if (isReversal(remitted) || isPrediction(remitted)) {
    return { lines: [], payerExpected: whole.payer, payerPaid: remitted.paid, findings: [] }
  }
  const byLine =
    remitted.adjustments.length === 0 &&
    remitted.lines.length > 0 &&
    matched.lines.every((each) => each.line !== null)
  const rows: readonly (LineComparison & { readonly place: Place })[] = byLine
    ? matched.lines.flatMap(({ line, remitted: of }) => {
        if (line === null) return []
        const seen = judge(of.charge, of.paid, of.adjustments)
        const differences = differencesOf(line.number, line.expected, seen, of.adjustments)
        return [{ line: line.number, expected: line.expected, seen, differences, place: of.place }]
      })
    : [claimRow(matched, whole)]
  return {
    lines: rows.map(({ line, expected, seen, differences }) => ({ line, expected, seen, differences })),
    payerExpected: whole.payer,
    payerPaid: remitted.paid,
    findings: rows.flatMap((row) => row.differences.map((each) => asFinding(each, row.place))),
  }
}
