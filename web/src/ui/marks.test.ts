// Marks of findings in a note's prose.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutAtMarks, kindOf, type Mark, markAt, moveMarks } from './marks.ts'

const plan = 'Continue weekly 45-minute CBT. Next: graded exposure.'
const first: Mark = { start: 0, end: 30, kind: 'stops', number: 1 }
const weekly: Mark = { start: 9, end: 15, kind: 'suggests', number: 2 }
const next: Mark = { start: 31, end: 53, kind: 'suggests', number: 3 }

const drawn = (text: string, marks: readonly Mark[]) =>
  cutAtMarks(text, marks).map((piece) => [piece.text, piece.kind, piece.ends.map(({ number }) => number)])

describe('a marked text', () => {
  test('is cut where marks begin and end, and numbers stand where they end', () => {
    expect(drawn(plan, [first, next])).toEqual([
      ['Continue weekly 45-minute CBT.', 'stops', [1]],
      [' ', null, []],
      ['Next: graded exposure.', 'suggests', [3]],
    ])
  })

  test('draws a stop over a suggestion and keeps both numbers', () => {
    expect(drawn(plan, [weekly, first])).toEqual([
      ['Continue ', 'stops', []],
      ['weekly', 'stops', [2]],
      [' 45-minute CBT.', 'stops', [1]],
      [' Next: graded exposure.', null, []],
    ])
  })

  test('leaves out a mark that points outside of it', () => {
    expect(drawn('Short.', [first, { ...weekly, start: -1 }])).toEqual([['Short.', null, []]])
  })

  test('has no pieces when it is empty', () => {
    expect(cutAtMarks('', [first])).toEqual([])
  })

  test('is whole again when its pieces are joined, whatever the marks', () => {
    const anyMark = fc.record({
      start: fc.integer({ min: -5, max: 60 }),
      end: fc.integer({ min: -5, max: 60 }),
      kind: fc.constantFrom('stops' as const, 'suggests' as const),
      number: fc.integer({ min: 1, max: 9 }),
    })
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.array(anyMark, { maxLength: 6 }), (text, marks) => {
        expect(
          cutAtMarks(text, marks)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})

describe('typing', () => {
  test.each([
    ['before a mark moves it', `Today: ${plan}`, [weekly], [16, 22]],
    ['behind a mark leaves it', `${plan} Then review.`, [weekly], [9, 15]],
    [
      'right behind a mark leaves it',
      'Continue weekly, 45-minute CBT. Next: graded exposure.',
      [weekly],
      [9, 15],
    ],
    [
      'right before a mark moves it',
      'Continue twice weekly 45-minute CBT. Next: graded exposure.',
      [weekly],
      [15, 21],
    ],
    ['away what stood before a mark moves it back', plan.slice(9), [weekly], [0, 6]],
  ])('%s', (_what, after, marks, [start, end]) => {
    expect(moveMarks(marks, plan, after)).toEqual([{ ...weekly, start, end }])
    expect(after.slice(start, end)).toBe('weekly')
  })

  test('inside a mark takes it away until the note is read again', () => {
    expect(moveMarks([weekly, next], plan, 'Continue weakly 45-minute CBT. Next: graded exposure.')).toEqual([
      next,
    ])
  })

  test('leaves each mark that stays on the very words it stood on', () => {
    fc.assert(
      fc.property(fc.nat(53), fc.nat(53), fc.string({ maxLength: 8 }), (one, other, typed) => {
        const [from, to] = one < other ? [one, other] : [other, one]
        const after = plan.slice(0, from) + typed + plan.slice(to)
        for (const mark of moveMarks([first, weekly, next], plan, after)) {
          const before = [first, weekly, next].find(({ number }) => number === mark.number)
          expect(after.slice(mark.start, mark.end)).toBe(plan.slice(before?.start, before?.end))
        }
      }),
    )
  })
})

test('the mark at the caret is the shortest that holds it', () => {
  expect(markAt([first, weekly, next], 10)).toBe(2)
  expect(markAt([first, weekly, next], 20)).toBe(1)
  expect(markAt([next], 5)).toBeNull()
})

test('what blocks signing or holds the claim stops; what warns or coaches suggests', () => {
  expect(
    ['blocks-signing', 'holds-claim', 'warns', 'coaches'].map((each) => kindOf(each as 'warns')),
  ).toEqual(['stops', 'stops', 'suggests', 'suggests'])
})
