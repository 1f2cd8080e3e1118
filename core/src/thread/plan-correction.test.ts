// Which way a billed session is put right, by where its claim stands and who was wrong in it.
import { describe, expect, test } from 'vitest'
import { officeCase } from '../rules/example-case.ts'
import type { Claim } from '../claim/claim.ts'
import { voidClaim } from '../claim/void-claim.ts'
import type { ThreadCase } from './thread-case.ts'
import { planCorrection, wrongParties } from './plan-correction.ts'

const claim = officeCase.claim as Claim
const given: ThreadCase = {
  people: officeCase.people,
  coverage: officeCase.coverage,
  session: officeCase.session,
  earlierSessions: [],
  note: officeCase.note,
  billed: null,
  payContract: null,
  clientPayments: [],
  envelope: {
    senderQualifier: 'ZZ',
    senderId: 'SENDER',
    receiverQualifier: 'ZZ',
    receiverId: 'RECEIVER',
    usage: 'T',
    interchangeControl: 1,
    groupControl: 1,
    setControl: 1,
    claimNumber: claim.claimNumber,
  },
}
const { people, coverage } = given
const { client, practice, provider } = people

const plans = [
  // where the claim stands, wrong parties, something to bill, the way
  [null, [], true, 'edit'],
  ['held', [], true, 'edit'],
  ['filed', ['client'], true, 'withdraw'],
  ['batched', [], true, 'wait'],
  ['sent', ['payer'], true, 'wait'],
  ['accepted', [], true, 'wait'],
  ['rejected', ['subscriber'], true, 'resend'],
  ['answered', [], true, 'replace'],
  ['answered', ['subscriber'], true, 'void-and-new'],
  ['answered', [], false, 'void'],
  ['answered', ['client'], false, 'void'],
] as const

describe('the way to correct', () => {
  test.each(plans)(
    'a claim that is %s, with %j wrong (to be billed: %s): %s',
    (standing, wrong, billed, way) => {
      expect(planCorrection(standing, wrong, billed)).toBe(way)
    },
  )
})

const replacements = [
  // where the replacement stands, wrong in the claim it was to replace, something to bill, the way
  ['held', [], true, 'edit'],
  ['held', [], false, 'void'],
  ['held', ['subscriber'], true, 'void-and-new'],
  ['filed', [], true, 'withdraw'],
  ['filed', [], false, 'void'],
  ['sent', [], false, 'wait'],
  ['rejected', [], true, 'resend'],
  ['rejected', [], false, 'void'],
  ['rejected', ['payer'], true, 'void-and-new'],
] as const

describe('the way to correct while the payer has not judged a replacement', () => {
  test.each(replacements)(
    'a replacement that is %s, with %j wrong (to be billed: %s): %s',
    (standing, wrong, billed, way) => {
      expect(planCorrection(standing, wrong, billed, true)).toBe(way)
    },
  )
})

const changes: readonly (readonly [string, ThreadCase])[] = [
  [
    'client',
    { ...given, people: { ...people, client: { ...client, name: { ...client.name, last: 'Okafore' } } } },
  ],
  ['client', { ...given, people: { ...people, client: { ...client, birthDate: '1990-05-15' as never } } }],
  ['subscriber', { ...given, coverage: coverage === null ? null : { ...coverage, memberNumber: 'OTHER1' } }],
  [
    'payer',
    {
      ...given,
      coverage: coverage === null ? null : { ...coverage, payer: { ...coverage.payer, id: 'OTH01' } },
    },
  ],
  ['billing provider', { ...given, people: { ...people, practice: { ...practice, taxId: '005550000' } } }],
  ['rendering provider', { ...given, people: { ...people, provider: { ...provider, npi: '2711471047' } } }],
]

describe('the parties that a replacement cannot change', () => {
  test('none was wrong when the case still says the same', () => {
    expect(wrongParties(claim, given, officeCase.coding)).toEqual([])
  })

  test.each(changes)('another %s is seen', (party, changed) => {
    expect(wrongParties(claim, changed, officeCase.coding)).toContain(party)
  })

  test('another time or charge is no wrong party', () => {
    const session = officeCase.session === null ? null : { ...officeCase.session, stop: '15:30' as never }
    expect(wrongParties(claim, { ...given, session }, officeCase.coding)).toEqual([])
  })
})

test('a void says everything as it was sent, with frequency 8 and a number of its own', () => {
  const replaces = { payerId: claim.payer.id, number: '26069LM881204' }
  const made = voidClaim(claim, 'VOID1', replaces)
  const { claimNumber: _number, frequency: _frequency, replaces: _replaces, lines: _lines, ...rest } = made
  expect(claim).toMatchObject(rest)
  expect([made.claimNumber, made.frequency, made.replaces]).toEqual(['VOID1', '8', replaces])
  expect(made.lines.map((line) => [line.lineControlNumber, line.charge])).toEqual(
    claim.lines.map((line) => [`VOID1L${line.number}`, line.charge]),
  )
})
