// The reader of a set: segments ST to SE to the typed document, by the set's table. All faults are found, not the first alone.
import { type Finding, holdsClaim } from '../../values/finding.ts'
import { type Result, accepted, refused } from '../../values/result.ts'
import type { SetRange } from '../syntax/ranges.ts'
import type { ByteRange } from '../syntax/scan-draft.ts'
import type { Segments } from '../syntax/segments.ts'
import { cursorAt, reportElement } from './cursor.ts'
import { type HandOut, startSet } from './set-frame.ts'
import { endSet, readSetSegment } from './set-state.ts'
import type { DocumentOf, LenientDocument, SetTable } from './table-language.ts'

/** A set as it was read. `control` is ST02, `version` ST03 as they came (any edition of the guide is read). */
export interface SetRead<D> {
  readonly document: D
  readonly control: string
  readonly version: string
}

/** What a lenient reading could make of a set: `unread` are the segments that went into no part of the document. */
export interface SetReadLeniently<D> extends SetRead<LenientDocument<D>> {
  readonly findings: readonly Finding[]
  readonly unread: readonly ByteRange[]
}

/**
 * Reads what can be read of the set and reports the rest. `segments` must hold the whole range. With `handOut` each loop
 * of that name is given to it too, with what was found inside it.
 */
export const readSetLeniently = <T extends SetTable>(
  table: T,
  segments: Segments,
  range: SetRange,
  handOut: HandOut | null = null,
): SetReadLeniently<DocumentOf<T>> => {
  const state = startSet(table, handOut)
  const first = range.from - segments.first
  const last = range.to - segments.first
  const header = cursorAt(segments, first, 1, state.findings)
  if (range.set !== table.set) reportElement(header, '999:IK4:7', 1, range.set)
  if (range.version === '' && table.versionInSt !== false) reportElement(header, '999:IK4:1', 3)
  const end = range.ended ? last : last + 1
  for (let i = first + 1; i < end; i += 1) readSetSegment(state, segments, i, i - first + 1)
  endSet(state, segments, last, last - first + 1)
  return {
    document: state.document as LenientDocument<DocumentOf<T>>,
    control: range.control,
    version: range.version,
    findings: state.findings,
    unread: state.unread,
  }
}

/**
 * The document of a set that keeps to its table; refused with all faults otherwise. A set without its SE is refused too:
 * the envelope has named that fault.
 */
export const readSet = <T extends SetTable>(
  table: T,
  segments: Segments,
  range: SetRange,
): Result<SetRead<DocumentOf<T>>> => {
  const { document, control, version, findings } = readSetLeniently(table, segments, range)
  if (findings.some(holdsClaim) || !range.ended) return refused(findings)
  return accepted({ document: document as DocumentOf<T>, control, version }, findings)
}
