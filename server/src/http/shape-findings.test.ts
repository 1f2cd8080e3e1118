// What a finding of shape says: what is expected and where, and never what was sent.
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { AmountNumber, DayText, Uuid, linesOf, textOf } from './schemas.ts'
import { issuesOf } from './judge-shape.ts'
import { shapeFindings } from './shape-findings.ts'

const Asked = z.strictObject({
  day: DayText,
  amount: AmountNumber,
  id: Uuid,
  sex: z.enum(['F', 'M', 'U']),
  name: textOf(5),
  says: linesOf(40),
  list: z.array(z.int()).max(1),
  either: z.union([textOf(9), z.strictObject({ notAssessed: textOf(9) })]),
})

const good = {
  day: '2026-02-28',
  amount: 100,
  id: '01890f1e-7b3c-7cc1-9a5d-0123456789ab',
  sex: 'F',
  name: 'Ruth',
  says: 'one',
  list: [1],
  either: 'calm',
}

const judged = (sent: unknown, part = 'body') => {
  const found = issuesOf(Asked, sent)
  return shapeFindings(found.ok ? [] : found.issues, part)
}

describe('a request of another shape', () => {
  test.each<[string, Readonly<Record<string, unknown>>, string, string, string]>([
    [
      'a day that does not exist',
      { day: '2026-02-30' },
      'body.day',
      'This is not a day that exists, YYYY-MM-DD.',
      'Send a day that exists, YYYY-MM-DD.',
    ],
    [
      'a day written otherwise',
      { day: '02/28/2026' },
      'body.day',
      'This is not a day that exists, YYYY-MM-DD.',
      'Send a day that exists, YYYY-MM-DD.',
    ],
    ['half a cent', { amount: 1.5 }, 'body.amount', 'This is not whole cents.', 'Send whole cents.'],
    ['what is missing', { sex: undefined }, 'body.sex', 'This is missing.', 'Send one of: F, M, U.'],
    ['none of the values', { sex: 'X' }, 'body.sex', 'This is not one of: F, M, U.', 'Send one of: F, M, U.'],
    [
      'a text that is too long',
      { name: 'Mirabelle' },
      'body.name',
      'This is not a text of at most 5 characters.',
      'Send a text of at most 5 characters.',
    ],
    ['an empty text', { name: ' ' }, 'body.name', 'This is empty.', 'Send a text that is not empty.'],
    ['a number for a text', { name: 5 }, 'body.name', 'This is not a text.', 'Send a text.'],
    ['too long a list', { list: [1, 2] }, 'body.list', 'This is not a list of at most 1 entries.', ''],
    ['an entry of another kind', { list: ['x'] }, 'body.list.0', 'This is not a whole number.', ''],
    ['no id', { id: 'Quill' }, 'body.id', 'This is not an id (uuid).', 'Send an id (uuid).'],
    [
      'a branch that misses its field',
      { either: {} },
      'body.either.notAssessed',
      'This is missing.',
      'Send a text.',
    ],
  ])('%s', (_name, change, path, says, remedy) => {
    const [finding, ...more] = judged({ ...good, ...change })
    expect(more).toEqual([])
    expect(finding).toMatchObject({ place: { path }, says })
    if (remedy !== '') expect(finding?.remedy).toBe(remedy)
  })

  test('with a field nobody knows is told those that are known, and not what was sent', () => {
    const [finding, ...more] = judged({ ...good, Maribel: 'x' })
    expect(more).toEqual([])
    expect(finding).toMatchObject({
      place: { path: 'body' },
      says: 'There is a field here that is not known.',
    })
    expect(finding?.remedy).toBe(
      'Leave it out; known here are: day, amount, id, sex, name, says, list, either.',
    )
    expect(JSON.stringify(finding)).not.toContain('Maribel')
  })

  test('with a control character is told which and where, and what may stand instead', () => {
    const [line] = judged({ ...good, name: 'a\nb' })
    expect(line).toMatchObject({
      place: { path: 'body.name' },
      says: 'Character 2 of this text is a control character (U+000A).',
      remedy: 'Write it on one line, without control characters.',
    })
    const [lines] = judged({ ...good, says: 'one\r\ntwo\u0007' })
    expect(lines).toMatchObject({
      place: { path: 'body.says' },
      says: 'Character 8 of this text is a control character (U+0007).',
      remedy: 'Leave it out; of control characters only line feeds and tabs are kept.',
    })
  })

  test('holds no claim: nothing that is kept waits for a request that was not taken', () => {
    expect(judged({}, 'query').map(({ severity }) => severity)).toEqual(Array(8).fill('warns'))
  })
})

describe('a text of several lines', () => {
  test('keeps line feeds and tabs; what Windows and old Macs end a line with is a line feed', () => {
    expect(linesOf(99).parse('one\r\n\ttwo\rthree\n\nfour\n')).toBe('one\n\ttwo\nthree\n\nfour')
    expect(linesOf(99).parse('cafe\u0301')).toBe('caf\u00e9')
  })
})

test('an id in capitals is the same id', () => {
  expect(Uuid.parse(good.id.toUpperCase())).toBe(good.id)
})
