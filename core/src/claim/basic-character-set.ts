// X12's basic character set: upper case, without marks, and what cannot be written in it.
import { plainLetters } from './plain-letters.ts'

const straight: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
  '−': '-',
  '…': '...',
}

/**
 * The text as the 837P carries it: capitals, marks taken off, typographic quotes and dashes made plain, blanks joined.
 * A number sign is left out (`Apt #4` is `APT 4`): the set has none and the words before it say the same.
 */
export const inBasicSet = (text: string): string =>
  plainLetters(text)
    .replace(/[‘’ʼ“”–—‑−…]/g, (character) => straight[character] ?? character)
    .replace(/#\s*/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toUpperCase()

/** Characters of a text in the basic set that it cannot hold, delimiters of our files among them; each once. */
export const notInBasicSet = (text: string): readonly string[] => [
  ...new Set([...text].filter((character) => !/[A-Z0-9 !"&'()+,\-./;?=]/.test(character))),
]
