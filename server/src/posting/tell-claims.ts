// What a payment tells of each of its claims: an event, the claim's status, and what a person has to do about it.
import type { Claim } from '@goldenthread/core/claim/claim.ts'
import type { Facts } from '@goldenthread/core/facts/facts.ts'
import type { ClaimTerms } from '@goldenthread/core/posting/posting-terms.ts'
import { compareExpected } from '@goldenthread/core/remit/compare-expected.ts'
import { type Verdict, judgeClaim } from '@goldenthread/core/remit/judgement.ts'
import type { MatchedClaim, Matching } from '@goldenthread/core/remit/match.ts'
import { type Remittance, isPrediction, isReversal } from '@goldenthread/core/remit/remittance.ts'
import { nextActions } from '@goldenthread/core/thread/post-money.ts'
import type { Instant } from '@goldenthread/core/values/day.ts'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import { moveClaims, putEvents } from '../claim/event-store.ts'
import { voidsUnderWay } from '../claim/filing-store.ts'
import type { Tx } from '../database/tx.ts'
import type { AnsweredClaimRow } from '../remit/remittance-store.ts'
import type { Services } from '../services.ts'

/** One claim of ours and what is told of it. */
export interface Telling {
  readonly matched: MatchedClaim
  readonly claimId: string
  /** False where its money stands unapplied: it was not filed, or answered before. */
  readonly applied: boolean
  /** Differences from what was expected, and next actions. */
  readonly findings: readonly Finding[]
}

const unappliedIn = (findings: readonly Finding[]): ReadonlySet<string> =>
  new Set(
    findings
      .filter(({ code }) => code === 'remit:unapplied')
      .map(({ evidence }) => evidence['claimNumber'] ?? ''),
  )

/**
 * What is told of each matched claim, what the payer takes back before what it judges anew. A prediction tells
 * nothing; of what is taken back nothing was judged. `posted` is what the posting has found.
 */
export const tellingOf = (
  { matched }: Matching,
  posted: readonly Finding[],
  rows: readonly AnsweredClaimRow[],
  termsOf: (claim: Claim) => ClaimTerms,
  facts: Facts,
  at: Instant,
): readonly Telling[] => {
  const unapplied = unappliedIn(posted)
  const told = matched.flatMap((each): readonly Telling[] => {
    const { remitted, claim } = each
    const row = rows.find((one) => one.claim === claim)
    if (row === undefined || isPrediction(remitted)) return []
    const applied = !unapplied.has(remitted.claimNumber)
    const judged = applied && !isReversal(remitted)
    // The actions are read from the facts alone: nothing is hashed for them.
    const ports = { facts, at, sha256: (text: string): string => text }
    const findings = judged
      ? [...compareExpected(each).findings, ...nextActions(each, termsOf(claim), ports)]
      : []
    return [{ matched: each, claimId: row.id, applied, findings }]
  })
  const isTakenBack = (each: Telling): number => Number(isReversal(each.matched.remitted))
  return [...told].sort((one, other) => isTakenBack(other) - isTakenBack(one))
}

/** As an event says it: nothing denied, all of it denied, or some of it. */
export const eventVerdict = (verdict: Verdict): 'accepted' | 'rejected' | 'partly' =>
  verdict === 'denied' ? 'rejected' : verdict === 'partly-denied' ? 'partly' : 'accepted'

interface Told {
  readonly fileId: string
  readonly remittanceId: string
  readonly remittance: Remittance
}

/** The payer has taken a claim back: that is its answer to the void which asked for it. */
const answerVoids = async (
  tx: Tx,
  services: Pick<Services, 'makeId'>,
  { fileId, remittanceId, remittance }: Told,
  { claimId, matched: { remitted } }: Telling,
): Promise<void> => {
  const voids = await voidsUnderWay(tx, claimId)
  const { paid, payerClaimNumber } = remitted
  await putEvents(
    tx,
    services,
    voids.map((id) => ({
      claimId: id,
      key: `remitted:${remittanceId}:${remittance.claims.indexOf(remitted)}:${id}`,
      kind: 'remitted',
      day: remittance.unit.day,
      fileId,
      document: { remittanceId, paid, payerClaimNumber, reversal: true, applied: true },
    })),
  )
  await moveClaims(tx, voids, { to: 'answered', from: ['batched', 'sent', 'accepted'] })
}

/** Writes it down. A claim whose money stands unapplied is told of it, and stays as it was. */
export const tellClaims = async (
  tx: Tx,
  services: Pick<Services, 'makeId'>,
  { fileId, remittanceId, remittance }: Told,
  tellings: readonly Telling[],
): Promise<void> => {
  for (const each of tellings) {
    const { matched, claimId, applied, findings } = each
    const { remitted } = matched
    const { paid, payerClaimNumber } = remitted
    const reversal = isReversal(remitted)
    const judged = applied && !reversal
    await putEvents(tx, services, [
      {
        claimId,
        key: `remitted:${remittanceId}:${remittance.claims.indexOf(remitted)}`,
        kind: 'remitted',
        ...(judged ? { verdict: eventVerdict(judgeClaim(remitted).verdict) } : {}),
        day: remittance.unit.day,
        fileId,
        document: { remittanceId, paid, payerClaimNumber, reversal, applied },
      },
    ])
    if (!applied) continue
    if (reversal) await answerVoids(tx, services, { fileId, remittanceId, remittance }, each)
    await moveClaims(tx, [claimId], {
      to: 'answered',
      from: ['batched', 'sent', 'accepted', 'rejected', 'answered'],
      ...(judged ? { findings } : {}),
      ...(payerClaimNumber === '' ? {} : { payerClaimNumber }),
    })
  }
}
