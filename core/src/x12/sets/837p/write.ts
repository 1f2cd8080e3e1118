// Typed professional claims to the bytes of a file.
import type { Result } from '../../../values/result.ts'
import type { Envelope } from '../../syntax/write-interchange.ts'
import { type WrittenFile, writeFile } from '../write-file.ts'
import { type Claims837P, table837p } from './table.ts'

/** One file with these sets of claims; refused with all findings when one cannot be written. */
export const writeProfessionalClaims = (
  sets: readonly Claims837P[],
  envelope: Envelope,
  options: WrittenFile = {},
): Result<Uint8Array> => writeFile(table837p, sets, envelope, options)
