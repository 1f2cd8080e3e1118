// A signed note of a session that a payer is billed for either makes a claim or says why not, whatever is wrong in it.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, instant } from '../values/day.ts'
import { holdsClaim } from '../values/finding.ts'
import { shippedFacts } from '../facts/shipped/shipped.ts'
import {
  change,
  crisisCase,
  intakeCase,
  medicationCase,
  officeCase,
  telehealthCase,
} from '../rules/example-case.ts'
import type { Case } from '../rules/case.ts'
import { follow } from './follow.ts'
import type { Outcome } from './outcome.ts'

const sha256 = (utf8: string): string => createHash('sha256').update(utf8).digest('hex')
const envelope = {
  senderQualifier: 'ZZ',
  senderId: 'HARBOR',
  receiverQualifier: 'ZZ',
  receiverId: 'EVERGREEN',
  usage: 'T',
  interchangeControl: 1,
  groupControl: 1,
  setControl: 1,
  claimNumber: 'GT1001',
} as const

const followed = (given: Case): Outcome =>
  follow({ ...given, payContract: null, clientPayments: [], envelope }, [], {
    facts: shippedFacts,
    sha256,
    at: given.at,
  })

const codesOf = ({ coding }: Outcome): string =>
  (coding?.procedures ?? []).map(({ code, units }) => `${code}x${units}`).join('+')
const holding = ({ findings }: Outcome): readonly string[] =>
  findings.filter(holdsClaim).map(({ code }) => code)
const heldOrMade = (outcome: Outcome): boolean => holding(outcome).length > 0 !== (outcome.claim !== null)

describe('the example sessions', () => {
  test.each([
    ['in the office', officeCase, '90834x1'],
    ['by video', telehealthCase, '90837x1'],
    ['with a physician', medicationCase, '99214x1+90833x1'],
    ['in a crisis', crisisCase, '90839x1+90840x2'],
    ['of an intake', intakeCase, '90791x1'],
  ])('%s: the claim goes', (_, given, codes) => {
    const outcome = followed(given)
    expect(outcome.findings).toEqual([])
    expect(codesOf(outcome)).toBe(codes)
    expect(outcome.outgoing).toHaveLength(1)
  })
})

describe('diagnoses', () => {
  const noted = (...codes: readonly string[]): Outcome =>
    followed(
      change(
        officeCase,
        'note.diagnoses',
        codes.map((code) => ({ code })),
      ),
    )

  test('one of a chapter that is not held goes with a warning', () => {
    const outcome = noted('E11.9')
    expect(outcome.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['billable-diagnosis', 'warns'],
    ])
    expect(outcome.claim?.diagnoses).toEqual(['E11.9'])
  })

  test.each([[['F33']], [['F33.1', 'F41.77']], [['F33.1', '10.20']], [['F33.1', '']], [[]]])(
    '%j: nothing leaves, and a rule says why',
    (codes) => {
      const outcome = noted(...codes)
      expect(holding(outcome)).toEqual(['billable-diagnosis'])
      expect(outcome.outgoing).toEqual([])
    },
  )
})

test('the night the clocks go forward, 1:30 to 3:20 are fifty minutes', () => {
  const times = { start: '01:30', stop: '03:20' }
  const on = day('2026-03-08')
  const session = {
    ...officeCase.session,
    ...times,
    day: on,
    startInstant: instant('2026-03-08T06:30:00Z'),
    stopInstant: instant('2026-03-08T07:20:00Z'),
  }
  const recorded = { ...officeCase.note?.recorded, ...times, day: on }
  const outcome = followed(change(change(officeCase, 'session', session), 'note.recorded', recorded))
  expect(outcome.findings).toEqual([])
  expect(codesOf(outcome)).toBe('90834x1')
  expect(outcome.coding?.procedures[0]?.band?.minutes).toBe(50)
})

test('a note that prints 45 minutes between 2:00 and 2:55 never goes as the long session', () => {
  const outcome = followed(change(telehealthCase, 'note.recorded.minutes', 45))
  expect(codesOf(outcome)).toBe('90834x1')
  expect(outcome.findings.map(({ code }) => code)).toContain('note-minutes')
  // The session says 55, and which of the two is right is a person's to say.
  expect(holding(outcome)).toEqual(['seven-fields'])
  const settled = followed(
    change(change(telehealthCase, 'note.recorded.minutes', 45), 'session.therapyMinutes', 45),
  )
  expect(holding(settled)).toEqual([])
  expect(settled.claim?.minutes).toBe(45)
})

test('a session by video with a Medicare client at work goes at place 10', () => {
  const atWork = change(
    change(telehealthCase, 'session.clientPlace.setting', 'work'),
    'note.recorded.clientPlace.setting',
    'work',
  )
  const outcome = followed(change(atWork, 'coverage.payer.class', 'medicare'))
  expect(outcome.findings).toEqual([])
  expect(outcome.claim?.placeOfService).toBe('10')
})

test('an authorization that ended never travels with a claim', () => {
  const authorization = {
    number: 'A771',
    codes: ['90834'],
    units: 9,
    unitsUsed: 0,
    from: day('2025-10-01'),
    to: day('2026-02-28'),
  }
  const outcome = followed(change(officeCase, 'coverage.authorization', authorization))
  expect(holding(outcome)).toEqual(['authorization-days'])
  expect(outcome.outgoing).toEqual([])
})

/** What may stand at a path: right, wrong, or not there. */
const anything: readonly (readonly [path: string, values: readonly unknown[]])[] = [
  ['note.template', ['soap', 'birp', 'intake', 'crisis', 'family', 'em', 'em-with-therapy']],
  ['note.identity.name', [null]],
  ['note.recorded.start', [null, '13:59']],
  ['note.recorded.stop', [null, '14:00', '16:59', '14:10']],
  ['note.recorded.minutes', [0, 12, 45, 46.5, -3]],
  ['note.recorded.therapyMinutes', [null, 0, 10, 20.5, 47]],
  ['note.recorded.emMinutes', [null, 15]],
  ['note.recorded.modality', [null, 'in-person', 'audio-video', 'audio-only']],
  ['note.recorded.clientPlace', [null, { setting: null, city: null, state: 'NY' }]],
  ['note.recorded.providerPlace', [null]],
  ['note.recorded.attendees', [[], [{ role: 'parent' }], [{ role: 'client' }, { role: 'partner' }]]],
  ['note.picks', [{}]],
  ['note.picks.decisionMaking', [undefined, { problems: 'high', data: 'low', risk: 'high' }]],
  ['note.picks.newClient', [undefined, true]],
  ['note.picks.levelBasis', [undefined, 'time']],
  ['note.picks.interactiveComplexity', [{ factor: 2, how: 'The guardian ended the exercise.' }]],
  ['note.diagnoses', [[], [{ code: 'F33' }], [{ code: 'E11.9' }], [{ code: '' }], [{ code: 'F33.77' }]]],
  ['note.author.credentials', ['MSW', 'MD']],
  ['note.signature.signedAt', ['2026-03-10T18:00:01Z', '2026-03-12T00:00:00Z']],
  ['session.modality', ['in-person', 'audio-video', 'audio-only']],
  ['session.clientPlace', [{ setting: null, city: null, state: null }]],
  ['session.clientPlace.setting', ['work', 'vehicle', 'other', 'school']],
  ['session.attendees', [[], [{ role: 'interpreter' }]]],
  ['session.therapyMinutes', [12, 90]],
  ['session.stopInstant', ['2026-03-10T17:00:00Z', '2026-03-12T18:47:00Z']],
  ['people.provider.credentials', ['MSW', 'LMSW', 'MD', 'PhD', '']],
  ['people.provider.licences', [[]]],
  ['people.provider.npi', ['', '2400000017']],
  ['people.supervisor', [officeCase.people.provider]],
  ['people.client.address.zip', ['1220']],
  ['people.practice.taxId', ['']],
  ['coverage.payer.class', ['medicare', 'medicaid', 'tricare', 'eap', 'medicare-advantage']],
  ['coverage.payer.id', ['']],
  ['coverage.relation', ['spouse']],
  ['coverage.feeSchedule', [[]]],
  [
    'coverage.authorization',
    [{ number: 'A1', codes: ['90834'], units: 1, unitsUsed: 0, from: '2026-03-10', to: '2026-03-10' }],
  ],
  [
    'coverage.payerRules',
    [
      { associates: 'supervisor', crisisUnits: 'midpoint', source: 'provider manual 2026' },
      { associates: 'self', source: 'provider manual 2026' },
    ],
  ],
]

const anyChange = fc
  .constantFrom(...anything)
  .chain(([path, values]) => fc.constantFrom(...values).map((value) => [path, value] as const))
const anyCase = fc
  .tuple(
    fc.constantFrom(officeCase, telehealthCase, medicationCase, crisisCase, intakeCase),
    fc.array(anyChange, { maxLength: 6 }),
  )
  .map(([given, changes]) =>
    // A part below one that was taken out is not there to change.
    changes.reduce((made, [path, value]) => {
      const above = path
        .split('.')
        .slice(0, -1)
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | null)?.[key] ?? null, made)
      return above === null ? made : change(made, path, value)
    }, given),
  )

test('whatever is wrong with it, a claim is made or a finding holds it, and never both', () => {
  fc.assert(
    fc.property(anyCase, (given) => heldOrMade(followed(given))),
    { numRuns: 3000 },
  )
})

test('each of these alone leaves no session without its claim or its reason', () => {
  for (const given of [officeCase, telehealthCase, medicationCase, crisisCase, intakeCase]) {
    for (const [path, values] of anything) {
      for (const value of values) {
        const made = change(given, path, value)
        expect(heldOrMade(followed(made)), `${path} ${JSON.stringify(value)}`).toBe(true)
      }
    }
  }
})
