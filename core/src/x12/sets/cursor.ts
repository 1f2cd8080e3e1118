// The segment that is being read: its texts, its place in the set, and where its faults go.
import type { Finding, SegmentPlace } from '../../values/finding.ts'
import { type FaultCode, fault } from '../syntax/faults.ts'
import {
  type Segments,
  componentPlace,
  delimitersAt,
  elementLength,
  elementOffset,
  elementTexts,
  segmentId,
  segmentLength,
  segmentOffset,
} from '../syntax/segments.ts'
import type { Sign } from './signs.ts'

/** A segment of a file in the set it stands in. `number` counts from ST = 1; `loop` is set when its loop is known. */
export interface Cursor {
  readonly segments: Segments
  readonly i: number
  readonly number: number
  loop: string
  readonly findings: Finding[]
  /** The texts of its elements, element 1 first. */
  readonly texts: readonly string[]
  readonly component: string
  /** Empty where the interchange has no repetition separator. */
  readonly repetition: string
}

const characters = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte))

/** The segment at index `i` of the table; `number` is its position in the set, its faults go to `findings`. */
export const cursorAt = (segments: Segments, i: number, number: number, findings: Finding[]): Cursor => {
  const { component, repetition } = delimitersAt(segments, i)
  return {
    segments,
    i,
    number,
    loop: '',
    findings,
    texts: elementTexts(segments, i),
    component: characters[component] ?? '',
    repetition: repetition === null ? '' : (characters[repetition] ?? ''),
  }
}

/** A place inside the segment; component and repetition are 0 where the element is not cut. */
export interface Spot {
  readonly element: number
  readonly component: number
  readonly repetition: number
}

export const segmentPlaceOf = (cursor: Cursor): SegmentPlace => {
  const { segments, i, number, loop } = cursor
  const place = {
    kind: 'segment',
    id: segmentId(segments, i),
    segment: number,
    offset: segmentOffset(segments, i),
    length: segmentLength(segments, i),
  } as const
  return loop === '' ? place : { ...place, loop }
}

const spotPlace = (cursor: Cursor, spot: Spot): SegmentPlace => {
  const { segments, i } = cursor
  const { element, component, repetition } = spot
  const place = { ...segmentPlaceOf(cursor), element }
  if (component === 0 && repetition === 0) {
    return {
      ...place,
      offset: elementOffset(segments, i, element),
      length: elementLength(segments, i, element),
    }
  }
  const at = { component: Math.max(component, 1), repetition: Math.max(repetition, 1) }
  return {
    ...place,
    ...componentPlace(segments, i, element, at),
    ...(component > 0 ? { component } : {}),
    ...(repetition > 0 ? { repetition } : {}),
  }
}

/** Notes a fault at a place of the segment. */
export const report = (cursor: Cursor, code: FaultCode, spot: Spot, value = ''): void => {
  cursor.findings.push(
    fault(code, spotPlace(cursor, spot), value === '' ? {} : { value: value.slice(0, 99) }),
  )
}

/** Notes a fault of an element as a whole. */
export const reportElement = (cursor: Cursor, code: FaultCode, element: number, value = ''): void =>
  report(cursor, code, { element, component: 0, repetition: 0 }, value)

/** Whether the segment shows the signs by which a part is told from its neighbours. */
export const showsSigns = ({ texts, component }: Cursor, signs: readonly Sign[]): boolean => {
  for (const sign of signs) {
    const text = texts[sign.element - 1] ?? ''
    const shown = sign.component === 0 ? text : (text.split(component)[sign.component - 1] ?? '')
    if (!sign.texts.has(shown)) return false
  }
  return true
}
