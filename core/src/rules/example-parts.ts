// Parts of the example cases: invented people, a practice, a coverage, and sessions with their notes.
import { cents } from '../values/cents.ts'
import { clockTime, day, instant } from '../values/day.ts'
import type { Client } from '../people/person.ts'
import type { Practice, Provider } from '../people/provider.ts'
import type { Coverage } from '../coverage/coverage.ts'
import type { Session } from '../session/session.ts'
import type { CoSignature } from '../note/co-signature.ts'
import type { Note, Picks } from '../note/note.ts'
import { templates } from '../note/templates.ts'
import type { People } from './case.ts'

/** NPIs here are invented: they begin with 2 and carry a right check digit. */
export const provider: Provider = {
  name: { first: 'June', last: 'Whitfield' },
  credentials: 'LCSW',
  licences: [{ state: 'NY', number: '000417', kind: 'licence', from: day('2019-05-01'), to: null }],
  npi: '2400000016',
  taxonomy: '1041C0700X',
}
export const physician: Provider = {
  ...provider,
  name: { first: 'Amos', last: 'Reyes' },
  credentials: 'MD',
  npi: '2400000024',
  taxonomy: '2084P0800X',
}

export const practice: Practice = {
  legalName: 'Harbor Street Counseling PLLC',
  npi: '2400000008',
  taxId: '001234567',
  taxIdKind: 'EI',
  taxonomy: '261QM0801X',
  address: { street: '14 Harbor Street', city: 'Troy', state: 'NY', zip: '121801234' },
  contactName: 'Dana Bell',
  telephone: '5185550123',
}

export const client: Client = {
  name: { first: 'Nora', last: 'Okafor' },
  birthDate: day('1990-05-14'),
  sex: 'F',
  address: { street: '9 Elm Court', city: 'Albany', state: 'NY', zip: '12203' },
}

const fee = (code: string, charge: number, allowed: number) => ({
  code,
  from: day('2025-10-01'),
  to: null,
  charge: cents(charge),
  allowed: cents(allowed),
  source: 'contract 2025, schedule A',
})

export const coverage: Coverage = {
  payer: { name: 'Evergreen Health Plan', id: 'EVG01', class: 'commercial' },
  plan: 'Evergreen PPO',
  memberNumber: 'EVG900100200',
  groupNumber: 'GRP77',
  relation: 'self',
  benefits: {
    deductibleLeft: cents(0),
    copay: cents(2500),
    coinsurance: null,
    visitsLeft: null,
    authorizationNeeded: false,
  },
  feeSchedule: [
    fee('90834', 16000, 11500),
    fee('90837', 20000, 14000),
    fee('90839', 22000, 16000),
    fee('90840', 11000, 8000),
    fee('90791', 25000, 18000),
    fee('99214', 18000, 13000),
    fee('90833', 9000, 7500),
  ],
  authorization: null,
  payerRules: null,
}

/** What the physician says of a note of theirs who works under supervision. */
export const coSigned: CoSignature = {
  schema: 'golden-thread/co-signature/1',
  noteHash: 'a'.repeat(64),
  verdict: 'co-signed',
  supervisor: { name: physician.name, credentials: physician.credentials },
  signedAt: instant('2026-03-11T13:00:00Z'),
  zone: 'America/New_York',
  attestation: 'I attest that I reviewed this note.',
  comment: null,
}

export const people = (of: Provider): People => ({
  practice,
  provider: of,
  supervisor: null,
  client,
  subscriber: null,
})

export const office = { setting: 'office', city: 'Troy', state: 'NY' } as const
export const home = { setting: 'home', city: 'Albany', state: 'NY' } as const

export interface Times {
  readonly start: string
  readonly stop: string
  readonly stopInstant: string
  readonly therapyMinutes: number | null
  readonly emMinutes: number | null
}

export const sessionOf = (times: Times, telehealth: boolean): Session => ({
  day: day('2026-03-10'),
  start: clockTime(times.start),
  stop: clockTime(times.stop),
  zone: 'America/New_York',
  startInstant: instant('2026-03-10T18:00:00Z'),
  stopInstant: instant(times.stopInstant),
  modality: telehealth ? 'audio-video' : 'in-person',
  clientPlace: telehealth ? home : office,
  providerPlace: office,
  attendees: [{ role: 'client' }],
  therapyMinutes: times.therapyMinutes,
  emMinutes: times.emMinutes,
  platform: telehealth ? 'Doxy.me' : null,
  telehealthConsent: telehealth ? day('2026-01-12') : null,
})

const crisisPicks: Picks = {
  crisis: {
    state: 'sudden plan to end her life after a dismissal, highly distressed',
    disposition: 'home with her sister, seen again tomorrow',
    resources: ['988', 'sister', 'mobile crisis team'],
  },
}

const evaluationPicks: Picks = {
  newClient: false,
  decisionMaking: { problems: 'moderate', data: 'low', risk: 'moderate' },
  levelBasis: 'decision-making',
}

/** Where the example's one sentence stands: a template without an assessment has a plan. */
const sectionOf = (template: Note['template']): string =>
  templates[template].sections.some(({ id }) => id === 'assessment') ? 'assessment' : 'plan'

export const noteOf = (template: Note['template'], session: Session, of: Provider): Note => ({
  schema: 'golden-thread/note/1',
  template,
  identity: { name: client.name, birthDate: client.birthDate },
  recorded: {
    day: session.day,
    start: session.start,
    stop: session.stop,
    minutes: null,
    therapyMinutes: session.therapyMinutes,
    emMinutes: session.emMinutes,
    modality: session.modality,
    clientPlace: session.clientPlace,
    providerPlace: session.providerPlace,
    platform: session.platform,
    telehealthConsent: session.platform === null ? null : true,
    attendees: session.attendees,
    procedures: [],
  },
  sections: { [sectionOf(template)]: 'Low mood lifts on working days; two walks kept.' },
  picks: {
    mentalStatus: {
      appearance: 'neat, tired',
      behavior: 'cooperative',
      mood: '"worn out"',
      affect: 'constricted, brightens on topic',
      'thought-process': 'goal-directed',
    },
    risk: {
      suicidalIdeation: 'denied',
      homicidalIdeation: 'denied',
      selfHarm: 'denied',
      level: 'low',
      levelChange: 'same',
    },
    interventions: [{ name: 'behavioral activation', goal: 'three walks a week' }],
    response: 'planned two walks aloud and wrote them down',
    symptoms: ['low mood', 'early waking'],
    impairment: ['late at work twice this week'],
    direction: 'better',
    goals: [{ goal: 'three walks a week', progress: 'better' }],
    necessity: 'continue',
    longSessionReason: 'grief work on the brother’s death needed the full hour',
    ...(template === 'crisis' ? crisisPicks : {}),
    ...(template === 'em-with-therapy' ? evaluationPicks : {}),
  },
  diagnoses: [{ code: 'F33.1' }],
  author: { name: of.name, credentials: of.credentials },
  signature: {
    signedAt: instant('2026-03-10T21:12:00Z'),
    attestation: 'I attest that this note is complete and true.',
  },
  previousHash: null,
})
