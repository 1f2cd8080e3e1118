// A coverage, typed and sent: what nobody stated stays unstated, and what is no amount is not sent.
import { describe, expect, test } from 'vitest'
import { coverageBody, noCoverageYet, typedCoverage, unreadable } from './coverage-form.ts'
import { type Coverage, benefitRows, holdsOn, percent, sessionsLeft } from './coverage-words.ts'

const address = { street: '1 Mill Lane', unit: '2B', city: 'Albany', state: 'NY', zip: '122031234' }
const coverage: Coverage = {
  id: '0',
  version: 3,
  clientId: '1',
  payerId: '2',
  sequence: 1,
  starts: '2026-01-01',
  ends: null,
  plan: 'PPO',
  memberNumber: 'HBR4471',
  groupNumber: null,
  relation: 'child',
  benefits: {
    deductibleLeft: null,
    copay: 2500,
    coinsurance: 2000,
    visitsLeft: 0,
    authorizationNeeded: false,
  },
  authorization: {
    number: 'A-88',
    codes: ['90834'],
    units: 24,
    unitsUsed: 2,
    from: '2026-01-01',
    to: '2026-06-30',
  },
  subscriber: {
    name: { first: 'Rosa', middle: 'M', last: 'Ruiz' },
    birthDate: '1970-01-01',
    sex: 'F',
    address,
  },
}

describe('a coverage that is opened and saved untouched', () => {
  test('is sent as it was, with what the form does not show', () => {
    const { id: _id, version: _version, clientId: _clientId, ...rest } = coverage
    expect(coverageBody(typedCoverage(coverage), coverage)).toEqual(rest)
  })
})

describe('what was not typed', () => {
  test('is not stated, and never zero; a typed zero is zero', () => {
    expect(coverageBody(noCoverageYet, null).benefits).toEqual({
      copay: null,
      coinsurance: null,
      deductibleLeft: null,
      visitsLeft: null,
      authorizationNeeded: null,
    })
    expect(coverageBody({ ...noCoverageYet, copay: '0' }, null).benefits.copay).toBe(0)
  })
})

test.each([
  ['25', 2500],
  ['$1,025.50', 102_550],
  ['.5', 50],
])('an amount typed as %s is so many cents', (typed, cents) => {
  expect(coverageBody({ ...noCoverageYet, copay: typed }, null).benefits.copay).toBe(cents)
})

test('what is no amount or number is told at its field and not sent', () => {
  const typed = { ...noCoverageYet, copay: 'twenty', coinsurance: '20 %', visitsLeft: 'some' }
  expect(Object.keys(unreadable(typed))).toEqual(['copay', 'visitsLeft'])
})

describe('a coverage in words', () => {
  test('says what is not stated', () => {
    expect(Object.fromEntries(benefitRows(coverage.benefits))).toEqual({
      Copay: '$25.00',
      Coinsurance: '20 %',
      'Deductible left': 'not stated',
      'Visits left': '0',
      Authorization: 'not needed',
    })
    expect(percent(null)).toBe('not stated')
  })
  test('holds from its first to its last day', () => {
    const half = { starts: '2026-01-01', ends: '2026-06-30' }
    expect([holdsOn(half, '2026-06-30'), holdsOn(half, '2026-07-01')]).toEqual([true, false])
  })
  test('counts what the payer said was used where that is more than was billed here', () => {
    expect([
      sessionsLeft({ units: 24, unitsUsed: 2 }, 5),
      sessionsLeft({ units: 6, unitsUsed: 8 }, 1),
    ]).toEqual([19, 0])
  })
})
