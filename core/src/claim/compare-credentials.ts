// Whether two writings of the letters after a name are the same credentials.
import type { Day } from '../values/day.ts'
import type { Facts } from '../facts/facts.ts'
import type { Comparison } from './compare-part.ts'
import { plainLetters } from './plain-letters.ts'

const letters = (text: string): string =>
  plainLetters(text)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')

/** `Licensed Clinical Social Worker` is LCSW: the first letters of its capitalised words. */
const spelledOut = (text: string): string | null => {
  const words = text
    .trim()
    .split(/[\s-]+/)
    .filter((word) => !['and', 'of', 'in'].includes(word))
  return words.length > 2 && words.every((word) => /^[A-Z][a-z]+$/.test(word))
    ? words.map((word) => word.charAt(0)).join('')
    : null
}

const each = (text: string): readonly string[] =>
  spelledOut(text) !== null ? [text] : text.split(/[,;/&\s]+/).filter((part) => letters(part) !== '')

interface Read {
  readonly letters: string
  /** The facts know it as something that lets a person bill. */
  readonly known: boolean
}

const read = (text: string, facts: Facts, on: Day | null): readonly Read[] =>
  each(text).map((part) => {
    const known = on === null ? null : facts.credential(spelledOut(part) ?? part, on)
    return { letters: letters(known?.credentials ?? spelledOut(part) ?? part), known: known !== null }
  })

/** Of several credentials only those that let a person bill count, where both sides have one. */
const counted = (one: readonly Read[], other: readonly Read[]): readonly Read[] =>
  one.some((part) => part.known) && other.some((part) => part.known) ? one.filter((part) => part.known) : one

/**
 * Compares credentials as letters: `Ph.D.` is `PhD`, and `PhD, LCSW` agrees with either, as more letters take none
 * away. Words that no fact and no first letters explain are `unclear`.
 */
export const compareCredentials = (one: string, other: string, facts: Facts, on: Day | null): Comparison => {
  const [first, second] = [read(one, facts, on), read(other, facts, on)]
  if (first.length === 0 || second.length === 0) return 'unclear'
  const held = new Set(counted(second, first).map((part) => part.letters))
  if (counted(first, second).some((part) => held.has(part.letters))) return 'agree'
  const opaque = [...first, ...second].some((part) => !part.known && part.letters.length > 8)
  return opaque ? 'unclear' : 'disagree'
}
