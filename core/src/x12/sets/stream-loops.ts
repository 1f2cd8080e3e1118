// One kind of loop of one kind of set, typed, out of a file that comes in chunks: memory holds one of them and one chunk.
import type { Finding } from '../../values/finding.ts'
import { type EnvelopeState, endEnvelope, readEnvelopeSegment, startEnvelope } from '../syntax/interchange.ts'
import type { SetRange } from '../syntax/ranges.ts'
import type { Batch } from '../syntax/scan-draft.ts'
import type { Segments } from '../syntax/segments.ts'
import { batchesOf, batchesOfStream } from '../syntax/stream.ts'
import { type SetPlace, isOfGuide, otherSet } from './read-file.ts'
import { cursorAt, reportElement } from './cursor.ts'
import type { Carrier } from './read-segment.ts'
import { type SetState, startSet } from './set-frame.ts'
import { endSet, readSetSegment } from './set-state.ts'
import type { SetTable } from './table-language.ts'

/** A loop that is whole: what was read of it, the objects around it (the document first), and its own findings. */
export interface StreamedLoop {
  readonly value: Carrier
  readonly around: readonly Carrier[]
  readonly findings: readonly Finding[]
  readonly place: SetPlace
}

/** What one more chunk made whole. `findings` are all that were made with it, those of the loops too. */
export interface LoopBatch {
  readonly loops: readonly StreamedLoop[]
  readonly findings: readonly Finding[]
}

interface Stream {
  readonly table: SetTable
  readonly loop: string
  readonly envelope: EnvelopeState
  set: { readonly range: SetRange; readonly state: SetState | null } | null
  last: { readonly segments: Segments; readonly i: number } | null
  loops: StreamedLoop[]
  findings: Finding[]
}

const drain = (from: Finding[], into: Finding[], seen: number): number => {
  for (let f = seen; f < from.length; f += 1) into.push(from[f] as Finding)
  return from.length
}

const openSet = (stream: Stream, range: SetRange, segments: Segments, i: number): void => {
  const { interchange, group } = stream.envelope
  if (interchange === null || group === null) return
  const place: SetPlace = { set: range, group, interchange }
  if (!isOfGuide(stream.table, place)) {
    stream.findings.push(otherSet(stream.table, segments, i, range))
    stream.set = { range, state: null }
    return
  }
  const take = (value: Carrier, around: readonly Carrier[], findings: readonly Finding[]): void => {
    stream.loops.push({ value, around, findings, place })
  }
  const state = startSet(stream.table, { loop: stream.loop, take })
  stream.set = { range, state }
  if (range.version === '' && stream.table.versionInSt !== false) {
    reportElement(cursorAt(segments, i, 1, state.findings), '999:IK4:1', 3)
  }
}

const closeSet = (stream: Stream, at: { readonly segments: Segments; readonly i: number }): void => {
  const { set } = stream
  stream.set = null
  if (set === null || set.state === null) return
  endSet(set.state, at.segments, at.i, at.segments.first + at.i - set.range.from + 1)
  drain(set.state.findings, stream.findings, 0)
}

const feed = (stream: Stream, segments: Segments, i: number): void => {
  readEnvelopeSegment(stream.envelope, segments, i)
  const open = stream.envelope.set
  const here = { segments, i }
  if (stream.set !== null && stream.set.range !== open)
    closeSet(stream, stream.set.range.ended ? here : (stream.last ?? here))
  if (open !== null && stream.set === null) openSet(stream, open, segments, i)
  else if (open !== null && stream.set?.state) {
    readSetSegment(stream.set.state, segments, i, segments.first + i - open.from + 1)
  }
  stream.last = here
}

const feedBatch = (stream: Stream, { segments, findings }: Batch): LoopBatch => {
  stream.findings = [...findings]
  stream.loops = []
  const seen = stream.envelope.findings.length
  for (let i = 0; i < segments.count; i += 1) feed(stream, segments, i)
  drain(stream.envelope.findings, stream.findings, seen)
  return { loops: stream.loops, findings: stream.findings }
}

const endStream = (stream: Stream): LoopBatch => {
  stream.findings = []
  stream.loops = []
  const seen = stream.envelope.findings.length
  if (stream.last !== null) closeSet(stream, stream.last)
  endEnvelope(stream.envelope)
  drain(stream.envelope.findings, stream.findings, seen)
  return { loops: stream.loops, findings: stream.findings }
}

const startStream = (table: SetTable, loop: string): Stream => ({
  table,
  loop,
  envelope: startEnvelope(),
  set: null,
  last: null,
  loops: [],
  findings: [],
})

/**
 * Every loop of that name in the sets of the table's guide, leniently: a batch for each chunk and a last one. The findings
 * of a set come with the batch that ends it; those of one loop also stand beside it.
 */
export function* streamLoops(
  table: SetTable,
  loop: string,
  chunks: Iterable<Uint8Array>,
): Generator<LoopBatch, void, undefined> {
  const stream = startStream(table, loop)
  for (const batch of batchesOf(chunks)) yield feedBatch(stream, batch)
  yield endStream(stream)
}

/** The same for chunks that are waited for. */
export async function* streamLoopsOf(
  table: SetTable,
  loop: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<LoopBatch, void, undefined> {
  const stream = startStream(table, loop)
  for await (const batch of batchesOfStream(chunks)) yield feedBatch(stream, batch)
  yield endStream(stream)
}
