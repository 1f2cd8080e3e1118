// Bytes to typed interchange acknowledgments: every TA1 of a file, whether it stands alone or before a group.
import { type Finding, holdsClaim } from '../../../values/finding.ts'
import { type Result, accepted, refused } from '../../../values/result.ts'
import { readInterchangesLeniently } from '../../syntax/interchange.ts'
import type { InterchangeRange } from '../../syntax/ranges.ts'
import type { Segments } from '../../syntax/segments.ts'
import { splitLeniently } from '../../syntax/split.ts'
import { segmentPlanOf } from '../plan.ts'
import { cursorAt } from '../cursor.ts'
import { readSegment } from '../read-segment.ts'
import { type InterchangeAcknowledgment, tableTA1 } from './table.ts'

/** An acknowledgment and the interchange it came in. */
export interface AcknowledgmentInFile<Acknowledgment = InterchangeAcknowledgment> {
  readonly acknowledgment: Acknowledgment
  readonly interchange: InterchangeRange
}

export interface LenientAcknowledgments {
  readonly acknowledgments: readonly AcknowledgmentInFile<Partial<InterchangeAcknowledgment>>[]
  readonly findings: readonly Finding[]
}

const acknowledgmentsIn = (
  segments: Segments,
  interchanges: readonly InterchangeRange[],
): LenientAcknowledgments => {
  const findings: Finding[] = []
  const acknowledgments = interchanges.flatMap((interchange) =>
    interchange.acknowledgments.map((i) => {
      const number = i - interchange.from + 1
      const read = readSegment(cursorAt(segments, i, number, findings), segmentPlanOf(tableTA1))
      return { acknowledgment: read as Partial<InterchangeAcknowledgment>, interchange }
    }),
  )
  return { acknowledgments, findings }
}

/** What can be read of the TA1s of a file, and a finding for everything that cannot. */
export const readInterchangeAcknowledgmentsLeniently = (bytes: Uint8Array): LenientAcknowledgments => {
  const { segments, findings: syntax } = splitLeniently(bytes)
  const { interchanges, findings: envelope } = readInterchangesLeniently(segments)
  const { acknowledgments, findings } = acknowledgmentsIn(segments, interchanges)
  return { acknowledgments, findings: [...syntax, ...envelope, ...findings] }
}

/**
 * Every TA1 of a file, whole; none when it holds none (a 999 may come without). Refused with all findings when the file,
 * its envelope or a TA1 has a fault.
 */
export const readInterchangeAcknowledgments = (
  bytes: Uint8Array,
): Result<readonly AcknowledgmentInFile[]> => {
  const { acknowledgments, findings } = readInterchangeAcknowledgmentsLeniently(bytes)
  return findings.some(holdsClaim)
    ? refused(findings)
    : accepted(acknowledgments as readonly AcknowledgmentInFile[], findings)
}
