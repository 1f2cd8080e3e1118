// The scanner: bytes in, offsets out. One state machine for a whole file and for a stream of any chunks.
import { learnDelimiters, startsIsa } from './delimiters.ts'
import {
  type Batch,
  type Draft,
  type ScanState,
  addSegment,
  isBlank,
  longestSegment,
  report,
  reportUnread,
  startDraft,
} from './scan-draft.ts'

/** Reads the ISA at `at`; answers the index after it, or -1 when more bytes are needed. */
const readIsa = (state: ScanState, draft: Draft, at: number): number => {
  const { bytes } = draft
  const learned = learnDelimiters(bytes, at, draft.final)
  if (learned.kind === 'incomplete') return -1
  state.sinceIsa = 0
  if (learned.kind === 'fault') {
    const to = Math.min(bytes.length, at + 106)
    report(state, draft, learned.code, at, to, 'ISA')
    state.mode = 'between'
    state.strayFrom = draft.base + at
    state.interchanges += 1
    return at + 3
  }
  state.mode = 'inside'
  state.delimiters = learned.delimiters
  state.interchanges += 1
  draft.spans.push({ from: draft.count, delimiters: learned.delimiters })
  addSegment(state, draft, at, at + learned.length - 1)
  if (!learned.fixed) report(state, draft, 'x12:isa-length', at, at + learned.length, 'ISA')
  const versionDigits = learned.fixed ? String.fromCharCode(...bytes.subarray(at + 84, at + 89)) : ''
  if (learned.delimiters.repetition === null && versionDigits >= '00402') {
    report(state, draft, 'x12:no-repetition', at, at + learned.length, 'ISA')
  }
  return at + learned.length
}

const markLength = (bytes: Uint8Array, at: number): number =>
  bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf ? 3 : 0

/** Outside any interchange: skips blanks, reports what is no ISA. Answers where it stopped. */
const readBetween = (state: ScanState, draft: Draft, from: number): number => {
  const { bytes, final } = draft
  let at = from
  while (at < bytes.length) {
    if (!final && bytes.length - at < 4) return at
    if (startsIsa(bytes, at)) {
      const after = readIsaAfterStray(state, draft, at)
      if (after === -1 || state.mode === 'inside') return after === -1 ? at : after
      at = after
      continue
    }
    const mark = draft.base + at === 0 ? markLength(bytes, at) : 0
    if (mark > 0) {
      report(state, draft, 'x12:byte-order-mark', at, at + mark)
      at += mark
      continue
    }
    if (state.strayFrom === -1 && !isBlank(bytes[at] ?? 0)) state.strayFrom = draft.base + at
    at += 1
  }
  return at
}

const readIsaAfterStray = (state: ScanState, draft: Draft, at: number): number => {
  const learned = learnDelimiters(draft.bytes, at, draft.final)
  if (learned.kind === 'incomplete') return -1
  if (state.strayFrom !== -1) {
    reportUnread(state, draft, 'x12:bytes-outside', state.strayFrom, at)
    state.strayFrom = -1
  }
  return readIsa(state, draft, at)
}

const isIea = (bytes: Uint8Array, from: number, to: number, separator: number): boolean =>
  bytes[from] === 0x49 &&
  bytes[from + 1] === 0x45 &&
  bytes[from + 2] === 0x41 &&
  (to === from + 3 || bytes[from + 3] === separator)

/** The file ended before a terminator came. An IEA is taken as whole; anything else may have been cut. */
const readLast = (state: ScanState, draft: Draft, from: number): number => {
  const { bytes } = draft
  let to = bytes.length
  while (to > from && isBlank(bytes[to - 1] ?? 0)) to -= 1
  if (to > from && isIea(bytes, from, to, state.delimiters.element)) {
    addSegment(state, draft, from, to)
    report(state, draft, 'x12:no-last-terminator', from, to, 'IEA')
    state.mode = 'between'
  } else if (to > from) {
    reportUnread(state, draft, 'TA1:023', draft.base + from, bytes.length)
  }
  return bytes.length
}

const skipBlanks = (bytes: Uint8Array, from: number): number => {
  let at = from
  while (at < bytes.length && isBlank(bytes[at] ?? 0)) at += 1
  return at
}

const noteIndent = (state: ScanState, draft: Draft, from: number, at: number): void => {
  const before = at > from ? draft.bytes[at - 1] : 0
  if (state.indented || (before !== 0x20 && before !== 0x09)) return
  state.indented = true
  report(state, draft, 'x12:blank-before-segment', from, at)
}

/** Inside an interchange: segment after segment, until the IEA or the end of the bytes. Answers where it stopped. */
const readInside = (state: ScanState, draft: Draft, from: number): number => {
  const { bytes, final } = draft
  let at = from
  while (at < bytes.length) {
    const start = skipBlanks(bytes, at)
    if (start + 4 > bytes.length && !final) return at
    if (start === bytes.length) return start
    if (startsIsa(bytes, start)) {
      const after = readIsa(state, draft, start)
      if (after === -1) return at
      if (state.mode !== 'inside') return after
      at = after
      continue
    }
    const end = bytes.indexOf(state.delimiters.terminator, start)
    const tooLong = (end === -1 ? bytes.length : end) - start > longestSegment
    if (tooLong) {
      state.mode = 'overlong'
      state.strayFrom = draft.base + start
      return start
    }
    if (end === -1) {
      if (!final) return at
      noteIndent(state, draft, at, start)
      return readLast(state, draft, start)
    }
    noteIndent(state, draft, at, start)
    if (end === start) reportUnread(state, draft, '999:IK3:1', draft.base + start, end + 1)
    else addSegment(state, draft, start, end)
    at = end + 1
    if (isIea(bytes, start, end, state.delimiters.element)) {
      state.mode = 'between'
      return at
    }
  }
  return at
}

/** Past a segment that has no end: goes on after the next terminator. */
const readOverlong = (state: ScanState, draft: Draft, from: number): number => {
  const end = draft.bytes.indexOf(state.delimiters.terminator, from)
  if (end === -1) return draft.bytes.length
  reportUnread(state, draft, 'x12:overlong-segment', state.strayFrom, end + 1)
  state.strayFrom = -1
  state.mode = 'inside'
  return end + 1
}

const joined = (carry: Uint8Array, chunk: Uint8Array): Uint8Array => {
  if (carry.length === 0) return chunk
  const both = new Uint8Array(carry.length + chunk.length)
  both.set(carry)
  both.set(chunk, carry.length)
  return both
}

const readOn = { between: readBetween, inside: readInside, overlong: readOverlong }

/**
 * Takes the next chunk of the file and gives the segments that are now whole; `final` says that it is the last. The state
 * is changed. The chunk is kept by the batch, not copied, unless something was carried over.
 */
export const scan = (state: ScanState, chunk: Uint8Array, final: boolean): Batch => {
  if (state.ended) throw new RangeError('the scan of this file has ended')
  const bytes = joined(state.carry, chunk)
  const draft = startDraft(state, bytes, final)
  let at = 0
  for (;;) {
    const { mode } = state
    const before = at
    at = readOn[mode](state, draft, before)
    if (at >= bytes.length || (at === before && mode === state.mode)) break
  }
  state.carry = at < bytes.length ? bytes.slice(at) : new Uint8Array(0)
  state.base = draft.base + at
  if (final) endScan(state, draft)
  const { first, count, elementsFrom, elements, ends, spans, findings, unread } = draft
  const window = { from: 0, to: 0, text: '', wide: false }
  const segments = { bytes, base: draft.base, first, count, elementsFrom, elements, ends, spans, window }
  return { segments, findings, unread }
}

/** Reports what was still open when the file ended. */
const endScan = (state: ScanState, draft: Draft): void => {
  const to = draft.bytes.length
  state.ended = true
  if (state.strayFrom !== -1) {
    const outside = state.interchanges === 0 ? 'x12:no-interchange' : 'x12:bytes-outside'
    reportUnread(
      state,
      draft,
      state.mode === 'overlong' ? 'x12:overlong-segment' : outside,
      state.strayFrom,
      to,
    )
  } else if (state.interchanges === 0) {
    report(state, draft, 'x12:no-interchange', to, to)
  }
}
