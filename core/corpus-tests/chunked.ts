// The ways a test feeds the same bytes: whole, and cut into chunks; and what came out, in a form that compares.
import type { Finding } from '../src/values/finding.ts'
import { endEnvelope, readEnvelopeSegment, startEnvelope } from '../src/x12/syntax/interchange.ts'
import type { InterchangeRange } from '../src/x12/syntax/ranges.ts'
import type { Batch, ByteRange } from '../src/x12/syntax/scan-draft.ts'
import { elementCount, elementOffset, elementText, segmentLength } from '../src/x12/syntax/segments.ts'
import { splitLeniently } from '../src/x12/syntax/split.ts'
import { batchesOf } from '../src/x12/syntax/stream.ts'

/** The bytes cut at these places, counted from the start. */
export const cutAt = (bytes: Uint8Array, places: readonly number[]): readonly Uint8Array[] => {
  const edges = [0, ...places.map((place) => Math.min(place, bytes.length)), bytes.length].sort(
    (a, b) => a - b,
  )
  return edges.slice(1).map((to, e) => bytes.subarray(edges[e] ?? 0, to))
}

/** The bytes in chunks of one size. */
export const cutEvery = (bytes: Uint8Array, size: number): readonly Uint8Array[] =>
  cutAt(
    bytes,
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, c) => c * size),
  )

/** Everything the syntax layer says of a file. */
export interface Heard {
  readonly segments: readonly { readonly texts: readonly string[]; readonly offsets: readonly number[] }[]
  readonly findings: readonly Finding[]
  readonly unread: readonly ByteRange[]
  readonly interchanges: readonly InterchangeRange[]
  readonly envelope: readonly Finding[]
}

const heardFrom = (batches: Iterable<Batch>): Heard => {
  const envelope = startEnvelope()
  const [segments, findings, unread]: [Heard['segments'][number][], Finding[], ByteRange[]] = [[], [], []]
  for (const batch of batches) {
    findings.push(...batch.findings)
    unread.push(...batch.unread)
    for (let i = 0; i < batch.segments.count; i += 1) {
      readEnvelopeSegment(envelope, batch.segments, i)
      const places = Array.from({ length: elementCount(batch.segments, i) + 1 }, (_, n) => n)
      const texts = places.map((n) => elementText(batch.segments, i, n))
      const offsets = places.map((n) => elementOffset(batch.segments, i, n))
      segments.push({ texts, offsets: [...offsets, segmentLength(batch.segments, i)] })
    }
  }
  endEnvelope(envelope)
  return { segments, findings, unread, interchanges: envelope.interchanges, envelope: envelope.findings }
}

export const heardWhole = (bytes: Uint8Array): Heard => heardFrom([splitLeniently(bytes)])
export const heardInChunks = (chunks: Iterable<Uint8Array>): Heard => heardFrom(batchesOf(chunks))

/** Bytes of a text whose characters are all below 256, one byte each. */
export const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0))
