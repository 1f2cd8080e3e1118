// The seven fields that must agree between note and claim: what each document says of them, and whether they do.
import type { Facts } from '../facts/facts.ts'
import { diagnosisField, procedureField } from './agreement-codes.ts'
import { birthDateField, clientNameField, providerField } from './agreement-identity.ts'
import type { AgreementInput } from './agreement-input.ts'
import { dateAndTimesField, placeField } from './agreement-meeting.ts'
import type { AgreementField } from './compare-part.ts'

export type { AgreementInput } from './agreement-input.ts'
export type { AgreementField, AgreementFieldName, AgreementPart, Verdict } from './compare-part.ts'

/**
 * The seven fields, always all of them and in this order: client name; date of birth; provider with credentials; date
 * with start and stop; place with modality; procedure with units; diagnosis. Each part carries the note's value, the
 * session's, the claim's and that of a claim somebody else billed, and a verdict: `agree`, `disagree`, `unclear` (it
 * fits but settles nothing: an initial) or `not-stated` (there are not two statements). Minutes are judged by the
 * time rule, not here: a code too long for its minutes is still the kind of service the note documents.
 * A `Case` may be passed as it is. Source: docs/sources.md 6.1, consistency; ARCHITECTURE.md, conventions, the seven fields.
 */
export const agreement = (given: AgreementInput, facts: Facts): readonly AgreementField[] => [
  clientNameField(given),
  birthDateField(given),
  providerField(given, facts),
  dateAndTimesField(given),
  placeField(given, facts),
  procedureField(given, facts),
  diagnosisField(given),
]
