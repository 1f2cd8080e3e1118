// What a person does next with a claim: one thing first, others beside it, by its standing and by who looks.
import type { Me } from '../people/me.ts'
import { mainFinding } from './claim-words.ts'
import { type ClaimFinding, type Open, type Standing, type Told, isHolding } from './work.ts'

/** What can be put right in the panel itself. */
export type MendableField = 'memberNumber' | 'birthDate' | 'name' | 'zip'

export type Act =
  | { readonly kind: 'mend'; readonly field: MendableField }
  | { readonly kind: 'wrap-up'; readonly path: string }
  | { readonly kind: 'chart' }
  | { readonly kind: 'resend' }
  | { readonly kind: 'release' }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'by-hand' }
  | { readonly kind: 'write-off' }
  | { readonly kind: 'to-client' }
  | { readonly kind: 'remittance'; readonly id: string }
  | { readonly kind: 'file'; readonly id: string; readonly what: string }

export interface Offered {
  readonly says: string
  readonly act: Act
}

export interface Next {
  /** `Next: correct the member number.` */
  readonly title: string
  readonly says: string
  readonly first: Offered | null
  readonly others: readonly Offered[]
}

export type Role = NonNullable<Me['role']>

const mendable: Readonly<Record<string, MendableField>> = {
  'coverage.memberNumber': 'memberNumber',
  'people.client.birthDate': 'birthDate',
  'people.client.name': 'name',
  'people.client.address.zip': 'zip',
}

const pathOf = ({ place }: ClaimFinding): string => (place.kind === 'field' ? place.path : '')

/** The subscriber is the client where the plan is the client's own. */
const asClient = (path: string, isOwnPlan: boolean): string =>
  isOwnPlan ? path.replace('people.subscriber.', 'people.client.') : path

/** Where what a finding names is put right; null where no page of this program does it. */
export const placeToMend = (finding: ClaimFinding, isOwnPlan: boolean, role: Role): Act | null => {
  const path = asClient(pathOf(finding), isOwnPlan)
  const field = mendable[path]
  if (field !== undefined) return { kind: 'mend', field }
  const [root] = path.split('.')
  if (root === 'coverage' || path.startsWith('people.client') || path.startsWith('people.subscriber'))
    return { kind: 'chart' }
  // A biller reads no note: the author puts it right.
  if (role === 'biller') return null
  if (root === 'session' || root === 'note' || root === 'coding') return { kind: 'wrap-up', path }
  return /^claim\.(diagnoses|lines|placeOfService|charge)/.test(path)
    ? { kind: 'wrap-up', path: 'coding' }
    : null
}

const mendWords = (act: Act): string =>
  act.kind === 'wrap-up'
    ? 'Mend it in the session'
    : act.kind === 'chart'
      ? 'Mend it in the chart'
      : 'Mend it'

const isOwnPlan = ({ document }: Told): boolean => document === null || document.relation === 'self'

const rejected = (told: Told, role: Role): Next => {
  const main = mainFinding(told.claim.findings, 'rejected')
  const place = main === null ? null : placeToMend(main, isOwnPlan(told), role)
  const again: Offered = { says: 'Send again', act: { kind: 'resend' } }
  return {
    title: 'Next: mend it and send it again',
    says: main?.remedy ?? 'Read the answer, mend what it names, and send the claim again.',
    first: place === null ? again : { says: mendWords(place), act: place },
    others: place === null ? [] : [again],
  }
}

/** What is put right in the session or its note. */
const isAuthors = (finding: ClaimFinding): boolean => /^(session|note|coding)\b/.test(pathOf(finding))

const held = (told: Told, role: Role): Next => {
  const holding = told.claim.findings.filter(isHolding)
  const release: Offered = { says: 'Judge it again', act: { kind: 'release' } }
  const [main] = holding
  if (main === undefined)
    return {
      title: 'Next: let it go',
      says: 'Nothing holds this claim any more.',
      first: { says: 'Release the claim', act: { kind: 'release' } },
      others: [],
    }
  const place = placeToMend(main, isOwnPlan(told), role)
  return {
    title: 'Next: mend what holds it',
    says:
      isAuthors(main) && role === 'biller' ? `${main.remedy} The author of the note does that.` : main.remedy,
    first: place === null ? release : { says: mendWords(place), act: place },
    others: place === null ? [] : [release],
  }
}

/** Law and program leave nothing of these to the client (core/posting/decide-claim.ts). */
const neverTheClients: ReadonlySet<string> = new Set(['medicaid', 'medicaid-managed', 'eap'])

/** What may be decided of the money, where something of it stands open and the role decides on money. */
const decisions = (told: Told, open: Open | null): readonly Offered[] => {
  if (open === null || open.amount === 0) return []
  const writeOff: Offered = { says: 'Write off…', act: { kind: 'write-off' } }
  if (neverTheClients.has(told.answer?.payerClass ?? '')) return [writeOff]
  const mayAsk = told.answer?.reasons.some(({ clientMayBeBilled }) => clientMayBeBilled) ?? false
  const toClient: Offered = { says: 'Ask the client…', act: { kind: 'to-client' } }
  return mayAsk ? [toClient, writeOff] : [writeOff, toClient]
}

const read = (told: Told): Offered | null =>
  told.answer === null
    ? null
    : { says: 'Read the payer’s answer', act: { kind: 'remittance', id: told.answer.remittanceId } }

type Queue = string | undefined

/** By whose matter the reason is: the chart's, the session's, the client's, or a letter's that nobody here writes. */
const firstOf = (queue: Queue, told: Told, role: Role): Offered | null => {
  if (queue === 'fixable' && role !== 'biller')
    return { says: 'Correct the session', act: { kind: 'wrap-up', path: 'session' } }
  if (queue === 'other-payer' || queue === 'authorization')
    return { says: 'Open the coverage', act: { kind: 'chart' } }
  return role === 'clinician' ? null : read(told)
}

const denied = (told: Told, open: Open | null, role: Role): Next => {
  const [reason] = told.answer?.reasons ?? []
  const main = mainFinding(told.claim.findings, 'denied')
  const decided = role === 'clinician' ? [] : decisions(told, open)
  const queue = main?.evidence['queue']
  const forClient = queue === 'client' ? decided.find(({ act }) => act.kind === 'to-client') : undefined
  const writtenOff = queue === 'write-off' ? decided.find(({ act }) => act.kind === 'write-off') : undefined
  const first = forClient ?? writtenOff ?? firstOf(queue, told, role)
  const others = decided.filter(({ act }) => act.kind !== first?.act.kind)
  const says = reason?.nextAction ?? main?.remedy ?? 'Read the answer and decide.'
  return { title: 'Next', says, first, others }
}

const proofOf = ({ timeline }: Told): Offered | null => {
  const proof = timeline.find(({ provesTimelyFiling, fileId }) => provesTimelyFiling && fileId !== null)
  return proof?.fileId
    ? { says: 'Take the proof of filing', act: { kind: 'file', id: proof.fileId, what: '277CA' } }
    : null
}

const waiting = (told: Told, role: Role): Next => {
  const { claim, document } = told
  const number = claim.payerClaimNumber === null ? '' : ` under its number ${claim.payerClaimNumber}`
  const member = document === null ? '' : ` of member ${document.memberNumber}`
  return {
    title: `Next: ask ${claim.payerName}`,
    says: `Ask for claim ${claim.claimNumber}${number}${member}. What it accepted cannot be called late.`,
    first: role === 'clinician' ? null : proofOf(told),
    others: [],
  }
}

/** What is to be done; null where nothing is. */
export const nextOf = (told: Told, standing: Standing, open: Open | null, role: Role): Next | null => {
  switch (standing) {
    case 'rejected':
      return rejected(told, role)
    case 'held':
      return held(told, role)
    case 'denied':
      return denied(told, open, role)
    case 'underpaid': {
      const says = mainFinding(told.claim.findings, 'underpaid')?.remedy ?? ''
      return {
        title: 'Next: compare it with the contract',
        says,
        first: role === 'clinician' ? null : read(told),
        others: role === 'clinician' ? [] : decisions(told, open),
      }
    }
    case 'waiting':
      return waiting(told, role)
    case 'unclear':
      return { ...waiting(told, role), title: 'Next: ask what became of it', first: null }
    case 'ready':
      return {
        title: 'Next: nothing',
        says: 'It leaves by itself. Until then it can be taken back.',
        first: null,
        others: [{ says: 'Take it back', act: { kind: 'withdraw' } }],
      }
    case 'by-hand':
      return {
        title: 'Next: send it',
        says: 'Print or enter it, then say how it went and under what number.',
        first: role === 'clinician' ? null : { says: 'Say that it was sent…', act: { kind: 'by-hand' } },
        others: [{ says: 'Take it back', act: { kind: 'withdraw' } }],
      }
    default:
      return null
  }
}
