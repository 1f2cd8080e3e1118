// The catalogue: every rule, in the order findings are read: identity, session, note, coding, claim.
import type { Rule } from './rule.ts'
import { rule as billableDiagnosis } from './coding/billable-diagnosis/rule.ts'
import { rule as coSignature } from './note/co-signature/rule.ts'
import { rule as decisionMakingLevel } from './coding/decision-making-level/rule.ts'
import { rule as licensedWhereClientSits } from './session/licensed-where-client-sits/rule.ts'
import { rule as mentalStatusCount } from './note/mental-status-count/rule.ts'
import { rule as noteIdentity } from './note/note-identity/rule.ts'
import { rule as noteNotEmpty } from './note/note-not-empty/rule.ts'
import { rule as placeOfServiceFits } from './coding/place-of-service-fits/rule.ts'
import { rule as renderingProviderAllowed } from './coding/rendering-provider-allowed/rule.ts'
import { rule as riskAddressed } from './note/risk-addressed/rule.ts'
import { rule as sevenFields } from './claim/seven-fields/rule.ts'
import { rule as signatureBeforeClaim } from './claim/signature-before-claim/rule.ts'
import { rule as telehealthFacts } from './session/telehealth-facts/rule.ts'
import { rule as therapyMinutesApart } from './note/therapy-minutes-apart/rule.ts'
import { rule as timeRule } from './coding/time-rule/rule.ts'

export const catalogue: readonly Rule[] = [
  noteIdentity,
  telehealthFacts,
  licensedWhereClientSits,
  mentalStatusCount,
  riskAddressed,
  noteNotEmpty,
  therapyMinutesApart,
  timeRule,
  decisionMakingLevel,
  billableDiagnosis,
  placeOfServiceFits,
  renderingProviderAllowed,
  sevenFields,
  signatureBeforeClaim,
  coSignature,
]
