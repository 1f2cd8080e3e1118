// Claims taken up: each decided and numbered, those accepted judged; a replacement or a void takes back the claim it names.
import { utcDay } from '@goldenthread/core/values/day.ts'
import type { DecidedClaim } from './acknowledge-claims.ts'
import { putOnFile, takeBack } from './claims-on-file.ts'
import { decideClaim } from './decide-claim.ts'
import type { Desk } from './desk.ts'
import { judgeClaim } from './judge-claim.ts'
import type { PayerState } from './plan.ts'
import type { JudgedClaim } from './remit-payment.ts'
import type { SentClaim } from './sent-claim.ts'

/**
 * Decides claims one after another, and gives an accepted one its number. What a correction takes back stands no more
 * for the claims after it, so that no second one takes it back again; a correction this payer loses takes nothing back.
 */
export const decideClaims = (
  claims: readonly SentClaim[],
  desk: Desk,
  books: PayerState,
): { readonly decided: readonly DecidedClaim[]; readonly state: PayerState } => {
  let state = books
  const decided = claims.map((claim): DecidedClaim => {
    const decision = decideClaim(claim, desk.rules, desk.facts, state)
    if (decision.kind === 'rejected') return { claim, decision, payerClaimNumber: '' }
    const payerClaimNumber = String(state.nextClaimNumber)
    state = { ...state, nextClaimNumber: state.nextClaimNumber + 1 }
    if (decision.corrects !== null && desk.silentOn(claim) === null)
      state = takeBack(state, decision.corrects, payerClaimNumber)
    return { claim, decision, payerClaimNumber }
  })
  return { decided, state }
}

/**
 * Judges what was accepted. A correction gives two judgements, the one taken back before the new one; a void only the
 * first. A replacement came in time when what it replaces did.
 */
export const judgeClaims = (
  decided: readonly DecidedClaim[],
  desk: Desk,
  books: PayerState,
): { readonly judged: readonly JudgedClaim[]; readonly state: PayerState } => {
  let state = books
  const judged = decided.flatMap(({ claim, decision, payerClaimNumber }): readonly JudgedClaim[] => {
    if (decision.kind === 'rejected') return []
    const { corrects, member } = decision
    const back = corrects === null ? [] : [{ ...corrects, isReversal: true }]
    if (claim.frequency === '8') return back
    const received = corrects?.received ?? utcDay(desk.at)
    const result = judgeClaim({ claim, payerClaimNumber, member, received }, desk.rules, state)
    state = putOnFile(result.state, { payerClaimNumber, claim, received, lines: result.lines })
    return [...back, { claim, payerClaimNumber, lines: result.lines, isReversal: false }]
  })
  return { judged, state }
}
