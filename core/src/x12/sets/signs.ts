// The signs by which segments of one id are told apart within a loop: their qualifiers, worked out from the table.
import type { ElementTable, LoopTable, SegmentTable } from './table-language.ts'

/** A text that tells a segment from its neighbours of the same id. `component` is 0 for a whole element. */
export interface Sign {
  readonly element: number
  readonly component: number
  readonly texts: ReadonlySet<string>
}

/** The id of the segment that is the part, or opens it. */
export const idOf = (part: SegmentTable | LoopTable): string => {
  if ('segment' in part) return part.segment
  if (part.hl) return 'HL'
  const opener = part.parts[0]
  if (opener === undefined || !('segment' in opener))
    throw new RangeError(`loop ${part.loop} has no segment that opens it`)
  return opener.segment
}

const elementsOf = (part: SegmentTable | LoopTable): readonly ElementTable[] => {
  if ('segment' in part) return part.elements
  const opener = part.parts[0]
  return opener !== undefined && 'segment' in opener ? opener.elements : []
}

/** The texts that may stand at a place, or null when any may. */
const textsAt = (element: ElementTable | undefined): readonly string[] | null => {
  if (element === undefined) return null
  if ('fixed' in element) return element.usage === 'required' ? [element.fixed] : null
  if ('codes' in element && element.usage === 'required') return element.codes ?? null
  return null
}

const signsAt = (element: ElementTable | undefined, at: number): Sign | null => {
  const first = element !== undefined && 'components' in element ? element.components[0] : undefined
  const texts = textsAt(first ?? element)
  return texts === null
    ? null
    : { element: at, component: first === undefined ? 0 : 1, texts: new Set(texts) }
}

const apart = (signs: readonly (Sign | null)[]): boolean => {
  const texts = signs.flatMap((sign) => (sign === null ? [] : [...sign.texts]))
  return signs.every((sign) => sign !== null) && new Set(texts).size === texts.length
}

const isQualifier = (element: ElementTable): boolean => {
  const first = 'components' in element ? element.components[0] : element
  return first !== undefined && 'fixed' in first && first.usage === 'required'
}

/** A part alone shows itself by its first qualifier, if it has one: a segment under another is not it. */
const signsAlone = (part: SegmentTable | LoopTable): readonly Sign[] => {
  const elements = elementsOf(part)
  const at = elements.findIndex(isQualifier)
  const sign = at === -1 ? null : signsAt(elements[at], at + 1)
  return sign === null ? [] : [sign]
}

/**
 * What tells each of several parts of one id apart: the first place at which their texts differ for all of them; where no
 * one place does, every place that is fixed for some of them.
 */
export const signsOf = (siblings: readonly (SegmentTable | LoopTable)[]): readonly (readonly Sign[])[] => {
  if (siblings.length < 2) return siblings.map(signsAlone)
  const rows = siblings.map((part) => elementsOf(part).map((element, e) => signsAt(element, e + 1)))
  const width = Math.max(...rows.map((row) => row.length))
  for (let e = 0; e < width; e += 1) {
    const column = rows.map((row) => row[e] ?? null)
    if (apart(column)) return column.map((sign) => (sign === null ? [] : [sign]))
  }
  return rows.map((row) => row.filter((sign) => sign !== null))
}
