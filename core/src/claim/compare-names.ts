// Whether two names are the same person's legal name, written however people write names.
import type { PersonName } from '../people/person.ts'
import type { Comparison } from './compare-part.ts'
import { gravest } from './compare-part.ts'
import { plainWords } from './plain-letters.ts'

const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv'])
const titles = new Set(['dr', 'mr', 'mrs', 'ms', 'mx'])

interface NameWords {
  readonly given: readonly string[]
  readonly family: readonly string[]
  readonly suffix: string
}

const read = (name: PersonName): NameWords => {
  const first = plainWords(name.first)
  const given = [
    ...(first.length > 1 && titles.has(first[0] ?? '') ? first.slice(1) : first),
    ...plainWords(name.middle ?? ''),
  ]
  const family = plainWords(name.last)
  const suffix = [
    ...plainWords(name.suffix ?? ''),
    ...[...given, ...family].filter((word) => suffixes.has(word)),
  ]
  const own = (words: readonly string[]): readonly string[] => words.filter((word) => !suffixes.has(word))
  return { given: own(given), family: own(family), suffix: suffix.join('') }
}

const fits = (one: string, other: string): boolean =>
  (one.length === 1 && other.startsWith(one)) || (other.length === 1 && one.startsWith(other))

/** One word against another: an initial that fits, or nothing written, settles nothing. */
const compareWord = (one: string, other: string): Comparison => {
  if (one === other) return 'agree'
  return one === '' || other === '' || fits(one, other) ? 'unclear' : 'disagree'
}

const compareGiven = (one: readonly string[], other: readonly string[]): Comparison => {
  if (one.join('') === other.join('')) return 'agree'
  const first = compareWord(one[0] ?? '', other[0] ?? '')
  const [middle, otherMiddle] = [one.slice(1).join(''), other.slice(1).join('')]
  // A middle name left out, or cut to its initial, leaves the same person.
  if (middle === '' || otherMiddle === '' || fits(middle, otherMiddle)) return first
  return middle === otherMiddle ? first : 'disagree'
}

const compareWords = (one: NameWords, other: NameWords): Comparison => {
  const family = compareWord(one.family.join(''), other.family.join(''))
  const suffix = compareWord(one.suffix, other.suffix)
  return gravest([family, compareGiven(one.given, other.given), suffix]) as Comparison
}

const sorted = ({ given, family, suffix }: NameWords): string =>
  [...given, ...family, suffix].sort().join(' ').trim()

/**
 * Compares two legal names. Case, marks, punctuation, hyphens and the order of words do not count; a middle name may
 * be left out. An initial that fits, or a suffix that only one has, is `unclear`; anything else is another name.
 */
export const compareNames = (one: PersonName, other: PersonName): Comparison => {
  const [first, second] = [read(one), read(other)]
  if (sorted(first) === sorted(second)) return 'agree'
  const turned = { ...first, given: first.family, family: first.given }
  const both = [compareWords(first, second), compareWords(turned, second)]
  if (both.includes('agree')) return 'agree'
  return both.includes('unclear') ? 'unclear' : 'disagree'
}

/** As people read a name. */
export const showName = (name: PersonName): string =>
  [name.first, name.middle, name.last, name.suffix]
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
