// What the scanner remembers between chunks and gathers from one: offsets, findings, ranges that no segment holds.
import type { Finding, SegmentPlace } from '../../values/finding.ts'
import { type Delimiters, usualDelimiters } from './delimiters.ts'
import { type FaultCode, fault } from './faults.ts'
import type { DelimiterSpan, Segments } from './segments.ts'

/** A stretch of the file that no segment holds and that is not blank: each has a finding. */
export interface ByteRange {
  readonly offset: number
  readonly length: number
}

/** What the scanner learned from one more chunk. */
export interface Batch {
  readonly segments: Segments
  readonly findings: readonly Finding[]
  readonly unread: readonly ByteRange[]
}

/**
 * Where the scanner stands between chunks. `carry` is what it could not finish: never more than one segment, and no more
 * than `longestSegment` bytes.
 */
export interface ScanState {
  mode: 'between' | 'inside' | 'overlong'
  carry: Uint8Array
  /** Offset of `carry[0]` from the start of the file. */
  base: number
  /** Segments read so far. */
  count: number
  /** Segments read since the ISA, the ISA being 1. */
  sinceIsa: number
  interchanges: number
  delimiters: Delimiters
  /** Where a stretch outside any interchange, or a segment without end, began; -1 when there is none. */
  strayFrom: number
  indented: boolean
  ended: boolean
}

/** Longer than any segment a guide allows; keeps a file without terminators from filling the memory. */
export const longestSegment = 1_000_000

export const startScan = (): ScanState => ({
  mode: 'between',
  carry: new Uint8Array(0),
  base: 0,
  count: 0,
  sinceIsa: 0,
  interchanges: 0,
  delimiters: usualDelimiters,
  strayFrom: -1,
  indented: false,
  ended: false,
})

/** What one call gathers; the arrays grow as needed. */
export interface Draft {
  readonly bytes: Uint8Array
  readonly base: number
  readonly first: number
  readonly final: boolean
  count: number
  elementCount: number
  elementsFrom: Uint32Array
  elements: Uint32Array
  ends: Uint32Array
  readonly spans: DelimiterSpan[]
  readonly findings: Finding[]
  readonly unread: ByteRange[]
}

export const isBlank = (byte: number): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09

const grown = (from: Uint32Array, atLeast: number): Uint32Array => {
  const larger = new Uint32Array(Math.max(from.length * 2, atLeast))
  larger.set(from)
  return larger
}

const place = (state: ScanState, draft: Draft, from: number, to: number, id = ''): SegmentPlace => ({
  kind: 'segment',
  id,
  segment: state.sinceIsa,
  offset: draft.base + from,
  length: to - from,
})

export const report = (
  state: ScanState,
  draft: Draft,
  code: FaultCode,
  from: number,
  to: number,
  id = '',
): void => {
  draft.findings.push(fault(code, place(state, draft, from, to, id)))
}

/** Reports bytes that are in no segment, from an offset of the file to an index of the draft. */
export const reportUnread = (
  state: ScanState,
  draft: Draft,
  code: FaultCode,
  offset: number,
  to: number,
): void => {
  const length = draft.base + to - offset
  if (length <= 0) return
  const at: SegmentPlace = { kind: 'segment', id: '', segment: state.sinceIsa, offset, length }
  draft.findings.push(fault(code, at, { bytes: String(length) }))
  draft.unread.push({ offset, length })
}

/** Writes the segment that stands at `from`..`to` into the draft. */
export const addSegment = (state: ScanState, draft: Draft, from: number, to: number): void => {
  const separator = state.delimiters.element
  const { bytes } = draft
  if (draft.count + 2 > draft.elementsFrom.length) {
    draft.elementsFrom = grown(draft.elementsFrom, draft.count + 2)
    draft.ends = grown(draft.ends, draft.count + 2)
  }
  if (draft.elementCount + (to - from) + 1 > draft.elements.length) {
    draft.elements = grown(draft.elements, draft.elementCount + (to - from) + 1)
  }
  const { elements } = draft
  let at = draft.elementCount
  elements[at++] = from
  for (let byte = from; byte < to; byte += 1) if (bytes[byte] === separator) elements[at++] = byte + 1
  draft.elementCount = at
  draft.ends[draft.count] = to
  draft.count += 1
  draft.elementsFrom[draft.count] = at
  state.count += 1
  state.sinceIsa += 1
}

/** An empty draft over the bytes of one call. */
export const startDraft = (state: ScanState, bytes: Uint8Array, final: boolean): Draft => ({
  bytes,
  base: state.base,
  first: state.count,
  final,
  count: 0,
  elementCount: 0,
  elementsFrom: new Uint32Array(Math.ceil(bytes.length / 24) + 16),
  elements: new Uint32Array(Math.ceil(bytes.length / 5) + 64),
  ends: new Uint32Array(Math.ceil(bytes.length / 24) + 16),
  spans: [{ from: 0, delimiters: state.delimiters }],
  findings: [],
  unread: [],
})
