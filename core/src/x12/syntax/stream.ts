// Segments of a file that comes in chunks: memory holds one chunk and one segment, offsets count from the file's start.
import { scan } from './scan.ts'
import { type Batch, startScan } from './scan-draft.ts'

/**
 * One batch for each chunk and a last one: the segments that became whole with it. Together the batches hold the
 * segments, findings and offsets that `splitLeniently` finds in the whole file, wherever the chunks were cut.
 */
export function* batchesOf(chunks: Iterable<Uint8Array>): Generator<Batch, void, undefined> {
  const state = startScan()
  for (const chunk of chunks) yield scan(state, chunk, false)
  yield scan(state, new Uint8Array(0), true)
}

/** The same for chunks that are waited for, such as those of a file or a connection. */
export async function* batchesOfStream(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Batch, void, undefined> {
  const state = startScan()
  for await (const chunk of chunks) yield scan(state, chunk, false)
  yield scan(state, new Uint8Array(0), true)
}
