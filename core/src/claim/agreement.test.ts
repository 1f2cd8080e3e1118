// The seven fields: what agrees, what does not, and that one change makes one field disagree.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedFacts as facts } from '../facts/shipped/shipped.ts'
import {
  billedOffice,
  billedTelehealth,
  change,
  crisisCase,
  medicationCase,
  officeCase,
  telehealthCase,
} from '../rules/example-case.ts'
import type { Case } from '../rules/case.ts'
import { agreement } from './agreement.ts'
import type { AgreementFieldName, Verdict } from './compare-part.ts'

const changedAt = (given: Case, changes: Readonly<Record<string, unknown>>): Case =>
  Object.entries(changes).reduce((made, [path, value]) => change(made, path, value), given)

/** `field/part` of every part with that verdict. */
const partsThat = (verdict: Verdict, given: Case): readonly string[] =>
  agreement(given, facts).flatMap(({ field, parts }) =>
    parts.filter((part) => part.verdict === verdict).map((part) => `${field}/${part.part}`),
  )

const office = change(officeCase, 'billed', billedOffice)
const video = change(telehealthCase, 'billed', billedTelehealth)
const billed = (code: string, units = 1) => ({ code, units, modifiers: [] })

test('the seven fields stand there in their order, whatever the case holds', () => {
  const names: readonly AgreementFieldName[] = [
    'client-name',
    'birth-date',
    'provider',
    'date-and-times',
    'place',
    'procedure',
    'diagnosis',
  ]
  const empty = { ...officeCase, coverage: null, session: null, note: null, coding: null, claim: null }
  for (const given of [office, video, empty])
    expect(agreement(given, facts).map((each) => each.field)).toEqual(names)
  expect(
    agreement(empty, facts)
      .flatMap((each) => each.parts)
      .map((part) => part.verdict),
  ).not.toContain('disagree')
})

describe('a case in which everything holds', () => {
  const whole: readonly [string, Case][] = [
    ['in the office', officeCase],
    ['by video', telehealthCase],
    ['in a crisis', crisisCase],
    ['with medication', medicationCase],
    ['in the office, billed elsewhere', office],
    ['by video, billed elsewhere', video],
  ]
  test.each(whole)('%s disagrees nowhere and leaves nothing unclear', (_, given) => {
    expect(partsThat('disagree', given)).toEqual([])
    expect(partsThat('unclear', given)).toEqual([])
    expect(partsThat('agree', given)).toEqual(
      expect.arrayContaining([
        'client-name/name',
        'birth-date/birth-date',
        'provider/credentials',
        'date-and-times/minutes',
        'place/modality',
        'procedure/kind',
        'diagnosis/codes',
      ]),
    )
  })
})

const oneChange: readonly [string, Case, Record<string, unknown>, readonly string[]][] = [
  [
    'a birth date turned about',
    office,
    { 'note.identity.birthDate': '1990-05-41' },
    ['birth-date/birth-date'],
  ],
  [
    'a chosen name for the legal one',
    changedAt(office, { 'people.client.chosenName': 'Sky' }),
    { 'note.identity.name.first': 'Sky' },
    ['client-name/name'],
  ],
  [
    'another provider',
    office,
    { 'billed.providerName': { first: 'Joan', last: 'Whitby' } },
    ['provider/name'],
  ],
  ['other letters', office, { 'billed.credentials': 'LMFT' }, ['provider/credentials']],
  ['another day', office, { 'note.recorded.day': '2026-03-11' }, ['date-and-times/day']],
  [
    'fewer therapy minutes than the times',
    office,
    { 'note.recorded.therapyMinutes': 41 },
    ['date-and-times/minutes'],
  ],
  [
    'a later stop in the note',
    office,
    { 'note.recorded.stop': '14:53' },
    ['date-and-times/stop', 'date-and-times/minutes'],
  ],
  ['more minutes billed', office, { 'billed.minutes': 53 }, ['date-and-times/minutes']],
  [
    'another state',
    video,
    { 'note.recorded.clientPlace': { setting: 'home', city: null, state: 'NM' } },
    ['place/state'],
  ],
  ['another town', video, { 'billed.clientPlace.city': 'Utica' }, ['place/city']],
  ['video billed as in person', video, { 'billed.modality': 'in-person' }, ['place/modality']],
  ['another diagnosis', office, { 'billed.diagnoses': ['F41.1'] }, ['diagnosis/codes']],
  [
    'one diagnosis more than the note has',
    office,
    { 'billed.diagnoses': ['F33.1', 'F41.1'] },
    ['diagnosis/codes'],
  ],
  [
    'a code the note names otherwise',
    office,
    { 'note.recorded.procedures': [{ code: '90837', units: 1 }] },
    ['procedure/codes'],
  ],
  [
    'units the note names otherwise',
    changedAt(crisisCase, {
      'note.recorded.procedures': [
        { code: '90839', units: 1 },
        { code: '90840', units: 3 },
      ],
    }),
    {},
    ['procedure/units'],
  ],
  [
    'an evaluation billed for therapy',
    office,
    { 'billed.procedures': [billed('90791')] },
    ['procedure/kind'],
  ],
  [
    'medical work billed for therapy',
    office,
    { 'billed.procedures': [billed('99214'), billed('90833')] },
    ['procedure/kind'],
  ],
  [
    'family with the client, when only the parents came',
    office,
    {
      'note.template': 'family',
      'note.recorded.attendees': [{ role: 'parent' }, { role: 'parent' }],
      'billed.procedures': [billed('90847')],
    },
    ['procedure/kind'],
  ],
  [
    'the same, though the note names the code',
    office,
    {
      'note.template': 'family',
      'note.recorded.attendees': [{ role: 'parent' }],
      'note.recorded.procedures': [{ code: '90847', units: 1 }],
      'billed.procedures': [billed('90847')],
    },
    ['procedure/kind'],
  ],
  [
    'a new client’s code for an established one',
    medicationCase,
    {
      billed: {
        ...billedOffice,
        ...timesOf(medicationCase),
        providerName: null,
        credentials: null,
        procedures: [billed('99204')],
      },
    },
    ['procedure/kind'],
  ],
]

function timesOf({ session }: Case) {
  return { start: session?.start ?? null, stop: session?.stop ?? null, minutes: 34 }
}

describe('one change makes one field disagree', () => {
  test.each(oneChange)('%s', (_, given, changes, expected) => {
    expect(partsThat('disagree', changedAt(given, changes))).toEqual(expected)
  })
})

const harmless: readonly [string, Case, Record<string, unknown>, readonly string[]][] = [
  ['an initial', office, { 'note.identity.name.first': 'N.' }, ['client-name/name']],
  [
    'the diagnoses in another order',
    office,
    { 'note.diagnoses': [{ code: 'F41.1' }, { code: 'F33.1' }] },
    ['diagnosis/primary'],
  ],
  [
    'a note that names a code nobody billed',
    office,
    {
      'note.recorded.procedures': [
        { code: '90834', units: 1 },
        { code: '90785', units: 1 },
      ],
    },
    ['procedure/codes'],
  ],
  [
    'units the note did not count',
    crisisCase,
    {
      'note.recorded.procedures': [
        { code: '90839', units: 1 },
        { code: '90840', units: 1 },
      ],
    },
    ['procedure/units'],
  ],
  [
    'a note that names what its add-on is added to',
    crisisCase,
    { 'note.recorded.procedures': [{ code: '90839', units: 1 }] },
    ['procedure/codes'],
  ],
  [
    'a place of service that fits neither note nor session',
    video,
    { 'billed.placeOfService': '11' },
    ['place/place-of-service'],
  ],
  ['a diagnosis written without its dot', office, { 'billed.diagnoses': ['f331'] }, []],
  [
    'a code this edition does not hold',
    office,
    { 'billed.procedures': [billed('90834'), billed('96127', 2)] },
    [],
  ],
  ['therapy of too few minutes for its code', office, { 'billed.procedures': [billed('90837')] }, []],
  [
    'a note that gives no code for its diagnosis',
    office,
    { 'note.diagnoses': [{ code: '', words: 'depression' }] },
    [],
  ],
  [
    'a note that does not say where',
    office,
    { 'note.recorded.clientPlace': null, 'note.recorded.providerPlace': null },
    [],
  ],
  [
    'a relative who joined therapy',
    office,
    { 'note.recorded.attendees': [{ role: 'client' }, { role: 'partner' }] },
    [],
  ],
]

describe('what settles nothing, or is another rule’s, does not disagree', () => {
  test.each(harmless)('%s', (_, given, changes, unclear) => {
    const made = changedAt(given, changes)
    expect(partsThat('disagree', made)).toEqual([])
    expect(partsThat('unclear', made)).toEqual(unclear)
  })
})

describe('a supervisor on the claim', () => {
  const supervisor = {
    ...officeCase.people.provider,
    name: { first: 'Ada', last: 'Lund' },
    credentials: 'PhD',
    npi: '2400000032',
  }
  const supervised = change(officeCase, 'people.supervisor', supervisor)
  const { name, credentials, npi, taxonomy } = supervisor
  test('stands for the provider when the claim carries the supervisor’s NPI', () => {
    const given = change(supervised, 'claim.renderingProvider', { name, credentials, npi, taxonomy })
    expect(partsThat('disagree', given)).toEqual([])
  })
  test('is unclear on a bill that only names them', () => {
    const given = changedAt(supervised, {
      billed: billedOffice,
      'billed.providerName': name,
      'billed.credentials': 'PhD',
    })
    expect(partsThat('disagree', given)).toEqual([])
    expect(partsThat('unclear', given)).toEqual(['provider/name'])
  })
})

test('the part points at the document that departs from the others', () => {
  const pathOf = (given: Case): string | undefined =>
    agreement(given, facts)
      .flatMap((each) => each.parts)
      .find((part) => part.verdict === 'disagree')?.path
  expect(pathOf(change(office, 'note.identity.birthDate', '1990-05-13'))).toBe('note.identity.birthDate')
  expect(pathOf(change(office, 'billed.stop', '14:53'))).toBe('billed.stop')
  expect(pathOf(change(officeCase, 'note.recorded.start', '13:59'))).toBe('note.recorded.start')
})

test('no sentence holds a value of the case', () => {
  const given = changedAt(office, {
    'note.identity.name.last': 'Okoro',
    'note.identity.birthDate': '1990-05-13',
  })
  const said = agreement(given, facts)
    .flatMap((each) => each.parts.map((part) => part.says))
    .join(' ')
  for (const value of ['Okoro', 'Okafor', '1990', 'F33']) expect(said).not.toContain(value)
})

const values = {
  'billed.clientName': fc.record({
    first: fc.stringMatching(/^[A-Z][a-z]{3,8}$/),
    last: fc.constant('Zweig'),
  }),
  'billed.birthDate': fc.integer({ min: 10, max: 28 }).map((date) => `1961-02-${date}`),
  'billed.credentials': fc.constantFrom('LMFT', 'PsyD', 'MD'),
  'billed.start': fc.integer({ min: 10, max: 59 }).map((minute) => `08:${minute}`),
  'billed.day': fc.integer({ min: 10, max: 28 }).map((date) => `2026-02-${date}`),
  'billed.minutes': fc.integer({ min: 1, max: 46 }),
  'billed.clientPlace.state': fc.constantFrom('VT', 'NM', 'CA'),
  'billed.modality': fc.constantFrom('audio-only', 'audio-video'),
  'billed.procedures': fc.constantFrom('90791', '90839', '90846', '99213').map((code) => [billed(code)]),
  'billed.diagnoses': fc.constantFrom('F41.1', 'F43.10', 'F32.0').map((code) => [code]),
} as const
const fieldOf: Readonly<Record<keyof typeof values, AgreementFieldName>> = {
  'billed.clientName': 'client-name',
  'billed.birthDate': 'birth-date',
  'billed.credentials': 'provider',
  'billed.start': 'date-and-times',
  'billed.day': 'date-and-times',
  'billed.minutes': 'date-and-times',
  'billed.clientPlace.state': 'place',
  'billed.modality': 'place',
  'billed.procedures': 'procedure',
  'billed.diagnoses': 'diagnosis',
}
const anyChange = fc
  .constantFrom(...(Object.keys(values) as (keyof typeof values)[]))
  .chain((path) => (values[path] as fc.Arbitrary<unknown>).map((value) => [path, value] as const))

test('changing one thing on the bill makes exactly its field disagree', () => {
  fc.assert(
    fc.property(anyChange, ([path, value]) => {
      const disagreeing = agreement(change(office, path, value), facts)
        .filter((each) => each.parts.some((part) => part.verdict === 'disagree'))
        .map((each) => each.field)
      expect(disagreeing).toEqual([fieldOf[path]])
    }),
    { numRuns: 300 },
  )
})
