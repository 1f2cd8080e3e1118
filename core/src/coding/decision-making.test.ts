// The level of decision making: two of three columns.
import { describe, expect, test } from 'vitest'
import type { DecisionLevel } from '../facts/facts.ts'
import { columnsReaching, decisionLevel } from './decision-making.ts'

const levels: readonly DecisionLevel[] = ['straightforward', 'low', 'moderate', 'high']

describe('two of three columns carry the level', () => {
  test.each<readonly [DecisionLevel, DecisionLevel, DecisionLevel, DecisionLevel]>([
    ['moderate', 'straightforward', 'moderate', 'moderate'],
    ['moderate', 'moderate', 'straightforward', 'moderate'],
    ['straightforward', 'moderate', 'moderate', 'moderate'],
    ['high', 'straightforward', 'low', 'low'],
    ['low', 'moderate', 'high', 'moderate'],
    ['straightforward', 'straightforward', 'high', 'straightforward'],
    ['high', 'high', 'straightforward', 'high'],
    ['low', 'low', 'low', 'low'],
  ])('problems %s, data %s, risk %s: %s', (problems, data, risk, expected) => {
    expect(decisionLevel({ problems, data, risk })).toBe(expected)
  })

  test('in every mix at least two columns reach the level and fewer than two a higher one', () => {
    for (const problems of levels) {
      for (const data of levels) {
        for (const risk of levels) {
          const columns = { problems, data, risk }
          const level = decisionLevel(columns)
          expect(columnsReaching(level, columns).length).toBeGreaterThanOrEqual(2)
          for (const higher of levels.slice(levels.indexOf(level) + 1)) {
            expect(columnsReaching(higher, columns).length).toBeLessThan(2)
          }
        }
      }
    }
  })
})
