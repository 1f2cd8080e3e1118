// Example cases for the rules' own cases: five sessions in which everything holds, and a way to change one field.
import { cents } from '../values/cents.ts'
import { instant } from '../values/day.ts'
import type { Provider } from '../people/provider.ts'
import type { Session } from '../session/session.ts'
import type { Note } from '../note/note.ts'
import type { CodedProcedure, Coding } from '../coding/coding.ts'
import type { Billed } from '../claim/billed.ts'
import type { Claim, ClaimLine } from '../claim/claim.ts'
import type { Case } from './case.ts'
import {
  type Times,
  client,
  coverage,
  noteOf,
  people,
  physician,
  practice,
  provider,
  sessionOf,
} from './example-parts.ts'

const codedOf = (
  code: string,
  units: number,
  place: string,
  modifiers: readonly string[],
): CodedProcedure => ({
  code,
  units,
  modifiers,
  placeOfService: place,
  pointers: [1],
  band: null,
  reasons: [{ says: 'as the minutes support', source: 'time rule' }],
})

const lineOf = (coded: CodedProcedure, at: number): ClaimLine => {
  const row = coverage.feeSchedule.find((each) => each.code === coded.code)
  const charge = cents((row?.charge ?? 0) * coded.units)
  const allowed = cents((row?.allowed ?? 0) * coded.units)
  const copay = at === 0 ? cents(2500) : cents(0)
  return {
    number: at + 1,
    lineControlNumber: `GT1001L${at + 1}`,
    procedure: coded.code,
    modifiers: coded.modifiers,
    units: coded.units,
    charge,
    placeOfService: coded.placeOfService,
    pointers: coded.pointers,
    expected: {
      allowed,
      payer: cents(allowed - copay),
      client: copay,
      contractAllowance: cents(charge - allowed),
    },
  }
}

const claimOf = (session: Session, coding: Coding, of: Provider, minutes: number): Claim => {
  const lines = coding.procedures.map(lineOf)
  return {
    claimNumber: 'GT1001',
    frequency: '1',
    replaces: null,
    billingProvider: practice,
    renderingProvider: { name: of.name, credentials: of.credentials, npi: of.npi, taxonomy: of.taxonomy },
    supervisingProvider: null,
    payer: { name: coverage.payer.name, id: coverage.payer.id, filingIndicator: 'CI' },
    plan: coverage.plan,
    memberNumber: coverage.memberNumber,
    groupNumber: coverage.groupNumber,
    relation: 'self',
    subscriber: client,
    client,
    day: session.day,
    start: session.start,
    stop: session.stop,
    minutes,
    modality: session.modality,
    clientPlace: session.clientPlace,
    placeOfService: coding.procedures[0]?.placeOfService ?? '11',
    diagnoses: coding.diagnoses,
    charge: cents(lines.reduce((sum, line) => sum + line.charge, 0)),
    authorizationNumber: null,
    clientPaid: cents(0),
    lines,
  }
}

const caseOf = (
  template: Note['template'],
  times: Times,
  telehealth: boolean,
  of: Provider,
  codes: readonly [string, number][],
  minutes: number,
): Case => {
  const session = sessionOf(times, telehealth)
  const coding: Coding = {
    procedures: codes.map(([code, units]) =>
      codedOf(code, units, telehealth ? '10' : '11', telehealth ? ['95'] : []),
    ),
    diagnoses: ['F33.1'],
    rendering: {
      who: 'provider',
      licenceClass: of === physician ? 'prescriber' : 'masters',
      reason: { says: 'licensed for these codes', source: 'procedure facts' },
    },
  }
  return {
    at: instant('2026-03-11T14:00:00Z'),
    people: people(of),
    coverage,
    session,
    earlierSessions: [],
    note: noteOf(template, session, of),
    coding,
    claim: claimOf(session, coding, of, minutes),
    billed: null,
  }
}

const alone = { therapyMinutes: null, emMinutes: null }

/** 47 minutes of therapy in the office, 90834. */
export const officeCase: Case = caseOf(
  'soap',
  { start: '14:00', stop: '14:47', stopInstant: '2026-03-10T18:47:00Z', ...alone },
  false,
  provider,
  [['90834', 1]],
  47,
)
/** The same before anything was coded. */
export const draftCase: Case = { ...officeCase, coding: null, claim: null }
/** 55 minutes by video, client at home, 90837 with 95 at place 10. */
export const telehealthCase: Case = caseOf(
  'dap',
  { start: '14:00', stop: '14:55', stopInstant: '2026-03-10T18:55:00Z', ...alone },
  true,
  provider,
  [['90837', 1]],
  55,
)
/** 34 minutes with a physician, 14 medical and 20 therapy: 99214 with 90833. */
export const medicationCase: Case = caseOf(
  'em-with-therapy',
  { start: '14:00', stop: '14:34', stopInstant: '2026-03-10T18:34:00Z', therapyMinutes: 20, emMinutes: 14 },
  false,
  physician,
  [
    ['99214', 1],
    ['90833', 1],
  ],
  34,
)
/** 110 minutes of crisis in the office: 90839 with two further blocks. */
export const crisisCase: Case = caseOf(
  'crisis',
  { start: '14:00', stop: '15:50', stopInstant: '2026-03-10T19:50:00Z', ...alone },
  false,
  provider,
  [
    ['90839', 1],
    ['90840', 2],
  ],
  110,
)

/** 60 minutes of diagnostic evaluation in the office, 90791. */
export const intakeCase: Case = caseOf(
  'intake',
  { start: '14:00', stop: '15:00', stopInstant: '2026-03-10T19:00:00Z', ...alone },
  false,
  provider,
  [['90791', 1]],
  60,
)

/** The bill that another system would write of a case: all of it right. */
const billedOf = (given: Case): Billed => ({
  clientName: client.name,
  birthDate: client.birthDate,
  providerName: given.people.provider.name,
  credentials: given.people.provider.credentials,
  day: given.session?.day ?? null,
  start: given.session?.start ?? null,
  stop: given.session?.stop ?? null,
  minutes: given.claim?.minutes ?? null,
  modality: given.session?.modality ?? null,
  clientPlace: given.session?.clientPlace ?? null,
  placeOfService: given.claim?.placeOfService ?? null,
  procedures: (given.coding?.procedures ?? []).map(({ code, units, modifiers }) => ({
    code,
    units,
    modifiers,
  })),
  diagnoses: given.coding?.diagnoses ?? [],
})

/** What another system billed for these sessions. */
export const billedOffice: Billed = billedOf(officeCase)
export const billedTelehealth: Billed = billedOf(telehealthCase)
export const billedMedication: Billed = billedOf(medicationCase)
export const billedIntake: Billed = billedOf(intakeCase)

type Branch = { readonly [key: string]: unknown } | readonly unknown[]

const changed = (branch: unknown, path: readonly string[], value: unknown): unknown => {
  const [key, ...rest] = path
  if (key === undefined) return value
  const inner = (branch as { readonly [key: string]: unknown })[key]
  const next = changed(inner, rest, value)
  if (Array.isArray(branch)) return branch.map((each, at) => (String(at) === key ? next : each))
  const copy: { [key: string]: unknown } = { ...(branch as Branch) }
  if (next === undefined) delete copy[key]
  else copy[key] = next
  return copy
}

/** The case with one field changed (`undefined` takes it out): `change(given, 'note.signature', null)`. */
export const change = (given: Case, path: string, value: unknown): Case =>
  changed(given, path.split('.'), value) as Case
