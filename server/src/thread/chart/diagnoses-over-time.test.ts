// Diagnoses over time, out of the notes that were signed.
import { expect, test } from 'vitest'
import { day } from '@goldenthread/core/values/day.ts'
import type { DiagnosedNote } from './chart-store.ts'
import { diagnosesOverTime } from './diagnoses-over-time.ts'

const note = (on: string, ...codes: readonly string[]): DiagnosedNote => ({
  session_id: `session of ${on}`,
  note_id: `note of ${on}`,
  day: day(on),
  diagnoses: codes.map((code) => ({ code })),
})

const told = (notes: readonly DiagnosedNote[]) =>
  diagnosesOverTime(notes).map(({ code, since, last, stands, notes: count }) => [
    code,
    since,
    last,
    stands,
    count,
  ])

test('a diagnosis stands since the first of an unbroken row of notes that name it', () => {
  expect(told([note('2026-01-05', 'F33.1'), note('2026-01-12', 'F33.1', 'F41.1')])).toEqual([
    ['F33.1', '2026-01-05', '2026-01-12', true, 2],
    ['F41.1', '2026-01-12', '2026-01-12', true, 1],
  ])
})

test('one that a note leaves out has ended, and begins anew when it comes back', () => {
  const notes = [note('2026-01-05', 'F33.1'), note('2026-01-12', 'F33.2'), note('2026-01-19', 'F33.1')]
  expect(told(notes)).toEqual([
    ['F33.1', '2026-01-19', '2026-01-19', true, 1],
    ['F33.2', '2026-01-12', '2026-01-12', false, 1],
    ['F33.1', '2026-01-05', '2026-01-05', false, 1],
  ])
})

test('without a signed note there is none', () => expect(told([])).toEqual([]))
