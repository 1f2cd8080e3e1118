// Marks in a text: which spans a finding points at, cut into pieces that can be drawn, and moved along as one types.
import type { Severity } from '@goldenthread/core/values/finding.ts'

/** Stops filing, or only suggests: two ways to draw, four severities. */
export type MarkKind = 'stops' | 'suggests'

/** How a severity is drawn: what blocks signing or holds the claim stops, the rest suggests. */
export const kindOf = (severity: Severity): MarkKind =>
  severity === 'blocks-signing' || severity === 'holds-claim' ? 'stops' : 'suggests'

/** UTF-16 offsets into the text, end exclusive; `number` is the finding's, as the list beside the text shows it. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly kind: MarkKind
  readonly number: number
}

export interface Piece {
  readonly text: string
  /** How the piece is underlined; a stop wins where marks overlap. */
  readonly kind: MarkKind | null
  /** The numbers of all marks over this piece. */
  readonly over: readonly number[]
  /** The marks that end where the piece ends: their numbers stand there. */
  readonly ends: readonly Mark[]
}

const inside = (text: string, { start, end }: Mark): boolean =>
  start >= 0 && start < end && end <= text.length

/** The text cut at each beginning and end of a mark. The pieces' texts joined are the text. */
export const cutAtMarks = (text: string, marks: readonly Mark[]): readonly Piece[] => {
  const drawn = marks.filter((mark) => inside(text, mark))
  const cuts = [...new Set([0, text.length, ...drawn.flatMap(({ start, end }) => [start, end])])].sort(
    (one, other) => one - other,
  )
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? text.length
    const over = drawn.filter(({ start, end }) => start <= from && to <= end)
    return {
      text: text.slice(from, to),
      kind: over.some(({ kind }) => kind === 'stops') ? 'stops' : over.length > 0 ? 'suggests' : null,
      over: over.map(({ number }) => number),
      ends: over.filter(({ end }) => end === to),
    }
  })
}

const sameFromStart = (one: string, other: string): number => {
  const most = Math.min(one.length, other.length)
  let count = 0
  while (count < most && one[count] === other[count]) count += 1
  return count
}

const sameFromEnd = (one: string, other: string, most: number): number => {
  let count = 0
  while (count < most && one[one.length - 1 - count] === other[other.length - 1 - count]) count += 1
  return count
}

/**
 * Marks that were found in `before`, where they stand in `after`: those behind the edit move, those it touches go,
 * for what they say may no longer be so. Typing right behind a mark does not touch it.
 */
export const moveMarks = (marks: readonly Mark[], before: string, after: string): readonly Mark[] => {
  if (before === after) return marks
  const from = sameFromStart(before, after)
  const most = Math.min(before.length, after.length) - from
  const to = before.length - sameFromEnd(before, after, most)
  const moved = after.length - before.length
  return marks.flatMap((mark) => {
    if (mark.end <= from) return [mark]
    if (mark.start >= to) return [{ ...mark, start: mark.start + moved, end: mark.end + moved }]
    return []
  })
}

/** The number of the mark at an offset, the shortest one where several lie there; null outside of all. */
export const markAt = (marks: readonly Mark[], offset: number): number | null =>
  marks
    .filter(({ start, end }) => start <= offset && offset <= end)
    .toSorted((one, other) => one.end - one.start - (other.end - other.start))[0]?.number ?? null
