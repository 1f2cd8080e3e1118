// When two statements of place agree, and which place of service fits them.
import { describe, expect, test } from 'vitest'
import { shippedFacts as facts } from '../facts/shipped/shipped.ts'
import type { Modality, PayerClass, Setting } from '../facts/facts.ts'
import type { PayerRules } from '../coverage/coverage.ts'
import { change, officeCase } from '../rules/example-case.ts'
import { day } from '../values/day.ts'
import type { Comparison } from './compare-part.ts'
import { compareCities, comparePlaceOfService, compareSettings, compareStates } from './compare-place.ts'

test('towns agree by their letters', () => {
  expect(compareCities('St. Paul', 'Saint Paul')).toBe('agree')
  expect(compareCities('Española', 'ESPANOLA')).toBe('agree')
  expect(compareCities('Scottsdale', 'Santa Fe')).toBe('disagree')
  expect(compareStates('az', 'AZ ')).toBe('agree')
  expect(compareStates('AZ', 'NM')).toBe('disagree')
})

const settings: readonly [Setting, Setting, Comparison][] = [
  ['home', 'home', 'agree'],
  ['office', 'clinic', 'unclear'],
  ['home', 'other', 'unclear'],
  ['home', 'work', 'disagree'],
  ['office', 'home', 'disagree'],
]
test.each(settings)('a client in the %s and a client in the %s', (one, other, expected) => {
  expect(compareSettings(one, other)).toBe(expected)
})

const rule: PayerRules = {
  telehealth: [{ modality: 'audio-video', clientAtHome: true, placeOfService: '11', modifiers: ['95'] }],
  source: 'contract 2026, telehealth',
}

const places: readonly [string, Modality, Setting | null, PayerClass, PayerRules | null, Comparison][] = [
  ['10', 'audio-video', 'home', 'commercial', null, 'agree'],
  ['02', 'audio-video', 'home', 'commercial', null, 'disagree'],
  ['02', 'audio-video', 'work', 'commercial', null, 'agree'],
  ['02', 'audio-video', 'work', 'medicare', null, 'disagree'],
  ['10', 'audio-video', 'work', 'medicare', null, 'agree'],
  ['10', 'audio-video', 'vehicle', 'medicare', null, 'agree'],
  ['10', 'audio-video', 'work', 'commercial', null, 'disagree'],
  ['10', 'audio-video', 'other', 'commercial', null, 'unclear'],
  ['02', 'audio-video', 'other', 'commercial', null, 'agree'],
  ['10', 'audio-video', 'home', 'commercial', rule, 'disagree'],
  ['11', 'audio-video', null, 'commercial', rule, 'agree'],
  ['10', 'audio-video', null, 'commercial', rule, 'unclear'],
  ['10', 'audio-video', 'hospital-outpatient', 'commercial', null, 'disagree'],
  ['11', 'audio-video', 'home', 'commercial', null, 'disagree'],
  ['11', 'audio-video', 'home', 'commercial', rule, 'agree'],
  ['10', 'audio-only', null, 'medicare', null, 'agree'],
  ['11', 'in-person', 'office', 'commercial', null, 'agree'],
  ['12', 'in-person', 'home', 'medicare', null, 'agree'],
  ['11', 'in-person', 'home', 'medicare', null, 'disagree'],
  ['10', 'in-person', 'home', 'medicare', null, 'disagree'],
  ['11', 'in-person', 'clinic', 'commercial', null, 'unclear'],
  ['11', 'in-person', 'other', 'commercial', null, 'unclear'],
  ['11', 'in-person', null, 'commercial', null, 'agree'],
]

describe('place of service', () => {
  test.each(places)(
    '%s, %s, client in: %s (%s)',
    (code, modality, setting, payerClass, payerRules, expected) => {
      const classed = change(officeCase, 'coverage.payer.class', payerClass)
      const { coverage } = change(classed, 'coverage.payerRules', payerRules)
      const on = day('2026-03-10')
      expect(comparePlaceOfService(code, { modality, setting }, { coverage, facts, on })).toBe(expected)
    },
  )
})
