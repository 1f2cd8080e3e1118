// Decisions that look like chance and are none: drawn from the seed, so that the same files get the same answers again.
import { createHash } from 'node:crypto'

/** A whole number from 0 to `sides - 1`, always the same for the same seed and words. */
export const draw = (sides: number, seed: string, ...words: readonly (string | number)[]): number =>
  createHash('sha256')
    .update([seed, ...words].join('\n'))
    .digest()
    .readUIntBE(0, 6) % Math.max(1, sides)

/** True in so many of a hundred cases. */
export const happens = (ofHundred: number, seed: string, ...words: readonly (string | number)[]): boolean =>
  draw(100, seed, ...words) < ofHundred

/** A UUID (version 8: made by our own rule) that is always the same for the same seed and words. */
export const drawUuid = (seed: string, ...words: readonly (string | number)[]): string => {
  const bytes = createHash('sha256')
    .update(['uuid', seed, ...words].join('\n'))
    .digest()
    .subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
