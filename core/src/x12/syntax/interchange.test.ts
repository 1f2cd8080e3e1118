// The envelope: each way in which it may be wrong, on a broken copy of a file that is right.
import { describe, expect, test } from 'vitest'
import { bytesOf, cutEvery, heardInChunks, heardWhole } from '../../../corpus-tests/chunked.ts'
import { readInterchanges } from './interchange.ts'
import { splitLeniently } from './split.ts'

const isa =
  'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260203*0930*^*00501*000000001*0*T*:'
const gs = 'GS*HC*A*B*20260203*0930*1*X*005010X222A1'
const sets = ['ST*837*0001*005010X222A1', 'BHT*1', 'SE*3*0001', 'ST*837*0002*005010X222A1', 'SE*2*0002']
const good = [isa, gs, ...sets, 'GE*2*1', 'IEA*1*000000001'].map((one) => `${one}~`).join('')

type Row = readonly [
  name: string,
  find: string,
  put: string,
  faults: readonly (readonly [code: string, id: string, segment: number, element?: number])[],
]

const rows: readonly Row[] = [
  ['ISA13 is not IEA02', 'IEA*1*000000001', 'IEA*1*000000002', [['TA1:001', 'IEA', 9, 2]]],
  ['ISA01 is not a qualifier', 'ISA*00', 'ISA*99', [['TA1:010', 'ISA', 1, 1]]],
  ['ISA03 is not a qualifier', '*00*          *ZZ', '*07*          *ZZ', [['TA1:012', 'ISA', 1, 3]]],
  ['ISA05 is not a qualifier', 'ZZ*SENDER', 'QQ*SENDER', [['TA1:005', 'ISA', 1, 5]]],
  ['ISA06 is blank', 'SENDER ', '       ', [['TA1:006', 'ISA', 1, 6]]],
  ['ISA07 is not a qualifier', 'ZZ*RECEIVER', 'QQ*RECEIVER', [['TA1:007', 'ISA', 1, 7]]],
  ['ISA08 is blank', 'RECEIVER', '        ', [['TA1:008', 'ISA', 1, 8]]],
  ['ISA09 is not a day', '*260203*', '*260230*', [['TA1:014', 'ISA', 1, 9]]],
  ['ISA10 is not a time', '*0930*^', '*0960*^', [['TA1:015', 'ISA', 1, 10]]],
  ['ISA12 is not a version', '*00501*', '*5010X*', [['TA1:017', 'ISA', 1, 12]]],
  [
    'ISA13 is not a number',
    '*000000001*0*T',
    '*00000000A*0*T',
    [
      ['TA1:018', 'ISA', 1, 13],
      ['TA1:001', 'IEA', 9, 2],
    ],
  ],
  ['ISA14 is neither 0 nor 1', '*0*T', '*7*T', [['TA1:019', 'ISA', 1, 14]]],
  ['ISA15 is neither T nor P', '*0*T', '*0*X', [['TA1:020', 'ISA', 1, 15]]],
  ['IEA01 is not the number of groups', 'IEA*1', 'IEA*2', [['TA1:021', 'IEA', 9, 1]]],
  ['the IEA is missing', 'IEA*1*000000001~', '', [['TA1:023', 'GE', 8]]],
  ['the GE is missing', 'GE*2*1~', '', [['999:AK9:3', 'SE', 7]]],
  [
    'the GE stands alone',
    gs,
    'TA1*000000009*260203*0930*A*000',
    [
      ['TA1:024', 'ST', 3],
      ['TA1:024', 'ST', 6],
      ['TA1:022', 'GE', 8],
    ],
  ],
  ['a segment stands between groups', 'IEA*1*0', 'REF*A*B~IEA*1*0', [['TA1:024', 'REF', 9]]],
  ['a segment stands between sets', 'ST*837*0002', 'REF*A*B~ST*837*0002', [['TA1:024', 'REF', 6]]],
  ['GS06 is not GE02', 'GE*2*1', 'GE*2*7', [['999:AK9:4', 'GE', 8, 2]]],
  ['GE01 is not the number of sets', 'GE*2', 'GE*1', [['999:AK9:5', 'GE', 8, 1]]],
  [
    'GS06 is not a number',
    '*0930*1*X',
    '*0930*A*X',
    [
      ['999:AK9:6', 'GS', 2, 6],
      ['999:AK9:4', 'GE', 8, 2],
    ],
  ],
  ['the SE is missing before an ST', 'SE*3*0001~', '', [['999:IK5:2', 'BHT', 2]]],
  ['the SE is missing before the GE', 'SE*2*0002~', '', [['999:IK5:2', 'ST', 1]]],
  ['ST02 is not SE02', 'SE*3*0001', 'SE*3*0009', [['999:IK5:3', 'SE', 3, 2]]],
  ['SE01 is not the number of segments', 'SE*3*', 'SE*4*', [['999:IK5:4', 'SE', 3, 1]]],
  ['ST01 is not a set', 'ST*837*0001', 'ST*X*0001', [['999:IK5:6', 'ST', 1, 1]]],
  [
    'ST02 is too short',
    'ST*837*0001*005010X222A1~BHT*1~SE*3*0001',
    'ST*837*1*005010X222A1~BHT*1~SE*3*1',
    [['999:IK5:7', 'ST', 1, 2]],
  ],
  [
    'ST02 is used twice',
    'ST*837*0002*005010X222A1~SE*2*0002',
    'ST*837*0001*005010X222A1~SE*2*0001',
    [['999:IK5:23', 'ST', 1, 2]],
  ],
  ['the SE stands twice', 'SE*3*0001', 'SE*3*0001~SE*3*0001', [['TA1:022', 'SE', 6]]],
]

test('an envelope that is right has no fault, and says who, when and what', () => {
  const { interchanges, envelope } = heardWhole(bytesOf(good))
  expect(envelope).toEqual([])
  expect(interchanges).toMatchObject([
    {
      from: 0,
      to: 8,
      sender: 'SENDER',
      receiver: 'RECEIVER',
      control: '000000001',
      usage: 'T',
      wantsAcknowledgment: false,
      groups: [
        {
          from: 1,
          to: 7,
          functional: 'HC',
          control: '1',
          version: '005010X222A1',
          sets: [
            { from: 2, to: 4, set: '837', control: '0001', version: '005010X222A1', ended: true },
            { from: 5, to: 6, control: '0002', ended: true },
          ],
        },
      ],
    },
  ])
})

describe.each(rows)('when %s', (_, find, put, faults) => {
  const text = good.replace(find, put)
  const whole = heardWhole(bytesOf(text))

  test('it is named at its place', () => {
    expect(text).not.toBe(good)
    const named = whole.envelope.map(({ code, place }) =>
      place.kind === 'segment'
        ? [code, place.id, place.segment, ...(place.element === undefined ? [] : [place.element])]
        : [],
    )
    expect(named).toEqual(faults)
  })

  test('its place is the bytes of that segment', () => {
    for (const { place } of whole.envelope) {
      if (place.kind !== 'segment') throw new Error('a fault of a file stands in a segment')
      expect(text.slice(place.offset, place.offset + place.length)).toMatch(new RegExp(`^${place.id}[^~]*$`))
      expect(text.charAt(place.offset + place.length)).toBe('~')
    }
  })

  test('it is the same in chunks, and refused strictly', () => {
    for (const size of [1, 13]) expect(heardInChunks(cutEvery(bytesOf(text), size))).toEqual(whole)
    expect(readInterchanges(splitLeniently(bytesOf(text)).segments).ok).toBe(false)
  })
})

test('a TA1 may stand before the first group and after the last', () => {
  const ta1 = 'TA1*000000009*260203*0930*A*000~'
  const text = good.replace('GS*', `${ta1}GS*`).replace('IEA*', `${ta1}IEA*`)
  const { interchanges, envelope } = heardWhole(bytesOf(text))
  expect(envelope).toEqual([])
  expect(interchanges.map(({ acknowledgments }) => acknowledgments)).toEqual([[1, 9]])
})

test('each interchange of a file counts its own segments from its ISA', () => {
  const { interchanges, envelope } = heardWhole(bytesOf(good + good.replace('IEA*1', 'IEA*3')))
  expect(interchanges.map(({ from, to }) => [from, to])).toEqual([
    [0, 8],
    [9, 17],
  ])
  expect(envelope.map(({ place }) => place)).toMatchObject([
    { id: 'IEA', segment: 9, offset: good.length + good.indexOf('IEA') },
  ])
})
