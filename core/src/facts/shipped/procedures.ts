// Procedures: code numbers with our own labels, parents of add-ons, who may bill them, by what means. Minutes are time-bands.ts's.
import { day } from '../../values/day.ts'
import type { CodeFamily, DecisionLevel, ProcedureFact } from '../facts.ts'

type Licences = ProcedureFact['licenceClasses']

const heldFrom = day('2024-01-01')
const anyTherapist: Licences = ['prescriber', 'psychologist', 'masters']
const prescribers: Licences = ['prescriber']

/** The visits a therapy add-on may go with: the list of the CMS add-on table, not a range (docs/sources.md 0 and 1). */
const visits = [
  '99202 99203 99204 99205 99211 99212 99213 99214 99215 99221 99222 99223 99231 99232 99233 99234',
  '99235 99236 99238 99239 99242 99243 99244 99245 99252 99253 99254 99255 99304 99305 99306 99307',
  '99308 99309 99310 99315 99316 99341 99342 99344 99345 99347 99348 99349 99350',
].flatMap((row) => row.split(' '))
const complexityParents = ['90791', '90792', '90832', '90833', '90834', '90836', '90837', '90838', '90853']

interface Row {
  readonly code: string
  readonly label: string
  readonly family: CodeFamily
  readonly licenceClasses: Licences
  readonly clientPresent: ProcedureFact['clientPresent']
  readonly dailyUnits: number
  readonly addOnTo?: readonly string[]
  readonly telehealth?: ProcedureFact['telehealth']
  readonly decisionLevel?: DecisionLevel
}

const therapy: readonly Row[] = [
  {
    code: '90832',
    label: 'Individual therapy, 30-minute band',
    family: 'therapy',
    licenceClasses: anyTherapist,
    clientPresent: 'most',
    dailyUnits: 2,
  },
  {
    code: '90834',
    label: 'Individual therapy, 45-minute band',
    family: 'therapy',
    licenceClasses: anyTherapist,
    clientPresent: 'most',
    dailyUnits: 2,
  },
  {
    code: '90837',
    label: 'Individual therapy, 60-minute band',
    family: 'therapy',
    licenceClasses: anyTherapist,
    clientPresent: 'most',
    dailyUnits: 2,
  },
  {
    code: '90833',
    label: 'Therapy with E/M, 30-minute band',
    family: 'therapy-with-em',
    licenceClasses: prescribers,
    clientPresent: 'most',
    dailyUnits: 2,
    addOnTo: visits,
  },
  {
    code: '90836',
    label: 'Therapy with E/M, 45-minute band',
    family: 'therapy-with-em',
    licenceClasses: prescribers,
    clientPresent: 'most',
    dailyUnits: 2,
    addOnTo: visits,
  },
  {
    code: '90838',
    label: 'Therapy with E/M, 60-minute band',
    family: 'therapy-with-em',
    licenceClasses: prescribers,
    clientPresent: 'most',
    dailyUnits: 2,
    addOnTo: visits,
  },
  {
    code: '90846',
    label: 'Family session without the client',
    family: 'family-without-client',
    licenceClasses: anyTherapist,
    clientPresent: 'no',
    dailyUnits: 1,
  },
  {
    code: '90847',
    label: 'Family session with the client',
    family: 'family-with-client',
    licenceClasses: anyTherapist,
    clientPresent: 'yes',
    dailyUnits: 1,
  },
  {
    code: '90839',
    label: 'Crisis therapy, first block',
    family: 'crisis',
    licenceClasses: anyTherapist,
    clientPresent: 'some',
    dailyUnits: 1,
  },
  {
    code: '90840',
    label: 'Crisis therapy, each further block of up to 30 minutes past 74',
    family: 'crisis',
    licenceClasses: anyTherapist,
    clientPresent: 'some',
    dailyUnits: 3,
    addOnTo: ['90839'],
  },
  {
    code: '90785',
    label: 'Interactive complexity surcharge',
    family: 'interactive-complexity',
    licenceClasses: anyTherapist,
    clientPresent: 'yes',
    dailyUnits: 3,
    addOnTo: complexityParents,
  },
]

const intake: readonly Row[] = [
  {
    code: '90791',
    label: 'Intake diagnostic evaluation, no medical services',
    family: 'intake',
    licenceClasses: anyTherapist,
    clientPresent: 'informants-allowed',
    dailyUnits: 1,
  },
  {
    code: '90792',
    label: 'Intake diagnostic evaluation with medical services',
    family: 'intake',
    licenceClasses: prescribers,
    clientPresent: 'yes',
    dailyUnits: 1,
  },
]

const visit = (
  code: string,
  label: string,
  family: 'em-new' | 'em-established',
  decisionLevel: DecisionLevel,
  dailyUnits: number,
): Row => ({
  code,
  label,
  family,
  licenceClasses: prescribers,
  clientPresent: 'yes',
  dailyUnits,
  decisionLevel,
})

const evaluationAndManagement: readonly Row[] = [
  visit('99202', 'Office visit, new client, straightforward decision making', 'em-new', 'straightforward', 1),
  visit('99203', 'Office visit, new client, low decision making', 'em-new', 'low', 1),
  visit('99204', 'Office visit, new client, moderate decision making', 'em-new', 'moderate', 1),
  visit('99205', 'Office visit, new client, high decision making', 'em-new', 'high', 1),
  // On Medicare's telehealth list (docs/sources.md 0); clinical staff bill it, so no level leads to it.
  {
    code: '99211',
    label: 'Office visit, established client, no professional work needed',
    family: 'em-established',
    licenceClasses: prescribers,
    clientPresent: 'yes',
    dailyUnits: 1,
    telehealth: 'video',
  },
  visit(
    '99212',
    'Office visit, established client, straightforward decision making',
    'em-established',
    'straightforward',
    2,
  ),
  visit('99213', 'Office visit, established client, low decision making', 'em-established', 'low', 2),
  visit(
    '99214',
    'Office visit, established client, moderate decision making',
    'em-established',
    'moderate',
    2,
  ),
  visit('99215', 'Office visit, established client, high decision making', 'em-established', 'high', 1),
]

export const procedureRows: readonly ProcedureFact[] = [
  ...therapy,
  ...intake,
  ...evaluationAndManagement,
].map((row) => ({
  addOnTo: [],
  telehealth: 'video-and-audio',
  ...row,
  from: heldFrom,
  to: null,
  source: 'docs/sources.md 1; units a day: CMS practitioner MUE 2024-07-01',
}))
