// Segments to bytes, with the delimiters and layout the caller asks for. 5010 has no release character: what cannot be written is refused.
import type { Finding, SegmentPlace } from '../../values/finding.ts'
import { type Result, accepted, refused } from '../../values/result.ts'
import { type Delimiters, usualDelimiters } from './delimiters.ts'
import { fault } from './faults.ts'
import { type Segments, delimitersAt, elementCount, elementEnd, elementStart } from './segments.ts'
import { encodeText } from './text.ts'

/** An element: its text, or its components, or repetitions of components. Trailing empties are the caller's to cut. */
export type WrittenElement =
  | string
  | readonly string[]
  | { readonly repetitions: readonly (readonly string[])[] }

/** A segment: its id, then its elements from 1 on. */
export type WrittenSegment = readonly [id: string, ...elements: WrittenElement[]]

/** How bytes are laid out. `newline` puts a line feed after each terminator, for people. */
export interface Layout {
  readonly delimiters: Delimiters
  readonly newline: boolean
}

export const usualLayout: Layout = { delimiters: usualDelimiters, newline: false }

/** What must not stand in a value, by its code: control characters (X12.5 extended set) and the delimiters of the file. */
const forbiddenCodes = ({ element, component, repetition, terminator }: Delimiters): Uint8Array => {
  const codes = new Uint8Array(256)
  codes.fill(1, 0, 0x20)
  codes.fill(1, 0x7f, 0xa0)
  for (const code of [element, component, terminator, repetition]) if (code !== null) codes[code] = 1
  return codes
}

const holdsForbidden = (value: string, codes: Uint8Array): boolean => {
  for (let at = 0; at < value.length; at += 1) if (codes[value.charCodeAt(at)] === 1) return true
  return false
}

const parts = (element: WrittenElement): readonly (readonly string[])[] =>
  typeof element === 'string' ? [[element]] : 'repetitions' in element ? element.repetitions : [element]

const isWritable = (element: WrittenElement, codes: Uint8Array): boolean =>
  typeof element === 'string'
    ? !holdsForbidden(element, codes)
    : parts(element).every((components) => components.every((value) => !holdsForbidden(value, codes)))

/** The findings of an element that holds a value which cannot be written. */
const findingsOf = (element: WrittenElement, place: SegmentPlace, codes: Uint8Array): readonly Finding[] =>
  parts(element).flatMap((components, r) =>
    components.flatMap((value, c) => {
      if (!holdsForbidden(value, codes)) return []
      const within = typeof element === 'string' ? {} : { component: c + 1, repetition: r + 1 }
      return [fault('999:IK4:6', { ...place, ...within })]
    }),
  )

/** Finds every value of a segment that cannot be written; `segment` is its position among those that are written. */
const unwritable = (
  written: WrittenSegment,
  segment: number,
  { repetition }: Delimiters,
  codes: Uint8Array,
  findings: Finding[],
): void => {
  for (let e = 1; e < written.length; e += 1) {
    const element = written[e] ?? ''
    const isRepeated = repetition === null && parts(element).length > 1
    if (!isRepeated && isWritable(element, codes)) continue
    const place = { kind: 'segment', id: written[0], segment, element: e, offset: 0, length: 0 } as const
    findings.push(...findingsOf(element, place, codes))
    if (isRepeated) findings.push(fault('999:IK4:12', place))
  }
}

const elementOf = (element: WrittenElement, component: string, repetition: string): string =>
  typeof element === 'string'
    ? element
    : parts(element)
        .map((components) => components.join(component))
        .join(repetition)

/** The text of segments in a layout; no value is checked. The ISA is one of them, as it is written. */
const laidOut = (segments: readonly WrittenSegment[], layout: Layout): string => {
  const { delimiters } = layout
  const separator = String.fromCharCode(delimiters.element)
  const component = String.fromCharCode(delimiters.component)
  const repetition = delimiters.repetition === null ? '' : String.fromCharCode(delimiters.repetition)
  const end = String.fromCharCode(delimiters.terminator) + (layout.newline ? '\n' : '')
  let text = ''
  for (const segment of segments) {
    let line = ''
    for (const element of segment)
      line += (line === '' ? '' : separator) + elementOf(element, component, repetition)
    text += line + end
  }
  return text
}

/**
 * The bytes of segments. Refused, with one finding for each value, when a value holds a delimiter or a control character,
 * or is repeated where the layout has no repetition separator. The values of an ISA are not held to this: its elements 11
 * and 16 are delimiters.
 */
export const writeSegments = (
  segments: readonly WrittenSegment[],
  layout: Layout = usualLayout,
): Result<Uint8Array> => {
  const codes = forbiddenCodes(layout.delimiters)
  const findings: Finding[] = []
  segments.forEach((segment, i) => {
    if (segment[0] !== 'ISA') unwritable(segment, i + 1, layout.delimiters, codes, findings)
  })
  return findings.length > 0 ? refused(findings) : accepted(encodeText(laidOut(segments, layout)))
}

/**
 * The bytes a table of offsets came from, built anew from its elements and delimiters; what no segment holds (blanks
 * between segments, unread ranges) is copied. Equal to the bytes that were split: the proof that no offset is wrong.
 */
export const writeBack = (segments: Segments): Uint8Array => {
  const { bytes } = segments
  const out = new Uint8Array(bytes.length)
  let done = 0
  const copy = (from: number, to: number): void => {
    out.set(bytes.subarray(from, to), from)
    done = to
  }
  for (let i = 0; i < segments.count; i += 1) {
    const { element, terminator } = delimitersAt(segments, i)
    copy(done, elementStart(segments, i, 0))
    for (let n = 0; n <= elementCount(segments, i); n += 1) {
      if (n > 0) out[done] = element
      copy(elementStart(segments, i, n), elementEnd(segments, i, n))
    }
    if (done < bytes.length) out[done++] = terminator
  }
  copy(done, bytes.length)
  return out
}
