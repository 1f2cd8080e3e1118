// A finding waits for its sentence: nothing is said of words that are still being written.
import type { JudgedFinding } from './judgement.ts'

export interface Caret {
  readonly section: string
  readonly start: number
  readonly end: number
}

const endOfSentence = /[.!?…]["”’)]*\s|\n/g

/** The sentence of a text in which an offset lies, end exclusive. */
export const sentenceAt = (
  text: string,
  offset: number,
): { readonly start: number; readonly end: number } => {
  let start = 0
  for (const found of text.matchAll(endOfSentence)) {
    const next = found.index + found[0].length
    if (next > offset) return { start, end: next }
    start = next
  }
  return { start, end: text.length }
}

/**
 * Without those whose sentence the caret stands in and that were not shown before. One that was shown stays while it
 * stands: it leaves when it is met, not when somebody comes to mend it.
 */
export const withoutUnfinished = (
  findings: readonly JudgedFinding[],
  shown: ReadonlySet<string>,
  caret: Caret | null,
  textOf: (section: string) => string,
): readonly JudgedFinding[] => {
  if (caret === null) return findings
  const { start, end } = sentenceAt(textOf(caret.section), caret.start)
  return findings.filter(({ key, section, span }) => {
    if (section !== caret.section || span === null || shown.has(key)) return true
    return span.end <= start || span.start >= end
  })
}
