// Segments to bytes, with the delimiters and layout the caller asks for. 5010 has no release character: what cannot be written is refused.
import type { Finding } from '../../values/finding.ts'
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

/** What must not stand in a value: control characters (X12.5 extended set) and the delimiters of the file. */
const forbidden = (delimiters: Delimiters): ReadonlySet<string> =>
  new Set(
    [delimiters.element, delimiters.component, delimiters.terminator, delimiters.repetition]
      .filter((byte) => byte !== null)
      .map((byte) => String.fromCharCode(byte)),
  )

const isControl = (code: number): boolean => code < 0x20 || (code >= 0x7f && code < 0xa0)

const holdsForbidden = (value: string, delimiters: ReadonlySet<string>): boolean => {
  for (let at = 0; at < value.length; at += 1) {
    if (isControl(value.charCodeAt(at)) || delimiters.has(value.charAt(at))) return true
  }
  return false
}

const parts = (element: WrittenElement): readonly (readonly string[])[] =>
  typeof element === 'string' ? [[element]] : 'repetitions' in element ? element.repetitions : [element]

/** Finds every value of a segment that cannot be written; `segment` is its position in the file or set. */
const unwritable = (
  written: WrittenSegment,
  segment: number,
  delimiters: ReadonlySet<string>,
): readonly Finding[] => {
  const [id, ...elements] = written
  return elements.flatMap((element, e) =>
    parts(element).flatMap((components, r) =>
      components.flatMap((value, c) => {
        if (!holdsForbidden(value, delimiters)) return []
        const place = { kind: 'segment', id, segment, element: e + 1, offset: 0, length: 0 } as const
        const within = typeof element === 'string' ? {} : { component: c + 1, repetition: r + 1 }
        return [fault('999:IK4:6', { ...place, ...within })]
      }),
    ),
  )
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
  const { delimiters } = layout
  const delimiterSet = forbidden(delimiters)
  const findings = segments.flatMap((segment, i) =>
    segment[0] === 'ISA'
      ? []
      : [
          ...unwritable(segment, i + 1, delimiterSet),
          ...(delimiters.repetition === null ? repeatedElements(segment, i + 1) : []),
        ],
  )
  return findings.length > 0 ? refused(findings) : accepted(encodeText(laidOut(segments, layout)))
}

const repeatedElements = (written: WrittenSegment, segment: number): readonly Finding[] =>
  written.flatMap((element, e) =>
    parts(element).length > 1
      ? [fault('999:IK4:12', { kind: 'segment', id: written[0], segment, element: e, offset: 0, length: 0 })]
      : [],
  )

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
