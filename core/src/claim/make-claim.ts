// Makes the claim: people, coverage, session, note, coding and the expected payment put together, or what is in the way.
import { type Cents, add, cents, sum, times, zero } from '../values/cents.ts'
import type { Instant } from '../values/day.ts'
import { type Finding, holdsClaim } from '../values/finding.ts'
import { type Result, accepted, refused } from '../values/result.ts'
import type { Facts } from '../facts/facts.ts'
import type { Client, Subscriber } from '../people/person.ts'
import type { Practice, Provider } from '../people/provider.ts'
import type { Coverage } from '../coverage/coverage.ts'
import { checkAuthorization } from '../coverage/check-authorization.ts'
import { feeOn } from '../coverage/estimate.ts'
import type { Session } from '../session/session.ts'
import { sessionMinutes, sessionTherapyMinutes } from '../session/session-minutes.ts'
import type { Note } from '../note/note.ts'
import { comparedMinutes } from '../note/note-minutes.ts'
import type { CodedProcedure, Coding } from '../coding/coding.ts'
import { checkClaim, held } from './check-claim.ts'
import type { Claim, ClaimLine, ClaimProvider, ExpectedPayment, PayerControlNumber } from './claim.ts'

export interface ClaimInput {
  /** The moment of making: a session must be over by then. */
  readonly at: Instant
  readonly people: {
    readonly practice: Practice
    readonly provider: Provider
    readonly supervisor: Provider | null
    readonly client: Client
    readonly subscriber: Subscriber | null
  }
  readonly coverage: Coverage
  readonly session: Session
  readonly note: Note
  readonly coding: Coding
  /** One for each coded procedure, in their order, by `coverage/estimate.ts`. */
  readonly expected: readonly ExpectedPayment[]
  /** CLM01 of this claim, from the envelope's counters. */
  readonly claimNumber: string
  /** What the client paid on this session so far. */
  readonly clientPayments: readonly { readonly amount: Cents }[]
  /** A replacement (7) or void (8) of a claim the payer adjudicated; null for an original. */
  readonly correction: { readonly frequency: '7' | '8'; readonly replaces: PayerControlNumber } | null
}

const asClaimProvider = ({ name, credentials, npi, taxonomy }: Provider): ClaimProvider => ({
  name,
  credentials,
  npi,
  taxonomy,
})

/** The estimate comes first and says which fee row is missing, so that here one is there. */
const lineOf = (input: ClaimInput, procedure: CodedProcedure, index: number): ClaimLine => {
  const row = feeOn(input.coverage, procedure.code, input.session.day)
  const expected = input.expected[index]
  if (row === null || expected === undefined)
    throw new RangeError(`no expected payment for procedure ${index + 1}`)
  const charge = times(row.charge, procedure.units)
  const { allowed, payer, client, contractAllowance } = expected
  if (charge !== add(allowed, contractAllowance))
    throw new RangeError(`the expected payment of procedure ${index + 1} is of another charge`)
  return {
    number: index + 1,
    lineControlNumber: `${input.claimNumber}L${index + 1}`,
    procedure: procedure.code,
    modifiers: procedure.modifiers,
    units: procedure.units,
    charge,
    placeOfService: procedure.placeOfService,
    pointers: procedure.pointers,
    expected: { allowed, payer, client, contractAllowance },
  }
}

interface Providers {
  readonly rendering: ClaimProvider
  readonly supervising: ClaimProvider | null
}

/**
 * Who did the work and who answers for it, as coding decided by the payer's policy on associates (docs/sources.md 0,
 * 1). Where nobody may render a rule says so, and no claim is asked for.
 */
const providersOf = ({ people, coding }: ClaimInput): Providers => {
  const { provider, supervisor } = people
  const { who, licenceClass } = coding.rendering
  if (who === 'provider') {
    const answers = licenceClass === 'associate' ? supervisor : null
    return {
      rendering: asClaimProvider(provider),
      supervising: answers === null ? null : asClaimProvider(answers),
    }
  }
  if (who === 'nobody' || supervisor === null)
    throw new RangeError('a claim is made only where somebody renders')
  return { rendering: asClaimProvider(supervisor), supervising: null }
}

/** The one whose insurance it is: the client, or the subscriber when the relation says it is another. */
const subscriberOf = ({ people, coverage }: ClaimInput): Result<Claim['subscriber']> => {
  const { client, subscriber } = people
  if (coverage.relation === 'self') {
    const { name, birthDate, sex, address } = client
    return accepted({ name, birthDate, sex, address })
  }
  if (subscriber !== null) return accepted(subscriber)
  return refused([
    held(
      'claim-subscriber',
      'people.subscriber',
      'The client is insured through another person, who is not named.',
      'Give the subscriber’s name, birth date, sex and address, or set the relation to self.',
      'docs/sources.md 8.1, boxes 4, 6, 7, 11a',
      { relation: coverage.relation },
    ),
  ])
}

const minutesOf = ({ note, session }: ClaimInput): number =>
  comparedMinutes(note, session) ?? sessionTherapyMinutes(session) ?? sessionMinutes(session)

const assemble = (
  input: ClaimInput,
  facts: Facts,
  lines: readonly ClaimLine[],
  providers: Providers,
  subscriber: Claim['subscriber'],
): Claim => {
  const { people, coverage, session, coding, correction } = input
  const { name, birthDate, sex, address } = people.client
  const { payer, payerRules } = coverage
  return {
    claimNumber: input.claimNumber,
    frequency: correction?.frequency ?? '1',
    replaces: correction?.replaces ?? null,
    billingProvider: people.practice,
    renderingProvider: providers.rendering,
    supervisingProvider: providers.supervising,
    payer: {
      name: payer.name,
      id: payer.id,
      filingIndicator:
        payerRules?.filingIndicator ?? facts.payerProfile(payer.class, session.day).filingIndicator,
    },
    plan: coverage.plan,
    memberNumber: coverage.memberNumber,
    ...(people.client.key === undefined ? {} : { clientKey: people.client.key }),
    groupNumber: coverage.groupNumber,
    relation: coverage.relation,
    subscriber,
    client: { name, birthDate, sex, address },
    day: session.day,
    start: session.start,
    stop: session.stop,
    minutes: minutesOf(input),
    modality: session.modality,
    clientPlace: session.clientPlace,
    placeOfService: coding.procedures[0]?.placeOfService ?? '',
    diagnoses: coding.diagnoses,
    charge: cents(lines.reduce((total, line) => total + line.charge, 0)),
    authorizationNumber: coverage.authorization?.number ?? null,
    clientPaid: sum([zero, ...input.clientPayments.map((payment) => payment.amount)]),
    lines,
  }
}

const beforeMaking = ({ coverage, session, coding, at }: ClaimInput): readonly Finding[] => {
  const findings: Finding[] = []
  if (coverage.payer.class === 'self-pay')
    findings.push(
      held(
        'claim-self-pay',
        'coverage.payer.class',
        'The client pays for this session; there is no payer to bill.',
        'Bill the client, or enter the coverage that is to be billed.',
        'docs/sources.md 8.1, box 1',
      ),
    )
  if (session.stopInstant > at)
    findings.push(
      held(
        'claim-day',
        'session.stop',
        'The session is not over at the time the claim is made.',
        'Confirm the session after it has taken place.',
        'docs/sources.md 8.1: no day of service in the future',
      ),
    )
  const { authorization } = coverage
  if (authorization !== null)
    findings.push(...checkAuthorization(authorization, coding.procedures, session.day))
  return findings
}

/**
 * The claim of one session, or every finding that keeps it from being made: no subscriber, an authorization that does
 * not cover it, and what `checkClaim` looks at (NPIs, nine-digit ZIP, numbers, amounts). Charges are per unit times
 * units, in cents; place of service and modifiers are coding's. Throws when `expected` is not that of these
 * procedures, and when nobody renders.
 */
export const makeClaim = (input: ClaimInput, facts: Facts): Result<Claim> => {
  const before = beforeMaking(input)
  const lines = input.coding.procedures.map((procedure, index) => lineOf(input, procedure, index))
  const providers = providersOf(input)
  const subscriber = subscriberOf(input)
  const findings = [...before, ...subscriber.findings]
  if (!subscriber.ok) return refused(findings)
  const claim = assemble(input, facts, lines, providers, subscriber.value)
  const all = [...findings, ...checkClaim(claim)]
  return all.some(holdsClaim) ? refused(all) : accepted(claim, all)
}
