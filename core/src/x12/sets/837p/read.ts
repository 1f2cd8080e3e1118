// Bytes to typed professional claims: every 837P of a file.
import type { Result } from '../../../values/result.ts'
import { type LenientFile, type SetInFile, readFile, readFileLeniently } from '../read-file.ts'
import { table837p } from './table.ts'

/** Every 837P of a file, whole; refused with all findings when one cannot be read. Institutional and dental claims are left alone. */
export const readProfessionalClaims = (bytes: Uint8Array): Result<readonly SetInFile<typeof table837p>[]> =>
  readFile(table837p, bytes)

/** What can be read of the 837Ps of a file, and a finding for everything that cannot. */
export const readProfessionalClaimsLeniently = (bytes: Uint8Array): LenientFile<typeof table837p> =>
  readFileLeniently(table837p, bytes)
