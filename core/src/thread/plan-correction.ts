// How a session that was already billed is put right: by what became of its claim, and by what in it was wrong.
import { canonicalJson, type Json } from '../values/canonical-json.ts'
import type { Claim } from '../claim/claim.ts'
import type { Coding } from '../coding/coding.ts'
import type { ThreadCase } from './thread-case.ts'

/** Where a claim stands on its way (the words of the claim's row). */
export type ClaimStanding =
  | 'held'
  | 'filed'
  | 'batched'
  | 'sent'
  | 'accepted'
  | 'rejected'
  | 'answered'
  | 'void'

/**
 * `edit`: nothing was filed, the session is simply changed. `withdraw`: filed and not in a batch yet, it is taken back
 * and filed anew. `resend`: rejected, so the payer has no claim; a new one goes. `replace`: adjudicated, a claim with
 * frequency 7 takes its place. `void-and-new`: adjudicated for the wrong people, frequency 8 and a new claim. `wait`:
 * on its way, nobody can say yet what the payer has. `void`: adjudicated for a session that did not take place.
 */
export type CorrectionKind = 'edit' | 'withdraw' | 'resend' | 'replace' | 'void-and-new' | 'void' | 'wait'

const byStanding: Readonly<Record<ClaimStanding, Exclude<CorrectionKind, 'void-and-new' | 'void'>>> = {
  held: 'edit',
  void: 'edit',
  filed: 'withdraw',
  batched: 'wait',
  sent: 'wait',
  accepted: 'wait',
  rejected: 'resend',
  answered: 'replace',
}

const person = ({ name, birthDate }: Claim['client']): Json => ({ name: { ...name }, birthDate })

const subscriberIn = ({ people, coverage }: ThreadCase): Claim['client'] =>
  coverage?.relation === 'self' ? people.client : (people.subscriber ?? people.client)

const renderingIn = ({ people }: ThreadCase, coding: Coding | null): string | null => {
  if (coding === null || coding.rendering.who === 'nobody') return null
  return coding.rendering.who === 'supervisor' ? (people.supervisor?.npi ?? null) : people.provider.npi
}

/**
 * What of a claim a payer never lets a replacement change: client, subscriber, payer, billing and rendering provider
 * (docs/sources.md 8.1, box 22). Each with true when the case, as it now is, says another.
 */
export const wrongParties = (claim: Claim, given: ThreadCase, coding: Coding | null): readonly string[] => {
  const { people, coverage } = given
  const rendering = renderingIn(given, coding)
  const differ = (one: Json, other: Json): boolean => canonicalJson(one) !== canonicalJson(other)
  const parts: readonly (readonly [string, boolean])[] = [
    ['client', differ(person(claim.client), person(people.client))],
    [
      'subscriber',
      claim.memberNumber !== coverage?.memberNumber ||
        differ(person(claim.subscriber), person(subscriberIn(given))),
    ],
    ['payer', claim.payer.id !== coverage?.payer.id],
    [
      'billing provider',
      claim.billingProvider.npi !== people.practice.npi ||
        claim.billingProvider.taxId !== people.practice.taxId,
    ],
    ['rendering provider', rendering !== null && rendering !== claim.renderingProvider.npi],
  ]
  return parts.filter(([, wrong]) => wrong).map(([name]) => name)
}

/**
 * The way to correct: from where the claim stands (null: there is none), which parties were wrong in it, and whether
 * there is still something to bill. `replacing`: it is a replacement that the payer has not judged, so that the payer
 * still has the claim it was to replace; `wrong` is then of that one. A replacement cannot take it back or change its
 * parties: the replacement is set aside, and the claim that was judged is voided.
 */
export const planCorrection = (
  standing: ClaimStanding | null,
  wrong: readonly string[],
  billed: boolean,
  replacing = false,
): CorrectionKind => {
  if (standing === null) return 'edit'
  const kind = byStanding[standing]
  if (kind === 'wait' || (kind !== 'replace' && !replacing)) return kind
  if (!billed) return 'void'
  return wrong.length > 0 ? 'void-and-new' : kind
}
