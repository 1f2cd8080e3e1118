// The five links of a thread: which hold, which need a person, and one sentence each that says so.
import { dollars, zero } from '../values/cents.ts'
import { type Finding, holdsClaim } from '../values/finding.ts'
import { sessionMinutes } from '../session/session-minutes.ts'
import type { Coding } from '../coding/coding.ts'
import type { Claim } from '../claim/claim.ts'
import type { PrivateCharge } from '../posting/private-charge.ts'
import { catalogue } from '../rules/index.ts'
import type { Link, LinkName, LinkState } from './outcome.ts'
import type { Money } from './post-money.ts'
import { isBilledToPayer } from './make-documents.ts'
import type { ThreadCase } from './thread-case.ts'

/** What became of the claim at the payer's door; `filed` waits for the next batch. */
export type Delivery = 'not-sent' | 'filed' | 'sent' | 'accepted' | 'rejected'

/** What says of a file that it was taken in: a TA1 (`envelope`), a 999 (`syntax`). Neither is the payer's word on a claim. */
export type Heard = 'envelope' | 'syntax'

export interface LinkInput {
  readonly given: ThreadCase
  readonly findings: readonly Finding[]
  readonly coding: Coding | null
  readonly claim: Claim | null
  /** Where no payer is billed: what the client is charged; null or absent while it waits. */
  readonly charge?: PrivateCharge | null
  readonly delivery: Delivery
  /** Of a claim that was sent: the answers to its file that came before the payer's own. */
  readonly heard?: readonly Heard[]
  readonly money: Money
}

/** A rule says itself which link its findings belong to: one of coding may point into the note. */
const linkOfRule: ReadonlyMap<string, LinkName> = new Map(catalogue.map(({ id, link }) => [id, link]))

const linkOfRoot: Readonly<Record<string, LinkName>> = { session: 'session', note: 'note', coding: 'code' }

/** The link of a finding: by its rule, by the family of its code (`835:`, `remit:`), else by where it points. */
export const linkOf = (finding: Finding): LinkName => {
  const named = linkOfRule.get(finding.code)
  if (named !== undefined) return named
  if (/^(835|remit|ledger|posting|pay|client-payment|payout|private)/.test(finding.code)) return 'pay'
  if (finding.place.kind !== 'field') return 'claim'
  return linkOfRoot[finding.place.path.split('.')[0] ?? ''] ?? 'claim'
}

const faultOf = (input: LinkInput, name: LinkName): Finding | undefined =>
  input.findings.find((finding) => holdsClaim(finding) && linkOf(finding) === name)

type Told = Pick<Link, 'state' | 'says'>
const told = (state: LinkState, says: string): Told => ({ state, says })

const sessionLink = (input: LinkInput): Told => {
  const { session } = input.given
  const fault = faultOf(input, 'session')
  if (session === null) return told('not-yet', 'No session is recorded.')
  if (fault !== undefined) return told('needs-you', fault.says)
  const { day, start, stop, modality } = session
  return told('holds', `${day}, ${start} to ${stop}, ${sessionMinutes(session)} minutes, ${modality}.`)
}

const noteLink = (input: LinkInput): Told => {
  const { note, session } = input.given
  const fault = faultOf(input, 'note')
  if (note === null) return told(session === null ? 'not-yet' : 'needs-you', 'The session has no note yet.')
  if (fault !== undefined) return told('needs-you', fault.says)
  const { author, signature } = note
  return told(
    'holds',
    `Electronically signed by ${author.name.first} ${author.name.last}, ${author.credentials}, ${signature?.signedAt}.`,
  )
}

const codeLink = (input: LinkInput): Told => {
  const fault = faultOf(input, 'code')
  if (input.given.note === null) return told('not-yet', 'Codes follow from session and note.')
  if (fault !== undefined) return told('needs-you', fault.says)
  if (input.coding === null) return told('needs-you', 'Session and note support no code.')
  const codes = input.coding.procedures.map(({ code, units }) => (units === 1 ? code : `${code} × ${units}`))
  return told('holds', `${codes.join(', ')} for ${input.coding.diagnoses.join(', ')}.`)
}

/** What came for a claim that was sent, in the order in which it comes. */
const sentAndHeard = (heard: readonly Heard[]): string => {
  const came = [...(heard.includes('envelope') ? ['TA1'] : []), ...(heard.includes('syntax') ? ['999'] : [])]
  return came.length === 0
    ? 'Sent, and not answered yet'
    : `Sent, and its file was taken in (${came.join(', ')}); the payer has not said yet whether it takes the claim`
}

const claimLink = (input: LinkInput): Told => {
  const fault = faultOf(input, 'claim')
  if (!isBilledToPayer(input.given)) return told('not-used', 'No payer is billed for this session.')
  if (input.delivery === 'rejected') return told('needs-you', fault?.says ?? 'The claim was rejected.')
  if (fault !== undefined) return told('needs-you', fault.says)
  if (input.claim === null) return told('not-yet', 'The claim waits for what comes before it.')
  const { claimNumber, charge, payer } = input.claim
  const of = `${claimNumber}, ${dollars(charge)}, ${payer.name}`
  if (input.delivery === 'accepted') return told('holds', `Accepted into adjudication: ${of}.`)
  return input.delivery === 'filed'
    ? told('on-its-way', `Filed, and leaves with the next batch: ${of}.`)
    : told('on-its-way', `${sentAndHeard(input.heard ?? [])}: ${of}.`)
}

const privateLink = (input: LinkInput): Told => {
  const { charge, money } = input
  const fault = faultOf(input, 'pay')
  if (fault !== undefined) return told('needs-you', fault.says)
  if (!charge) return told('not-yet', 'The client is charged when the note is signed and nothing holds it.')
  const owed = money.clientOwes ?? charge.agreed
  return owed > 0
    ? told('on-its-way', `The client was charged ${dollars(charge.agreed)} and owes ${dollars(owed)}.`)
    : told('holds', `The client was charged ${dollars(charge.agreed)} and has paid it.`)
}

const payLink = (input: LinkInput): Told => {
  const { money, delivery } = input
  if (!isBilledToPayer(input.given)) return privateLink(input)
  const paid = dollars(money.payerPaid ?? zero)
  const fault = faultOf(input, 'pay')
  if (fault !== undefined) return told('needs-you', fault.says)
  if (money.payment === 'paid') return told('holds', `The payer paid ${paid} as expected, and it is posted.`)
  if (money.payment === 'denied')
    return told('needs-you', `The payer paid ${paid} and denied what it did not pay; see what to do next.`)
  if (money.payment === 'differs')
    return told('needs-you', `The payer paid ${paid}; it is posted, and it is not what the contract says.`)
  return delivery === 'sent' || delivery === 'accepted'
    ? told('on-its-way', 'The payer has not paid or denied it yet.')
    : told(
        'not-yet',
        delivery === 'rejected'
          ? 'The rejected claim is mended and sent again first.'
          : 'Nothing was sent to be paid.',
      )
}

/** The five links in their order. */
export const linksOf = (input: LinkInput): readonly Link[] => [
  { name: 'session', ...sessionLink(input) },
  { name: 'note', ...noteLink(input) },
  { name: 'code', ...codeLink(input) },
  { name: 'claim', ...claimLink(input) },
  { name: 'pay', ...payLink(input) },
]
