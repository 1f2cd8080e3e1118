// What the palette offers for what was typed: acts first, then where to go. Process notes are never among it.
import type { PageOfBar } from './pages-of-role.ts'

export interface Entry {
  readonly id: string
  readonly says: string
  /** At the right: a birth date, a state, the keys. */
  readonly beside?: string
  readonly keys?: string
  readonly run: () => void
}

export interface EntryGroup {
  readonly name: 'Do' | 'Go to'
  readonly entries: readonly Entry[]
}

/** Small letters without marks, as names are searched by the server too. */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const wordsIn = (text: string): readonly string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** Whether each typed word begins a word of the text. */
export const matches = (typed: string, text: string): boolean => {
  const words = wordsIn(text)
  return wordsIn(typed).every((part) => words.some((word) => word.startsWith(part)))
}

export interface Stretch {
  readonly text: string
  readonly typed: boolean
}

// A letter with its marks is one place of the plain text, so that places fit between both.
const places = (text: string): readonly string[] => [...text.normalize('NFC')]

const beginsAt = (letters: readonly string[], at: number, part: string): boolean => {
  const before = letters[at - 1]
  if (before !== undefined && /[\p{L}\p{N}]/u.test(before)) return false
  const word = letters.slice(at, at + [...part].length).map(plain)
  return word.join('') === part
}

/** The text in stretches: what was typed of it, and the rest. */
export const stretches = (typed: string, text: string): readonly Stretch[] => {
  const letters = places(text)
  const parts = wordsIn(typed)
  const isTyped = letters.map(() => false)
  for (const at of letters.keys())
    for (const part of parts) if (beginsAt(letters, at, part)) isTyped.fill(true, at, at + [...part].length)
  const found: { text: string; typed: boolean }[] = []
  for (const [at, letter] of letters.entries()) {
    const last = found.at(-1)
    if (last !== undefined && last.typed === isTyped[at]) last.text += letter
    else found.push({ text: letter, typed: isTyped[at] === true })
  }
  return found
}

/** "1992-03-14" as it stands beside a client: 03/14/1992. */
export const birthText = (day: string): string => day.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$2/$3/$1')

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "2025-11-05" is Nov 5. */
export const dayText = (day: string): string => {
  const [, month = '1', date = '1'] = day.split('-')
  return `${months[Number(month) - 1] ?? ''} ${Number(date)}`
}

/** "14:05" on a clock without morning and afternoon, as Today writes it: 2:05. */
export const hourText = (time: string): string => {
  const [hours = '0', minutes = '00'] = time.split(':')
  return `${Number(hours) % 12 || 12}:${minutes}`
}

/** What a claim number begins with, when what was typed can be one; null otherwise. */
export const numberTyped = (typed: string): string | null => {
  const number = typed.toUpperCase().replace(/[\s-]/g, '')
  return /^[A-Z0-9]{4,20}$/.test(number) && /\d/.test(number) ? number : null
}

export const pageEntries = (
  pages: readonly PageOfBar[],
  go: (to: PageOfBar['to']) => void,
): readonly Entry[] =>
  pages.map(({ to, says, key }) => ({ id: `page ${to}`, says, keys: `g ${key}`, run: () => go(to) }))

/** Groups without entries are left out. Acts come first, unless nothing that waits is among them. */
export const groupsOf = (
  acts: readonly Entry[],
  places: readonly Entry[],
  placesFirst = false,
): readonly EntryGroup[] => {
  const groups = [
    { name: 'Do' as const, entries: acts },
    { name: 'Go to' as const, entries: places },
  ].filter(({ entries }) => entries.length > 0)
  return placesFirst ? groups.toReversed() : groups
}
