// A segment that stands in no set, such as a TA1, written by its table.
import { type Result, accepted, refused } from '../../values/result.ts'
import type { WrittenSegment } from '../syntax/write.ts'
import { segmentPlanOf } from './plan.ts'
import type { SegmentOf, SegmentTable } from './table-language.ts'
import { type Draft, writeSegment } from './write-set.ts'

/** The segment of a value, or the faults that keep it from being written, each placed by its path. */
export const writeLoneSegment = <S extends SegmentTable>(
  table: S,
  value: SegmentOf<S>,
): Result<WrittenSegment> => {
  const draft: Draft = { segments: [], findings: [], levels: 0 }
  writeSegment(draft, segmentPlanOf(table), value as Readonly<Record<string, unknown>>, '')
  const [segment] = draft.segments
  return segment === undefined || draft.findings.length > 0 ? refused(draft.findings) : accepted(segment)
}
