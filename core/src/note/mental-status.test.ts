// Which mental-status categories count as recorded.
import { expect, test } from 'vitest'
import type { Picks } from './note.ts'
import { mentalStatusCategories, mentalStatusCount, recordedMentalStatus } from './mental-status.ts'

const cases: readonly [string, Picks['mentalStatus'], number][] = [
  ['nothing was recorded', undefined, 0],
  ['three categories were', { mood: '"flat"', affect: 'constricted', speech: 'soft' }, 3],
  ['what was not assessed does not count', { mood: '"flat"', cognition: { notAssessed: 'telephone' } }, 1],
  ['a blank does not count', { mood: ' ', affect: 'full' }, 1],
]

test.each(cases)('%s', (_, mentalStatus, count) => {
  expect(mentalStatusCount(mentalStatus === undefined ? {} : { mentalStatus })).toBe(count)
})

test('there are eleven categories, and they come out in the order of an examination', () => {
  expect(new Set(mentalStatusCategories).size).toBe(11)
  expect(recordedMentalStatus({ mentalStatus: { judgment: 'fair', appearance: 'neat' } })).toEqual([
    'appearance',
    'judgment',
  ])
})
