// The 837P of a claim, read by splitting on ~ and *: every place is counted by hand from docs/sources.md 8.1.
import { describe, expect, test } from 'vitest'
import { change, crisisCase, medicationCase, officeCase, telehealthCase } from '../rules/example-case.ts'
import type { Case } from '../rules/case.ts'
import { cents } from '../values/cents.ts'
import { day, instant } from '../values/day.ts'
import type { Claim } from './claim.ts'
import type { Envelope } from './envelope.ts'
import { to837P } from './to-837p.ts'

const envelope: Envelope = {
  senderQualifier: 'ZZ',
  senderId: 'HARBORST',
  receiverQualifier: 'ZZ',
  receiverId: 'EVERGREEN',
  usage: 'T',
  interchangeControl: 41,
  groupControl: 17,
  setControl: 3,
  claimNumber: 'GT1001',
}
const at = instant('2026-03-11T14:05:09Z')

const write = (claim: Claim, under = envelope): string => {
  const written = to837P(claim, under, at)
  if (!written.ok) throw new RangeError(written.findings.map((each) => `${each.code} ${each.says}`).join(' '))
  return Array.from(written.value, (byte) => String.fromCharCode(byte)).join('')
}

const claimOf = (given: Case, changes: Readonly<Record<string, unknown>> = {}): Claim => {
  const changed = Object.entries(changes).reduce(
    (made, [path, value]) => change(made, `claim.${path}`, value),
    given,
  )
  if (changed.claim === null) throw new RangeError('the example has a claim')
  return changed.claim
}

const segmentsOf = (claim: Claim): readonly string[] => write(claim).split('~').slice(0, -1)

test('the file of an office session, segment by segment', () => {
  expect(segmentsOf(claimOf(officeCase))).toEqual([
    'ISA*00*          *00*          *ZZ*HARBORST       *ZZ*EVERGREEN      *260311*1405*^*00501*000000041*1*T*:',
    'GS*HC*HARBORST*EVERGREEN*20260311*1405*17*X*005010X222A1',
    'ST*837*0003*005010X222A1',
    'BHT*0019*00*0000000410003*20260311*1405*CH',
    'NM1*41*2*HARBOR STREET COUNSELING PLLC*****46*HARBORST',
    'PER*IC*DANA BELL*TE*5185550123',
    'NM1*40*2*EVERGREEN HEALTH PLAN*****46*EVERGREEN',
    'HL*1**20*1',
    'PRV*BI*PXC*261QM0801X',
    'NM1*85*2*HARBOR STREET COUNSELING PLLC*****XX*2400000008',
    'N3*14 HARBOR STREET',
    'N4*TROY*NY*121801234',
    'REF*EI*001234567',
    'HL*2*1*22*0',
    'SBR*P*18*GRP77******CI',
    'NM1*IL*1*OKAFOR*NORA****MI*EVG900100200',
    'N3*9 ELM COURT',
    'N4*ALBANY*NY*12203',
    'DMG*D8*19900514*F',
    'NM1*PR*2*EVERGREEN HEALTH PLAN*****PI*EVG01',
    'CLM*GT1001*160***11:B:1*Y*A*Y*Y',
    'HI*ABK:F331',
    'NM1*82*1*WHITFIELD*JUNE****XX*2400000016',
    'PRV*PE*PXC*1041C0700X',
    'LX*1',
    'SV1*HC:90834*160*UN*1***1',
    'DTP*472*D8*20260310',
    'REF*6R*GT1001L1',
    'SE*27*0003',
    'GE*1*17',
    'IEA*1*000000041',
  ])
})

test('the interchange header is 106 characters long with its terminator', () => {
  expect(write(claimOf(officeCase)).indexOf('~')).toBe(105)
})

/** Segments that begin so, as lists of elements: `found(claim, 'NM1*IL')[0][3]` is NM103. */
const found = (claim: Claim, beginning: string): readonly (readonly string[])[] =>
  segmentsOf(claim)
    .filter((segment) => segment.startsWith(`${beginning}*`))
    .map((segment) => segment.split('*'))

describe('where each thing stands', () => {
  const places: readonly [string, Claim, string, number, readonly (string | undefined)[]][] = [
    ['video at home is place 10', claimOf(telehealthCase), 'CLM', 5, ['10:B:1']],
    ['modifier 95 follows the code', claimOf(telehealthCase), 'SV1', 1, ['HC:90837:95']],
    ['two lines, each with its code', claimOf(medicationCase), 'SV1', 1, ['HC:99214', 'HC:90833']],
    ['charges are decimals without needless zeros', claimOf(medicationCase), 'SV1', 2, ['180', '90']],
    ['units of the further blocks', claimOf(crisisCase), 'SV1', 4, ['1', '2']],
    ['the place of a line that is the claim’s is not repeated', claimOf(crisisCase), 'SV1', 5, ['', '']],
    ['the sum of the lines', claimOf(crisisCase), 'CLM', 2, ['440']],
    ['each line has its own control number', claimOf(crisisCase), 'REF*6R', 2, ['GT1001L1', 'GT1001L2']],
    ['what the client paid', claimOf(officeCase, { clientPaid: cents(2550) }), 'AMT*F5', 2, ['25.5']],
    ['nothing paid is not sent', claimOf(officeCase), 'AMT*F5', 2, []],
    ['the authorization', claimOf(officeCase, { authorizationNumber: 'A-77' }), 'REF*G1', 2, ['A-77']],
    [
      'without a group number the plan is named',
      claimOf(officeCase, { groupNumber: null }),
      'SBR',
      4,
      ['EVERGREEN PPO'],
    ],
    ['without a group number none is sent', claimOf(officeCase, { groupNumber: null }), 'SBR', 3, ['']],
    [
      'a social security number as tax number',
      claimOf(officeCase, { 'billingProvider.taxIdKind': 'SY' }),
      'REF*SY',
      2,
      ['001234567'],
    ],
    [
      'a line at another place than the claim',
      claimOf(crisisCase, { 'lines.1.placeOfService': '12' }),
      'SV1',
      5,
      ['', '12'],
    ],
    [
      'a suite is the second line of the address',
      claimOf(officeCase, { 'billingProvider.address.unit': 'Suite #4' }),
      'N3',
      2,
      ['SUITE 4', undefined],
    ],
  ]
  test.each(places)('%s', (_, claim, beginning, element, expected) => {
    expect(found(claim, beginning).map((elements) => elements[element])).toEqual(expected)
  })

  test('up to four pointers, and all diagnoses without dots, the first as principal', () => {
    const claim = claimOf(officeCase, { diagnoses: ['F33.1', 'F41.1', 'Z63.0'], 'lines.0.pointers': [1, 3] })
    expect(found(claim, 'HI')).toEqual([['HI', 'ABK:F331', 'ABF:F411', 'ABF:Z630']])
    expect(found(claim, 'SV1')[0]?.[7]).toBe('1:3')
  })

  test('four modifiers stand after the code', () => {
    const claim = claimOf(officeCase, { 'lines.0.modifiers': ['HO', '95', 'HJ', 'U1'] })
    expect(found(claim, 'SV1')[0]?.[1]).toBe('HC:90834:HO:95:HJ:U1')
  })

  test('a replacement names the payer’s number', () => {
    const claim = claimOf(officeCase, { frequency: '7', replaces: { payerId: 'EVG01', number: 'EVG88120' } })
    expect(found(claim, 'CLM')[0]?.[5]).toBe('11:B:7')
    expect(found(claim, 'REF*F8')).toEqual([['REF', 'F8', 'EVG88120']])
  })

  test('the line follows the claim’s own segments in the order of the guide', () => {
    const claim = claimOf(officeCase, { clientPaid: cents(100), authorizationNumber: 'A77' })
    const ids = segmentsOf(claim).map((segment) => segment.split('*')[0])
    expect(ids.slice(ids.indexOf('CLM'))).toEqual(
      'CLM AMT REF HI NM1 PRV LX SV1 DTP REF SE GE IEA'.split(' '),
    )
  })
})

describe('who is named', () => {
  test('nobody is repeated when the billing provider did the work', () => {
    const claim = claimOf(officeCase)
    const alone = {
      ...claim,
      renderingProvider: { ...claim.renderingProvider, npi: claim.billingProvider.npi },
    }
    expect(found(alone, 'NM1*82')).toEqual([])
    expect(found(alone, 'PRV*PE')).toEqual([])
  })

  test('a supervisor follows the rendering provider', () => {
    const claim = claimOf(officeCase)
    const supervisor = {
      name: { first: 'Ada', last: 'Lund' },
      credentials: 'PhD',
      npi: '2400000032',
      taxonomy: '103TC0700X',
    }
    const ids = segmentsOf({ ...claim, supervisingProvider: supervisor }).filter((segment) =>
      /^NM1\*(82|DQ)/.test(segment),
    )
    expect(ids).toEqual(['NM1*82*1*WHITFIELD*JUNE****XX*2400000016', 'NM1*DQ*1*LUND*ADA****XX*2400000032'])
  })

  test('a child insured through a parent stands under the parent', () => {
    const claim = claimOf(officeCase)
    const parent = {
      ...claim.client,
      name: { first: 'Chidi', middle: 'E.', last: 'Okafor', suffix: 'Jr.' },
      birthDate: day('1961-02-03'),
      sex: 'M' as const,
    }
    const segments = segmentsOf({ ...claim, relation: 'child', subscriber: parent })
    const from = segments.findIndex((segment) => segment.startsWith('HL*2'))
    expect(
      segments.slice(
        from,
        segments.findIndex((segment) => segment.startsWith('CLM')),
      ),
    ).toEqual([
      'HL*2*1*22*1',
      'SBR*P**GRP77******CI',
      'NM1*IL*1*OKAFOR*CHIDI*E.**JR.*MI*EVG900100200',
      'N3*9 ELM COURT',
      'N4*ALBANY*NY*12203',
      'DMG*D8*19610203*M',
      'NM1*PR*2*EVERGREEN HEALTH PLAN*****PI*EVG01',
      'HL*3*2*23*0',
      'PAT*19',
      'NM1*QC*1*OKAFOR*NORA',
      'N3*9 ELM COURT',
      'N4*ALBANY*NY*12203',
      'DMG*D8*19900514*F',
    ])
  })

  const relations: readonly [Claim['relation'], string][] = [
    ['spouse', '01'],
    ['child', '19'],
    ['employee', '20'],
    ['unknown', '21'],
    ['partner', '53'],
    ['other', 'G8'],
  ]
  test.each(relations)('the relation %s is %s', (relation, code) => {
    expect(found({ ...claimOf(officeCase), relation }, 'PAT')).toEqual([['PAT', code]])
  })
})

describe('letters', () => {
  const texts: readonly [string, string][] = [
    ['Quiñones', 'QUINONES'],
    ['Łukasz-Sørensen', 'LUKASZ-SORENSEN'],
    ['O’Brien', "O'BRIEN"],
    ['Strauß', 'STRAUSS'],
    ['van  der Berg', 'VAN DER BERG'],
  ]
  test.each(texts)('%s is written %s', (last, written) => {
    expect(found(claimOf(officeCase, { 'subscriber.name.last': last }), 'NM1*IL')[0]?.[3]).toBe(written)
  })

  const strange: readonly [string, string, unknown, string][] = [
    ['another script', 'subscriber.name.last', 'Иванова', 'people.client.name.last'],
    ['a delimiter', 'payer.name', 'Evergreen: Gold', 'coverage.payer.name'],
    ['an underscore', 'memberNumber', 'EVG_9', 'coverage.memberNumber'],
  ]
  test.each(strange)('%s cannot be written, and is said once at its field', (_, path, value, at837) => {
    const written = to837P(claimOf(officeCase, { [path]: value }), envelope, at)
    expect(written.ok).toBe(false)
    expect(written.findings.map(({ code, place }) => [code, place])).toEqual([
      ['x12-character', { kind: 'field', path: at837 }],
    ])
  })
})

describe('what is not written', () => {
  test('a claim that may not leave', () => {
    const written = to837P(claimOf(officeCase, { 'billingProvider.npi': '1234567890' }), envelope, at)
    expect([written.ok, written.findings.map((each) => each.code)]).toEqual([false, ['claim-npi']])
  })
  test('a file under a number that is none', () => {
    const written = to837P(claimOf(officeCase), { ...envelope, interchangeControl: 0 }, at)
    expect([written.ok, written.findings.map((each) => each.code)]).toEqual([false, ['TA1:018']])
  })
  test('a name longer than its element', () => {
    const written = to837P(claimOf(officeCase, { 'subscriber.name.first': 'A'.repeat(36) }), envelope, at)
    expect([written.ok, written.findings.map((each) => each.code)]).toEqual([false, ['999:IK4:5']])
  })
})

test('the same claim, numbers and moment make the same bytes', () => {
  expect(to837P(claimOf(crisisCase), envelope, at)).toEqual(to837P(claimOf(crisisCase), envelope, at))
})
