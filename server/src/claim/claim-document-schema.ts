// The schema of a typed claim as routes give it: core/claim `Claim`.
import { z } from 'zod'
import type { Claim } from '@goldenthread/core/claim/claim.ts'
import { AmountNumber, ClockText, DayText, typed } from '../http/schemas.ts'
import { AddressShape, NameShape, PracticeDocument, SexLetter } from '../people/people-schemas.ts'
import { ModalityName, PlaceShape } from '../session/session-schema.ts'

const ClaimProviderShape = z.strictObject({
  name: NameShape,
  credentials: z.string(),
  npi: z.string(),
  taxonomy: z.string(),
})

const insured = { name: NameShape, birthDate: DayText, sex: SexLetter, address: AddressShape }

const ExpectedShape = z.strictObject({
  allowed: AmountNumber,
  payer: AmountNumber,
  client: AmountNumber,
  contractAllowance: AmountNumber,
})

const LineShape = z.strictObject({
  number: z.int(),
  lineControlNumber: z.string(),
  procedure: z.string(),
  modifiers: z.array(z.string()),
  units: z.int(),
  charge: AmountNumber,
  placeOfService: z.string(),
  pointers: z.array(z.int()),
  expected: ExpectedShape,
})

export const ClaimDocument = typed<Claim>(
  z
    .strictObject({
      claimNumber: z.string(),
      frequency: z.enum(['1', '7', '8']),
      replaces: z.strictObject({ payerId: z.string(), number: z.string() }).nullable(),
      billingProvider: PracticeDocument,
      renderingProvider: ClaimProviderShape,
      supervisingProvider: ClaimProviderShape.nullable(),
      payer: z.strictObject({ name: z.string(), id: z.string(), filingIndicator: z.string() }),
      plan: z.string(),
      memberNumber: z.string(),
      clientKey: z.string().exactOptional(),
      groupNumber: z.string().nullable(),
      relation: z.enum(['self', 'spouse', 'child', 'employee', 'partner', 'other', 'unknown']),
      subscriber: z.strictObject({ ...insured }),
      client: z.strictObject({ ...insured }),
      day: DayText,
      start: ClockText,
      stop: ClockText,
      minutes: z.int(),
      modality: ModalityName,
      clientPlace: PlaceShape,
      placeOfService: z.string(),
      diagnoses: z.array(z.string()),
      charge: AmountNumber,
      authorizationNumber: z.string().nullable(),
      clientPaid: AmountNumber,
      lines: z.array(LineShape),
    })
    .meta({ id: 'ClaimDocument', description: 'The bill to the payer, typed.' }),
)
