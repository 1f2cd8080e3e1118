// SHA-256 as small hex: the one hash of the house, handed to core where it is asked for.
import { createHash } from 'node:crypto'

/** Of a text's UTF-8, or of bytes. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')
