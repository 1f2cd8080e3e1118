// The 999 for each way a set or a group can be at fault, one row a fault; nothing else of the file is wrong.
import { describe, expect, test } from 'vitest'
import {
  ask,
  fileText,
  interchange,
  kindsOf,
  seen,
  setSegments,
  withSegment,
  withSegmentBefore,
  withoutSegment,
} from '../../stories/claim-file.ts'

const faults = (text: string): readonly string[] => seen(ask([text]), '999', 'IK3', 'IK4', 'IK5')
const plain = fileText()
const son = { lastName: 'QUINONES', firstName: 'NICO', birthDate: '20150527' }

// Positions in the plain file: ST 1, BHT 2, NM1*41 3, PER 4, NM1*40 5, HL*1 6, PRV 7, NM1*85 8, N3 9, N4 10, REF*EI 11,
// HL*2 12, SBR 13, NM1*IL 14, N3 15, N4 16, DMG 17, NM1*PR 18, CLM 19, HI 20, NM1*82 21, LX 22, SV1 23, DTP 24, REF*6R 25, SE 26.
describe('a segment that is missing is named where it was missed', () => {
  test.each([
    ['BHT', 'BHT', 'IK3*BHT*2**3'],
    ['the submitter', 'NM1*41', 'IK3*NM1*25*1000A*3'],
    ['the street of the billing provider', 'N3*9', 'IK3*N3*11*2010AA*3'],
    ['the tax id', 'REF*EI', 'IK3*REF*11*2010AA*3'],
    ['SBR', 'SBR', 'IK3*SBR*13*2000B*3'],
    ['the name of the subscriber', 'NM1*IL', 'IK3*NM1*25*2010BA*3'],
    ['the birth date of a subscriber who is the client', 'DMG', 'IK3*DMG*18*2010BA*I6'],
    ['the payer', 'NM1*PR', 'IK3*NM1*25*2010BB*3'],
    ['the diagnoses', 'HI', 'IK3*HI*20*2300*3'],
    ['the service', 'SV1', 'IK3*SV1*25*2400*3'],
    ['the day of service', 'DTP', 'IK3*DTP*25*2400*3'],
  ])('%s', (_, start, expected) => {
    const found = faults(withoutSegment(plain, start))
    expect(found).toContain(expected)
    expect(found.at(-1)).toBe('IK5*R*5')
  })

  test('a claim without a line', () => {
    const set = setSegments().slice(0, -4)
    expect(faults(interchange([set]))).toEqual(['IK3*LX*22*2400*3', 'IK5*R*5'])
  })

  test('a set without a claim', () => {
    const set = setSegments({ claims: [] })
    expect(faults(interchange([set]))).toEqual(['IK3*CLM*19*2300*3', 'IK5*R*5'])
  })

  test('the client of a claim whose subscriber is another person', () => {
    expect(faults(withSegment(plain, 'SBR', 'SBR*P********CI'))).toEqual(['IK3*HL*19*2000C*I7', 'IK5*R*5'])
  })

  test('the relation of a dependent', () => {
    expect(faults(withoutSegment(fileText({ dependent: son }), 'PAT'))).toContain('IK3*PAT*17*2000C*3')
  })
})

describe('a segment that should not be there', () => {
  test.each([
    ['a segment no guide knows', 'HI', 'ZZZ*1', 'IK3*ZZZ*20*2300*1'],
    ['a segment of another loop', 'HI', 'DMG*D8*19880619*F', 'IK3*DMG*20*2300*2'],
    ['a name that opens no loop here', 'CLM', 'NM1*QC*1*QUINONES*NICO', 'IK3*NM1*19*2010BB*5'],
    ['a second SV1', 'DTP', 'SV1*HC:90837*200*UN*1***1', 'IK3*SV1*24*2400*5'],
    ['a second payer', 'CLM', 'NM1*PR*2*OTHER*****PI*OTH01', 'IK3*NM1*19*2010BB*4'],
    ['a reference before its place', 'N3*9', 'REF*G2*77', 'IK3*N3*10*2010AA*7'],
  ])('%s', (_, before, added, expected) => {
    const found = faults(withSegmentBefore(plain, before, added))
    expect(found).toContain(expected)
    expect(found.at(-1)).toBe('IK5*R*5')
  })
})

describe('an element at fault', () => {
  test.each([
    ['a required one left out', 'CLM', 'CLM**200***10:B:1*Y*A*Y*Y', '19*2300', 'IK4*1*1028*1'],
    ['a component left out', 'CLM', 'CLM*C1001*200***10::1*Y*A*Y*Y', '19*2300', 'IK4*5:2*1332*1'],
    ['one too short', 'NM1*IL', 'NM1*IL*1*QUINONES*MARIBEL****MI*7', '14*2010BA', 'IK4*9*67*4*7'],
    ['one too long', 'LX', 'LX*1234567', '22*2400', 'IK4*1*554*5*1234567'],
    ['a code not in its list', 'SBR', 'SBR*Q*18*******CI', '13*2000B', 'IK4*1*1138*7*Q'],
    ['an amount with letters', 'CLM', 'CLM*C1001*2OO***10:B:1*Y*A*Y*Y', '19*2300', 'IK4*2*782*6*2OO'],
    ['an amount below zero', 'CLM', 'CLM*C1001*-200***10:B:1*Y*A*Y*Y', '19*2300', 'IK4*2*782*6*-200'],
    ['a part of a cent', 'CLM', 'CLM*C1001*200.005***10:B:1*Y*A*Y*Y', '19*2300', 'IK4*2*782*6*200.005'],
    ['units with letters', 'SV1', 'SV1*HC:90837:95*200*UN*one***1', '23*2400', 'IK4*4*380*6*one'],
    [
      'a modifier of three characters',
      'SV1',
      'SV1*HC:90837:95X*200*UN*1***1',
      '23*2400',
      'IK4*1:3*1339*5*95X',
    ],
    ['no pointer', 'SV1', 'SV1*HC:90837:95*200*UN*1', '23*2400', 'IK4*7:1*1328*1'],
    ['a birth date that is no day', 'DMG', 'DMG*D8*19880631*F', '17*2010BA', 'IK4*2*1251*8*19880631'],
    ['a time that is none', 'BHT', 'BHT*0019*00*B1*20260310*2500*CH', '2*', 'IK4*5*337*9*2500'],
    ['a service day that is none', 'DTP', 'DTP*472*D8*20260230', '24*2400', 'IK4*3*1251*8*20260230'],
    [
      'a range that runs backwards',
      'DTP',
      'DTP*472*RD8*20260311-20260310',
      '24*2400',
      'IK4*3*1251*8*20260311-20260310',
    ],
    ['a service day told as a time', 'DTP', 'DTP*472*TM*1200', '24*2400', 'IK4*2*1250*7*TM'],
    ['an element too many', 'HI', `HI*ABK:F331${'*'.repeat(12)}ABF:F411`, '20*2300', 'IK4*13**3*ABF F411'],
    ['a level out of count', 'HL*2', 'HL*3*1*22*0', '12*2000B', 'IK4*1*628*7*3'],
    ['a level under another than the one above', 'HL*2', 'HL*2*7*22*0', '12*2000B', 'IK4*2*734*7*7'],
    ['a guide this payer does not take', 'ST', 'ST*837*0001*005010X223A2', '1*', 'IK4*3*1705*7*005010X223A2'],
  ])('%s', (_, start, becomes, place, element) => {
    const id = start.split('*')[0] ?? ''
    const found = faults(withSegment(plain, start, becomes))
    expect(found.slice(0, 2)).toEqual([`IK3*${id}*${place}*8`, element])
    expect(found.at(-1)).toBe('IK5*R*5')
  })

  test('all faults of a set are told, not the first alone', () => {
    const text = withSegment(withSegment(plain, 'DMG', 'DMG*D8*1988*X'), 'LX', 'LX*A')
    expect(faults(text)).toEqual([
      'IK3*DMG*17*2010BA*8',
      'IK4*2*1251*4*1988',
      'IK4*3*1068*7*X',
      'IK3*LX*22*2400*8',
      'IK4*1*554*6*A',
      'IK5*R*5',
    ])
  })
})

describe('a set at fault', () => {
  test.each([
    ['SE01 is not the count', ['SE*26*', 'SE*27*'], 'IK5*R*4'],
    ['SE02 is another number', ['SE*26*0001', 'SE*26*0002'], 'IK5*R*3'],
    ['the SE is missing', ['SE*26*0001~', ''], 'IK5*R*2'],
    ['it is of another kind', ['ST*837*', 'ST*276*'], 'IK5*R*1'],
  ])('%s', (_, [from = '', to = ''], expected) => {
    const output = ask([plain.replace(from, to)])
    expect(seen(output, '999', 'IK5', 'AK9')).toEqual([expected, 'AK9*R*1*1*0'])
    expect(kindsOf(output)).toEqual(['ta1', '999'])
  })

  test('a number that stood in the group before', () => {
    const set = setSegments()
    const twice = interchange([set, set]).replace('ST*837*0002', 'ST*837*0001').replace('*0002~', '*0001~')
    expect(seen(ask([twice]), '999', 'IK5', 'AK9')).toEqual(['IK5*A', 'IK5*R*23', 'AK9*P*2*2*1'])
  })
})

describe('a group at fault is rejected with all its sets', () => {
  test.each([
    ['GS01 is of another kind', ['GS*HC*', 'GS*HR*'], 'AK9*R*1*1*0*1'],
    ['GS08 names another guide', ['57*X*005010X222A1', '57*X*005010X223A2'], 'AK9*R*1*1*0*2'],
    ['the GE is missing', ['GE*1*57~', ''], 'AK9*R*1*1*0*3'],
    ['GE02 is another number', ['GE*1*57', 'GE*1*58'], 'AK9*R*1*1*0*4'],
    ['GE01 is not the count', ['GE*1*57', 'GE*2*57'], 'AK9*R*2*1*0*5'],
  ])('%s', (_, [from = '', to = ''], expected) => {
    const output = ask([plain.replace(from, to)])
    expect(seen(output, '999', 'AK9')).toEqual([expected])
    expect(kindsOf(output)).toEqual(['ta1', '999'])
  })

  test('an earlier edition of the same guide is taken', () => {
    expect(kindsOf(ask([plain.replaceAll('005010X222A1', '005010X222')]))).toHaveLength(4)
  })
})

test('a claim with every loop this payer knows passes', () => {
  const base = setSegments()
  const line = base.slice(-4)
  const set = [
    ...base.slice(0, -4),
    'PRV*PE*PXC*1041C0700X',
    'REF*0B*77812',
    'NM1*77*2*ALDER ROW COUNSELING*****XX*2082462815',
    'N3*9 Alder Row',
    'N4*SYRACUSE*NY*132021107',
    'NM1*DQ*1*MORENO*ADA****XX*2131860910',
    'SBR*S*18*******MC',
    'CAS*PR*1*40**2*14',
    'AMT*D*100',
    'OI***Y***Y',
    'NM1*IL*1*QUINONES*MARIBEL****MI*77120',
    'N3*14 Elm Row',
    'N4*ALBANY*NY*122071234',
    'NM1*PR*2*OTHER HEALTH*****PI*OTH01',
    'REF*F8*990011',
    ...line,
    'NTE*ADD*Extended session',
    'NM1*82*1*ABERNATHY*JUNE****XX*2131860910',
    'PRV*PE*PXC*1041C0700X',
    'SVD*OTH01*100*HC:90837**1',
    'CAS*PR*1*40',
    'DTP*573*D8*20260310',
    'AMT*EAF*40',
  ]
  expect(faults(interchange([set]))).toEqual(['IK5*A'])
})
