// Mental status: the eleven categories, and how many of them a note records.
import type { MentalStatusCategory, Picks } from './note.ts'

/** In the order an examination is usually written (docs/sources.md 6.1). */
export const mentalStatusCategories: readonly MentalStatusCategory[] = [
  'appearance',
  'behavior',
  'speech',
  'mood',
  'affect',
  'thought-process',
  'thought-content',
  'perception',
  'cognition',
  'insight',
  'judgment',
]

/** The categories that were recorded. One answered "not assessed, because" or left blank is not among them. */
export const recordedMentalStatus = (picks: Pick<Picks, 'mentalStatus'>): readonly MentalStatusCategory[] =>
  mentalStatusCategories.filter((category) => {
    const answer = picks.mentalStatus?.[category]
    return typeof answer === 'string' && answer.trim() !== ''
  })

/** How many of the eleven categories were recorded. */
export const mentalStatusCount = (picks: Pick<Picks, 'mentalStatus'>): number =>
  recordedMentalStatus(picks).length
