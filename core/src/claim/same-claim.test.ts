// What of a claim a payer gets to see, field by field, and so what makes it another claim.
import { describe, expect, test } from 'vitest'
import { officeCase } from '../rules/example-case.ts'
import { cents } from '../values/cents.ts'
import { clockTime, day } from '../values/day.ts'
import type { Claim } from './claim.ts'
import { tellsTheSame } from './same-claim.ts'

const claim = officeCase.claim as Claim
const [line] = claim.lines
if (line === undefined) throw new Error('the example bills a line')

const unseen: readonly (readonly [what: string, change: Partial<Claim>])[] = [
  ['its number', { claimNumber: 'GT1002' }],
  ['that it replaces another', { frequency: '7', replaces: { payerId: 'EVG01', number: '77' } }],
  ['the times of the session, while day and code are the same', { start: clockTime('08:00'), minutes: 47 }],
  [
    'where the client was, while the place code is the same',
    { clientPlace: { setting: 'office', city: 'Rutland', state: 'VT' } },
  ],
  ['what the client paid since', { clientPaid: cents(2500) }],
  [
    'what is expected of it',
    { lines: [{ ...line, expected: { ...line.expected, payer: cents(0) } }, ...claim.lines.slice(1)] },
  ],
]
const seen: readonly (readonly [what: string, change: Partial<Claim>])[] = [
  ['the day', { day: day('2026-03-09') }],
  ['the member number', { memberNumber: 'EVG900100201' }],
  ['the date of birth', { subscriber: { ...claim.subscriber, birthDate: day('1990-05-15') } }],
  ['a diagnosis', { diagnoses: ['F33.0'] }],
  ['the authorization', { authorizationNumber: 'A77' }],
  ['the one who treated', { renderingProvider: { ...claim.renderingProvider, npi: '2400000024' } }],
  ['the code', { lines: [{ ...line, procedure: '90832' }, ...claim.lines.slice(1)] }],
  ['the modifiers', { lines: [{ ...line, modifiers: ['95'] }, ...claim.lines.slice(1)] }],
]

describe('a payer is told the same', () => {
  test.each(unseen)('whatever is otherwise of %s', (_what, change) => {
    expect(tellsTheSame(claim, { ...claim, ...change })).toBe(true)
  })
})
describe('a payer is told something else', () => {
  test.each(seen)('when %s is another', (_what, change) => {
    expect(tellsTheSame(claim, { ...claim, ...change })).toBe(false)
  })

  test('by a claim that cannot be written', () => {
    const unwritable = { ...claim, memberNumber: '' }
    expect(tellsTheSame(unwritable, unwritable)).toBe(false)
  })
})
