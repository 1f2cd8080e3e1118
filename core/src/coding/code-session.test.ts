// Coding: which procedures, place, modifiers, pointers and rendering provider session and note support.
import { describe, expect, test } from 'vitest'
import { clockTime, day, instant } from '../values/day.ts'
import type { Result } from '../values/result.ts'
import type { DecisionLevel, Modality, PayerClass, Setting } from '../facts/facts.ts'
import { shippedFacts as facts } from '../facts/shipped/shipped.ts'
import type { Provider } from '../people/provider.ts'
import type { Coverage, PayerRules } from '../coverage/coverage.ts'
import type { AttendeeRole, Session, SessionPlace } from '../session/session.ts'
import type { Note, Picks, RecordedFacts, Template } from '../note/note.ts'
import { codeSession } from './code-session.ts'
import type { Coding } from './coding.ts'

const on = day('2026-03-10')

const provider = (credentials: string): Provider => ({
  name: { first: 'Ines', last: 'Marlowe' },
  credentials,
  licences: [{ state: 'OR', from: day('2020-01-01'), to: null }],
  npi: '2000000002',
  taxonomy: '1041C0700X',
})

const place = (setting: Setting | null): SessionPlace => ({ setting, city: 'Salem', state: 'OR' })

const coverageOf = (payerClass: PayerClass, payerRules: PayerRules | null = null): Coverage => ({
  payer: { name: 'Tamarack Health', id: 'TMRK1', class: payerClass },
  plan: 'Tamarack Choice',
  memberNumber: 'TM1001',
  groupNumber: null,
  relation: 'self',
  benefits: {
    deductibleLeft: null,
    copay: null,
    coinsurance: null,
    visitsLeft: null,
    authorizationNeeded: null,
  },
  feeSchedule: [],
  authorization: null,
  payerRules,
})

/** Ten o'clock and so many minutes later. */
const stopAfter = (minutes: number) =>
  clockTime(
    `${String(10 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
  )

interface Given {
  readonly template?: Template
  readonly minutes?: number | null
  readonly recorded?: Partial<RecordedFacts>
  readonly picks?: Picks
  readonly diagnoses?: readonly string[]
  readonly credentials?: string
  readonly supervisor?: Provider | null
  readonly payerClass?: PayerClass
  readonly payerRules?: PayerRules | null
  readonly coverage?: Coverage | null
  readonly modality?: Modality
  readonly setting?: Setting | null
  readonly session?: Partial<Session>
}

const noteOf = ({
  template = 'dap',
  minutes = 47,
  recorded = {},
  picks = {},
  diagnoses = ['F33.1'],
  modality = 'in-person',
  setting = 'office',
}: Given): Note => ({
  schema: 'golden-thread/note/1',
  template,
  identity: { name: null, birthDate: null },
  recorded: {
    day: on,
    start: minutes === null ? null : clockTime('10:00'),
    stop: minutes === null ? null : stopAfter(minutes),
    minutes: null,
    therapyMinutes: null,
    emMinutes: null,
    modality,
    clientPlace: place(setting),
    providerPlace: place('office'),
    platform: null,
    telehealthConsent: null,
    attendees: [{ role: 'client' }],
    procedures: [],
    ...recorded,
  },
  sections: {},
  picks,
  diagnoses: diagnoses.map((code) => ({ code })),
  author: { name: { first: 'Ines', last: 'Marlowe' }, credentials: 'LCSW' },
  signature: null,
  previousHash: null,
})

/** The session was on the calendar for an hour: its length must never choose a code. */
const sessionOf = ({ modality = 'in-person', setting = 'office', session = {} }: Given): Session => ({
  day: on,
  start: clockTime('10:00'),
  stop: clockTime('11:00'),
  zone: 'America/Los_Angeles',
  startInstant: instant('2026-03-10T17:00:00Z'),
  stopInstant: instant('2026-03-10T18:00:00Z'),
  modality,
  clientPlace: place(setting),
  providerPlace: place('office'),
  attendees: [{ role: 'client' }],
  therapyMinutes: null,
  emMinutes: null,
  platform: null,
  telehealthConsent: null,
  ...session,
})

const coded = (given: Given): Result<Coding> =>
  codeSession({
    coverage:
      given.coverage === undefined
        ? coverageOf(given.payerClass ?? 'commercial', given.payerRules ?? null)
        : given.coverage,
    session: sessionOf(given),
    note: noteOf(given),
    provider: provider(given.credentials ?? 'LCSW'),
    supervisor: given.supervisor ?? null,
    facts,
  })

const codingOf = (given: Given): Coding => {
  const result = coded(given)
  if (!result.ok) throw new Error(`not coded: ${result.findings.map(({ code }) => code).join(', ')}`)
  return result.value
}

const codesOf = (given: Given): string =>
  codingOf(given)
    .procedures.map(({ code, units }) => `${code}x${units}`)
    .join('+')
const findingsOf = (given: Given): readonly string[] =>
  coded(given).findings.map(({ code, severity }) => `${code} ${severity}`)

const attended = (...roles: readonly AttendeeRole[]): Partial<RecordedFacts> => ({
  attendees: roles.map((role) => ({ role })),
})
const columns = (problems: DecisionLevel, data: DecisionLevel, risk: DecisionLevel): Picks => ({
  decisionMaking: { problems, data, risk },
  newClient: false,
})
const moderate = columns('moderate', 'straightforward', 'moderate')

describe('the minutes counted are those the note documents', () => {
  test.each<readonly [string, Given, string]>([
    ['start and stop', { minutes: 47 }, '90834x1'],
    [
      'therapy minutes stated apart, before start and stop',
      { minutes: 53, recorded: { therapyMinutes: 41 } },
      '90834x1',
    ],
    ['a printed total where no times are printed', { minutes: null, recorded: { minutes: 55 } }, '90837x1'],
    ['start and stop, below a printed total', { minutes: 30, recorded: { minutes: 55 } }, '90832x1'],
    ['a printed total below start and stop', { minutes: 56, recorded: { minutes: 45 } }, '90834x1'],
    [
      'the instants of the session where a clock changed between its times',
      { minutes: 110, session: { stop: stopAfter(110), stopInstant: instant('2026-03-10T17:50:00Z') } },
      '90834x1',
    ],
    ['never the hour on the calendar', { minutes: 37 }, '90832x1'],
    ['never more than one code for a long session', { minutes: 120 }, '90837x1'],
  ])('%s', (_, given, codes) => {
    expect(codesOf(given)).toBe(codes)
  })

  test.each<readonly [string, Given, string]>([
    ['no minutes at all', { minutes: null }, 'minutes-not-documented holds-claim'],
    ['fifteen minutes of therapy', { minutes: 15 }, 'minutes-below-least holds-claim'],
    [
      'twenty-five minutes with a family',
      { minutes: 25, template: 'family' },
      'minutes-below-least holds-claim',
    ],
    ['fifteen minutes of crisis', { minutes: 15, template: 'crisis' }, 'minutes-below-least holds-claim'],
  ])('%s support no code', (_, given, finding) => {
    expect(coded(given).ok).toBe(false)
    expect(findingsOf(given)).toEqual([finding])
  })
})

describe('the kind of service comes from the template, from who attended and what was done', () => {
  test.each<readonly [string, Given, string]>([
    ['SOAP is therapy', { template: 'soap' }, '90834x1'],
    ['BIRP is therapy', { template: 'birp' }, '90834x1'],
    ['therapy that a parent joined is therapy', { recorded: attended('client', 'parent') }, '90834x1'],
    [
      'therapy without a word of who attended is with the client',
      { recorded: attended(), session: { attendees: [] } },
      '90834x1',
    ],
    ['a DAP note of a meeting with the parents alone', { recorded: attended('parent', 'parent') }, '90846x1'],
    [
      'a family session with the client',
      { template: 'family', recorded: attended('client', 'partner') },
      '90847x1',
    ],
    [
      'a family session without the client',
      { template: 'family', recorded: attended('guardian') },
      '90846x1',
    ],
    [
      'a family note that leaves out who attended takes the session’s attendees',
      { template: 'family', recorded: attended(), session: { attendees: [{ role: 'parent' }] } },
      '90846x1',
    ],
    ['an intake by a therapist', { template: 'intake' }, '90791x1'],
    ['an intake needs no minutes', { template: 'intake', minutes: null }, '90791x1'],
    [
      'an intake with medical work by a prescriber',
      { template: 'intake', credentials: 'PMHNP', picks: { medicalServices: ['medication review'] } },
      '90792x1',
    ],
    [
      'an intake without medical work by a prescriber',
      { template: 'intake', credentials: 'MD', picks: { medicalServices: [] } },
      '90791x1',
    ],
    [
      'an intake with medical work by a therapist',
      { template: 'intake', picks: { medicalServices: ['medication review'] } },
      '90791x1',
    ],
  ])('%s', (_, given, codes) => {
    expect(codesOf(given)).toBe(codes)
  })

  test.each<readonly [string, Given, string]>([
    [
      'a family note that nobody’s presence is stated for',
      { template: 'family', recorded: attended(), session: { attendees: [] } },
      'attendees-not-stated',
    ],
    ['therapy at which only an interpreter was', { recorded: attended('interpreter') }, 'client-absent'],
  ])('%s is held', (_, given, code) => {
    expect(findingsOf(given)).toEqual([`${code} holds-claim`])
  })
})

describe('crisis', () => {
  test.each<readonly [number, string]>([
    [29, '90832x1'],
    [30, '90839x1'],
    [68, '90839x1'],
    [92, '90839x1+90840x1'],
    [110, '90839x1+90840x2'],
    [164, '90839x1+90840x3'],
    [180, '90839x1+90840x3'],
  ])('of %i minutes is %s', (minutes, codes) => {
    expect(codesOf({ template: 'crisis', minutes })).toBe(codes)
  })

  test('a payer that wants the midpoint counts fewer blocks', () => {
    const payerRules: PayerRules = { crisisUnits: 'midpoint', source: 'Tamarack manual 2026, 4.2' }
    expect(codesOf({ template: 'crisis', minutes: 80, payerRules })).toBe('90839x1')
    expect(codesOf({ template: 'crisis', minutes: 92, payerRules })).toBe('90839x1+90840x1')
  })

  test('from 165 minutes on a warning names the minutes beyond', () => {
    expect(findingsOf({ template: 'crisis', minutes: 164 })).toEqual([])
    const { findings } = coded({ template: 'crisis', minutes: 180 })
    expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'crisis-minutes-beyond warns',
    ])
    expect(findings[0]?.evidence).toEqual({ minutes: '180', beyond: '16' })
  })

  test.each<readonly [string, Given, string]>([
    [
      'beside a visit',
      { picks: moderate, recorded: { therapyMinutes: 80, emMinutes: 20 } },
      '99214x1+90839x1+90840x1',
    ],
    ['short, beside a visit', { picks: moderate, recorded: { therapyMinutes: 25 } }, '99214x1+90833x1'],
    [
      'with decision making noted by a therapist',
      { picks: moderate, credentials: 'LCSW', minutes: 60 },
      '90839x1',
    ],
  ])('%s', (_, given, codes) => {
    expect(codesOf({ template: 'crisis', credentials: 'MD', minutes: 100, ...given })).toBe(codes)
  })
})

describe('a visit with therapy', () => {
  const given: Given = { template: 'em-with-therapy', credentials: 'MD', minutes: 58, picks: moderate }

  test.each<readonly [number, string]>([
    [12, '99214x1'],
    [15, '99214x1'],
    [16, '99214x1+90833x1'],
    [37, '99214x1+90833x1'],
    [38, '99214x1+90836x1'],
    [53, '99214x1+90838x1'],
  ])('with %i minutes of therapy apart is %s', (therapyMinutes, codes) => {
    expect(codesOf({ ...given, recorded: { therapyMinutes } })).toBe(codes)
  })

  test('that states no therapy minutes apart is the visit alone, with a warning', () => {
    expect(codesOf(given)).toBe('99214x1')
    expect(findingsOf(given)).toEqual(['therapy-minutes-not-apart warns'])
  })

  test('takes its level from decision making even where the note names time', () => {
    expect(
      codesOf({
        ...given,
        picks: { ...moderate, levelBasis: 'time' },
        recorded: { therapyMinutes: 20, emMinutes: 45 },
      }),
    ).toBe('99214x1+90833x1')
  })

  test('without decision making supports nothing, as the add-on has no parent', () => {
    const withoutColumns = { ...given, picks: { newClient: false }, recorded: { therapyMinutes: 30 } }
    expect(coded(withoutColumns).ok).toBe(false)
    expect(findingsOf(withoutColumns)).toEqual(['decision-making-not-recorded holds-claim'])
  })

  test('counts no minutes in the visit’s line and the therapy minutes in the add-on’s', () => {
    const [visit, addOn] = codingOf({ ...given, recorded: { therapyMinutes: 24 } }).procedures
    expect(visit?.band).toBeNull()
    expect(addOn?.band).toEqual({ from: 16, to: 37, minutes: 24 })
  })
})

describe('a visit alone', () => {
  test.each<readonly [string, Picks, number, string]>([
    ['established, straightforward', columns('straightforward', 'straightforward', 'low'), 15, '99212x1'],
    ['established, low', columns('low', 'straightforward', 'moderate'), 15, '99213x1'],
    ['established, moderate', moderate, 15, '99214x1'],
    ['established, high', columns('high', 'high', 'low'), 15, '99215x1'],
    [
      'new, straightforward',
      { ...columns('low', 'straightforward', 'straightforward'), newClient: true },
      15,
      '99202x1',
    ],
    ['new, low', { ...columns('low', 'low', 'straightforward'), newClient: true }, 15, '99203x1'],
    ['new, moderate', { ...moderate, newClient: true }, 15, '99204x1'],
    ['new, high', { ...columns('high', 'low', 'high'), newClient: true }, 15, '99205x1'],
    ['by time, established', { ...moderate, levelBasis: 'time' }, 41, '99215x1'],
    ['by time, new', { levelBasis: 'time', newClient: true }, 44, '99203x1'],
    [
      'by decision making though the minutes reach higher',
      { ...moderate, levelBasis: 'decision-making' },
      59,
      '99214x1',
    ],
    ['by decision making where nothing names the basis', moderate, 59, '99214x1'],
    ['by time where no decision making is recorded', { newClient: false }, 25, '99213x1'],
  ])('%s', (_, picks, minutes, codes) => {
    expect(codesOf({ template: 'em', credentials: 'PMHNP', picks, minutes })).toBe(codes)
  })

  test('that does not say new or established is taken as established, with a warning', () => {
    const given: Given = {
      template: 'em',
      credentials: 'MD',
      picks: { decisionMaking: { problems: 'low', data: 'low', risk: 'low' } },
    }
    expect(codesOf(given)).toBe('99213x1')
    expect(findingsOf(given)).toEqual(['new-client-not-stated warns'])
  })

  test.each<readonly [string, Given, string]>([
    [
      'of nine minutes by time',
      { minutes: 9, picks: { levelBasis: 'time', newClient: false } },
      'minutes-below-least',
    ],
    [
      'by time without minutes',
      { minutes: null, picks: { levelBasis: 'time', newClient: false } },
      'minutes-not-documented',
    ],
    [
      'by decision making without its columns',
      { picks: { levelBasis: 'decision-making', newClient: false } },
      'decision-making-not-recorded',
    ],
  ])('%s is held', (_, given, code) => {
    expect(findingsOf({ template: 'em', credentials: 'MD', ...given })).toEqual([`${code} holds-claim`])
  })
})

describe('interactive complexity', () => {
  const picks: Picks = { interactiveComplexity: { factor: 2, how: 'The guardian ended the exercise twice.' } }

  test.each<readonly [string, Given, string]>([
    ['beside therapy', { picks }, '90834x1+90785x1'],
    ['beside an intake', { template: 'intake', picks }, '90791x1+90785x1'],
    [
      'beside a visit with therapy',
      {
        template: 'em-with-therapy',
        credentials: 'MD',
        picks: { ...picks, ...moderate },
        recorded: { therapyMinutes: 20 },
      },
      '99214x1+90833x1+90785x1',
    ],
    ['not beside crisis', { template: 'crisis', picks, minutes: 60 }, '90839x1'],
    [
      'beside the therapy that a short crisis is coded as',
      { template: 'crisis', picks, minutes: 25 },
      '90832x1+90785x1',
    ],
    ['not beside a family session', { template: 'family', picks }, '90847x1'],
    [
      'not beside a visit alone',
      { template: 'em', credentials: 'MD', picks: { ...picks, ...moderate } },
      '99214x1',
    ],
  ])('%s', (_, given, codes) => {
    expect(codesOf(given)).toBe(codes)
  })

  test('where it is not added, the reasons say so', () => {
    const [crisis] = codingOf({ template: 'crisis', picks, minutes: 60 }).procedures
    expect(crisis?.reasons.map(({ says }) => says)).toContain(
      'Interactive complexity is recorded; 90785 is not added to 90839.',
    )
  })

  test('for an interpreter with Medicare the reasons name what does not support it', () => {
    const interpreter: Picks = {
      interactiveComplexity: { factor: 4, how: 'Play materials for a client without speech.' },
    }
    const says = (payerClass: PayerClass) =>
      codingOf({ payerClass, picks: interpreter })
        .procedures[1]?.reasons.map((reason) => reason.says)
        .join(' ')
    expect(says('medicare')).toContain('interpreter for language alone')
    expect(says('commercial')).not.toContain('language alone')
  })
})

describe('place of service and modifiers', () => {
  test.each<readonly [PayerClass, Modality, Setting, string, readonly string[]]>([
    ['commercial', 'in-person', 'office', '11', []],
    ['commercial', 'in-person', 'home', '12', []],
    ['commercial', 'in-person', 'school', '03', []],
    ['commercial', 'audio-video', 'home', '10', ['95']],
    ['commercial', 'audio-video', 'work', '02', ['95']],
    ['commercial', 'audio-video', 'vehicle', '02', ['95']],
    ['commercial', 'audio-only', 'home', '10', ['93']],
    ['medicare', 'in-person', 'nursing-facility', '32', []],
    ['medicare', 'audio-video', 'home', '10', []],
    ['medicare', 'audio-video', 'vehicle', '10', []],
    ['medicare', 'audio-video', 'work', '10', []],
    ['medicare', 'audio-video', 'clinic', '02', []],
    ['medicare', 'audio-only', 'home', '10', ['93']],
    ['medicare-advantage', 'audio-video', 'home', '10', []],
    ['medicaid', 'audio-video', 'home', '10', ['95']],
    ['tricare', 'audio-video', 'home', '10', ['95']],
    ['eap', 'in-person', 'office', '11', ['HJ']],
    ['eap', 'audio-video', 'home', '10', ['HJ', '95']],
    ['self-pay', 'audio-video', 'home', '10', ['95']],
  ])(
    '%s, %s, the client at %s: place %s with %j',
    (payerClass, modality, setting, placeOfService, modifiers) => {
      const [procedure] = codingOf({ payerClass, modality, setting }).procedures
      expect(procedure).toMatchObject({ placeOfService, modifiers })
    },
  )

  test('this payer’s own rule goes before its class, its modifiers in the order of the line, four at most', () => {
    const payerRules: PayerRules = {
      telehealth: [
        {
          modality: 'audio-video',
          clientAtHome: true,
          placeOfService: '11',
          modifiers: ['95', 'U9', 'HO', '25', 'GT', 'HO'],
        },
      ],
      source: 'Tamarack manual 2026, 7.1',
    }
    const [procedure] = codingOf({ modality: 'audio-video', setting: 'home', payerRules }).procedures
    expect(procedure).toMatchObject({ placeOfService: '11', modifiers: ['25', 'HO', '95', 'GT'] })
    expect(procedure?.reasons.map(({ source }) => source)).toContain('Tamarack manual 2026, 7.1')
    expect(
      codingOf({ modality: 'audio-video', setting: 'work', payerRules }).procedures[0]?.placeOfService,
    ).toBe('02')
  })

  test('the visit and the therapy beside it carry the same place and modifiers', () => {
    const { procedures } = codingOf({
      template: 'em-with-therapy',
      credentials: 'MD',
      picks: moderate,
      recorded: { therapyMinutes: 24 },
      modality: 'audio-video',
      setting: 'home',
    })
    expect(procedures.map(({ placeOfService, modifiers }) => [placeOfService, modifiers])).toEqual([
      ['10', ['95']],
      ['10', ['95']],
    ])
  })

  test('the place is the note’s where it says one, else the session’s', () => {
    expect(
      codingOf({ modality: 'audio-video', setting: 'home', recorded: { clientPlace: place('school') } })
        .procedures[0]?.placeOfService,
    ).toBe('02')
    expect(
      codingOf({ modality: 'audio-video', setting: 'home', recorded: { clientPlace: null, modality: null } })
        .procedures[0]?.placeOfService,
    ).toBe('10')
  })

  test('in person the provider’s place is the client’s', () => {
    expect(
      codingOf({ setting: null, recorded: { providerPlace: place('home') } }).procedures[0]?.placeOfService,
    ).toBe('12')
  })

  test('without a word of where the client was by telehealth no place follows', () => {
    expect(findingsOf({ modality: 'audio-video', setting: null })).toEqual([
      'client-place-not-stated holds-claim',
    ])
  })

  test('a payer that refuses audio alone holds it; one that may refuse it warns', () => {
    expect(findingsOf({ modality: 'audio-only', setting: 'home' })).toEqual(['modality-ask-the-plan warns'])
    const refusing = {
      ...facts,
      modality: (...asked: Parameters<typeof facts.modality>) => {
        const row = facts.modality(...asked)
        return row === null ? null : { ...row, allowed: 'no' as const }
      },
    }
    const given: Given = { modality: 'audio-only', setting: 'home' }
    const result = codeSession({
      coverage: coverageOf('commercial'),
      session: sessionOf(given),
      note: noteOf(given),
      provider: provider('LCSW'),
      supervisor: null,
      facts: refusing,
    })
    expect([result.ok, ...result.findings.map(({ code, severity }) => `${code} ${severity}`)]).toEqual([
      false,
      'modality-not-taken holds-claim',
    ])
  })
})

describe('diagnoses and pointers', () => {
  test.each<readonly [string, readonly string[], readonly string[], readonly number[]]>([
    ['in the note’s order', ['F43.12', 'F33.1'], ['F43.12', 'F33.1'], [1, 2]],
    [
      'four pointers at most',
      ['F33.1', 'F41.1', 'F43.12', 'F90.0', 'F50.811'],
      ['F33.1', 'F41.1', 'F43.12', 'F90.0', 'F50.811'],
      [1, 2, 3, 4],
    ],
    ['a header stays out of the pointers', ['F33', 'F41.1'], ['F41.1', 'F33'], [1]],
    ['what is no code stays out of the pointers', ['10.20', 'F10.20'], ['F10.20', '10.20'], [1]],
    ['a code that does not exist stays out of the pointers', ['F33.77', 'F41.1'], ['F41.1', 'F33.77'], [1]],
    [
      'a code of a chapter that is not held follows those that bill',
      ['e119', 'F33.1'],
      ['F33.1', 'E11.9'],
      [1, 2],
    ],
    ['a code of a chapter that is not held may stand alone', ['E11.9'], ['E11.9'], [1]],
    ['nothing billable, nothing pointed to', ['F33'], ['F33'], []],
    ['the same one once', ['F33.1', 'f331'], ['F33.1'], [1]],
    ['none', [], [], []],
  ])('%s', (_, diagnoses, ordered, pointers) => {
    const coding = codingOf({ diagnoses })
    expect(coding.diagnoses).toEqual(ordered)
    expect(coding.procedures[0]?.pointers).toEqual(pointers)
  })

  test('the first four billable ones are pointed to though a header stands among them', () => {
    expect(
      codingOf({ diagnoses: ['F33', 'F33.1', 'F41.1', 'F43.12', 'F90.0'] }).procedures[0]?.pointers,
    ).toEqual([1, 2, 3, 4])
  })

  test('a thirteenth diagnosis stays off the claim, with a warning', () => {
    const diagnoses = [
      'F10.10',
      'F11.10',
      'F12.10',
      'F13.10',
      'F14.10',
      'F15.10',
      'F16.10',
      'F18.10',
      'F19.10',
      'F33.1',
      'F41.1',
      'F43.12',
      'F90.0',
    ]
    expect(codingOf({ diagnoses }).diagnoses).toEqual(diagnoses.slice(0, 12))
    expect(findingsOf({ diagnoses })).toEqual(['diagnoses-over-twelve warns'])
  })
})

describe('who renders', () => {
  const policy = (associates: 'self' | 'supervisor' | 'nobody'): PayerRules => ({
    associates,
    source: 'Tamarack manual 2026, 2.3',
  })

  test.each<readonly [string, Given, string, string | null]>([
    ['a clinical social worker', {}, 'provider', 'masters'],
    ['a psychologist', { credentials: 'Ph.D.' }, 'provider', 'psychologist'],
    ['a physician', { credentials: 'MD' }, 'provider', 'prescriber'],
    [
      'a counselor for a visit, which is a prescriber’s',
      { template: 'em', credentials: 'LPC', picks: moderate },
      'nobody',
      'masters',
    ],
    ['someone whose letters are no licence', { credentials: 'MSW' }, 'nobody', null],
    ['an associate without a written policy', { credentials: 'AMFT' }, 'nobody', 'associate'],
    [
      'an associate whom the payer lets bill',
      { credentials: 'AMFT', payerRules: policy('self') },
      'provider',
      'associate',
    ],
    [
      'an associate under the supervisor',
      { credentials: 'AMFT', payerRules: policy('supervisor'), supervisor: provider('LMFT') },
      'supervisor',
      'associate',
    ],
    [
      'an associate whose supervisor nobody names',
      { credentials: 'AMFT', payerRules: policy('supervisor') },
      'nobody',
      'associate',
    ],
    [
      'an associate under another associate',
      { credentials: 'AMFT', payerRules: policy('supervisor'), supervisor: provider('ACSW') },
      'nobody',
      'associate',
    ],
    [
      'an associate for a visit',
      { template: 'em', credentials: 'AMFT', picks: moderate, payerRules: policy('self') },
      'nobody',
      'associate',
    ],
    [
      'an associate whose client pays without a plan',
      { credentials: 'AMFT', coverage: null },
      'provider',
      'associate',
    ],
  ])('%s', (_, given, who, licenceClass) => {
    const { rendering } = codingOf(given)
    expect(rendering).toMatchObject({ who, licenceClass })
    expect(rendering.reason.says).not.toBe('')
  })
})

describe('reasons', () => {
  test('name the band and how far above its lower bound the minutes lie', () => {
    const [procedure] = codingOf({ minutes: 46 }).procedures
    expect(procedure?.band).toEqual({ from: 38, to: 52, minutes: 46 })
    expect(procedure?.reasons[0]?.says).toBe(
      'The note documents 46 minutes of therapy: the band 38 to 52, 8 above its lower bound.',
    )
  })

  test('name every modifier, and each has a source', () => {
    const { procedures } = codingOf({ payerClass: 'eap', modality: 'audio-video', setting: 'home' })
    const says = procedures[0]?.reasons.map((reason) => reason.says).join('\n') ?? ''
    for (const modifier of ['HJ:', '95:']) expect(says).toContain(modifier)
    for (const reason of procedures[0]?.reasons ?? []) expect(reason.source).not.toBe('')
  })

  test.each([16, 37, 38, 52])(
    'of %i minutes never speak of a longer code or of minutes that are missing',
    (minutes) => {
      const says =
        codingOf({ minutes })
          .procedures[0]?.reasons.map((reason) => reason.says)
          .join(' ') ?? ''
      expect(says).not.toMatch(/more minutes|missing|short of|higher|longer|next|9083[^\d]/i)
      for (const code of ['90832', '90834', '90837']) {
        if (codesOf({ minutes }) !== `${code}x1`) expect(says).not.toContain(code)
      }
    },
  )
})

test('findings never carry a name', () => {
  const { findings } = coded({
    template: 'family',
    recorded: { attendees: [] },
    session: { attendees: [] },
    minutes: null,
  })
  expect(JSON.stringify(findings)).not.toMatch(/Ines|Marlowe/)
})
