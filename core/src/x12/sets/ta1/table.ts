// The TA1: one segment that says what became of an interchange. It stands between ISA and IEA, in no group.
import type { SegmentOf, SegmentTable } from '../table-language.ts'
import { interchangeNotes, interchangeStatuses } from './codes.ts'

/** `control`, `day` and `time` are ISA13, ISA09 and ISA10 of the interchange that is answered (`day` of six digits). */
export const tableTA1 = {
  segment: 'TA1',
  key: 'acknowledgment',
  usage: 'required',
  max: 1,
  elements: [
    { key: 'control', number: 12, type: 'whole', size: [9, 9], usage: 'required' },
    { key: 'day', number: 8, type: 'day6', size: [6, 6], usage: 'required' },
    { key: 'time', number: 9, type: 'time', size: [4, 4], usage: 'required' },
    { key: 'status', number: 17, type: 'code', size: [1, 1], usage: 'required', codes: interchangeStatuses },
    { key: 'note', number: 18, type: 'code', size: [3, 3], usage: 'required', codes: interchangeNotes },
  ],
} as const satisfies SegmentTable

/** The answer to one interchange. */
export type InterchangeAcknowledgment = SegmentOf<typeof tableTA1>
