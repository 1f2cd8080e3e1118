// Typed interchange acknowledgments to bytes: a file of its own, or a segment to stand before a group.
import { type Result, refused } from '../../../values/result.ts'
import { type Envelope, writeInterchange } from '../../syntax/write-interchange.ts'
import { type Layout, type WrittenSegment, usualLayout } from '../../syntax/write.ts'
import { writeLoneSegment } from '../lone-segment.ts'
import { type InterchangeAcknowledgment, tableTA1 } from './table.ts'

/** The TA1 as a segment, for a file that holds groups too (`acknowledgments` of `writeFile`). */
export const writeAcknowledgmentSegment = (
  acknowledgment: InterchangeAcknowledgment,
): Result<WrittenSegment> => writeLoneSegment(tableTA1, acknowledgment)

/** A file that holds nothing but the TA1; refused with all findings when a value does not fit its element. */
export const writeInterchangeAcknowledgment = (
  acknowledgment: InterchangeAcknowledgment,
  envelope: Envelope,
  layout: Layout = usualLayout,
): Result<Uint8Array> => {
  const segment = writeAcknowledgmentSegment(acknowledgment)
  if (!segment.ok) return refused(segment.findings)
  return writeInterchange({ envelope, groups: [], acknowledgments: [segment.value] }, layout)
}
