// Text set in lines: which letters stand in which part of the typeface, and where a line ends.
import type { FontPart } from './print-font.ts'

/** Letters that follow each other in one part of the typeface. */
export interface Run {
  readonly part: FontPart
  readonly text: string
}

export type Line = readonly Run[]

export interface Typeface {
  readonly partOf: (letter: string) => FontPart | null
  /** In points. */
  readonly widthOf: (run: Run) => number
  /** Of words that were met before: prose says the same ones again and again. */
  readonly widths: Map<string, number>
}

/** Letters that are printed as another that looks alike. */
const alike: Readonly<Record<string, string>> = {
  '\u00A0': ' ',
  '\u202F': ' ',
  '\u2011': '-',
  '\t': '    ',
  '\u00AD': '',
}

/** How a letter is told that the typeface does not have: `[U+1F642]`. */
const told = (letter: string): string =>
  `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`

/** The text in runs; what the typeface does not have is told by its number, so that nothing is left out unseen. */
export const runsOf = (text: string, partOf: Typeface['partOf']): Line => {
  const runs: { part: FontPart; text: string }[] = []
  for (const letter of text) {
    const shown = alike[letter] ?? letter
    if (shown === '') continue
    const part = partOf(shown.slice(0, 1) === ' ' ? ' ' : shown)
    const last = runs.at(-1)
    const written = part === null ? told(letter) : shown
    const standing = part ?? 'latin'
    if (last?.part === standing) last.text += written
    else runs.push({ part: standing, text: written })
  }
  return runs
}

/** Whether all of a text can be printed in its own letters. */
export const isPrintable = (text: string, partOf: Typeface['partOf']): boolean =>
  [...text].every((letter) => letter === '\n' || letter in alike || partOf(letter) !== null)

/** How wide a text is on one line, in points. */
export const widthOfText = (text: string, face: Typeface): number => {
  const known = face.widths.get(text)
  if (known !== undefined) return known
  const width = runsOf(text, face.partOf).reduce((sum, run) => sum + face.widthOf(run), 0)
  face.widths.set(text, width)
  return width
}

/** A word that is longer than a line, in pieces that are not. */
const pieces = (word: string, width: number, face: Typeface): readonly string[] => {
  const fits = (text: string): boolean => widthOfText(text, face) <= width
  if (fits(word)) return [word]
  const cut: string[] = []
  for (const letter of word) {
    const last = cut.at(-1)
    if (last !== undefined && fits(last + letter)) cut[cut.length - 1] = last + letter
    else cut.push(letter)
  }
  return cut
}

/** A paragraph in lines that are no wider than `width` (points). An empty one is one empty line. */
export const linesOf = (paragraph: string, width: number, face: Typeface): readonly Line[] => {
  const blank = widthOfText(' ', face)
  const lines: string[] = []
  let [open, used] = ['', 0]
  for (const word of paragraph.split(' ').flatMap((each) => pieces(each, width, face))) {
    const wide = widthOfText(word, face)
    if (open !== '' && used + blank + wide > width) {
      lines.push(open)
      open = word
      used = wide
    } else {
      used += wide + (open === '' ? 0 : blank)
      open = open === '' ? word : `${open} ${word}`
    }
  }
  return [...lines, open].map((line) => runsOf(line, face.partOf))
}
