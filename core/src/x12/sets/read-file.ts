// The sets of one kind in a file, typed, each with the group and interchange it came in.
import { type Finding, holdsClaim } from '../../values/finding.ts'
import { type Result, accepted, refused } from '../../values/result.ts'
import { fault } from '../syntax/faults.ts'
import { readInterchangesLeniently } from '../syntax/interchange.ts'
import type { GroupRange, InterchangeRange, SetRange } from '../syntax/ranges.ts'
import { type Segments, segmentLength, segmentOffset } from '../syntax/segments.ts'
import { splitLeniently } from '../syntax/split.ts'
import { readSetLeniently } from './read-set.ts'
import type { TakeLoop } from './set-frame.ts'
import type { DocumentOf, LenientDocument, SetTable } from './table-language.ts'

/** Where a set stood. Ranges are indexes of segments in the file. */
export interface SetPlace {
  readonly set: SetRange
  readonly group: GroupRange
  readonly interchange: InterchangeRange
}

/** A set that was read whole. `set.control` is ST02, `group.version` GS08 as it came. */
export interface SetInFile<T extends SetTable> extends SetPlace {
  readonly document: DocumentOf<T>
}

/** A set with what could be read of it. */
export interface LenientSetInFile<T extends SetTable> extends SetPlace {
  readonly document: LenientDocument<DocumentOf<T>>
  /** What was found in it, its ST and SE included. */
  readonly findings: readonly Finding[]
  /** What was found inside a loop of the asked name, by the loop's object in the document. */
  readonly foundIn: ReadonlyMap<object, readonly Finding[]>
}

export interface LenientFile<T extends SetTable> {
  readonly sets: readonly LenientSetInFile<T>[]
  /** Findings of the file and its envelope that belong to no one set. */
  readonly outside: readonly Finding[]
  /** All findings of the file, its envelope and these sets, in that order; `holdsClaim` tells faults from warnings. */
  readonly findings: readonly Finding[]
}

/** The guide without its edition: `005010X221` of `005010X221A1`. Any edition is read (x12.md). */
const guideOf = (version: string): string => version.replace(/[AE]\d+$/, '')

/** Whether a set is of the table's guide, in whatever edition. */
export const isOfGuide = (table: SetTable, { set, group }: SetPlace): boolean =>
  set.set === table.set && guideOf(set.version || group.version) === guideOf(table.version)

const placesOf = (interchanges: readonly InterchangeRange[]): readonly SetPlace[] =>
  interchanges.flatMap((interchange) =>
    interchange.groups.flatMap((group) => group.sets.map((set) => ({ set, group, interchange }))),
  )

/** The finding of a set of another kind or guide, whose ST stands at index `i`: it is left alone, and said. */
const otherFinding = (table: SetTable, segments: Segments, i: number, set: SetRange): Finding => {
  const place = { kind: 'segment', id: 'ST', segment: 1 } as const
  const at = { offset: segmentOffset(segments, i), length: segmentLength(segments, i) }
  return fault(set.set === table.set ? '999:AK9:2' : '999:IK5:1', { ...place, ...at })
}

/** The same as a warning, for a file that holds sets of this guide too. */
export const otherSet = (table: SetTable, segments: Segments, i: number, set: SetRange): Finding => ({
  ...otherFinding(table, segments, i, set),
  severity: 'warns',
})

const othersIn = (table: SetTable, segments: Segments, places: readonly SetPlace[]): readonly Finding[] =>
  places
    .filter((place) => !isOfGuide(table, place))
    .map(({ set }) => otherFinding(table, segments, set.from, set))

const asWarnings = (findings: readonly Finding[]): readonly Finding[] =>
  findings.map((finding) => ({ ...finding, severity: 'warns' }))

/** What a file is told that holds no set of the guide at all: its other sets, or where a set was looked for. */
const noneOf = (others: readonly Finding[], segments: Segments): readonly Finding[] => {
  if (others.length > 0 || segments.count === 0) return others
  const place = {
    kind: 'segment',
    id: 'ST',
    segment: 1,
    offset: segmentOffset(segments, 0),
    length: 0,
  } as const
  return [fault('999:IK5:6', place)]
}

/** True when a finding of the envelope is of this set: of its ST or SE. */
export const isOfSet = ({ code, place }: Finding, segments: Segments, { from, to }: SetRange): boolean =>
  place.kind === 'segment' &&
  code.startsWith('999:IK5:') &&
  place.offset >= segmentOffset(segments, from) &&
  place.offset <= segmentOffset(segments, to) + segmentLength(segments, to)

/**
 * What can be read of the sets of the table's guide, and a finding for everything that cannot. `loop` asks for what is
 * found inside each loop of that name.
 */
export const readFileLeniently = <const T extends SetTable>(
  table: T,
  bytes: Uint8Array,
  loop: string | null = null,
): LenientFile<T> => {
  const { segments, findings: syntax } = splitLeniently(bytes)
  const { interchanges, findings: envelope } = readInterchangesLeniently(segments)
  const places = placesOf(interchanges)
  const others = othersIn(table, segments, places)
  const read = places
    .filter((place) => isOfGuide(table, place))
    .map(({ set, group, interchange }) => {
      const foundIn = new Map<object, readonly Finding[]>()
      const take: TakeLoop = (value, _around, found) => foundIn.set(value, found)
      const handOut = loop === null ? null : { loop, take, isKept: true }
      const { document, findings } = readSetLeniently(table, segments, set, handOut)
      return { set, group, interchange, document, findings, foundIn }
    })
  const ownOf = (set: SetRange): readonly Finding[] => envelope.filter((each) => isOfSet(each, segments, set))
  const outside = envelope.filter((each) => !read.some(({ set }) => isOfSet(each, segments, set)))
  return {
    sets: read.map((each) => ({ ...each, findings: [...ownOf(each.set), ...each.findings] })),
    outside: [...syntax, ...outside, ...(read.length === 0 ? noneOf(others, segments) : asWarnings(others))],
    findings: [
      ...syntax,
      ...envelope,
      ...read.flatMap(({ findings }) => findings),
      ...(read.length === 0 ? noneOf(others, segments) : asWarnings(others)),
    ],
  }
}

/**
 * Every set of the table's guide, whatever its edition. Refused with all findings when the file or one of these sets has a
 * fault, or when it holds no such set. Sets of other kinds are left alone: each is a warning.
 */
export const readFile = <const T extends SetTable>(
  table: T,
  bytes: Uint8Array,
): Result<readonly SetInFile<T>[]> => {
  const { sets, findings } = readFileLeniently(table, bytes)
  return findings.some(holdsClaim) ? refused(findings) : accepted(sets as readonly SetInFile<T>[], findings)
}
