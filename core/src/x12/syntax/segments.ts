// The table of offsets: where each segment and element of a file stands. Nothing is decoded until it is asked for.
import { type Delimiters, usualDelimiters } from './delimiters.ts'
import { decodeText } from './text.ts'

/** From segment `from` on (an index into the table) these delimiters hold: each interchange of a file has its own. */
export interface DelimiterSpan {
  readonly from: number
  readonly delimiters: Delimiters
}

/** The last stretch of bytes made into text, so that neighbouring elements are cut from one string. */
export interface TextWindow {
  from: number
  to: number
  text: string
  /** True when some byte of it is not ASCII. */
  wide: boolean
}

/**
 * Segments of a file, or of one stretch of a stream. Indexes count from 0; `first` is the number of the first one in the
 * file, `base` the offset of `bytes[0]` from the start of the file. `elements[elementsFrom[i] + n]` is where element n of
 * segment i begins in `bytes` (element 0 is the segment's id), `ends[i]` where the segment ends, its terminator left out.
 */
export interface Segments {
  readonly bytes: Uint8Array
  readonly base: number
  readonly first: number
  readonly count: number
  readonly elementsFrom: Uint32Array
  readonly elements: Uint32Array
  readonly ends: Uint32Array
  readonly spans: readonly DelimiterSpan[]
  readonly window: TextWindow
}

const windowBytes = 4096

export const segmentCount = (segments: Segments): number => segments.count

/** The delimiters that hold for segment `i`. */
export const delimitersAt = (segments: Segments, i: number): Delimiters => {
  const { spans } = segments
  for (let at = spans.length - 1; at >= 0; at -= 1) {
    const span = spans[at]
    if (span !== undefined && span.from <= i) return span.delimiters
  }
  return usualDelimiters
}

/** How many elements stand after the segment's id; `N3*1 MAIN ST` has one. */
export const elementCount = (segments: Segments, i: number): number =>
  (segments.elementsFrom[i + 1] ?? 0) - (segments.elementsFrom[i] ?? 0) - 1

/** Where element `n` begins in `bytes`, or -1 when the segment has no such element. Element 0 is the id. */
export const elementStart = (segments: Segments, i: number, n: number): number => {
  const at = (segments.elementsFrom[i] ?? 0) + n
  return at < (segments.elementsFrom[i + 1] ?? 0) ? (segments.elements[at] ?? -1) : -1
}

/** Where element `n` ends in `bytes` (exclusive), or -1 when the segment has no such element. */
export const elementEnd = (segments: Segments, i: number, n: number): number => {
  const at = (segments.elementsFrom[i] ?? 0) + n
  const after = segments.elementsFrom[i + 1] ?? 0
  if (at >= after) return -1
  return at + 1 < after ? (segments.elements[at + 1] ?? 0) - 1 : (segments.ends[i] ?? -1)
}

const fillWindow = (segments: Segments, start: number): void => {
  const { bytes, window } = segments
  const to = Math.min(bytes.length, start + windowBytes)
  const stretch = bytes.subarray(start, to)
  let union = 0
  for (let at = 0; at < stretch.length; at += 1) union |= stretch[at] ?? 0
  window.from = start
  window.to = to
  window.wide = union >= 0x80
  window.text = String.fromCharCode.apply(null, stretch as unknown as number[])
}

const isPlain = (bytes: Uint8Array, start: number, end: number): boolean => {
  for (let at = start; at < end; at += 1) if ((bytes[at] ?? 0) >= 0x80) return false
  return true
}

/** The text of a stretch of `bytes`, both ends as in `elementStart` and `elementEnd`. */
export const textBetween = (segments: Segments, start: number, end: number): string => {
  if (end <= start) return ''
  const { window } = segments
  if (end - start > windowBytes) return decodeText(segments.bytes, start, end)
  if (start < window.from || end > window.to) fillWindow(segments, start)
  if (window.wide && !isPlain(segments.bytes, start, end)) return decodeText(segments.bytes, start, end)
  return window.text.substring(start - window.from, end - window.from)
}

/** The text of element `n` as it stands, components and repetitions unsplit; empty when it is absent. 0 is the id. */
export const elementText = (segments: Segments, i: number, n: number): string =>
  textBetween(segments, elementStart(segments, i, n), elementEnd(segments, i, n))

/** The texts of all elements, element 1 first. */
export const elementTexts = (segments: Segments, i: number): readonly string[] => {
  const { elements } = segments
  const last = (segments.elementsFrom[i + 1] ?? 0) - 1
  const texts: string[] = []
  for (let at = (segments.elementsFrom[i] ?? 0) + 1; at <= last; at += 1) {
    const end = at < last ? (elements[at + 1] ?? 0) - 1 : (segments.ends[i] ?? 0)
    texts.push(textBetween(segments, elements[at] ?? 0, end))
  }
  return texts
}

export const segmentId = (segments: Segments, i: number): string => elementText(segments, i, 0)

const cut = (text: string, delimiter: number | null): readonly string[] =>
  delimiter === null ? [text] : text.split(String.fromCharCode(delimiter))

/** The repetitions of element `n`, each with its components unsplit; none when the element is absent or empty. */
export const repetitions = (segments: Segments, i: number, n: number): readonly string[] => {
  const text = elementText(segments, i, n)
  return text === '' ? [] : cut(text, delimitersAt(segments, i).repetition)
}

/** The components of one repetition of element `n` (the first unless told); none when it is absent or empty. */
export const components = (segments: Segments, i: number, n: number, repetition = 0): readonly string[] => {
  const text = repetitions(segments, i, n)[repetition] ?? ''
  return text === '' ? [] : cut(text, delimitersAt(segments, i).component)
}

/** Bytes from the start of the file to the segment's id. */
export const segmentOffset = (segments: Segments, i: number): number =>
  segments.base + elementStart(segments, i, 0)

/** Bytes of the segment without its terminator. */
export const segmentLength = (segments: Segments, i: number): number =>
  (segments.ends[i] ?? 0) - elementStart(segments, i, 0)

/** Bytes from the start of the file to element `n`; to the end of the segment when it has no such element. */
export const elementOffset = (segments: Segments, i: number, n: number): number => {
  const start = elementStart(segments, i, n)
  return segments.base + (start === -1 ? (segments.ends[i] ?? 0) : start)
}

/** Bytes of element `n`; 0 when it is absent. */
export const elementLength = (segments: Segments, i: number, n: number): number =>
  elementEnd(segments, i, n) - elementStart(segments, i, n)

/** Where one component of element `n` stands: bytes from the start of the file, and its length. Both count from 1. */
export const componentPlace = (
  segments: Segments,
  i: number,
  n: number,
  at: { readonly component: number; readonly repetition: number },
): { readonly offset: number; readonly length: number } => {
  const { component, repetition } = delimitersAt(segments, i)
  const { bytes } = segments
  const end = elementEnd(segments, i, n)
  let from = elementStart(segments, i, n)
  let [repetitionsLeft, componentsLeft] = [at.repetition - 1, at.component - 1]
  let to = from
  for (; to < end; to += 1) {
    const isRepetition = repetition !== null && bytes[to] === repetition
    if (repetitionsLeft === 0 && componentsLeft === 0 && (isRepetition || bytes[to] === component)) break
    if (repetitionsLeft > 0 && isRepetition) repetitionsLeft -= 1
    else if (repetitionsLeft === 0 && bytes[to] === component) componentsLeft -= 1
    else continue
    from = to + 1
  }
  return { offset: segments.base + from, length: to - from }
}
