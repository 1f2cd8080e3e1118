// Making a claim: what it takes over, and everything that keeps it from being made.
import { describe, expect, test } from 'vitest'
import { shippedFacts as facts } from '../facts/shipped/shipped.ts'
import { change, crisisCase, medicationCase, officeCase, telehealthCase } from '../rules/example-case.ts'
import type { Case } from '../rules/case.ts'
import { cents } from '../values/cents.ts'
import type { Result } from '../values/result.ts'
import type { Claim, ExpectedPayment } from './claim.ts'
import { type ClaimInput, makeClaim } from './make-claim.ts'

const inputOf = (given: Case): ClaimInput => {
  const { at, people, coverage, session, note, coding, claim } = given
  if (coverage === null || session === null || note === null || coding === null || claim === null)
    throw new RangeError('the example case is whole')
  return {
    at,
    people,
    coverage,
    session,
    note,
    coding,
    expected: claim.lines.map((line) => line.expected),
    claimNumber: claim.claimNumber,
    clientPayments: [],
    correction: null,
  }
}

const pathsOf = (made: Result<Claim>): readonly string[] =>
  made.findings.map(({ place }) => (place.kind === 'field' ? place.path : place.kind))

const whole: readonly [string, Case][] = [
  ['in the office', officeCase],
  ['by video', telehealthCase],
  ['of a crisis with two further blocks', crisisCase],
  ['of medication with therapy', medicationCase],
]

test.each(whole)('the claim of a session %s is made whole', (_, given) => {
  const made = makeClaim(inputOf(given), facts)
  expect(made.findings).toEqual([])
  expect(made.ok && made.value).toEqual(given.claim)
})

describe('what a claim takes over', () => {
  const made = (given: ClaimInput): Claim => {
    const result = makeClaim(given, facts)
    if (!result.ok) throw new RangeError(result.findings.map((each) => each.says).join(' '))
    return result.value
  }

  test('charges are per unit, times units, and the claim’s is their sum', () => {
    const claim = made(inputOf(crisisCase))
    // 90839: 220.00; 90840: 110.00 × 2.
    expect(claim.lines.map((line) => line.charge)).toEqual([22000, 22000])
    expect(claim.charge).toBe(44000)
    expect(claim.lines.map((line) => line.lineControlNumber)).toEqual(['GT1001L1', 'GT1001L2'])
  })

  test('what the client paid is the sum of the payments', () => {
    const clientPayments = [{ amount: cents(500) }, { amount: cents(1000) }]
    expect(made({ ...inputOf(officeCase), clientPayments }).clientPaid).toBe(1500)
  })

  test('the fee row of the day is the one that is used', () => {
    const [row] = inputOf(officeCase).coverage.feeSchedule
    if (row === undefined) throw new RangeError('there is a row')
    const rows = [
      { ...row, to: '2026-03-09' as typeof row.from, charge: cents(15000) },
      { ...row, from: '2026-03-10' as typeof row.from },
    ]
    const input = inputOf(officeCase)
    expect(made({ ...input, coverage: { ...input.coverage, feeSchedule: rows } }).charge).toBe(16000)
  })

  const indicators: readonly [string, string, string][] = [
    ['coverage.payer.class', 'medicare', 'MB'],
    ['coverage.payer.class', 'medicaid', 'MC'],
    ['coverage.payer.class', 'tricare', 'CH'],
  ]
  test.each(indicators)('%s %s files under %s', (path, value, indicator) => {
    expect(made(inputOf(change(officeCase, path, value))).payer.filingIndicator).toBe(indicator)
  })

  test('a payer’s own filing indicator wins', () => {
    const rules = { filingIndicator: 'BL', source: 'payer manual' }
    expect(made(inputOf(change(officeCase, 'coverage.payerRules', rules))).payer.filingIndicator).toBe('BL')
  })

  test('the minutes are those the note documents', () => {
    expect(made(inputOf(change(officeCase, 'note.recorded.therapyMinutes', 41))).minutes).toBe(41)
    expect(made(inputOf(medicationCase)).minutes).toBe(34)
  })

  test('a replacement names the payer’s number', () => {
    const replaces = { payerId: 'EVG01', number: 'EVG88120' }
    const claim = made({ ...inputOf(officeCase), correction: { frequency: '7', replaces } })
    expect([claim.frequency, claim.replaces]).toEqual(['7', replaces])
  })
})

describe('who did the work', () => {
  const supervisor = { ...officeCase.people.provider, npi: '2400000032', credentials: 'PhD' }
  const supervised = change(officeCase, 'people.supervisor', supervisor)
  const rendering = (who: string, licenceClass: string, given: Case) =>
    makeClaim(
      inputOf(
        change(given, 'coding.rendering', {
          who,
          licenceClass,
          reason: { says: 'policy', source: 'payer manual 4.2' },
        }),
      ),
      facts,
    )

  test('an associate bills, and the supervisor is named', () => {
    const made = rendering('provider', 'associate', supervised)
    expect(made.ok && [made.value.renderingProvider.npi, made.value.supervisingProvider?.npi]).toEqual([
      '2400000016',
      '2400000032',
    ])
  })
  test('the supervisor goes as rendering provider', () => {
    const made = rendering('supervisor', 'associate', supervised)
    expect(made.ok && [made.value.renderingProvider.npi, made.value.supervisingProvider]).toEqual([
      '2400000032',
      null,
    ])
  })
  test('a licensed provider’s supervisor is not on the claim', () => {
    const made = rendering('provider', 'masters', supervised)
    expect(made.ok && made.value.supervisingProvider).toBeNull()
  })
  test.each([
    ['where nobody may bill', 'nobody', supervised],
    ['under a supervisor whom nobody named', 'supervisor', officeCase],
  ])('a claim %s is never asked for: a rule held it before', (_, who, given) => {
    expect(() => rendering(who, 'associate', given)).toThrow(/somebody renders/)
  })
})

const refusals: readonly [string, string, unknown, string][] = [
  [
    'an authorization that ended before the day',
    'coverage.authorization',
    { number: 'A1', codes: ['90834'], units: 9, unitsUsed: 0, from: '2026-01-01', to: '2026-03-09' },
    'coverage.authorization.to',
  ],
  ['a practice NPI with a wrong check digit', 'people.practice.npi', '2400000009', 'people.practice.npi'],
  ['no NPI of the provider', 'people.provider.npi', '', 'claim.renderingProvider.npi'],
  ['a taxonomy that is none', 'people.provider.taxonomy', 'LCSW', 'claim.renderingProvider.taxonomy'],
  ['a practice ZIP of five digits', 'people.practice.address.zip', '12180', 'people.practice.address.zip'],
  ['a client ZIP of four digits', 'people.client.address.zip', '1220', 'people.client.address.zip'],
  ['a post office box', 'people.practice.address.street', 'P.O. Box 12', 'people.practice.address.street'],
  ['no street of the client', 'people.client.address.street', ' ', 'people.client.address.street'],
  ['a tax number with a dash', 'people.practice.taxId', '00-1234567', 'people.practice.taxId'],
  ['a telephone with seven digits', 'people.practice.telephone', '5550123', 'people.practice.telephone'],
  ['no member number', 'coverage.memberNumber', '', 'coverage.memberNumber'],
  ['no payer id', 'coverage.payer.id', '', 'coverage.payer.id'],
  ['no first name of the client', 'people.client.name.first', '', 'people.client.name.first'],
  ['a client insured through another who is not named', 'coverage.relation', 'child', 'people.subscriber'],
  ['a client who pays alone', 'coverage.payer.class', 'self-pay', 'coverage.payer.class'],
  ['a session that is not over', 'at', '2026-03-10T18:46:59Z', 'session.stop'],
  ['no procedure', 'coding.procedures', [], 'coding.procedures'],
  ['no diagnosis', 'coding.diagnoses', [], 'note.diagnoses'],
  ['a line that points beyond the diagnoses', 'coding.procedures.0.pointers', [2], 'claim.lines.0.pointers'],
  [
    'more than four modifiers',
    'coding.procedures.0.modifiers',
    ['A1', 'A2', 'A3', 'A4', 'A5'],
    'claim.lines.0.modifiers',
  ],
]

describe('what keeps a claim from being made', () => {
  test.each(refusals)('%s', (_, path, value, at) => {
    const made = makeClaim(inputOf(change(officeCase, path, value)), facts)
    expect(made.ok).toBe(false)
    expect(pathsOf(made)).toContain(at)
    for (const finding of made.findings)
      expect([finding.says, finding.remedy, finding.source]).not.toContain('')
  })

  test('a charge of zero', () => {
    const input = inputOf(change(officeCase, 'coverage.feeSchedule.0.charge', 0))
    const nothing: ExpectedPayment = {
      allowed: cents(0),
      payer: cents(0),
      client: cents(0),
      contractAllowance: cents(0),
    }
    expect(pathsOf(makeClaim({ ...input, expected: [nothing] }, facts))).toEqual(['claim.lines.0.charge'])
  })

  test('a claim number in small letters, or too long', () => {
    for (const claimNumber of ['gt1', 'A'.repeat(21), ''])
      expect(pathsOf(makeClaim({ ...inputOf(officeCase), claimNumber }, facts))).toEqual([
        'envelope.claimNumber',
      ])
  })

  test('all findings come at once', () => {
    const both = change(change(officeCase, 'people.practice.npi', '1'), 'people.practice.taxId', '')
    expect(pathsOf(makeClaim(inputOf(both), facts))).toEqual(['people.practice.npi', 'people.practice.taxId'])
  })

  test('a place outside the practice only warns that no facility is named', () => {
    const school = change(officeCase, 'coding.procedures.0.placeOfService', '03')
    const made = makeClaim(inputOf(school), facts)
    expect([made.ok, ...made.findings.map((each) => each.severity)]).toEqual([true, 'warns'])
  })

  test('an expectation of another charge is a broken promise, not a finding', () => {
    const expected = inputOf(crisisCase).expected
    expect(() => makeClaim({ ...inputOf(officeCase), expected }, facts)).toThrow(/another charge/)
    const unpriced = change(officeCase, 'coverage.feeSchedule', [])
    expect(() => makeClaim(inputOf(unpriced), facts)).toThrow(/no expected payment/)
  })
})
