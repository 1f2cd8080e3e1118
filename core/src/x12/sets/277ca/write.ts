// Typed claim acknowledgments to the bytes of a file.
import type { Result } from '../../../values/result.ts'
import type { Envelope } from '../../syntax/write-interchange.ts'
import { type WrittenFile, writeFile } from '../write-file.ts'
import { type ClaimAcknowledgment277, table277ca } from './table.ts'

/** One file with these acknowledgments; refused with all findings when one cannot be written. HL numbers are worked out. */
export const writeClaimAcknowledgments = (
  acknowledgments: readonly ClaimAcknowledgment277[],
  envelope: Envelope,
  options: WrittenFile = {},
): Result<Uint8Array> => writeFile(table277ca, acknowledgments, envelope, options)
