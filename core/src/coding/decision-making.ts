// The level of medical decision making: what two of its three columns reach.
import type { DecisionLevel } from '../facts/facts.ts'
import type { DecisionMaking } from '../note/note.ts'

const order: readonly DecisionLevel[] = ['straightforward', 'low', 'moderate', 'high']

/** The highest level that at least two of the three columns reach (docs/sources.md 2, decision making): the middle one of the three. */
export const decisionLevel = ({ problems, data, risk }: DecisionMaking): DecisionLevel => {
  const places = [problems, data, risk].map((level) => order.indexOf(level)).sort((one, other) => one - other)
  return order[places[1] ?? 0] ?? 'straightforward'
}

/** The columns that reach a level, as the note names them. */
export const columnsReaching = (level: DecisionLevel, columns: DecisionMaking): readonly string[] =>
  (['problems', 'data', 'risk'] as const).filter(
    (name) => order.indexOf(columns[name]) >= order.indexOf(level),
  )

/** Whether one level is higher than another. */
export const isAbove = (level: DecisionLevel, other: DecisionLevel): boolean =>
  order.indexOf(level) > order.indexOf(other)
