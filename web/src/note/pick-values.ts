// Between what a note keeps of a pick and the chips it is shown as.
import type { Answer } from '@goldenthread/core/note/note.ts'
import type { PickOption } from '../ui/pick-row.tsx'
import type { PickTable } from './pick-tables.ts'

/** The chip of an answer that says why there is none. */
export const unassessed = 'not-assessed'

export const isUnassessed = (answer: unknown): answer is { readonly notAssessed: string } =>
  typeof answer === 'object' && answer !== null && 'notAssessed' in answer

/** The words of a text of several: cut at commas outside of quotation marks. */
export const wordsIn = (text: string): readonly string[] => {
  const cut = text.match(/(?:"[^"]*"|“[^”]*”|[^,"“])+/g) ?? []
  return cut.map((each) => each.trim()).filter((each) => each !== '')
}

export const wordsTogether = (words: readonly string[]): string | undefined =>
  words.length === 0 ? undefined : words.join(', ')

/** How an answer of one kind is shown as chips and written again. */
export interface Reading<T> {
  readonly chips: (value: T) => readonly string[]
  /** Undefined: no answer. */
  readonly value: (chips: readonly string[]) => T | undefined
}

/** A text of several words: "low, anxious". */
export const asText: Reading<string> = { chips: wordsIn, value: wordsTogether }

export const asList: Reading<readonly string[]> = {
  chips: (value) => value,
  value: (chips) => (chips.length === 0 ? undefined : chips),
}

/** One of several words. */
export const asOne: Reading<string> = { chips: (value) => [value], value: ([chip]) => chip }

export const asYesNo: Reading<boolean> = {
  chips: (value) => [value ? 'yes' : 'no'],
  value: ([chip]) => (chip === undefined ? undefined : chip === 'yes'),
}

/** The chips that are chosen of an answer. */
export const chipsOf = <T>(answer: Answer<T> | undefined, { chips }: Reading<T>): readonly string[] => {
  if (answer === undefined) return []
  return isUnassessed(answer) ? [unassessed] : chips(answer as T)
}

/** What stands in the note after chips were chosen. Another answer takes the place of "not assessed". */
export const answerFrom = <T>(
  before: Answer<T> | undefined,
  chosen: readonly string[],
  { value }: Reading<T>,
): Answer<T> | undefined => {
  if (!isUnassessed(before)) return value(chosen)
  const others = chosen.filter((chip) => chip !== unassessed)
  return others.length > 0 ? value(others) : chosen.includes(unassessed) ? before : undefined
}

/** The table with what was said in own words among what is behind "More". */
export const withOwnWords = <T>(
  table: PickTable,
  answer: Answer<T> | undefined,
  chips: readonly string[],
): readonly PickOption[] => {
  const known = new Set([...table.options, ...table.more].map(({ value }) => value))
  // The same words may be chosen now and have been in the last note.
  const own = [...new Set(chips)].filter((chip) => chip !== unassessed && !known.has(chip))
  const reason: readonly PickOption[] = isUnassessed(answer)
    ? [{ value: unassessed, label: `not assessed: ${answer.notAssessed}` }]
    : []
  return [...table.more, ...own.map((chip) => ({ value: chip, label: chip })), ...reason]
}
