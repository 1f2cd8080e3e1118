// What a payer or clearinghouse answered before the money: one list of events for a claim, from TA1, 999 and 277CA.
import type { Day } from '../values/day.ts'
import { type Finding, field } from '../values/finding.ts'
import type { Envelope } from './envelope.ts'
import type { Claim } from './claim.ts'

/** A status of a 277CA as it stands there: category, code, and whose datum is meant. */
export interface ClaimStatus {
  readonly category: string
  readonly status: string
  readonly entity: string | null
}

/**
 * One answer. `envelope` is a TA1, `syntax` a 999, `acknowledgment` a 277CA. Only an accepted acknowledgment proves
 * timely filing (docs/sources.md 0, 8.4: 29). `partly`: the answer holds for some of what was sent, and does not say
 * for this claim. `unclear`: the answer names this claim and does not say, in a way that is known here, whether it was
 * taken in: it counts neither as accepted nor as rejected, and a person looks.
 */
export interface ClaimEvent {
  readonly kind: 'envelope' | 'syntax' | 'acknowledgment'
  readonly verdict: 'accepted' | 'rejected' | 'partly' | 'unclear'
  /** The day the answer gives itself. */
  readonly day: Day
  readonly claimNumber: string
  /** The payer's own number for the claim (REF*1K); null when it gave none. */
  readonly payerClaimNumber: string | null
  readonly statuses: readonly ClaimStatus[]
  /** Why it was rejected, and what else was noted, each with what to do. */
  readonly findings: readonly Finding[]
  /** The name of the file it came in. */
  readonly source: string
}

/** What we sent: the claim and the numbers it travelled under. */
export interface SentClaim {
  readonly claim: Claim
  readonly envelope: Envelope
}

/** A file that came: its name and its bytes. */
export interface AnswerFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The events of a file for one claim, and what in it could not be read or is not ours. */
export interface AnswerRead {
  readonly events: readonly ClaimEvent[]
  readonly findings: readonly Finding[]
}

/** An answer that names what we did not send. It is put aside, never matched by likeness. */
export const notOurs = (
  code: string,
  source: string,
  says: string,
  evidence: Readonly<Record<string, string>>,
): Finding => ({
  code,
  severity: 'warns',
  whose: 'payer',
  place: field(`answers.${source}`),
  says,
  remedy: 'Put the file aside and ask its sender whose it is.',
  source: 'docs/sources.md 8.8',
  evidence,
})

/** Two control numbers are one when they are the same number: writers pad them or do not. */
export const sameNumber = (one: string | number, other: string | number): boolean =>
  /^\d+$/.test(String(one)) && Number(one) === Number(other)

/** What an answer leaves to do that says neither yes nor no. */
export const unclearAnswer = (
  code: string,
  says: string,
  evidence: Readonly<Record<string, string>>,
): Finding => ({
  code,
  severity: 'holds-claim',
  whose: 'payer',
  place: field('claim'),
  says,
  remedy: 'Look at the file, and ask its sender what became of the claim.',
  source: 'docs/sources.md 8.3',
  evidence,
})
