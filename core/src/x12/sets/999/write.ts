// Typed implementation acknowledgments to the bytes of a file.
import type { Result } from '../../../values/result.ts'
import type { Envelope } from '../../syntax/write-interchange.ts'
import { type WrittenFile, writeFile } from '../write-file.ts'
import { type ImplementationAcknowledgment999, table999 } from './table.ts'

/** One file with these 999s, each the answer to one group; refused with all findings when one cannot be written. */
export const writeImplementationAcknowledgments = (
  acknowledgments: readonly ImplementationAcknowledgment999[],
  envelope: Envelope,
  options: WrittenFile = {},
): Result<Uint8Array> => writeFile(table999, acknowledgments, envelope, options)
