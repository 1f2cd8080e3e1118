// The act of the payer's answer: one entry a claim, one for what belongs to no claim, or the deposit alone when it is refused.
import { subtract } from '../values/cents.ts'
import { type Result, accepted, refused } from '../values/result.ts'
import type { Claim } from '../claim/claim.ts'
import { balanceOf } from '../ledger/balance.ts'
import { account } from '../ledger/chart.ts'
import type { Entry } from '../ledger/entry.ts'
import { standing } from '../ledger/journal.ts'
import { reversalIn } from '../ledger/reversal.ts'
import { type BalanceProof, proveBalance } from '../remit/balance-proof.ts'
import type { MatchedClaim, Matching } from '../remit/match.ts'
import { type Remittance, type RemittedClaim, isPrediction, isReversal } from '../remit/remittance.ts'
import { earnedWhenRemitted } from './earn-share.ts'
import { credit, debit } from './entry-lines.ts'
import { filingStanding } from './put-back-filed.ts'
import { type PostingMoment, shareLines } from './posting-terms.ts'
import { providerAdjustmentFindings, providerAdjustmentLines } from './provider-adjustments.ts'
import {
  type Answer,
  type Run,
  contentOf,
  hashOf,
  known,
  remittedKey,
  toUnapplied,
  unitPrefix,
  wholeSource,
  withEntry,
  withFindings,
  withReversal,
} from './remittance-run.ts'
import { applyDeposit, mirrors, settlement, takenBack } from './settle-claim.ts'

export interface Posted {
  /** To be appended in this order, all or none. */
  readonly entries: readonly Entry[]
  readonly proof: BalanceProof
  /** False when the remittance was refused and only its deposit stands. */
  readonly applied: boolean
}

/** The answer to a claim that stands: posted and not taken back. */
export const answerStanding = (run: Run, claim: Claim): Entry | null =>
  known(run).find(
    (each) =>
      each.act === 'remitted' &&
      each.key.endsWith(`:${claim.claimNumber}`) &&
      reversalIn(known(run), each) === null,
  ) ?? null

/** What a person decided of an answer was about that answer: it is taken back with it. */
const withoutDecisions = (run: Run, claim: Claim, source: string): Run =>
  known(run)
    .filter(({ act, key }) => act === 'decided' && key.endsWith(`:${claim.claimNumber}`))
    .filter((each) => reversalIn(known(run), each) === null)
    .reduce(
      (next, each) =>
        withReversal(
          next,
          each,
          `reversed-${each.key}`,
          `What was decided of claim ${claim.claimNumber} is taken back with the answer it was about.`,
          source,
        ),
      run,
    )

/** A filing stands: the first one, or the one posted anew when what was to replace the claim came to nothing. */
export const isFiled = (run: Run, claim: Claim): boolean =>
  filingStanding(run.answer.entries, claim.claimNumber) !== null

const takeBack = (run: Run, { claim, remitted }: MatchedClaim): Run => {
  const posted = answerStanding(run, claim)
  const source = `${wholeSource(run.answer.remittance)} claim ${claim.claimNumber}`
  const { payerClass } = run.answer.termsOf(claim)
  if (posted === null) {
    const nothingMoved = settlement(claim, takenBack(remitted), payerClass, source).length === 0
    return nothingMoved ? run : toUnapplied(run, remitted, 'reverses-nothing')
  }
  return mirrors(posted.lines, claim, remitted, payerClass)
    ? withReversal(
        withoutDecisions(run, claim, source),
        posted,
        `reversal-${claim.claimNumber}`,
        `The payer took back its answer to claim ${claim.claimNumber}.`,
        source,
      )
    : toUnapplied(run, remitted, 'reversal-differs')
}

export const settle = (run: Run, matched: MatchedClaim): Run => {
  const { claim, remitted } = matched
  const { remittance, termsOf } = run.answer
  const source = `${wholeSource(remittance)} claim ${claim.claimNumber}`
  const terms = termsOf(claim)
  const earned = earnedWhenRemitted(terms.payContract, terms.payerClass, matched)
  const lines = [
    ...settlement(claim, remitted, terms.payerClass, source),
    ...applyDeposit(claim, remitted, terms.payerClass, known(run), source),
    ...shareLines(earned, terms.provider, source),
  ]
  const says = `The payer answered claim ${claim.claimNumber}.`
  const content = { remitted: contentOf(remitted), provider: terms.provider }
  return withFindings(withEntry(run, claim.claimNumber, says, content, lines), earned.findings)
}

const movesBank = (entry: Entry): boolean => entry.lines.some((line) => line.account.kind === 'bank')

const post = (run: Run, matched: MatchedClaim): Run => {
  const { claim, remitted } = matched
  const { remittance } = run.answer
  if (isPrediction(remitted)) return remitted.paid === 0 ? run : toUnapplied(run, remitted, 'prediction')
  // An answer is taken back whether or not its claim still stands as filed: a replaced one does not.
  if (isReversal(remitted)) return takeBack(run, matched)
  if (!isFiled(run, claim)) return toUnapplied(run, remitted, 'not-filed')
  const before = answerStanding(run, claim)
  if (before === null) {
    const taken = known(run).some((each) => each.key === remittedKey(remittance, claim.claimNumber))
    return taken ? toUnapplied(run, remitted, 'answered-before') : settle(run, matched)
  }
  if (movesBank(before) || before.key.startsWith(unitPrefix(remittance))) {
    return toUnapplied(run, remitted, 'answered-before')
  }
  // An answer that paid nothing needs no reversal by the payer: the new one stands in its place.
  const source = `${wholeSource(remittance)} claim ${claim.claimNumber}`
  const says = `The payer judged claim ${claim.claimNumber} anew.`
  const open = withoutDecisions(run, claim, source)
  return settle(withReversal(open, before, `reversal-${claim.claimNumber}`, says, source), matched)
}

/**
 * A set without its end may lack claims, and claims are part of what names a payment: its deposit would stand under
 * another key than that of the whole file, and the bank would be moved twice. Nothing is posted until it comes whole.
 */
const isCutOff = ({ faults }: Remittance): boolean =>
  faults.some(({ code }) => code === '999:IK5:2' || code === '999:IK5:4')

const deposit = (run: Run): Run => {
  const { remittance } = run.answer
  const source = wholeSource(remittance)
  const { paid } = remittance.unit
  const lines = [...debit(account('bank'), paid, source), ...credit(account('unapplied'), paid, source)]
  return withEntry(run, 'deposit', 'A remittance was refused; its deposit stands unapplied.', { paid }, lines)
}

const providerAdjustments = (run: Run): Run => {
  const { remittance } = run.answer
  const content = remittance.providerAdjustments.map(({ provider, code, reference, amount }) => ({
    provider,
    code,
    reference,
    amount,
  }))
  const lines = providerAdjustmentLines(remittance, wholeSource(remittance))
  const says = 'The payer adjusted its payment beside any claim.'
  return withFindings(
    withEntry(run, 'provider-adjustments', says, content, lines),
    providerAdjustmentFindings(remittance),
  )
}

/**
 * Of an approved remittance only the claims whose own sums hold are posted and told of; the payment as a whole need not
 * add up.
 */
export const onlyBalanced = (remittance: Remittance, matching: Matching): Matching => {
  const { claims } = proveBalance(remittance)
  const holds = (claim: RemittedClaim): boolean => {
    const of = claims[remittance.claims.indexOf(claim)]
    return of !== undefined && of.holds && of.charges?.holds !== false && of.lines.every((line) => line.holds)
  }
  return {
    ...matching,
    matched: matching.matched.filter(({ remitted }) => holds(remitted)),
    unmatched: matching.unmatched.filter(holds),
  }
}

/** What the bank has beyond what the entries account for: it waits in suspense until it is settled. */
const difference = (run: Run): Run => {
  const { remittance } = run.answer
  const bank = account('bank')
  const ours = run.made.filter(({ key }) => key !== remittedKey(remittance, 'deposit-applied'))
  const left = subtract(remittance.unit.paid, balanceOf(ours, bank))
  const source = wholeSource(remittance)
  const lines = [...debit(bank, left, source), ...credit(account('suspense'), left, source)]
  const says = 'What of a remittance does not balance stands in suspense.'
  return withEntry(run, 'suspense', says, { left }, lines)
}

/** Entries of this unit that stand already, without a deposit that is still unapplied. */
const postedBefore = (answer: Answer): readonly Entry[] =>
  answer.entries.filter(
    (each) =>
      each.key.startsWith(unitPrefix(answer.remittance)) &&
      each.key !== remittedKey(answer.remittance, 'deposit'),
  )

/** The same unit again: what stands is the answer, unless the file says something else under the same key. */
const again = (
  answer: Answer,
  before: readonly Entry[],
  proof: BalanceProof,
  moment: PostingMoment,
): Result<Posted> => {
  const { remittance, matching, termsOf } = answer
  const conflicts = matching.matched.flatMap(({ claim, remitted }) => {
    const part = claim.claimNumber
    const key = remittedKey(remittance, part)
    if (isReversal(remitted) || !before.some((each) => each.key === key)) return []
    const content = { remitted: contentOf(remitted), provider: termsOf(claim).provider }
    return standing(answer.entries, key, hashOf(remittance, part, content, moment)).findings
  })
  return conflicts.length > 0 ? refused(conflicts) : accepted({ entries: before, proof, applied: true })
}

const start = (answer: Answer, moment: PostingMoment): Run => {
  const run: Run = { answer, moment, made: [], findings: [] }
  const held = answer.entries.find((each) => each.key === remittedKey(answer.remittance, 'deposit'))
  if (held === undefined || reversalIn(answer.entries, held) !== null) return run
  const says = 'The remittance came right; its deposit is applied.'
  return withReversal(run, held, 'deposit-applied', says, wholeSource(answer.remittance))
}

/**
 * Entries `remitted:<unit key>:<claim number>`, and beside them `…:provider-adjustments` and `…:unapplied-<n>`; together
 * they move the bank by BPR02. A remittance that does not balance or was not read whole moves nothing but its deposit
 * (`…:deposit`), with the findings that say why; when a person has approved it (`answer.approved`), the claims that
 * balance by themselves are posted and the difference stands in suspense (`…:suspense`). The same unit again answers
 * with what stands.
 */
export const postRemitted = (answer: Answer, moment: PostingMoment): Result<Posted> => {
  const { remittance, matching } = answer
  const proof = proveBalance(remittance)
  const before = postedBefore(answer)
  if (before.length > 0) return again(answer, before, proof, moment)
  if (isCutOff(remittance)) return accepted({ entries: [], proof, applied: false }, proof.findings)
  const approved = answer.approved === true
  if (!proof.holds && !approved) {
    const { made } = deposit({ answer, moment, made: [], findings: [] })
    return accepted({ entries: made, proof, applied: false }, proof.findings)
  }
  // Reversals go first, wherever the file has them, so that a correction finds its claim open.
  const { matched, unmatched } = proof.holds ? matching : onlyBalanced(remittance, matching)
  const inOrder = [...matched].sort(
    (one, other) => Number(isReversal(other.remitted)) - Number(isReversal(one.remitted)),
  )
  const settled = inOrder.reduce(post, start(answer, moment))
  const unapplied = unmatched.reduce((run, each) => toUnapplied(run, each, null), settled)
  const adjusted = providerAdjustments(unapplied)
  const whole = proof.holds ? adjusted : difference(adjusted)
  const findings = [...proof.findings, ...matching.findings, ...whole.findings]
  return accepted({ entries: whole.made, proof, applied: true }, findings)
}
