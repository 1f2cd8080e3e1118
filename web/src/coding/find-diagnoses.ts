// Finding a diagnosis by its code or by words: what this client has and what the practice uses come first.
import type { DiagnosisFact, Facts } from '@goldenthread/core/facts/facts.ts'
import type { Day } from '@goldenthread/core/values/day.ts'

/** How often a code was used; the more, the earlier it is offered. */
export type Uses = ReadonlyMap<string, number>

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

interface Searched {
  readonly fact: DiagnosisFact
  readonly code: string
  readonly words: string
}

/** Those that a claim of that day takes; headings and retired codes are not offered. */
export const billableOn = (facts: Facts, on: Day): readonly Searched[] => {
  const codes = [...new Set(facts.rows.diagnoses.map(({ code }) => code))]
  return codes.flatMap((code) => {
    const fact = facts.diagnosis(code, on)
    if (fact === null || !fact.billable) return []
    return [{ fact, code: code.replaceAll('.', '').toLowerCase(), words: ` ${bare(fact.label)}` }]
  })
}

const isCode = (asked: string): boolean => /^[a-z]\d[0-9a-z]?/i.test(asked.replaceAll('.', ''))

/** Every word asked for begins a word of the label. */
const hasWords = ({ words }: Searched, asked: readonly string[]): boolean =>
  asked.every((word) => words.includes(` ${word}`))

/** What is asked for, the most used first, then by code. Nothing asked: what is used, most used first. */
export const findDiagnoses = (
  offered: readonly Searched[],
  asked: string,
  uses: Uses,
  most: number,
): readonly DiagnosisFact[] => {
  const text = asked.trim()
  const code = text.replaceAll('.', '').toLowerCase()
  const words = bare(text).split(' ').filter(Boolean)
  const found = offered.filter((each) => {
    if (text === '') return uses.has(each.fact.code)
    return isCode(text) ? each.code.startsWith(code) : hasWords(each, words)
  })
  const usedOf = ({ fact }: Searched): number => uses.get(fact.code) ?? 0
  return found
    .toSorted((one, other) => usedOf(other) - usedOf(one) || (one.code < other.code ? -1 : 1))
    .slice(0, most)
    .map(({ fact }) => fact)
}
