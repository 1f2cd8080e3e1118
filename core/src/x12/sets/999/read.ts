// Bytes to typed implementation acknowledgments: every 999 of a file.
import type { Result } from '../../../values/result.ts'
import { type LenientFile, type SetInFile, readFile, readFileLeniently } from '../read-file.ts'
import { table999 } from './table.ts'

/** Every 999 of a file, whole; refused with all findings when one cannot be read. A TA1 before its group may stand there. */
export const readImplementationAcknowledgments = (
  bytes: Uint8Array,
): Result<readonly SetInFile<typeof table999>[]> => readFile(table999, bytes)

/** What can be read of the 999s of a file, and a finding for everything that cannot. */
export const readImplementationAcknowledgmentsLeniently = (bytes: Uint8Array): LenientFile<typeof table999> =>
  readFileLeniently(table999, bytes)
