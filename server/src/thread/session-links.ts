// The five links of a session as the practice has them: judged now while nothing was filed, and as it went after that.
import type { Claim } from '@goldenthread/core/claim/claim.ts'
import type { Coding } from '@goldenthread/core/coding/coding.ts'
import { type Delivery, linksOf } from '@goldenthread/core/thread/links.ts'
import type { Documents } from '@goldenthread/core/thread/make-documents.ts'
import type { Link } from '@goldenthread/core/thread/outcome.ts'
import { type Money, noMoney } from '@goldenthread/core/thread/post-money.ts'
import { zero } from '@goldenthread/core/values/cents.ts'
import { type Finding, holdsClaim } from '@goldenthread/core/values/finding.ts'
import type { SessionRow } from '../session/store.ts'
import { hasPayer } from './file-session.ts'
import type { LiveClaim, LoadedThread } from './load-case.ts'
import { withVoid } from './void-links.ts'

const delivered: Readonly<Record<LiveClaim['status'], Delivery>> = {
  held: 'not-sent',
  void: 'not-sent',
  filed: 'filed',
  batched: 'filed',
  sent: 'sent',
  accepted: 'accepted',
  answered: 'accepted',
  rejected: 'rejected',
}

const didNotTakePlace: Readonly<Partial<Record<SessionRow['status'], string>>> = {
  'no-show': 'The client did not come.',
  'late-cancel': 'The client cancelled late.',
  cancelled: 'It was cancelled.',
}

const names = ['session', 'note', 'code', 'claim', 'pay'] as const

const unused = (says: string): readonly Link[] =>
  names.map((name) => ({
    name,
    state: 'not-used',
    says: name === 'session' ? says : 'No session took place.',
  }))

/** What the payer made of it, as the remittances were posted. */
const moneyOf = ({ claim, remitted }: LiveClaim): Money => {
  if (claim === null || remitted === null) return noMoney
  const expected = claim.lines.reduce((sum, line) => sum + line.expected.payer, 0)
  const denied = remitted.verdict !== 'accepted'
  const payment = denied ? 'denied' : remitted.paid === expected ? 'paid' : 'differs'
  return { ...noMoney, payment, payerPaid: remitted.paid }
}

/** What was coded, as the filed claim says it. */
const codingIn = ({ lines, diagnoses }: Claim): Coding => ({
  procedures: lines.map(({ procedure, units, modifiers, placeOfService, pointers }) => ({
    code: procedure,
    units,
    modifiers,
    placeOfService,
    pointers,
    band: null,
    reasons: [],
  })),
  diagnoses,
  rendering: { who: 'provider', licenceClass: null, reason: { says: 'as filed', source: 'the claim' } },
})

const replaced = (links: readonly Link[], link: Link): readonly Link[] =>
  links.map((each) => (each.name === link.name ? link : each))

const asFiled = ({ given, signed }: LoadedThread, live: LiveClaim, claim: Claim): readonly Link[] =>
  linksOf({
    given: { ...given, note: signed?.note ?? given.note },
    findings: live.findings,
    coding: codingIn(claim),
    claim,
    delivery: delivered[live.status],
    heard: live.heard,
    money: moneyOf(live),
  })

const asJudged = (
  { given, session, live, charge }: LoadedThread,
  { coding, findings }: Pick<Documents, 'coding' | 'findings'>,
): readonly Link[] => {
  const standing = charge?.charge ?? null
  const clientOwes = standing === null ? null : charge?.isPaid === true ? zero : standing.agreed
  const money: Money = { ...noMoney, clientOwes }
  const links = linksOf({
    given,
    findings,
    coding,
    claim: null,
    charge: standing,
    delivery: 'not-sent',
    money,
  })
  if (session.status === 'scheduled') {
    const { day, start, stop } = session.session
    const says = `Planned for ${day}, ${start} to ${stop}; nobody has confirmed it yet.`
    return replaced(links, { name: 'session', state: 'not-yet', says })
  }
  if (live === null || findings.some(holdsClaim)) return links
  const says = 'Nothing holds this claim any more: release it.'
  return replaced(links, { name: 'claim', state: 'needs-you', says })
}

export interface Judgement {
  readonly links: readonly Link[]
  readonly findings: readonly Finding[]
}

/** The links and what is to be said: `documents` is the case judged now. */
export const linksFor = (thread: LoadedThread, documents: Documents): Judgement => {
  const { session, live } = thread
  const missed = didNotTakePlace[session.status]
  if (missed !== undefined) return { links: withVoid(unused(missed), thread.voided), findings: [] }
  const told = live?.claim
    ? { links: asFiled(thread, live, live.claim), findings: live.findings }
    : { links: asJudged(thread, documents), findings: documents.findings }
  return hasPayer(thread) ? told : { ...told, links: withVoid(told.links, thread.voided) }
}
