// What the links say of a session that is not billed any more while its payer still has the claim, or its money stands.
import type { Link } from '@goldenthread/core/thread/outcome.ts'
import { type Cents, dollars } from '@goldenthread/core/values/cents.ts'
import type { ClaimStanding } from '@goldenthread/core/thread/plan-correction.ts'

/** The void that was filed last for a session, and what stands of the session's claims in the ledger. */
export interface VoidOfSession {
  readonly claimNumber: string
  readonly status: ClaimStanding
  /** The number of the claim that it voids. */
  readonly voids: string
  readonly payerName: string
  /** What the payer paid and has not taken back. */
  readonly payerPaid: Cents
  /** What the provider earned by it, and was not taken back. */
  readonly providerShare: Cents
}

const moneyStands = ({ payerPaid, providerShare }: VoidOfSession): boolean =>
  payerPaid !== 0 || providerShare !== 0

/** True until the payer has answered the void and nothing of the session stands in the ledger. */
export const isUnsettled = (voided: VoidOfSession): boolean =>
  voided.status !== 'answered' || moneyStands(voided)

type Told = Pick<Link, 'state' | 'says'>

const claimTold = ({ status, claimNumber, voids, payerName }: VoidOfSession): Told => {
  const of = `${claimNumber}, which voids ${voids}: ${payerName}`
  switch (status) {
    case 'rejected':
      return { state: 'needs-you', says: `The void was rejected, and the payer still has the claim: ${of}.` }
    case 'answered':
      return { state: 'holds', says: `The payer has voided the claim: ${of}.` }
    case 'accepted':
      return { state: 'on-its-way', says: `The void was accepted, and is not answered yet: ${of}.` }
    case 'sent':
      return { state: 'on-its-way', says: `The void was sent, and is not answered yet: ${of}.` }
    default:
      return { state: 'on-its-way', says: `The void is filed, and leaves with the next batch: ${of}.` }
  }
}

/** What stands, in a sentence's parts; amounts that a payer took back beyond what it paid stand below zero. */
const standing = ({ payerPaid, providerShare }: VoidOfSession): string =>
  [
    ...(payerPaid === 0 ? [] : [`${dollars(payerPaid)} of the payer’s`]),
    ...(providerShare === 0 ? [] : [`${dollars(providerShare)} of the provider’s share`]),
  ].join(' and ')

const payTold = (voided: VoidOfSession): Told => {
  const { status } = voided
  if (!moneyStands(voided)) return { state: 'not-used', says: 'No money of the payer stands in the ledger.' }
  if (status === 'rejected')
    return {
      state: 'needs-you',
      says: `Until the payer takes a void, ${standing(voided)} stand in the ledger.`,
    }
  return status === 'answered'
    ? { state: 'needs-you', says: `The void was answered, and ${standing(voided)} stand in the ledger.` }
    : { state: 'on-its-way', says: `Until the void is answered, ${standing(voided)} stand in the ledger.` }
}

/** The links with what is told of the void; those of a settled one are left as they are. */
export const withVoid = (links: readonly Link[], voided: VoidOfSession | null): readonly Link[] => {
  if (voided === null || !isUnsettled(voided)) return links
  const pay = payTold(voided)
  return links.map((link) => {
    if (link.name === 'claim') return { name: link.name, ...claimTold(voided) }
    if (link.name !== 'pay' || (pay.state === 'not-used' && link.state !== 'not-used')) return link
    // A session that its client now pays has a link of its own to say, and this beside it.
    return link.state === 'not-used'
      ? { name: link.name, ...pay }
      : {
          name: link.name,
          state: link.state === 'needs-you' ? link.state : pay.state,
          says: `${link.says} ${pay.says}`,
        }
  })
}
