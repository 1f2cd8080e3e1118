// Who goes on the claim as the one who did the work: by licence, code, and the payer's policy for associates.
import type { Day } from '../values/day.ts'
import type { Facts } from '../facts/facts.ts'
import type { LicenceClass, Provider } from '../people/provider.ts'
import type { Coverage } from '../coverage/coverage.ts'
import type { Rendering } from './coding.ts'

export interface RenderingInput {
  readonly coverage: Coverage | null
  readonly provider: Provider
  readonly supervisor: Provider | null
  readonly codes: readonly string[]
  readonly facts: Facts
  readonly on: Day
}

/** The first code that a licence class may not bill, or null. */
const closedTo = (licenceClass: LicenceClass, { codes, facts, on }: RenderingInput): string | null =>
  codes.find((code) => !(facts.procedure(code, on)?.licenceClasses.includes(licenceClass) ?? false)) ?? null

const licensed = (licenceClass: LicenceClass, input: RenderingInput): Rendering => {
  const closed = closedTo(licenceClass, input)
  return {
    who: closed === null ? 'provider' : 'nobody',
    licenceClass,
    reason: {
      says:
        closed === null
          ? `The provider's licence (${licenceClass}) may bill every code.`
          : `The provider's licence (${licenceClass}) may not bill ${closed}.`,
      source: 'docs/sources.md 1, classes',
    },
  }
}

const bySupervisor = (input: RenderingInput, source: string): Rendering => {
  const { supervisor, facts, on } = input
  const known = supervisor === null ? null : facts.credential(supervisor.credentials, on)
  const supervises =
    known !== null && known.licenceClass !== 'associate' && closedTo(known.licenceClass, input) === null
  return {
    who: supervises ? 'supervisor' : 'nobody',
    licenceClass: 'associate',
    reason: {
      says: supervises
        ? 'The provider works under supervision; this payer’s policy puts the supervisor on the claim.'
        : 'This payer’s policy puts the supervisor on the claim, and none is named whose licence may bill every code.',
      source,
    },
  }
}

/** An associate: themselves, their supervisor, or nobody, by the payer's written policy; nobody without one (docs/sources.md 0, row 1). */
const associate = (input: RenderingInput): Rendering => {
  const { coverage, facts, on } = input
  const profile = facts.payerProfile(coverage?.payer.class ?? 'self-pay', on)
  const policy = coverage?.payerRules?.associates ?? profile.associates
  const source = coverage?.payerRules?.associates === undefined ? profile.source : coverage.payerRules.source
  if (policy === 'supervisor') return bySupervisor(input, source)
  // A policy that takes an associate takes them for what the licence they work towards may bill.
  const closed = closedTo('masters', input)
  if (policy === 'self' && closed === null) {
    const says = 'The provider works under supervision; this payer’s policy lets associates bill themselves.'
    return { who: 'provider', licenceClass: 'associate', reason: { says, source } }
  }
  const says =
    policy === 'self'
      ? `An associate may not bill ${closed}.`
      : 'The provider works under supervision, and no written policy of this payer says who bills for associates.'
  return { who: 'nobody', licenceClass: 'associate', reason: { says, source } }
}

/** Who renders: the provider, the supervisor, or nobody, with why. */
export const rendering = (input: RenderingInput): Rendering => {
  const known = input.facts.credential(input.provider.credentials, input.on)
  if (known === null) {
    const says = 'No licence that may bill is known behind the provider’s credentials.'
    return { who: 'nobody', licenceClass: null, reason: { says, source: 'docs/sources.md 1, classes' } }
  }
  return known.licenceClass === 'associate' ? associate(input) : licensed(known.licenceClass, input)
}
