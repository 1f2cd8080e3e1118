// The stages make their documents in order: coding from session and note, the estimate, the claim, the file.
import type { Finding } from '../values/finding.ts'
import { field, holdsClaim } from '../values/finding.ts'
import type { Facts } from '../facts/facts.ts'
import type { FeeScheduleRow } from '../coverage/coverage.ts'
import { estimate } from '../coverage/estimate.ts'
import { checkSession } from '../session/session-checks.ts'
import { settledNote } from '../note/carry-forward.ts'
import { checkNote } from '../note/check-note.ts'
import { codeSession } from '../coding/code-session.ts'
import type { Coding } from '../coding/coding.ts'
import type { Claim } from '../claim/claim.ts'
import { checkBilled } from '../claim/check-billed.ts'
import { dayOfService } from '../claim/day-of-service.ts'
import { makeClaim } from '../claim/make-claim.ts'
import { payContractFindings } from '../posting/earn-share.ts'
import { type PrivateCharge, priceCharge } from '../posting/private-charge.ts'
import type { Case } from '../rules/case.ts'
import { catalogue } from '../rules/index.ts'
import { judge } from '../rules/judge.ts'
import type { Ports } from './ports.ts'
import type { ThreadCase } from './thread-case.ts'

export interface Documents {
  readonly coding: Coding | null
  /** Made, and held by nothing; null otherwise. */
  readonly claim: Claim | null
  /** What the client is charged where no payer is billed; null while the note is unsigned or a finding holds it. */
  readonly charge: PrivateCharge | null
  readonly findings: readonly Finding[]
}

interface Made<T> {
  readonly value: T | null
  readonly findings: readonly Finding[]
}

const nothing = { value: null, findings: [] }

/** A claim goes to a payer: a session nobody is billed for, or that the client pays, has none. */
export const isBilledToPayer = ({ coverage, doNotBill }: ThreadCase): boolean =>
  coverage !== null && coverage.payer.class !== 'self-pay' && doNotBill === undefined

const codingOf = ({ coverage, session, note, people }: ThreadCase, facts: Facts): Made<Coding> => {
  if (session === null || note === null) return nothing
  const { provider, supervisor } = people
  const coded = codeSession({ coverage, session, note, provider, supervisor, facts })
  return { value: coded.ok ? coded.value : null, findings: coded.findings }
}

/** Where nobody may render, or no diagnosis can be pointed to, a rule says so: no claim is tried that would say it again. */
const canBeClaimed = (coding: Coding): boolean =>
  coding.rendering.who !== 'nobody' && coding.procedures.every((each) => each.pointers.length > 0)

/** A note without a signature ends the thread: it has no claim. */
const claimOf = (given: ThreadCase, coding: Coding | null, { facts, at }: Ports): Made<Claim> => {
  const { people, coverage, session, note, envelope, clientPayments } = given
  if (coverage === null || session === null || note === null || coding === null) return nothing
  if (!isBilledToPayer(given) || note.signature === null || !canBeClaimed(coding)) return nothing
  const expected = estimate(coding.procedures, coverage, session.day)
  if (!expected.ok) return { value: null, findings: expected.findings }
  const { claimNumber } = envelope
  const input = {
    at,
    people,
    coverage,
    session,
    note,
    coding,
    expected: expected.value,
    claimNumber,
    clientPayments,
    correction: given.correction ?? null,
  }
  const made = makeClaim(input, facts)
  return { value: made.ok ? made.value : null, findings: [...expected.findings, ...made.findings] }
}

/** By the practice's own fees, then by those of a plan that is no payer's. */
const privateFees = ({ privateFees: own = [], coverage }: ThreadCase): readonly FeeScheduleRow[] => [
  ...own,
  ...(coverage?.feeSchedule ?? []),
]

/** The client's accounts go by their key, as on a claim; in a case of its own there is one client. */
const partyOf = ({ people, coverage }: ThreadCase): string =>
  people.client.key ?? coverage?.memberNumber ?? 'client'

const chargeOf = (given: ThreadCase, coding: Coding | null): Made<PrivateCharge> => {
  const { session, note, people, envelope } = given
  if (isBilledToPayer(given) || session === null || note === null || coding === null) return nothing
  const priced = priceCharge({
    number: envelope.claimNumber,
    client: partyOf(given),
    provider: people.provider.npi,
    day: session.day,
    procedures: coding.procedures,
    fees: privateFees(given),
  })
  const signed = note.signature !== null
  return { value: priced.ok && signed ? priced.value : null, findings: priced.findings }
}

/** An unlawful pay contract is mended before the claim leaves: once it is filed its money is posted, and earns nothing. */
const contractFindings = ({ payContract, coverage, session }: ThreadCase): readonly Finding[] =>
  payContract === null || coverage === null || session === null
    ? []
    : payContractFindings(payContract, coverage.payer.class, session.day).filter(holdsClaim)

/** Said plainly rather than passed over. */
const selfPay = (given: ThreadCase): readonly Finding[] =>
  given.session === null || isBilledToPayer(given)
    ? []
    : [
        {
          code: 'self-pay',
          severity: 'warns',
          whose: 'platform',
          place: field('coverage'),
          says: 'No payer is billed for this session: the client is charged by the practice’s own fees.',
          remedy: 'Nothing, if that is what was agreed with the client.',
          source: given.doNotBill === undefined ? 'the coverage of the case' : '45 CFR 164.522(a)(1)(vi)',
          evidence: { payments: String(given.clientPayments.length) },
        },
      ]

/** What was carried into the note and not touched is not set: no stage reads it, no rule counts it. */
const settled = (given: ThreadCase): ThreadCase =>
  given.note === null ? given : { ...given, note: settledNote(given.note) }

/** A plan that is not to be told is out of the thread: neither its rules nor its fees say anything of the session. */
const withoutPlan = (given: ThreadCase): ThreadCase =>
  given.doNotBill === undefined ? given : { ...given, coverage: null }

/** What the stages make of a case, judged by the whole catalogue. Nothing leaves while a finding holds the claim. */
export const makeDocuments = (asGiven: ThreadCase, ports: Ports): Documents => {
  const given = withoutPlan(settled(asGiven))
  const { people, coverage, session, earlierSessions, note, billed, coSignature = null } = given
  const coding = codingOf(given, ports.facts)
  const claim = claimOf(given, coding.value, ports)
  const charge = chargeOf(given, coding.value)
  const judged: Case = {
    at: ports.at,
    people,
    coverage,
    session,
    earlierSessions,
    note,
    coSignature,
    coding: coding.value,
    claim: claim.value,
    billed,
  }
  const on = dayOfService(judged)
  const findings = [
    ...(session === null ? [] : checkSession(session)),
    ...(note === null ? [] : checkNote(note, session)),
    ...(billed === null || on === null ? [] : checkBilled(billed, on, ports.facts)),
    ...coding.findings,
    ...claim.findings,
    ...charge.findings,
    ...judge(judged, ports.facts, catalogue),
    ...contractFindings(given),
    ...selfPay(given),
  ]
  const held = findings.some(holdsClaim)
  return {
    coding: coding.value,
    claim: held ? null : claim.value,
    charge: held ? null : charge.value,
    findings,
  }
}
