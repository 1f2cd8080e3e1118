// Which row holds on a day, and which edition is nearest.
import { describe, expect, test } from 'vitest'
import { day } from '../../values/day.ts'
import type { Edition } from '../facts.ts'
import { dayJudgedBy, nearestEdition, rowOn } from './row-of-the-day.ts'

const edition = (name: string, from: string, to: string | null): Edition => ({
  kind: 'diagnoses',
  name,
  from: day(from),
  to: to === null ? null : day(to),
  source: 'a table of this test',
})

const editions = [edition('first', '2025-10-01', '2025-12-31'), edition('second', '2026-04-01', '2026-09-30')]

describe('the edition nearest to a day', () => {
  test.each([
    ['2025-09-30', 'first', false, '2025-10-01'],
    ['2025-10-01', 'first', true, '2025-10-01'],
    ['2025-12-31', 'first', true, '2025-12-31'],
    ['2026-01-01', 'first', false, '2025-12-31'],
    ['2026-02-14', 'first', false, '2025-12-31'],
    // 46 days after the first ends, 45 before the second begins
    ['2026-02-15', 'second', false, '2026-04-01'],
    ['2026-03-31', 'second', false, '2026-04-01'],
    ['2026-06-01', 'second', true, '2026-06-01'],
    ['2027-06-01', 'second', false, '2026-09-30'],
  ])('%s is %s (inside: %s), judged as %s', (on, name, inside, judged) => {
    const found = nearestEdition(editions, day(on))
    expect([found.edition.name, found.inside]).toEqual([name, inside])
    expect(dayJudgedBy(editions, day(on))).toBe(judged)
  })

  test('an edition without an end holds for every later day', () => {
    expect(nearestEdition([edition('open', '2026-01-01', null)], day('2031-01-01')).inside).toBe(true)
  })

  test('no edition at all is a broken promise', () => {
    expect(() => nearestEdition([], day('2026-01-01'))).toThrow(RangeError)
  })
})

test.each([
  ['2025-12-31', null],
  ['2026-01-01', 'old'],
  ['2026-03-31', 'old'],
  ['2026-04-01', 'new'],
  ['2030-01-01', 'new'],
])('on %s the row is %s', (on, name) => {
  const rows = [edition('old', '2026-01-01', '2026-03-31'), edition('new', '2026-04-01', null)]
  expect(rowOn(rows, day(on))?.name ?? null).toBe(name)
})
