// Answers as real senders write them, with a fault here and there: what costs nothing, what costs a claim, what costs the file.
import { describe, expect, test } from 'vitest'
import { shippedFacts as facts } from '../facts/shipped/shipped.ts'
import { officeCase } from '../rules/example-case.ts'
import { instant } from '../values/day.ts'
import { holdsClaim } from '../values/finding.ts'
import { readClaimAcknowledgments } from '../x12/sets/277ca/read.ts'
import { readImplementationAcknowledgments } from '../x12/sets/999/read.ts'
import type { Claim } from './claim.ts'
import type { AnswerFile, AnswerRead, SentClaim } from './claim-event.ts'
import { from277ca } from './from-277ca.ts'
import { from999 } from './from-999.ts'
import { fromTa1 } from './from-ta1.ts'

const at = instant('2026-03-12T08:00:00Z')

/** The claim of the example, sent under that number in that set. */
const sentAs = (claimNumber: string, setControl = 3): SentClaim => ({
  claim: { ...(officeCase.claim as Claim), claimNumber },
  envelope: {
    senderQualifier: 'ZZ',
    senderId: 'HARBORST',
    receiverQualifier: 'ZZ',
    receiverId: 'EVERGREEN',
    usage: 'T',
    interchangeControl: 41,
    groupControl: 17,
    setControl,
    claimNumber,
  },
})

const isa =
  'ISA*00*          *00*          *ZZ*EVERGREEN      *ZZ*HARBORST       *260311*1500*^*00501*000000900*0*T*:'

type Change = (text: string) => string
const unchanged: Change = (text) => text

const fileOf = (segments: readonly string[], change: Change): AnswerFile => ({
  name: 'answer.txt',
  bytes: Uint8Array.from(change(`${segments.join('~')}~`), (character) => character.charCodeAt(0)),
})

/** The changes before the count of segments is written, and after it. */
const inGroup = (
  functional: string,
  version: string,
  set: readonly string[],
  { before = unchanged, after = unchanged }: { readonly before?: Change; readonly after?: Change },
): AnswerFile => {
  const inner = before(set.join('~')).split('~')
  const segments = [
    isa,
    `GS*${functional}*EVERGREEN*HARBORST*20260311*1500*9*X*${version}`,
    ...inner,
    `SE*${inner.length + 1}*0001`,
    'GE*1*9',
    'IEA*1*000000900',
  ]
  return fileOf(segments, after)
}

const numbers = ['GT1001', 'GT1002', 'GT1003'] as const

const acknowledgment = [
  'ST*277*0001*005010X214',
  'BHT*0085*08*900*20260311*1500*TH',
  'HL*1**20*1',
  'NM1*PR*2*EVERGREEN HEALTH PLAN*****PI*EVG01',
  'TRN*1*900',
  'DTP*050*D8*20260311',
  'DTP*009*D8*20260311',
  'HL*2*1*21*1',
  'NM1*41*2*HARBOR STREET COUNSELING PLLC*****46*HARBORST',
  'TRN*2*0000000410003',
  'STC*A1:19:PR*20260311*WQ*480',
  'HL*3*2*19*1',
  'NM1*85*2*HARBOR STREET COUNSELING PLLC*****XX*2400000008',
  ...numbers.flatMap((number, at) => [
    `HL*${4 + at}*3*PT`,
    `NM1*QC*1*OKAFOR${at}*NORA****MI*EVG90010020${at}`,
    `TRN*2*${number}`,
    `STC*A2:2${at}:PR*20260311*WQ*160`,
    `REF*1K*EVG88000${at}`,
    'DTP*472*D8*20260310',
  ]),
]

const verdicts = (read: (sent: SentClaim) => AnswerRead): readonly (string | null)[] =>
  numbers.map((number, at) => read(sentAs(number, at + 3)).events[0]?.verdict ?? null)

const from =
  (one: string, other: string): Change =>
  (text) => {
    expect(text).toContain(one)
    return text.replace(one, other)
  }

const held = ({ findings }: AnswerRead): readonly string[] =>
  findings.filter(holdsClaim).map(({ code }) => code)

describe('a 277CA of three claims', () => {
  const read = (changes: { readonly before?: Change; readonly after?: Change }) => {
    const file = inGroup('HN', '005010X214', acknowledgment, changes)
    const answers = (sent: SentClaim): AnswerRead => from277ca(file, sent, { at, facts })
    return { verdicts: verdicts(answers), answers }
  }
  const all = ['accepted', 'accepted', 'accepted']

  const small: readonly [fault: string, change: Change, code: string][] = [
    ['a name longer than it may be', from('OKAFOR1', 'O'.repeat(61)), '999:IK4:5'],
    ['a segment nobody knows', from('REF*1K*EVG880001', 'ZZZ*1~REF*1K*EVG880001'), '999:IK3:1'],
    [
      'a reference the guide does not list',
      from('REF*1K*EVG880001', 'REF*EJ*7~REF*1K*EVG880001'),
      '999:IK3:2',
    ],
    [
      'a payer’s number that stands twice',
      from('REF*1K*EVG880001', 'REF*1K*EVG880001~REF*1K*9'),
      '999:IK3:5',
    ],
    ['no days of processing', from('DTP*009*D8*20260311~', ''), '999:IK3:3'],
    ['a day that is none', from('DTP*472*D8*20260310', 'DTP*472*D8*20260399'), '999:IK4:8'],
    ['an action that is not in the list', from('20260311*WQ*160', '20260311*15*160'), '999:IK4:7'],
    ['an amount that is none', from('20260311*WQ*160', '20260311*WQ*16O'), '999:IK4:6'],
    ['no status code beside its category', from('A2:21:PR', 'A2'), '999:IK4:1'],
    ['levels numbered anew', from('HL*5*3*PT', 'HL*1*3*PT'), '999:IK4:7'],
    ['a level that says it has none below', from('HL*3*2*19*1', 'HL*3*2*19*0'), '999:IK4:7'],
    ['an id qualifier of another kind', from('46*HARBORST', 'ZZ*HARBORST'), '999:IK4:7'],
  ]
  test.each(small)('is read in full with %s, and the fault is told as a warning', (_, before, code) => {
    const told = read({ before })
    expect(told.verdicts).toEqual(all)
    const { findings } = told.answers(sentAs('GT1001'))
    expect(findings.filter((each) => each.code === code)).toMatchObject([{ severity: 'warns' }])
    expect(findings.filter(holdsClaim)).toEqual([])
  })

  test.each([
    ['a set number of one digit', from('ST*277*0001', 'ST*277*1'), from('*0001~GE', '*1~GE')],
    [
      'a group number with letters',
      unchanged,
      (text: string) => text.replace('*9*X*', '*A9*X*').replace('GE*1*9', 'GE*1*A9'),
    ],
    ['an ISA whose day is none', unchanged, from('*260311*1500*^*', '*269999*1500*^*')],
    ['an ISA without its fixed widths', unchanged, from('HARBORST       *260311', 'HARBORST*260311')],
    ['bytes behind the last segment', unchanged, (text: string) => `${text}\u001a`],
  ] as const)('is read in full with %s', (_, before, after) => {
    expect(read({ before, after }).verdicts).toEqual(all)
  })

  const ofOne: readonly [fault: string, change: Change][] = [
    ['has no status', from('~STC*A2:21:PR*20260311*WQ*160', '')],
    ['has a status without a category', from('STC*A2:21:PR', 'STC*:21:PR')],
    ['has a category that is not in the list', from('A2:21:PR', 'Q9:21:PR')],
    ['has two statuses where one may stand', from('A2:21:PR', 'A2:21:PR^A7:33:IL')],
    ['has a line without a status', from('REF*1K*EVG880001~DTP*472*D8*20260310', 'SVC*HC:90834*160')],
    ['has a final status, which is no word on its taking in', from('A2:21:PR', 'F1:65')],
  ]
  test.each(ofOne)('in which one claim %s leaves that claim unclear and moves the others', (_, before) => {
    const told = read({ before })
    expect(told.verdicts).toEqual(['accepted', 'unclear', 'accepted'])
    const [event] = told.answers(sentAs('GT1002', 4)).events
    expect(event?.findings[0]).toMatchObject({ code: '277CA:unclear', severity: 'holds-claim' })
  })

  const broken: readonly [fault: string, before: Change, after: Change][] = [
    ['is cut short', unchanged, (text) => text.slice(0, text.indexOf('TRN*2*GT1002'))],
    ['has another count of segments than its SE says', unchanged, from('SE*32', 'SE*31')],
    ['has the SE of another set', unchanged, from('*0001~GE', '*0002~GE')],
    ['has the IEA of another interchange', unchanged, from('IEA*1*000000900', 'IEA*1*000000901')],
    ['says it holds two groups', unchanged, from('IEA*1*', 'IEA*2*')],
    ['has a client below another level than the one it names', from('HL*5*3*PT', 'HL*5*2*PT'), unchanged],
    ['has a level that has no place in it', from('HL*5*3*PT', 'HL*5*3*22'), unchanged],
    [
      'has a status before the claim it is of',
      from('TRN*2*GT1001~STC*A2:20:PR*20260311*WQ*160', 'STC*A7:33:IL*20260311*U*160~TRN*2*GT1001'),
      unchanged,
    ],
    [
      'has a trace of another kind inside a claim',
      from('REF*1K*EVG880000', 'TRN*1*0~STC*A3:21:85*20260311*U*480'),
      unchanged,
    ],
  ]
  test.each(broken)('that %s is no word on any claim, and says so', (_, before, after) => {
    const told = read({ before, after })
    expect(told.verdicts).toEqual([null, null, null])
    expect(held(told.answers(sentAs('GT1001')))).toContain('277CA:unread')
  })

  test('that names no claim says which of its answers was not used', () => {
    const told = read({ before: from('TRN*2*GT1002', 'TRN*2') })
    expect(told.verdicts).toEqual(['accepted', null, 'accepted'])
    expect(held(told.answers(sentAs('GT1001')))).toEqual(['277CA:unread'])
  })

  test('whose batch is rejected in a way that may hide more is no word on the claims in it', () => {
    const batch = acknowledgment.slice(0, 11)
    const rejecting = batch.map((each) =>
      each.replace('STC*A1:19:PR*20260311*WQ', 'STC*A3:24:41^A2:20*20260311*U'),
    )
    const file = inGroup('HN', '005010X214', rejecting, {})
    expect(from277ca(file, sentAs('GT1001'), { at, facts }).events).toEqual([])
  })
})

describe('a 999 of three sets', () => {
  const answer = [
    'ST*999*0001*005010X231A1',
    'AK1*HC*17*005010X222A1',
    ...[3, 4, 5].flatMap((set) => [`AK2*837*000${set}*005010X222A1`, `IK5*A`]),
    'AK9*A*3*3*3',
  ]
  const read = (before: Change) => {
    const file = inGroup('FA', '005010X231A1', answer, { before })
    const answers = (sent: SentClaim): AnswerRead => from999(file, sent, { at })
    return { verdicts: verdicts(answers), answers }
  }
  const second = 'AK2*837*0004*005010X222A1~IK5*A'

  test.each([
    ['a fault of a segment that is not in the list', from(second, `AK2*837*0004~IK3*CLM*22*2300*77~IK5*E`)],
    [
      'a fault of an element that is not in the list',
      from(second, `AK2*837*0004~IK3*CLM*22**8~IK4*1**ZZ~IK5*E`),
    ],
    ['a fault of a set that is not in the list', from(second, `AK2*837*0004~IK5*E*99`)],
    ['a segment without its position', from(second, `AK2*837*0004~IK3*CLM~IK5*E`)],
    ['set numbers of one digit', from('*0004*', '*4*')],
    ['no counts at its end', from('AK9*A*3*3*3', 'AK9*A')],
  ])('is read in full with %s', (_, before) => {
    const told = read(before)
    expect(told.verdicts).toEqual(['accepted', 'accepted', 'accepted'])
    expect(held(told.answers(sentAs('GT1001')))).toEqual([])
  })

  test.each([
    ['a status that is not in the list', from(second, 'AK2*837*0004~IK5*Q')],
    ['no status', from(second, 'AK2*837*0004')],
  ])('with a set that has %s leaves the claim of that set unclear and moves the others', (_, before) => {
    expect(read(before).verdicts).toEqual(['accepted', 'unclear', 'accepted'])
  })

  test.each([
    ['two statuses for one set', from(second, `${second}~IK5*R`)],
    ['a status before its set', from(second, 'IK5*R~AK2*837*0004')],
    ['no group', from('AK1*HC*17*005010X222A1~', '')],
    ['no number of its group', from('AK1*HC*17', 'AK1*HC*')],
  ])('with %s is no word on any claim, and says so', (_, before) => {
    const told = read(before)
    expect(told.verdicts).toEqual([null, null, null])
    expect(held(told.answers(sentAs('GT1001')))).toContain('999:unread')
  })
})

describe('a TA1', () => {
  const sent = sentAs('GT1001')
  const read = (segment: string, change: Change = unchanged): AnswerRead =>
    fromTa1(fileOf([isa, segment, 'IEA*0*000000900'], change), sent, { at })

  test.each([
    ['a number without its zeros', 'TA1*41*260311*1405*A*000'],
    ['a note that is not in the list', 'TA1*000000041*260311*1405*E*099'],
    ['no note', 'TA1*000000041*260311*1405*A'],
    ['a day that is none', 'TA1*000000041*269999*1405*A*000'],
  ])('is read with %s', (_, segment) => {
    expect(read(segment).events.map((each) => each.verdict)).toEqual(['accepted'])
    expect(held(read(segment))).toEqual([])
  })

  test.each([
    ['a status that is not in the list', 'TA1*000000041*260311*1405*X*000'],
    ['no status', 'TA1*000000041*260311*1405**000'],
  ])('with %s is neither yes nor no', (_, segment) => {
    expect(read(segment).events.map((each) => each.verdict)).toEqual(['unclear'])
  })

  test.each([
    ['that does not say what it answers', 'TA1**260311*1405*R*009', unchanged],
    ['without the end of its interchange', 'TA1*000000041*260311*1405*R*009', from('IEA*0*000000900~', '')],
  ])('%s is no word on any claim, and says so', (_, segment, change) => {
    expect(read(segment, change).events).toEqual([])
    expect(held(read(segment, change))).toContain('TA1:unread')
  })
})

describe('one fault anywhere in an answer', () => {
  const harms: readonly [
    name: string,
    harm: (segments: readonly string[], at: number) => readonly (readonly string[])[],
  ][] = [
    ['a segment left out', (all, at) => [all.filter((_, i) => i !== at)]],
    ['a segment twice', (all, at) => [all.flatMap((each, i) => (i === at ? [each, each] : [each]))]],
    [
      'two segments in the other order',
      (all, at) => [all.map((each, i) => all[i === at ? at + 1 : i === at + 1 ? at : i] ?? each)],
    ],
    ['an element emptied', (all, at) => eachElement(all, at, '')],
    ['an element of nonsense', (all, at) => eachElement(all, at, 'Q9')],
    ['an element far too long', (all, at) => eachElement(all, at, '7'.repeat(300))],
    ['an element given twice', (all, at) => eachElement(all, at, null)],
  ]
  /** The segments with one element of one of them changed, for each element of it; null repeats what stands there. */
  const eachElement = (
    all: readonly string[],
    at: number,
    to: string | null,
  ): readonly (readonly string[])[] => {
    const elements = (all[at] ?? '').split('*')
    return elements.slice(1).map((was, e) => {
      const changed = elements.map((each, i) => (i === e + 1 ? (to ?? `${was}^${was}`) : each)).join('*')
      return all.map((each, i) => (i === at ? changed : each))
    })
  }

  const files: readonly [
    name: string,
    set: readonly string[],
    right: readonly string[],
    read: (file: AnswerFile, sent: SentClaim) => AnswerRead,
    group: readonly [string, string],
    strict: (file: AnswerFile) => boolean,
  ][] = [
    [
      '277CA',
      acknowledgment.map((each) => each.replace('STC*A2:21:PR*20260311*WQ', 'STC*A7:33:IL*20260311*U')),
      ['accepted', 'rejected', 'accepted'],
      (file, sent) => from277ca(file, sent, { at, facts }),
      ['HN', '005010X214'],
      ({ bytes }) => readClaimAcknowledgments(bytes).ok,
    ],
    [
      '999',
      [
        'ST*999*0001*005010X231A1',
        'AK1*HC*17*005010X222A1',
        'AK2*837*0003',
        'IK5*A',
        'AK2*837*0004',
        'IK3*CLM*22*2300*8',
        'IK4*2*782*1',
        'IK5*R*5',
        'AK2*837*0005',
        'IK5*A',
        'AK9*P*3*3*2',
      ],
      ['accepted', 'rejected', 'accepted'],
      (file, sent) => from999(file, sent, { at }),
      ['FA', '005010X231A1'],
      ({ bytes }) => readImplementationAcknowledgments(bytes).ok,
    ],
  ]
  const cases = files.flatMap((file) => harms.map((harm) => [file[0], harm[0], file, harm[1]] as const))

  test.each(cases)('of a %s (%s) never turns one claim’s answer into another', (_, __, file, harm) => {
    const [, set, right, read, [functional, version]] = file
    for (let at = 1; at < set.length; at += 1) {
      for (const harmed of harm(set, at)) {
        const wrong = inGroup(functional, version, harmed, {})
        const told = numbers.map((number, index) =>
          read(wrong, sentAs(number, index + 3)).events.map(({ verdict }) => verdict),
        )
        told.forEach((verdicts, index) => {
          const other = right[index] === 'accepted' ? 'rejected' : 'accepted'
          expect([harmed[at], verdicts]).not.toEqual([harmed[at], expect.arrayContaining([other])])
        })
      }
    }
  })

  test.each(files)(
    'of a %s costs far fewer answers than it would cost files',
    (_, set, right, read, group, strict) => {
      const all = harms.flatMap(([, harm]) => set.flatMap((__, at) => (at === 0 ? [] : harm(set, at))))
      const faulty = all
        .map((harmed) => inGroup(group[0], group[1], harmed, {}))
        .filter((file) => !strict(file))
      const heard = faulty.map(
        (file) =>
          numbers.filter((number, at) => read(file, sentAs(number, at + 3)).events[0]?.verdict === right[at])
            .length,
      )
      const answers = heard.reduce((sum, each) => sum + each, 0)
      expect(answers / (faulty.length * 3)).toBeGreaterThan(0.5)
    },
  )
})
