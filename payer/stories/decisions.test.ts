// The decision table, row by row: a file in, the exact segments of the answers out.
import { cents } from '@goldenthread/core/values/cents.ts'
import { day } from '@goldenthread/core/values/day.ts'
import { describe, expect, test } from 'vitest'
import type { PayerState, PlanRules } from '../src/answer/plan.ts'
import {
  type TypedFile,
  ask,
  bytesOf,
  fileText,
  kindsOf,
  maribel,
  plan,
  books,
  seen,
  segmentsOf,
  withSegment,
} from './claim-file.ts'

const all = ['ta1', '999', '277ca', '835']

describe('the envelope', () => {
  test('an ISA13 that IEA02 does not repeat is answered with TA1 R 001 and nothing else', () => {
    const output = ask([withSegment(fileText(), 'IEA', 'IEA*1*000000102')])
    expect(kindsOf(output)).toEqual(['ta1'])
    expect(seen(output, 'ta1', 'TA1')).toEqual(['TA1*000000101*260310*1200*R*001'])
  })

  test('a number the sender used before is answered with TA1 R 025 and nothing else', () => {
    const output = ask([fileText()], plan(), { ...books, interchangesSeen: ['ALDERROW 000000101'] })
    expect(kindsOf(output)).toEqual(['ta1'])
    expect(seen(output, 'ta1', 'TA1')).toEqual(['TA1*000000101*260310*1200*R*025'])
    expect(output.state).toEqual({
      ...books,
      nextInterchangeControl: 4411,
      interchangesSeen: ['ALDERROW 000000101'],
    })
  })

  test('the same number from another sender is no repetition', () => {
    const output = ask([fileText()], plan(), { ...books, interchangesSeen: ['OTHERROW 000000101'] })
    expect(seen(output, 'ta1', 'TA1')).toEqual(['TA1*000000101*260310*1200*A*000'])
  })

  test('no TA1 comes for an interchange that holds and asks for none', () => {
    const output = ask([fileText().replace('*1*T*:', '*0*T*:')])
    expect(kindsOf(output)).toEqual(['999', '277ca', '835'])
  })
})

describe('the segments', () => {
  test('a charge with a letter in it is answered with 999 IK5 R, its IK3 and IK4, and no 277CA', () => {
    const output = ask([withSegment(fileText(), 'SV1', 'SV1*HC:90837:95*2O0*UN*1***1')])
    expect(kindsOf(output)).toEqual(['ta1', '999'])
    expect(seen(output, '999', 'IK3', 'CTX', 'IK4', 'IK5', 'AK9')).toEqual([
      'IK3*SV1*23*2400*8',
      'CTX*CLM01:C1001',
      'IK4*2*782*6*2O0',
      'IK5*R*5',
      'AK9*R*1*1*0',
    ])
  })

  test('a set without a fault is answered with 999 A', () => {
    expect(seen(ask([fileText()]), '999', 'AK1', 'AK2', 'IK5', 'AK9')).toEqual([
      'AK1*HC*57*005010X222A1',
      'AK2*837*0001*005010X222A1',
      'IK5*A',
      'AK9*A*1*1*1',
    ])
  })
})

interface HeldBack {
  readonly what: string
  readonly sent?: Partial<TypedFile>
  readonly rules?: Partial<PlanRules>
  readonly status: string
  readonly line?: readonly string[]
}

const line = (changes: Record<string, unknown> = {}) => ({
  procedure: 'HC:90837:95',
  charge: '200',
  ...changes,
})
const dependent = { lastName: 'QUINONES', firstName: 'NICO', birthDate: '20150527' }
const nico = { ...maribel, firstName: 'Nico', birthDate: day('2015-05-27') }

const heldBack: readonly HeldBack[] = [
  { what: 'a payer id that is not this payer’s', sent: { payerId: 'SBM77' }, status: 'A3:116:PR' },
  { what: 'a member number nobody has', sent: { memberNumber: 'LKM000000001' }, status: 'A3:33:IL' },
  { what: 'a name the member does not bear', sent: { lastName: 'QUINTERO' }, status: 'A3:33:IL' },
  { what: 'another birth date of the subscriber', sent: { birthDate: '19880916' }, status: 'A7:158:QC' },
  {
    what: 'another birth date of a dependent',
    sent: { dependent: { ...dependent, birthDate: '20150528' } },
    rules: { members: [maribel, nico] },
    status: 'A7:158:QC',
  },
  {
    what: 'a dependent the payer does not hold',
    sent: { dependent },
    rules: { members: [maribel] },
    status: 'A7:158:QC',
  },
  { what: 'a billing provider not enrolled', sent: { billing: '2291703421' }, status: 'A3:496:85' },
  {
    what: 'a rendering provider not enrolled',
    sent: { claims: [{ rendering: '2366712760' }] },
    status: 'A3:496:85',
  },
  {
    what: 'a line’s rendering provider not enrolled',
    sent: { claims: [{ lines: [line({ more: ['NM1*82*1*OKORO*PAUL****XX*2366712760'] })] }] },
    status: 'A3:496:85',
  },
  {
    what: 'a procedure that is no code',
    sent: { claims: [{ lines: [line({ procedure: 'HC:90899Z:95' })] }] },
    status: 'A7:454',
    line: ['SVC*HC:90899Z:95*200', 'STC*A7:454*20260311*U', 'REF*FJ*C1001L1', 'DTP*472*D8*20260310'],
  },
  {
    what: 'a modifier that is no code',
    sent: { claims: [{ lines: [line({ procedure: 'HC:90837:9X' })] }] },
    status: 'A7:453',
    line: ['SVC*HC:90837:9X*200', 'STC*A7:453*20260311*U', 'REF*FJ*C1001L1', 'DTP*472*D8*20260310'],
  },
  { what: 'a modifier the plan does not take', rules: { modifiers: ['93'] }, status: 'A7:453' },
  { what: 'a place that is no code', sent: { claims: [{ place: '98' }] }, status: 'A7:249' },
  { what: 'a place the plan does not take', rules: { places: ['11'] }, status: 'A7:249' },
  {
    what: 'a place of a line the plan does not take',
    sent: { claims: [{ lines: [line({ place: '53' })] }] },
    status: 'A7:249',
  },
  { what: 'a diagnosis that is a heading', sent: { claims: [{ diagnoses: 'ABK:F33' }] }, status: 'A7:254' },
  {
    what: 'a second diagnosis that is no code',
    sent: { claims: [{ diagnoses: 'ABK:F331*ABF:F9999' }] },
    status: 'A7:254',
  },
  { what: 'a frequency that is none', sent: { claims: [{ frequency: '5' }] }, status: 'A7:535' },
  {
    what: 'a replacement, where the plan takes none',
    sent: { claims: [{ frequency: '7', original: '880001' }] },
    rules: { takesCorrections: false },
    status: 'A7:535',
  },
  {
    what: 'a replacement of a claim the payer does not have',
    sent: { claims: [{ frequency: '7', original: '880001' }] },
    status: 'A7:464',
  },
  {
    what: 'an earlier payer’s answer that does not add up to the charge',
    sent: {
      order: 'S',
      claims: [
        {
          lines: [
            line({
              more: ['SVD*BLU01*112*HC:90837**1', 'CAS*CO*45*60', 'CAS*PR*2*27', 'DTP*573*D8*20260220'],
            }),
          ],
        },
      ],
    },
    status: 'A7:672',
    line: ['SVC*HC:90837:95*200', 'STC*A7:672*20260311*U', 'REF*FJ*C1001L1', 'DTP*472*D8*20260310'],
  },
  {
    what: 'a claim charge its lines do not add up to',
    sent: { claims: [{ charge: '201' }] },
    status: 'A7:400',
  },
]

describe('what a 277CA holds back, and no 835 follows', () => {
  test.each(heldBack)('$what is answered with $status', ({ sent = {}, rules = {}, status, line: lines }) => {
    const output = ask([fileText(sent)], plan(rules))
    expect(kindsOf(output)).toEqual(['ta1', '999', '277ca'])
    const text = segmentsOf(output, '277ca')
    const charge = sent.claims?.[0]?.charge ?? '200'
    const client = text.slice(text.findIndex((segment) => segment.startsWith('TRN*2*C1001')))
    expect(client[1]).toBe(`STC*${status}*20260311*U*${charge}`)
    expect(text).toContain('QTY*AA*1')
    expect(text).toContain(`AMT*YY*${charge}`)
    expect(text.some((segment) => segment.startsWith('REF*1K'))).toBe(false)
    if (lines !== undefined) expect(client.slice(3, 3 + lines.length)).toEqual(lines)
    expect(output.state.nextClaimNumber).toBe(880121)
    expect(output.state.claimsSeen).toEqual([])
  })

  test('the rows are asked in their order: of two faults the first is told', () => {
    const output = ask([
      fileText({ payerId: 'SBM77', memberNumber: 'LKM000000001', claims: [{ place: '98' }] }),
    ])
    expect(seen(output, '277ca', 'STC').at(-1)).toBe('STC*A3:116:PR*20260311*U*200')
  })
})

describe('what is taken up', () => {
  test('a claim that holds gets A2:20:PR and the payer’s number in REF*1K, and an 835 under that number', () => {
    const output = ask([fileText()])
    expect(kindsOf(output)).toEqual(all)
    expect(segmentsOf(output, '277ca').slice(3, -3)).toEqual([
      'BHT*0085*08*000004412-1*20260311*1202*TH',
      'HL*1**20*1',
      'NM1*PR*2*LARKMOOR HEALTH PLAN*****PI*LKM01',
      'TRN*1*000004412-1',
      'DTP*050*D8*20260311',
      'DTP*009*D8*20260311',
      'HL*2*1*21*1',
      'NM1*41*2*ALDER ROW COUNSELING*****46*ALDERROW',
      'TRN*2*B0001',
      'STC*A1:19:PR*20260311*WQ*200',
      'QTY*90*1',
      'AMT*YU*200',
      'HL*3*2*19*1',
      'NM1*85*2*ALDER ROW COUNSELING*****XX*2082462815',
      'TRN*1*0',
      'QTY*QA*1',
      'AMT*YU*200',
      'HL*4*3*PT',
      'NM1*QC*1*QUINONES*MARIBEL****MI*LKM482207715',
      'TRN*2*C1001',
      'STC*A2:20:PR*20260311*WQ*200',
      'REF*1K*880121',
      'DTP*472*D8*20260310',
    ])
  })

  test('the 835 of a telehealth session with a copay, segment by segment', () => {
    // Charge 200.00, fee 155.00: allowed 155.00, CO 45 45.00; copay 30.00; paid 155.00 - 30.00 = 125.00.
    expect(segmentsOf(ask([fileText()]), '835').slice(3, -3)).toEqual([
      'BPR*I*125*C*CHK************20260311',
      'TRN*1*660901*1009100143',
      'DTM*405*20260311',
      'N1*PR*LARKMOOR HEALTH PLAN',
      'N3*1200 Millrace Plaza',
      'N4*Syracuse*NY*132021107',
      'REF*2U*LKM01',
      'PER*BL*PROVIDER SERVICES*TE*3155550170',
      'N1*PE*ALDER ROW COUNSELING*XX*2082462815',
      'REF*TJ*001842277',
      'LX*1',
      'CLP*C1001*1*200*125*30*CI*880121*10*1',
      'NM1*QC*1*QUINONES*MARIBEL****MI*LKM482207715',
      'NM1*82*1*ABERNATHY*JUNE****XX*2131860910',
      'DTM*232*20260310',
      'DTM*233*20260310',
      'DTM*050*20260311',
      'SVC*HC:90837:95*200*125**1',
      'DTM*472*20260310',
      'CAS*CO*45*45',
      'CAS*PR*3*30',
      'REF*6R*C1001L1',
      'AMT*B6*155',
    ])
  })

  test('a transfer names both banks and who sends it', () => {
    const banks = {
      from: { routing: '990000011', account: '5550111' },
      to: { routing: '990000022', account: '5550122' },
    }
    const output = ask([fileText()], plan({ payment: { method: 'ACH', banks } }))
    expect(seen(output, '835', 'BPR')).toEqual([
      'BPR*I*125*C*ACH*CCP*01*990000011*DA*5550111*1009100143**01*990000022*DA*5550122*20260311',
    ])
  })

  test('a check is told as CHK, without the marks of a transfer', () => {
    const output = ask([fileText()], plan({ payment: { method: 'CHK' } }))
    expect(seen(output, '835', 'BPR')).toEqual(['BPR*I*125*C*CHK************20260311'])
  })

  test('a dependent stands as the client, the subscriber as the insured', () => {
    const output = ask([fileText({ dependent })], plan({ members: [maribel, nico] }))
    expect(seen(output, '835', 'NM1')).toEqual([
      'NM1*QC*1*QUINONES*NICO****MI*LKM482207715',
      'NM1*IL*1*QUINONES*MARIBEL****MI*LKM482207715',
      'NM1*82*1*ABERNATHY*JUNE****XX*2131860910',
    ])
  })

  test('a member is found whatever the case and the marks of number and name', () => {
    const spelled = {
      ...maribel,
      memberNumber: 'lkm-482 207 715',
      lastName: 'Quiñones',
      firstName: 'Maríbel',
    }
    const output = ask([fileText()], plan({ members: [spelled] }))
    expect(kindsOf(output)).toEqual(all)
  })
})

interface Denied {
  readonly what: string
  readonly sent?: Partial<TypedFile>
  readonly rules?: Partial<PlanRules>
  readonly state?: Partial<PayerState>
  readonly adjustment: string
  readonly owes?: string
}

const lastMonth = [{ ...line(), day: '20251210' }]
const granted = {
  number: 'AUTH77',
  memberNumber: 'LKM482207715',
  codes: ['90837'],
  units: 4,
  unitsUsed: 0,
  from: day('2026-01-01'),
  to: day('2026-06-30'),
}
const needed = { authorizationNeeded: ['90837'], authorizations: [granted] }
const named = { claims: [{ authorization: 'AUTH77' }] }
const coded = (code: string) => ({ claims: [{ lines: [line({ procedure: `HC:${code}:95` })] }] })
const earlier = {
  memberNumber: 'LKM482207715',
  day: day('2026-03-10'),
  renderingNpi: '2131860910',
  code: '90837',
}

const denied: readonly Denied[] = [
  {
    what: 'a line seen before from this provider on this day',
    state: { claimsSeen: [earlier] },
    adjustment: 'CO*18',
  },
  { what: 'a session of 91 days ago', sent: { claims: [{ lines: lastMonth }] }, adjustment: 'CO*29' },
  { what: 'a code another company answers for', sent: coded('90791'), adjustment: 'CO*109' },
  {
    what: 'a code not in the plan, at the client’s cost',
    sent: coded('90846'),
    adjustment: 'PR*204',
    owes: '200',
  },
  {
    what: 'a code not in the plan, at the provider’s loss',
    sent: coded('90846'),
    rules: { notInPlan: [{ code: '90846', group: 'CO' }] },
    adjustment: 'CO*204',
  },
  { what: 'a code the fee schedule does not hold', sent: coded('90847'), adjustment: 'CO*204' },
  { what: 'no authorization where one is needed', rules: needed, adjustment: 'CO*197' },
  {
    what: 'an authorization number the payer never gave',
    sent: { claims: [{ authorization: 'AUTH99' }] },
    rules: needed,
    adjustment: 'CO*197',
  },
  {
    what: 'an authorization whose units are used',
    sent: named,
    rules: { ...needed, authorizations: [{ ...granted, unitsUsed: 4 }] },
    adjustment: 'CO*198',
  },
  {
    what: 'an authorization that ended the day before',
    sent: named,
    rules: { ...needed, authorizations: [{ ...granted, to: day('2026-03-09') }] },
    adjustment: 'CO*198',
  },
  {
    what: 'an authorization for another code',
    sent: named,
    rules: { ...needed, authorizations: [{ ...granted, codes: ['90834'] }] },
    adjustment: 'CO*198',
  },
]

describe('what an 835 denies: accepted, paid nothing, one reason takes the whole charge', () => {
  test.each(denied)(
    '$what is denied with $adjustment',
    ({ sent = {}, rules = {}, state = {}, adjustment, owes = '' }) => {
      const output = ask([fileText(sent)], plan(rules), { ...books, ...state })
      expect(kindsOf(output)).toEqual(all)
      expect(seen(output, '277ca', 'STC').at(-1)).toBe('STC*A2:20:PR*20260311*WQ*200')
      expect(seen(output, '835', 'BPR', 'CLP', 'CAS', 'AMT')).toEqual([
        'BPR*H*0*C*NON************20260311',
        `CLP*C1001*1*200*0*${owes}*CI*880121*10*1`,
        `CAS*${adjustment}*200`,
      ])
    },
  )

  test('the last day of timely filing is in time', () => {
    // 2025-12-11 and 90 days is 2026-03-11, the day of receipt: 20 + 31 + 28 + 11 = 90.
    const output = ask(
      [fileText({ claims: [{ lines: [line({ day: '20251211' })] }] })],
      plan({
        fees: [{ code: '90837', from: day('2025-01-01'), to: null, allowed: cents(15500) }],
      }),
    )
    expect(seen(output, '835', 'CAS')).toEqual(['CAS*CO*45*45', 'CAS*PR*3*30'])
  })

  test('an authorization with a unit left pays, named by the claim or by the line', () => {
    const byLine = { claims: [{ lines: [line({ more: ['REF*G1*AUTH77'] })] }] }
    for (const sent of [named, byLine]) {
      const output = ask([fileText(sent)], plan(needed))
      expect(seen(output, '835', 'CAS')).toEqual(['CAS*CO*45*45', 'CAS*PR*3*30'])
    }
  })
})

interface Paid {
  readonly what: string
  readonly lines: readonly (readonly [procedure: string, charge: string, units: string])[]
  readonly member: { readonly deductible: number; readonly copay?: number; readonly coinsurance?: number }
  /** SVC03, then the CAS of each line in their order. */
  readonly money: readonly (readonly string[])[]
  readonly claim: string
}

const paid: readonly Paid[] = [
  {
    // 200.00 charged, fee 155.00: CO 45.00; no deductible, copay or coinsurance: paid 155.00.
    what: 'no part of the client',
    lines: [['HC:90837', '200', '1']],
    member: { deductible: 0 },
    money: [['155', 'CAS*CO*45*45']],
    claim: '200*155*',
  },
  {
    // 120.00 charged, fee 128.00: allowed is the charge 120.00, no CO 45; copay 30.00: paid 90.00.
    what: 'a charge below the fee',
    lines: [['HC:90834', '120', '1']],
    member: { deductible: 0, copay: 3000 },
    money: [['90', 'CAS*PR*3*30']],
    claim: '120*90*30',
  },
  {
    // Fee 128.00 of 175.00: CO 47.00; deductible 40.00; of the 88.00 that remain 15 % is 13.20: paid 74.80.
    what: 'a deductible partly left, then coinsurance',
    lines: [['HC:90834', '175', '1']],
    member: { deductible: 4000, coinsurance: 1500 },
    money: [['74.8', 'CAS*CO*45*47', 'CAS*PR*1*40**2*13.2']],
    claim: '175*74.8*53.2',
  },
  {
    // Fee 155.00; deductible 154.90 leaves 0.10; 25 % of 0.10 is 0.025, half up 0.03: paid 0.07.
    what: 'a coinsurance of half a cent, rounded up',
    lines: [['HC:90837', '155', '1']],
    member: { deductible: 15490, coinsurance: 2500 },
    money: [['0.07', 'CAS*PR*1*154.9**2*0.03']],
    claim: '155*0.07*154.93',
  },
  {
    // Fee 155.00; deductible 140.00 leaves 15.00; the copay of 30.00 takes those 15.00 and no more: paid 0.
    what: 'a copay above what remains',
    lines: [['HC:90837', '155', '1']],
    member: { deductible: 14000, copay: 3000 },
    money: [['0', 'CAS*PR*1*140**3*15']],
    claim: '155*0*155',
  },
  {
    // 90839: 240.00, fee 160.00: CO 80.00; deductible 100.00; copay 30.00 of the 60.00: paid 30.00.
    // 90840 two units: 240.00, fee 2 x 80.00 = 160.00: CO 80.00; deductible and copay are taken: paid 160.00.
    what: 'a deductible and a copay that run down over two lines, the second of two units',
    lines: [
      ['HC:90839', '240', '1'],
      ['HC:90840', '240', '2'],
    ],
    member: { deductible: 10000, copay: 3000 },
    money: [
      ['30', 'CAS*CO*45*80', 'CAS*PR*1*100**3*30'],
      ['160', 'CAS*CO*45*80'],
    ],
    claim: '480*190*130',
  },
  {
    // Deductible 200.00: line 1 allowed 160.00, all of it deductible, copay nothing of nothing: paid 0.
    // Line 2 allowed 160.00: deductible 40.00, copay 30.00 of 120.00: paid 90.00.
    what: 'a deductible that swallows the first line, so that the copay falls on the second',
    lines: [
      ['HC:90839', '240', '1'],
      ['HC:90840', '240', '2'],
    ],
    member: { deductible: 20000, copay: 3000 },
    money: [
      ['0', 'CAS*CO*45*80', 'CAS*PR*1*160'],
      ['90', 'CAS*CO*45*80', 'CAS*PR*1*40**3*30'],
    ],
    claim: '480*90*230',
  },
  {
    // 90791 is carved out: 180.00 to CO 109. 90837: fee 155.00 of 200.00, copay 30.00: paid 125.00.
    what: 'one line denied and one paid',
    lines: [
      ['HC:90791', '180', '1'],
      ['HC:90837', '200', '1'],
    ],
    member: { deductible: 0, copay: 3000 },
    money: [
      ['0', 'CAS*CO*109*180'],
      ['125', 'CAS*CO*45*45', 'CAS*PR*3*30'],
    ],
    claim: '380*125*30',
  },
]

describe('what an 835 pays', () => {
  test.each(paid)('$what', ({ lines, member, money, claim }) => {
    const typed = lines.map(([procedure, charge, units]) => ({ procedure, charge, units }))
    const [charge = ''] = claim.split('*')
    const rules = plan({
      members: [
        {
          ...maribel,
          deductibleLeft: cents(member.deductible),
          copay: member.copay === undefined ? null : cents(member.copay),
          coinsurance: member.coinsurance ?? null,
        },
      ],
    })
    const output = ask([fileText({ claims: [{ charge, lines: typed }] })], rules)
    const expected = lines.flatMap(([procedure, lineCharge, units], n) => {
      const [linePaid = '', ...adjustments] = money[n] ?? []
      return [`SVC*${procedure}*${lineCharge}*${linePaid}**${units}`, ...adjustments]
    })
    expect(seen(output, '835', 'SVC', 'CAS')).toEqual(expected)
    expect(seen(output, '835', 'CLP')).toEqual([`CLP*C1001*1*${claim}*CI*880121*10*1`])
  })
})

test('the files are bytes of this payer: sender and receiver change places, the usage stays', () => {
  const output = ask([fileText()])
  expect(output.files.map(({ name }) => name)).toEqual([
    '000004410-ta1.x12',
    '000004411-999.x12',
    '000004412-277ca.x12',
    '000004413-835.x12',
  ])
  expect(segmentsOf(output, '835')[0]).toBe(
    'ISA*00*          *00*          *ZZ*LARKMOOR       *ZZ*ALDERROW       *260311*1202*^*00501*000004413*0*T*:',
  )
  expect(output.files[0]?.bytes.slice(0, 3)).toEqual(bytesOf('ISA'))
})
