// A remitted claim that found none of ours, put to the claim a person names: its unapplied money becomes the payer's answer.
import { type Finding, field } from '../values/finding.ts'
import { type Result, accepted, refused } from '../values/result.ts'
import type { Entry } from '../ledger/entry.ts'
import { reversalIn } from '../ledger/reversal.ts'
import type { MatchedClaim } from '../remit/match.ts'
import { isPrediction, isReversal } from '../remit/remittance.ts'
import { answerStanding, isFiled, settle } from './post-remitted.ts'
import type { PostingMoment } from './posting-terms.ts'
import { type Answer, type Run, known, remittedKey, wholeSource, withReversal } from './remittance-run.ts'

const fault = (code: string, says: string, remedy: string): Finding => ({
  code: `posting:${code}`,
  severity: 'holds-claim',
  whose: 'platform',
  place: field('claimId'),
  says,
  remedy,
  source: 'docs/sources.md 8.5: matching',
  evidence: {},
})

const byHandFault = (
  run: Run,
  { claim, remitted }: MatchedClaim,
  held: Entry | undefined,
): Finding | null => {
  if (held === undefined || reversalIn(known(run), held) !== null)
    return fault(
      'not-unapplied',
      'This money does not stand unapplied any more.',
      'Look at where it was put.',
    )
  if (isReversal(remitted) || isPrediction(remitted))
    return fault(
      'no-answer',
      'What the payer sent is no answer that pays a claim.',
      'Ask the payer what it is for.',
    )
  if (!isFiled(run, claim))
    return fault(
      'not-filed',
      'The claim has no filing that stands.',
      'Name the claim that stands for the session.',
    )
  const taken = known(run).some(({ key }) => key === remittedKey(run.answer.remittance, claim.claimNumber))
  return answerStanding(run, claim) !== null || taken
    ? fault(
        'answered',
        'The payer has answered this claim.',
        'Put no more of the money to it than it has open.',
      )
    : null
}

/** True when the claim stands filed and without an answer, so that a whole answer can be put to it. */
export const awaitsAnswer = (answer: Answer, { claim }: MatchedClaim, moment: PostingMoment): boolean => {
  const run: Run = { answer, moment, made: [], findings: [] }
  return isFiled(run, claim) && answerStanding(run, claim) === null
}

/**
 * The entries that put it there: the unapplied money is taken back (`…:applied-<n>`) and the claim is settled as if the
 * payer had named it (`…:<claim number>`), with deposit and provider's share. `answer.entries` hold the unapplied entry,
 * those of the claim and of the client's deposits.
 */
export const postByHand = (
  answer: Answer,
  matched: MatchedClaim,
  moment: PostingMoment,
): Result<readonly Entry[]> => {
  const run: Run = { answer, moment, made: [], findings: [] }
  const { remittance } = answer
  const at = remittance.claims.indexOf(matched.remitted) + 1
  const held = answer.entries.find(({ key }) => key === remittedKey(remittance, `unapplied-${at}`))
  const faulty = byHandFault(run, matched, held)
  if (faulty !== null || held === undefined) return refused(faulty === null ? [] : [faulty])
  const says = `Money that found no claim was put to claim ${matched.claim.claimNumber} by hand.`
  const source = wholeSource(remittance)
  const settled = settle(withReversal(run, held, `applied-${at}`, says, source), matched)
  return accepted(settled.made, settled.findings)
}
