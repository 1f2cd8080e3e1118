// Bytes to typed claim acknowledgments: every 277CA of a file.
import type { Result } from '../../../values/result.ts'
import { type LenientFile, type SetInFile, readFile, readFileLeniently } from '../read-file.ts'
import { table277ca } from './table.ts'

/** Every 277CA of a file, whole; refused with all findings when one cannot be read. A 277 of another guide is left alone. */
export const readClaimAcknowledgments = (
  bytes: Uint8Array,
): Result<readonly SetInFile<typeof table277ca>[]> => readFile(table277ca, bytes)

/**
 * What can be read of the 277CAs of a file, and a finding for everything that cannot; `foundIn` tells what is wrong inside
 * each claim (2200D).
 */
export const readClaimAcknowledgmentsLeniently = (bytes: Uint8Array): LenientFile<typeof table277ca> =>
  readFileLeniently(table277ca, bytes, '2200D')
