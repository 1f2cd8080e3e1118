// The payer's answers before the money, typed by hand segment by segment: TA1, 999 and 277CA for one claim.
import { describe, expect, test } from 'vitest'
import { shippedFacts as facts } from '../facts/shipped/shipped.ts'
import { officeCase } from '../rules/example-case.ts'
import { instant } from '../values/day.ts'
import type { Claim } from './claim.ts'
import type { AnswerFile, AnswerRead, SentClaim } from './claim-event.ts'
import { from277ca } from './from-277ca.ts'
import { from999 } from './from-999.ts'
import { fromTa1 } from './from-ta1.ts'
import { statusPlace } from './status-places.ts'

const sent: SentClaim = {
  claim: officeCase.claim as Claim,
  envelope: {
    senderQualifier: 'ZZ',
    senderId: 'HARBORST',
    receiverQualifier: 'ZZ',
    receiverId: 'EVERGREEN',
    usage: 'T',
    interchangeControl: 41,
    groupControl: 17,
    setControl: 3,
    claimNumber: 'GT1001',
  },
}
const at = instant('2026-03-12T08:00:00Z')

const fileOf = (segments: readonly string[]): AnswerFile => ({
  name: 'answer.txt',
  bytes: Uint8Array.from(`${segments.join('~')}~`, (character) => character.charCodeAt(0)),
})
const isa = (to = 'HARBORST') =>
  `ISA*00*          *00*          *ZZ*EVERGREEN      *ZZ*${to.padEnd(15)}*260311*1500*^*00501*000000900*0*T*:`

const inGroup = (functional: string, version: string, set: readonly string[], to?: string): AnswerFile =>
  fileOf([
    isa(to),
    `GS*${functional}*EVERGREEN*HARBORST*20260311*1500*9*X*${version}`,
    ...set,
    `SE*${set.length + 1}*0001`,
    'GE*1*9',
    'IEA*1*000000900',
  ])

/** Kind, verdict and the codes of the findings of each event, then the codes of what is not ours. */
const summary = ({ events, findings }: AnswerRead) => ({
  events: events.map((each) => [each.kind, each.verdict, each.findings.map((finding) => finding.code)]),
  notes: findings.map((each) => each.code),
})

describe('a TA1', () => {
  const ta1 = (segment: string, to?: string): AnswerFile => fileOf([isa(to), segment, 'IEA*0*000000900'])
  const cases: readonly [string, AnswerFile, boolean, ReturnType<typeof summary>][] = [
    [
      'accepts',
      ta1('TA1*000000041*260311*1405*A*000'),
      false,
      { events: [['envelope', 'accepted', []]], notes: [] },
    ],
    [
      'accepts with an error noted',
      ta1('TA1*000000041*260311*1405*E*014'),
      false,
      { events: [['envelope', 'accepted', ['TA1:014']]], notes: [] },
    ],
    [
      'rejects',
      ta1('TA1*000000041*260311*1405*R*008'),
      false,
      { events: [['envelope', 'rejected', ['TA1:008']]], notes: [] },
    ],
    [
      'rejects a number that was used before',
      ta1('TA1*000000041*260311*1405*R*025'),
      false,
      { events: [['envelope', 'rejected', ['TA1:025']]], notes: [] },
    ],
    [
      'says of bytes sent again that they had arrived',
      ta1('TA1*000000041*260311*1405*R*025'),
      true,
      { events: [['envelope', 'accepted', ['TA1:025']]], notes: [] },
    ],
    [
      'for another interchange is not ours',
      ta1('TA1*000000042*260311*1405*A*000'),
      false,
      { events: [], notes: ['TA1:not-ours'] },
    ],
    [
      'addressed to another practice is not ours',
      ta1('TA1*000000041*260311*1405*A*000', 'ELSEWHERE'),
      false,
      { events: [], notes: ['TA1:not-ours'] },
    ],
  ]
  test.each(cases)('%s', (_, file, resent, expected) => {
    expect(summary(fromTa1(file, sent, { at, resent }))).toEqual(expected)
  })

  test('carries the claim, its own day and the file it came in', () => {
    const [event] = fromTa1(ta1('TA1*000000041*260311*1405*A*000'), sent, { at }).events
    expect(event).toMatchObject({ claimNumber: 'GT1001', day: '2026-03-11', source: 'answer.txt' })
  })

  test('a file that is cut short gives findings and no event', () => {
    const { bytes } = ta1('TA1*000000041*260311*1405*A*000')
    const read = fromTa1({ name: 'cut.txt', bytes: bytes.subarray(0, 120) }, sent, { at })
    expect(read.events).toEqual([])
    expect(read.findings.length).toBeGreaterThan(0)
  })
})

describe('a 999', () => {
  const answer = (...segments: readonly string[]): AnswerFile =>
    inGroup('FA', '005010X231A1', ['ST*999*0001*005010X231A1', ...segments])
  const group = 'AK1*HC*17*005010X222A1'
  const set = 'AK2*837*0003*005010X222A1'

  const cases: readonly [string, AnswerFile, ReturnType<typeof summary>][] = [
    [
      'accepts',
      answer(group, set, 'IK5*A', 'AK9*A*1*1*1'),
      { events: [['syntax', 'accepted', []]], notes: [] },
    ],
    [
      'accepts a group without listing its sets',
      answer(group, 'AK9*A*1*1*1'),
      { events: [['syntax', 'accepted', []]], notes: [] },
    ],
    [
      'accepts some sets without saying which',
      answer(group, 'AK9*P*2*2*1'),
      { events: [['syntax', 'partly', []]], notes: [] },
    ],
    [
      'rejects for an element, which says itself what the segment only announces',
      answer(group, set, 'IK3*SV1*25*2400*8', 'IK4*1:2*234*7*90899X', 'IK5*R*5', 'AK9*R*1*1*0'),
      { events: [['syntax', 'rejected', ['999:IK4:7']]], notes: [] },
    ],
    [
      'rejects for a missing segment',
      answer(group, set, 'IK3*REF*12*2010AA*3', 'IK5*R*5', 'AK9*R*1*1*0'),
      { events: [['syntax', 'rejected', ['999:IK3:3']]], notes: [] },
    ],
    [
      'rejects for the count of segments',
      answer(group, set, 'IK5*R*4', 'AK9*R*1*1*0'),
      { events: [['syntax', 'rejected', ['999:IK5:4']]], notes: [] },
    ],
    [
      'rejects the group for its trailer',
      answer(group, 'AK9*R*1*1*0*5'),
      { events: [['syntax', 'rejected', ['999:AK9:5']]], notes: [] },
    ],
    [
      'accepts our set among others that were rejected',
      answer(group, 'AK2*837*0002', 'IK5*R*5', set, 'IK5*A', 'AK9*P*2*2*1'),
      { events: [['syntax', 'accepted', []]], notes: [] },
    ],
    [
      'for another group is not ours',
      answer('AK1*HC*18*005010X222A1', set, 'IK5*A', 'AK9*A*1*1*1'),
      { events: [], notes: ['999:not-ours'] },
    ],
    [
      'for another set of our group is not ours',
      answer(group, 'AK2*837*0004', 'IK5*A', 'AK9*A*1*1*1'),
      { events: [], notes: ['999:not-ours'] },
    ],
    [
      'addressed to another practice is not ours',
      inGroup('FA', '005010X231A1', ['ST*999*0001*005010X231A1', group, 'AK9*A*1*1*1'], 'ELSEWHERE'),
      { events: [], notes: ['999:not-ours'] },
    ],
  ]
  test.each(cases)('%s', (_, file, expected) => {
    expect(summary(from999(file, sent, { at }))).toEqual(expected)
  })

  test('an error noted in an accepted set only warns', () => {
    const file = answer(group, set, 'IK3*N3*9*2010AA*8', 'IK4*1*166*6', 'IK5*E*5', 'AK9*E*1*1*1')
    const [event] = from999(file, sent, { at }).events
    expect(event?.verdict).toBe('accepted')
    expect(event?.findings.map((each) => [each.code, each.severity])).toEqual([['999:IK4:6', 'warns']])
  })

  test('a finding stands at the place in the set we sent', () => {
    const file = answer(group, set, 'IK3*SV1*25*2400*8', 'IK4*1:2*234*7*90899X', 'IK5*R*5', 'AK9*R*1*1*0')
    expect(from999(file, sent, { at }).events[0]?.findings[0]).toMatchObject({
      place: { kind: 'segment', id: 'SV1', segment: 25, loop: '2400', element: 1, component: 2 },
      evidence: { value: '90899X' },
    })
  })
})

describe('a 277CA', () => {
  interface Answered {
    readonly reference?: string
    readonly submitter?: string
    readonly provider?: readonly string[]
    readonly claims?: readonly string[]
  }
  const answer = ({
    reference = '0000000410003',
    submitter = 'STC*A1:19:PR*20260311*WQ*160',
    provider = [],
    claims = [],
  }: Answered): AnswerFile =>
    inGroup('HN', '005010X214', [
      'ST*277*0001*005010X214',
      'BHT*0085*08*900*20260311*1500*TH',
      'HL*1**20*1',
      'NM1*PR*2*EVERGREEN HEALTH PLAN*****PI*EVG01',
      'TRN*1*900',
      'DTP*050*D8*20260311',
      'DTP*009*D8*20260311',
      `HL*2*1*21*${provider.length > 0 || claims.length > 0 ? 1 : 0}`,
      'NM1*41*2*HARBOR STREET COUNSELING PLLC*****46*HARBORST',
      `TRN*2*${reference}`,
      submitter,
      ...(provider.length > 0 || claims.length > 0
        ? [
            `HL*3*2*19*${claims.length > 0 ? 1 : 0}`,
            'NM1*85*2*HARBOR STREET COUNSELING PLLC*****XX*2400000008',
            ...provider,
          ]
        : []),
      ...(claims.length > 0 ? ['HL*4*3*PT', 'NM1*QC*1*OKAFOR*NORA****MI*EVG900100200', ...claims] : []),
    ])
  const read = (answered: Answered): AnswerRead => from277ca(answer(answered), sent, { at, facts })

  const accepted = ['TRN*2*GT1001', 'STC*A2:20:PR*20260311*WQ*160', 'REF*1K*EVG880001', 'DTP*472*D8*20260310']
  const cases: readonly [string, Answered, ReturnType<typeof summary>][] = [
    ['accepts', { claims: accepted }, { events: [['acknowledgment', 'accepted', []]], notes: [] }],
    [
      'rejects for two reasons at once',
      { claims: ['TRN*2*GT1001', 'STC*A3:33:IL*20260311*U*160******A7:158:QC'] },
      { events: [['acknowledgment', 'rejected', ['277CA:A3:33', '277CA:A7:158']]], notes: [] },
    ],
    [
      'rejects for a line',
      {
        claims: [
          'TRN*2*GT1001',
          'STC*A7:247*20260311*U*160',
          'DTP*472*D8*20260310',
          'SVC*HC:90834*160',
          'STC*A7:454*20260311*U',
          'REF*FJ*1',
        ],
      },
      { events: [['acknowledgment', 'rejected', ['277CA:A7:247', '277CA:A7:454']]], notes: [] },
    ],
    [
      'splits the claim',
      { claims: ['TRN*2*GT1001', 'STC*A5:0*20260311*WQ*160'] },
      { events: [['acknowledgment', 'partly', ['277CA:A5:0']]], notes: [] },
    ],
    [
      'takes a category that has no place in it for neither yes nor no, whatever the action beside it says',
      { claims: ['TRN*2*GT1001', 'STC*P1:20:PR*20260311*WQ*160'] },
      { events: [['acknowledgment', 'unclear', ['277CA:unclear']]], notes: [] },
    ],
    [
      'says neither yes nor no by a category it does not know',
      { claims: ['TRN*2*GT1001', 'STC*B9:20*20260311'] },
      { events: [['acknowledgment', 'unclear', ['277CA:unclear']]], notes: [] },
    ],
    [
      'rejects by one status though it does not know the other',
      { claims: ['TRN*2*GT1001', 'STC*A7:158:QC*20260311*U*160******B9:1'] },
      { events: [['acknowledgment', 'rejected', ['277CA:A7:158', '277CA:B9:1']]], notes: [] },
    ],
    [
      'for another claim is not ours',
      { claims: ['TRN*2*GT1002', ...accepted.slice(1)] },
      { events: [], notes: ['277CA:not-ours'] },
    ],
    [
      'rejects the whole batch',
      { submitter: 'STC*A3:24:41*20260311*U*160' },
      { events: [['acknowledgment', 'rejected', ['277CA:A3:24']]], notes: [] },
    ],
    [
      'rejects the billing provider',
      { provider: ['TRN*1*0', 'STC*A3:496:85*20260311*U*160'] },
      { events: [['acknowledgment', 'rejected', ['277CA:A3:496']]], notes: [] },
    ],
    [
      'rejects somebody else’s batch',
      { reference: '0000000420001', submitter: 'STC*A3:24:41*20260311*U*160' },
      { events: [], notes: ['277CA:not-ours'] },
    ],
  ]
  test.each(cases)('%s', (_, answered, expected) => {
    expect(summary(read(answered))).toEqual(expected)
  })

  const categories: readonly [string, string][] = [
    ['A0', 'accepted'],
    ['A1', 'accepted'],
    ['A2', 'accepted'],
    ['A3', 'rejected'],
    ['A4', 'rejected'],
    ['A5', 'partly'],
    ['A6', 'rejected'],
    ['A7', 'rejected'],
    ['A8', 'rejected'],
  ]
  test.each(categories)('category %s without an action is %s', (category, verdict) => {
    const { events } = read({ claims: ['TRN*2*GT1001', `STC*${category}:21*20260311`] })
    expect(events.map((each) => each.verdict)).toEqual([verdict])
  })

  test('an acceptance carries the payer’s number, its day and the status', () => {
    expect(read({ claims: accepted }).events[0]).toEqual({
      kind: 'acknowledgment',
      verdict: 'accepted',
      day: '2026-03-11',
      claimNumber: 'GT1001',
      payerClaimNumber: 'EVG880001',
      statuses: [{ category: 'A2', status: '20', entity: 'PR' }],
      findings: [],
      source: 'answer.txt',
    })
  })

  test('a rejection says in our words what is wrong, what to do and where', () => {
    const [event] = read({ claims: ['TRN*2*GT1001', 'STC*A7:158:QC*20260311*U*160'] }).events
    const [finding] = event?.findings ?? []
    expect(finding?.place).toEqual({ kind: 'field', path: 'people.client.birthDate' })
    expect(finding?.severity).toBe('holds-claim')
    expect(finding?.says).toContain(facts.claimStatus('158', officeCase.claim?.day as Claim['day'])?.label)
    expect(finding?.remedy).not.toBe('')
  })

  const places: readonly [string, string | null, string][] = [
    ['33', 'IL', 'coverage.memberNumber'],
    ['116', 'PR', 'coverage.payer.id'],
    ['496', '85', 'people.practice.npi'],
    ['562', '82', 'people.provider.npi'],
    ['249', null, 'claim.placeOfService'],
    ['500', '85', 'people.practice.address.zip'],
    ['999', null, 'claim'],
  ]
  test.each(places)('status %s of %s leads to its field', (status, entity, path) => {
    expect(statusPlace({ category: 'A7', status, entity })).toBe(path)
  })
})
