// Bytes to typed remittances: every 835 of a file.
import type { Result } from '../../../values/result.ts'
import { type LenientFile, type SetInFile, readFile, readFileLeniently } from '../read-file.ts'
import { table835 } from './table.ts'

/**
 * Every payment (ST to SE) of a file, whole; refused with all findings when one cannot be read. Balance is not proved
 * here: that is for the stage that posts.
 */
export const readRemittances = (bytes: Uint8Array): Result<readonly SetInFile<typeof table835>[]> =>
  readFile(table835, bytes)

/** What can be read of the payments of a file, and a finding for everything that cannot. */
export const readRemittancesLeniently = (bytes: Uint8Array): LenientFile<typeof table835> =>
  readFileLeniently(table835, bytes)
