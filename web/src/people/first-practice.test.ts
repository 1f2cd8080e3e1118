// The first set-up: what was typed as the server takes it, and what it found as the form shows it.
import { describe, expect, test } from 'vitest'
import { type Finding, field } from '@goldenthread/core/values/finding.ts'
import { faultsByField, firstPracticeOf, noPracticeYet } from './first-practice.ts'

const typed = {
  ...noPracticeYet,
  ownerName: ' Odile Farraday ',
  email: ' odile@fernbrook.example ',
  legalName: 'Fernbrook Behavioral Health PLLC',
  npi: '2000 000 014',
  taxId: '00-1234567',
  taxonomy: '261qm0850x',
  street: '12 Alder Row',
  city: 'Salem',
  state: 'or',
  zip: '97301-0001',
  telephone: '(503) 555-0142',
  zone: 'America/Los_Angeles',
}

const finding = (path: string, says: string): Finding => ({
  code: 'shape',
  severity: 'holds-claim',
  whose: 'platform',
  place: field(path),
  says,
  remedy: '',
  source: '/openapi.json',
  evidence: {},
})

describe('a practice that is set up', () => {
  test('is written as payers write it, however it was typed', () => {
    const { practice, owner, senderId, senderQualifier } = firstPracticeOf('token', typed)
    expect(practice).toMatchObject({
      npi: '2000000014',
      taxId: '001234567',
      taxonomy: '261QM0850X',
      telephone: '5035550142',
      address: { state: 'OR', zip: '973010001' },
    })
    expect(practice.address).not.toHaveProperty('unit')
    expect(owner).toMatchObject({ name: 'Odile Farraday', email: 'odile@fernbrook.example' })
    expect([senderQualifier, senderId]).toEqual(['ZZ', '2000000014'])
  })

  test('sends under the number its clearinghouse gave it, once it has one', () => {
    expect(firstPracticeOf('token', { ...typed, senderId: 'fern01' }).senderId).toBe('FERN01')
  })

  test('shows each fault under its field, the first one where there are two', () => {
    const found = faultsByField([
      finding('body.practice.address.zip', 'first'),
      finding('body.practice.address.zip', 'second'),
      finding('body.owner.email', 'mail'),
      finding('body.nothing', 'lost'),
    ])
    expect(found).toEqual({ zip: 'first', email: 'mail' })
  })
})
