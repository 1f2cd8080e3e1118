// Writes a claim as an 837P: the typed claim to the document of the set, and that to the bytes of a file.
import { type Instant, compactDay } from '../values/day.ts'
import { type Finding, holdsClaim } from '../values/finding.ts'
import { type Result, accepted, refused } from '../values/result.ts'
import type { Relation } from '../coverage/coverage.ts'
import type {
  BillingProvider837P,
  Claim837P,
  Claims837P,
  ServiceLine837P,
  Subscriber837P,
} from '../x12/sets/837p/table.ts'
import { writeProfessionalClaims } from '../x12/sets/837p/write.ts'
import { checkClaim } from './check-claim.ts'
import type { Claim, ClaimLine } from './claim.ts'
import type { Envelope } from './envelope.ts'
import { type Say, located, names, sayingInto } from './written-parties.ts'

/** BHT03, which names the batch and comes back in the 277CA: the interchange's number and the set's. */
export const batchReference = ({ interchangeControl, setControl }: Envelope): string =>
  `${String(interchangeControl).padStart(9, '0')}${String(setControl).padStart(4, '0')}`

/** PAT01 by relation to the subscriber (docs/sources.md 8.1, box 6). */
const relationCodes: Readonly<Record<Exclude<Relation, 'self'>, string>> = {
  spouse: '01',
  child: '19',
  employee: '20',
  unknown: '21',
  partner: '53',
  other: 'G8',
}

const born = ({ birthDate, sex }: Claim['client']) => ({ day: compactDay(birthDate), sex })

const lineOf = (line: ClaimLine, claim: Claim): ServiceLine837P => ({
  position: { number: line.number },
  service: {
    procedure: {
      kind: 'HC',
      code: line.procedure,
      ...(line.modifiers.length === 0 ? {} : { modifiers: line.modifiers }),
    },
    charge: line.charge,
    unit: 'UN',
    units: line.units,
    // SV105 only where the line's place differs from the claim's (docs/sources.md 0, 8.1).
    ...(line.placeOfService === claim.placeOfService ? {} : { placeOfService: line.placeOfService }),
    diagnosisPointers: { numbers: line.pointers },
  },
  served: { format: 'D8', days: compactDay(claim.day) },
  lineNumber: { number: line.lineControlNumber },
})

const diagnosesOf = ({ diagnoses }: Claim): Claim837P['diagnoses'] => {
  const [first = '', ...others] = diagnoses.map((code) => code.replaceAll('.', '').toUpperCase())
  return {
    principal: { kind: 'ABK', code: first },
    ...(others.length === 0 ? {} : { others: others.map((code) => ({ kind: 'ABF' as const, code })) }),
  }
}

/** 2310B when another than the billing provider did the work, and 2310D when somebody answers for it. */
const providersOf = (
  claim: Claim,
  say: Say,
): Pick<Claim837P, 'renderingProvider' | 'supervisingProvider'> => {
  const { billingProvider, renderingProvider: rendering, supervisingProvider: supervising } = claim
  const named = (provider: typeof rendering, path: string) => ({
    ...names(provider.name, `${path}.name`, say),
    npi: provider.npi,
  })
  return {
    ...(rendering.npi === billingProvider.npi
      ? {}
      : {
          renderingProvider: {
            name: { entity: '1', ...named(rendering, 'claim.renderingProvider') },
            taxonomy: { code: rendering.taxonomy },
          },
        }),
    ...(supervising === null
      ? {}
      : { supervisingProvider: { name: named(supervising, 'claim.supervisingProvider') } }),
  }
}

const claimOf = (claim: Claim, say: Say): Claim837P => ({
  claim: {
    number: claim.claimNumber,
    charge: claim.charge,
    place: { placeOfService: claim.placeOfService, frequency: claim.frequency },
    providerSigned: 'Y',
    assignment: 'A',
    benefitsAssigned: 'Y',
    release: 'Y',
  },
  ...(claim.clientPaid > 0 ? { clientPaid: { amount: claim.clientPaid } } : {}),
  ...(claim.authorizationNumber === null
    ? {}
    : { priorAuthorization: { number: say(claim.authorizationNumber, 'coverage.authorization.number') } }),
  ...(claim.replaces === null
    ? {}
    : { payerClaimNumber: { number: say(claim.replaces.number, 'claim.replaces.number') } }),
  diagnoses: diagnosesOf(claim),
  ...providersOf(claim, say),
  lines: claim.lines.map((line) => lineOf(line, claim)),
})

const coverageOf = (claim: Claim, say: Say): Subscriber837P['coverage'] => ({
  order: 'P',
  ...(claim.relation === 'self' ? { relation: '18' } : {}),
  // The guide wants the plan's name only where there is no group number.
  ...(claim.groupNumber === null || claim.groupNumber === ''
    ? claim.plan === ''
      ? {}
      : { planName: say(claim.plan, 'coverage.plan') }
    : { groupNumber: say(claim.groupNumber, 'coverage.groupNumber') }),
  filing: claim.payer.filingIndicator,
})

const subscriberOf = (claim: Claim, say: Say): Subscriber837P => {
  const path = claim.relation === 'self' ? 'people.client' : 'people.subscriber'
  const { subscriber, client, payer, relation } = claim
  const claims = [claimOf(claim, say)]
  return {
    coverage: coverageOf(claim, say),
    subscriber: {
      name: {
        entity: '1',
        ...names(subscriber.name, `${path}.name`, say),
        idKind: 'MI',
        memberId: say(claim.memberNumber, 'coverage.memberNumber'),
      },
      ...located(subscriber.address, `${path}.address`, say),
      birth: born(subscriber),
    },
    payer: {
      name: {
        organization: say(payer.name, 'coverage.payer.name'),
        idKind: 'PI',
        id: say(payer.id, 'coverage.payer.id'),
      },
    },
    ...(relation === 'self'
      ? { claims }
      : {
          clients: [
            {
              facts: { relation: relationCodes[relation] },
              client: {
                name: names(client.name, 'people.client.name', say),
                ...located(client.address, 'people.client.address', say),
                birth: born(client),
              },
              claims,
            },
          ],
        }),
  }
}

/**
 * Who bills, as their NPI was given: to a person when it is that of the one who treated (a practice of one), else to
 * an organization. NM102 goes with the kind of NPI.
 */
const billingName = ({ billingProvider: practice, renderingProvider }: Claim, say: Say) =>
  practice.npi === renderingProvider.npi
    ? {
        entity: '1' as const,
        ...names(renderingProvider.name, 'people.provider.name', say),
        npi: practice.npi,
      }
    : {
        entity: '2' as const,
        lastName: say(practice.legalName, 'people.practice.legalName'),
        npi: practice.npi,
      }

const billingProviderOf = (claim: Claim, say: Say): BillingProvider837P => {
  const { billingProvider: practice } = claim
  return {
    taxonomy: { code: practice.taxonomy },
    provider: {
      name: billingName(claim, say),
      ...located(practice.address, 'people.practice.address', say),
      taxId: { kind: practice.taxIdKind, number: practice.taxId },
    },
    subscribers: [subscriberOf(claim, say)],
  }
}

/**
 * The document of an 837P that holds this one claim. Texts are in X12's basic character set: capitals, marks taken
 * off. Refused when a text cannot be written so, or when `checkClaim` finds what keeps the claim from leaving.
 * The receiver is known by id alone, so the payer's name stands for it in 1000B. Source: docs/sources.md 8.1.
 */
export const document837P = (claim: Claim, envelope: Envelope, at: Instant): Result<Claims837P> => {
  // Warnings were said when the claim was made.
  const findings: Finding[] = checkClaim(claim).filter(holdsClaim)
  const say = sayingInto(findings)
  const { billingProvider: practice } = claim
  const document: Claims837P = {
    beginning: {
      purpose: '00',
      reference: batchReference(envelope),
      day: at.slice(0, 10).replaceAll('-', ''),
      time: at.slice(11, 16).replace(':', ''),
      kind: 'CH',
    },
    submitter: {
      name: {
        entity: '2',
        lastName: say(practice.legalName, 'people.practice.legalName'),
        id: envelope.senderId,
      },
      contacts: [
        {
          name: say(practice.contactName, 'people.practice.contactName'),
          numbers: [{ kind: 'TE', number: practice.telephone }],
        },
      ],
    },
    receiver: {
      name: { organization: say(claim.payer.name, 'coverage.payer.name'), id: envelope.receiverId },
    },
    billingProviders: [billingProviderOf(claim, say)],
  }
  return findings.length > 0 ? refused(findings) : accepted(document)
}

/**
 * The bytes of a file with this one claim, or every finding that keeps it from being written. `at` is the moment of
 * writing, in UTC. ISA14 asks for a TA1, so that the file is known to have arrived.
 */
export const to837P = (claim: Claim, envelope: Envelope, at: Instant): Result<Uint8Array> => {
  const document = document837P(claim, envelope, at)
  if (!document.ok) return document
  const { senderQualifier, senderId, receiverQualifier, receiverId, usage } = envelope
  const { interchangeControl, groupControl, setControl } = envelope
  return writeProfessionalClaims(
    [document.value],
    {
      senderQualifier,
      senderId,
      receiverQualifier,
      receiverId,
      usage,
      interchangeControl,
      groupControl,
      at,
      wantsAcknowledgment: true,
    },
    { setControl },
  )
}
