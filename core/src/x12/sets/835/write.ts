// Typed remittances to the bytes of a file.
import type { Result } from '../../../values/result.ts'
import type { Envelope } from '../../syntax/write-interchange.ts'
import { type WrittenFile, writeFile } from '../write-file.ts'
import { type Remittance835, table835 } from './table.ts'

/** One file with these payments, each a set of its own; refused with all findings when one cannot be written. */
export const writeRemittances = (
  remittances: readonly Remittance835[],
  envelope: Envelope,
  options: WrittenFile = {},
): Result<Uint8Array> => writeFile(table835, remittances, envelope, options)
