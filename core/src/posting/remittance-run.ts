// One remittance being posted: the entries made so far, their keys and hashes, and what is said on the way.
import { type Json, canonicalJson } from '../values/canonical-json.ts'
import type { Finding } from '../values/finding.ts'
import type { Claim } from '../claim/claim.ts'
import { account } from '../ledger/chart.ts'
import type { Entry, EntryLine } from '../ledger/entry.ts'
import { makeEntry } from '../ledger/make-entry.ts'
import { reverse } from '../ledger/reversal.ts'
import type { Matching } from '../remit/match.ts'
import type { RemittedClaim, Remittance } from '../remit/remittance.ts'
import { credit, debit } from './entry-lines.ts'
import type { ClaimTerms, PostingMoment } from './posting-terms.ts'
import { type Unapplied, unappliedFinding } from './unapplied.ts'

export interface Answer {
  readonly remittance: Remittance
  readonly matching: Matching
  readonly termsOf: (claim: Claim) => ClaimTerms
  /** What stands in the journal: deposits, what was filed, what was answered before. */
  readonly entries: readonly Entry[]
  /** A person has said that what balances of it is posted though the whole does not. */
  readonly approved?: boolean
}

export const unitPrefix = (remittance: Remittance): string => `remitted:${remittance.unit.key}:`
export const remittedKey = (remittance: Remittance, claimNumber: string): string =>
  `${unitPrefix(remittance)}${claimNumber}`

export const wholeSource = (remittance: Remittance): string => `835 trace ${remittance.unit.trace}`

/** What was read, without places: offsets belong to a file, and the same payment may come in another one. */
export const contentOf = (claim: RemittedClaim): Json => {
  const { claimNumber, payerClaimNumber, status, charge, paid } = claim
  const adjustments = (of: RemittedClaim['adjustments']): Json =>
    of.map(({ group, reason, amount }) => ({ group, reason, amount }))
  return {
    claimNumber,
    payerClaimNumber,
    status,
    charge,
    paid,
    adjustments: adjustments(claim.adjustments),
    lines: claim.lines.map((line) => ({
      lineControlNumber: line.lineControlNumber,
      code: line.procedure.code,
      charge: line.charge,
      paid: line.paid,
      adjustments: adjustments(line.adjustments),
    })),
  }
}

export const hashOf = (remittance: Remittance, part: string, content: Json, moment: PostingMoment): string =>
  moment.sha256(canonicalJson({ act: 'remitted', unit: remittance.unit.key, part, content }))

/** Posting one remittance: entries made so far, with those of the journal before them. */
export interface Run {
  readonly answer: Answer
  readonly moment: PostingMoment
  readonly made: readonly Entry[]
  readonly findings: readonly Finding[]
}

export const known = (run: Run): readonly Entry[] => [...run.answer.entries, ...run.made]

export const withEntry = (
  run: Run,
  part: string,
  says: string,
  content: Json,
  lines: readonly EntryLine[],
): Run => {
  if (lines.length === 0) return run
  const { remittance } = run.answer
  const made = makeEntry({
    key: remittedKey(remittance, part),
    act: 'remitted',
    at: run.moment.at,
    says,
    inputHash: hashOf(remittance, part, content, run.moment),
    reverses: null,
    lines,
  })
  // Lines are balanced by their making: one that is not is a broken assumption, never the payer's fault.
  if (!made.ok)
    throw new Error(`an answer makes balanced entries: ${made.findings.map((each) => each.says).join(' ')}`)
  return { ...run, made: [...run.made, made.value] }
}

export const withFindings = (run: Run, findings: readonly Finding[]): Run => ({
  ...run,
  findings: [...run.findings, ...findings],
})

/** Money of a claim that cannot be posted to it: the bank has it. `why` is null when the matching has said so already. */
export const toUnapplied = (run: Run, remitted: RemittedClaim, why: Unapplied | null): Run => {
  const { remittance } = run.answer
  const at = remittance.claims.indexOf(remitted) + 1
  const source = `${wholeSource(remittance)} claim ${at} of the remittance`
  const lines = [
    ...debit(account('bank'), remitted.paid, source),
    ...credit(account('unapplied'), remitted.paid, source),
  ]
  const says = 'Money of a claim in the remittance stands unapplied.'
  const next = withEntry(run, `unapplied-${at}`, says, contentOf(remitted), lines)
  return why === null ? next : withFindings(next, [unappliedFinding(why, remitted)])
}

/** The reversal bears a key of this unit, so that the unit is known again when it comes again. */
export const withReversal = (run: Run, entry: Entry, part: string, says: string, source: string): Run => {
  const { at, sha256 } = run.moment
  const back = reverse(entry, { key: remittedKey(run.answer.remittance, part), at, says, source, sha256 })
  return back.ok ? { ...run, made: [...run.made, back.value] } : withFindings(run, back.findings)
}
