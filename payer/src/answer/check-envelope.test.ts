// The TA1 for each way an envelope can be broken, one row a fault.
import { describe, expect, test } from 'vitest'
import { ask, fileText, interchange, kindsOf, plan, seen, setSegments } from '../../stories/claim-file.ts'

const isa = /^ISA[^~]*/
/** The ISA with one element changed; it keeps its width where the new text has the old one's. */
const withIsa = (element: number, becomes: string): string =>
  fileText().replace(isa, (text) => {
    const elements = text.split('*')
    elements[element] = becomes
    return elements.join('*')
  })

const note = (text: string): readonly string[] => seen(ask([text]), 'ta1', 'TA1')

describe('an element of the ISA', () => {
  test.each([
    ['ISA01 names no qualifier', 1, '99', '010'],
    ['ISA03 names no qualifier', 3, '99', '012'],
    ['ISA05 names no qualifier', 5, 'XX', '005'],
    ['ISA07 names no qualifier', 7, 'XX', '007'],
    ['ISA08 names nobody', 8, ' '.repeat(15), '008'],
    ['ISA08 names another receiver', 8, 'STONEBRIDGE    ', '009'],
    ['ISA12 is no version', 12, 'V5010', '017'],
    ['ISA12 is an older version', 12, '00401', '003'],
    ['ISA14 is neither 0 nor 1', 14, 'Y', '019'],
    ['ISA15 is neither T nor P', 15, 'X', '020'],
    ['an id is not padded to its width', 6, 'ALDERROW', '022'],
  ])('%s', (_, element, becomes, expected) => {
    expect(note(withIsa(element, becomes))).toEqual([`TA1*000000101*260310*1200*R*${expected}`])
  })

  test('a day, a time or a number that is wrong goes back as it came', () => {
    expect(note(withIsa(9, '260231'))).toEqual(['TA1*000000101*260231*1200*R*014'])
    expect(note(withIsa(10, '2460'))).toEqual(['TA1*000000101*260310*2460*R*015'])
    expect(note(withIsa(13, '00000010A'))).toEqual(['TA1*00000010A*260310*1200*R*018'])
  })

  test('an ISA that names no sender or no number cannot be answered, and a finding says so', () => {
    const [nobody, unnumbered] = [ask([withIsa(6, ' '.repeat(15))]), ask([withIsa(13, ' '.repeat(9))])]
    expect([nobody.files, unnumbered.files]).toEqual([[], []])
    expect(nobody.unread?.map(({ code }) => code)).toEqual(['TA1:006'])
    expect(unnumbered.unread?.map(({ code }) => code)).toEqual(['TA1:018'])
  })
})

describe('delimiters', () => {
  test('a terminator that is a letter', () => {
    expect(note(fileText().replaceAll('~', 'x'))).toEqual(['TA1*000000101*260310*1200*R*004'])
  })

  test('a component separator that is the element separator', () => {
    expect(note(fileText().replace('*T*:~', '*T**~'))).toEqual(['TA1*000000101*260310*1200*R*027'])
  })
})

describe('the trailers', () => {
  test.each([
    ['IEA02 is another number', ['IEA*1*000000101', 'IEA*1*000000100'], '001'],
    ['IEA01 counts one group too many', ['IEA*1*', 'IEA*2*'], '021'],
    ['IEA01 is no number', ['IEA*1*', 'IEA*X*'], '021'],
    ['an SE closes no set', ['GE*1*57', 'SE*2*0009~GE*1*57'], '022'],
    ['a segment stands between GE and IEA', ['IEA*1*', 'NTE*ADD*HELLO~IEA*1*'], '024'],
    ['a segment is empty', ['HI*ABK', '~HI*ABK'], '024'],
    ['GS06 is no number', ['*57*X*', '*A7*X*'], '024'],
    ['the IEA is missing', ['IEA*1*000000101~', ''], '023'],
    [
      'the IEA is missing before another interchange',
      ['IEA*1*000000101~', fileText({ control: '000000102' })],
      '023',
    ],
  ])('%s', (_, [from = '', to = ''], expected) => {
    expect(note(fileText().replace(from, to))[0]).toBe(`TA1*000000101*260310*1200*R*${expected}`)
  })
})

test('a sender whose id or number is written with other marks is remembered all the same', () => {
  for (const key of ['ALDERROW000000101', 'alderrow+000000101', 'ALDERROW 000000101']) {
    const state = { ...ask([]).state, interchangesSeen: [key] }
    expect(seen(ask([fileText()], plan(), state), 'ta1', 'TA1')).toEqual(['TA1*000000101*260310*1200*R*025'])
  }
})

test('a TA1 is sent to the qualifier and id the file came from, even when the qualifier is none', () => {
  expect(
    seen(ask([withIsa(5, 'XX')]), 'ta1', 'ISA')[0]
      ?.split('*')
      .slice(5, 9),
  ).toEqual(['ZZ', 'LARKMOOR       ', 'XX', 'ALDERROW       '])
})

test('an interchange of production is answered in production', () => {
  const sent = interchange([setSegments()]).replace('*1*T*:', '*1*P*:')
  const output = ask([sent])
  expect(kindsOf(output)).toHaveLength(4)
  expect(seen(output, '835', 'ISA')[0]?.split('*')[15]).toBe('P')
})
