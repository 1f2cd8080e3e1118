// The typeface of what is printed: Source Serif 4 in its parts, one a script, and which part holds a letter.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type OutlineStep, glyphBytes } from './glyph-bytes.ts'

interface Glyph {
  readonly advanceWidth: number
  /** The letters it was asked for by; empty where it was asked for by its number alone. */
  codePoints: readonly number[]
  readonly path: { readonly commands: readonly OutlineStep[] }
  _getMetrics(): { readonly leftBearing: number }
}

interface Subset {
  readonly glyf: Uint8Array[]
  readonly loca: { readonly offsets: number[]; version: number }
  readonly hmtx: { readonly metrics: { readonly advance: number; readonly bearing: number }[] }
  offset: number
  _addGlyph(id: number): number
}

/** What is used of a font of fontkit. */
export interface PrintFont {
  readonly characterSet: readonly number[]
  layout(text: string): unknown
  getGlyph(id: number, codePoints?: readonly number[]): Glyph
  createSubset(): Subset
}

const fromHere = createRequire(import.meta.url)

/** fontkit comes without types; what is used of it is named above. */
const { create } = fromHere('fontkit') as { readonly create: (bytes: Uint8Array) => PrintFont }

/** In the order in which they are looked through. */
const parts = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'] as const
export type FontPart = (typeof parts)[number]

const fileOf = (part: FontPart): string =>
  fromHere.resolve(`@fontsource-variable/source-serif-4/files/source-serif-4-${part}-wght-normal.woff2`)

/**
 * fontkit copies a letter's bytes from where they stand in the file, and in a compressed one (WOFF2) they do not stand
 * there: it would embed a font without letters. So they are written anew from the outline.
 */
const withLetters = (font: PrintFont): PrintFont => {
  const make = font.createSubset.bind(font)
  const createSubset = (): Subset => {
    const subset = make()
    subset._addGlyph = (id) => {
      const glyph = font.getGlyph(id)
      const bytes = glyphBytes(glyph.path.commands)
      subset.glyf.push(bytes)
      // Places of letters in four bytes each.
      subset.loca.version = 1
      subset.loca.offsets.push(subset.offset)
      subset.hmtx.metrics.push({ advance: glyph.advanceWidth, bearing: glyph._getMetrics().leftBearing })
      subset.offset += bytes.length
      return subset.glyf.length - 1
    }
    return subset
  }
  // It also keeps a letter as it was first asked for: asked by number as part of another, it would be read back as nothing.
  const find = font.getGlyph.bind(font)
  const getGlyph: PrintFont['getGlyph'] = (id, codePoints = []) => {
    const glyph = find(id, codePoints)
    if (glyph.codePoints.length === 0) glyph.codePoints = codePoints
    return glyph
  }
  return Object.assign(font, { createSubset, getGlyph })
}

const opened = new Map<FontPart, PrintFont>()

/** A part of the typeface; read once. */
export const openPart = (part: FontPart): PrintFont => {
  const before = opened.get(part)
  if (before !== undefined) return before
  const font = withLetters(create(readFileSync(fileOf(part))))
  opened.set(part, font)
  return font
}

const holders = new Map<string, FontPart | null>()

/** The part that holds a letter; null when the typeface has no such letter. */
export const partOf = (letter: string): FontPart | null => {
  const known = holders.get(letter)
  if (known !== undefined) return known
  const point = letter.codePointAt(0) ?? 0
  const found = parts.find((part) => openPart(part).characterSet.includes(point)) ?? null
  holders.set(letter, found)
  return found
}
