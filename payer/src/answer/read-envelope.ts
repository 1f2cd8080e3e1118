// The envelope of a file as this payer sees it: which segments lie between ISA and IEA, GS and GE, ST and SE.
import { type Segments, segmentCount, segmentId } from '@goldenthread/core/x12/syntax/segments.ts'

/** Segments `from` (the ST) to `to` (the SE, or the last one there is), as indexes into the file's segments. */
export interface SentSet {
  readonly from: number
  readonly to: number
  /** False when the trailer is missing. */
  readonly ended: boolean
}

/** GS to GE. */
export interface SentGroup extends SentSet {
  readonly sets: readonly SentSet[]
}

/** ISA to IEA. `stray` are segments that stand where none may; `acknowledgments` its TA1 segments. */
export interface SentInterchange extends SentSet {
  readonly groups: readonly SentGroup[]
  readonly stray: readonly number[]
  readonly acknowledgments: readonly number[]
}

interface Open {
  readonly from: number
  to: number
  ended: boolean
}
interface OpenGroup extends Open {
  readonly sets: Open[]
}
interface OpenInterchange extends Open {
  readonly groups: OpenGroup[]
  readonly stray: number[]
  readonly acknowledgments: number[]
}

interface Walk {
  readonly interchanges: OpenInterchange[]
  interchange: OpenInterchange | null
  group: OpenGroup | null
  set: Open | null
}

const openInterchange = (walk: Walk, i: number): void => {
  walk.interchange = { from: i, to: i, ended: false, groups: [], stray: [], acknowledgments: [] }
  walk.group = null
  walk.set = null
  walk.interchanges.push(walk.interchange)
}

const openGroup = (walk: Walk, i: number): void => {
  walk.group = { from: i, to: i, ended: false, sets: [] }
  walk.set = null
  walk.interchange?.groups.push(walk.group)
}

const openSet = (walk: Walk, group: OpenGroup, i: number): void => {
  walk.set = { from: i, to: i, ended: false }
  group.sets.push(walk.set)
}

const end = (range: Open, i: number): void => {
  range.to = i
  range.ended = true
}

const step = (walk: Walk, id: string, i: number): void => {
  const { interchange, group, set } = walk
  if (id === 'ISA') return openInterchange(walk, i)
  if (interchange === null) return
  interchange.to = i
  if (id === 'GS') openGroup(walk, i)
  else if (id === 'ST' && group !== null) openSet(walk, group, i)
  else if (id === 'SE' && set !== null) {
    end(set, i)
    walk.set = null
  } else if (id === 'GE' && group !== null) {
    end(group, i)
    walk.group = null
    walk.set = null
  } else if (id === 'IEA') {
    end(interchange, i)
    walk.interchange = null
  } else if (set !== null) set.to = i
  else if (id === 'TA1' && group === null) interchange.acknowledgments.push(i)
  else interchange.stray.push(i)
}

/** All interchanges of a file, however broken; segments before the first ISA belong to none. */
export const readEnvelope = (segments: Segments): readonly SentInterchange[] => {
  const walk: Walk = { interchanges: [], interchange: null, group: null, set: null }
  for (let i = 0; i < segmentCount(segments); i += 1) step(walk, segmentId(segments, i), i)
  return walk.interchanges
}
