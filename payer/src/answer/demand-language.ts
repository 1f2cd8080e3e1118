// The words this payer's demands are written in: an element, a segment, a loop; and the segments that stand in many loops.
import type { LoopName } from './locate-loops.ts'

export type DemandType = 'text' | 'code' | 'day' | 'time' | 'period' | 'money' | 'quantity' | 'digits'

/** One element, or one component of it, as IK4 will name it. */
export interface ElementDemand {
  readonly element: number
  readonly component?: number
  /** X12's data element number (IK402). */
  readonly number: number
  readonly needed: boolean
  readonly type: DemandType
  readonly size: readonly [least: number, most: number]
  readonly codes?: readonly string[]
}

/** A segment of a loop. `max` is how often it may stand there. */
export interface SegmentDemand {
  readonly id: string
  readonly needed: boolean
  readonly max: number
  readonly elements: readonly ElementDemand[]
}

/** A loop: its segments in the order they must have. `holds` are the loops it must hold. */
export interface LoopDemand {
  readonly segments: readonly SegmentDemand[]
  readonly holds: readonly { readonly loop: LoopName; readonly segment: string }[]
  /** Segments that must stand there with one of these in their first element. */
  readonly needs?: readonly { readonly id: string; readonly qualifiers: readonly string[] }[]
}

/** An element, or one component of it. */
export type Place = number | readonly [element: number, component: number]
const at = (place: Place): { element: number; component?: number } =>
  typeof place === 'number' ? { element: place } : { element: place[0], component: place[1] }

/** An element that may be empty. */
export const may = (
  place: Place,
  number: number,
  type: DemandType,
  least: number,
  most: number,
  codes?: readonly string[],
): ElementDemand => ({
  ...at(place),
  number,
  needed: false,
  type,
  size: [least, most],
  ...(codes === undefined ? {} : { codes }),
})
/** An element that must be there. */
export const must = (...demand: Parameters<typeof may>): ElementDemand => ({
  ...may(...demand),
  needed: true,
})
/** A code out of a list that must be there. */
export const mustBe = (place: Place, number: number, ...codes: readonly string[]): ElementDemand =>
  must(place, number, 'code', 1, 3, codes)
/** A code out of a list. */
export const mayBe = (place: Place, number: number, ...codes: readonly string[]): ElementDemand =>
  may(place, number, 'code', 1, 3, codes)

/** A segment that must stand once. */
export const one = (id: string, elements: readonly ElementDemand[] = []): SegmentDemand => ({
  id,
  needed: true,
  max: 1,
  elements,
})
/** A segment that may stand so many times. */
export const some = (id: string, max: number, elements: readonly ElementDemand[] = []): SegmentDemand => ({
  id,
  needed: false,
  max,
  elements,
})

/** NM1: a name must stand there; an id when `ids` names its qualifiers and they are needed. */
export const name = (
  kinds: readonly string[],
  ids: readonly string[],
  idNeeded = ids.length > 0,
): SegmentDemand =>
  one('NM1', [
    must(1, 98, 'code', 2, 3),
    mustBe(2, 1065, ...kinds),
    must(3, 1035, 'text', 1, 60),
    may(4, 1036, 'text', 1, 35),
    may(5, 1037, 'text', 1, 25),
    may(7, 1039, 'text', 1, 10),
    ...(idNeeded ? [mustBe(8, 66, ...ids)] : ids.length > 0 ? [mayBe(8, 66, ...ids)] : []),
    idNeeded ? must(9, 67, 'text', 2, 80) : may(9, 67, 'text', 2, 80),
  ])

export const n3 = (needed: boolean): SegmentDemand => ({
  id: 'N3',
  needed,
  max: 1,
  elements: [must(1, 166, 'text', 1, 55), may(2, 166, 'text', 1, 55)],
})
export const n4 = (needed: boolean): SegmentDemand => ({
  id: 'N4',
  needed,
  max: 1,
  elements: [must(1, 19, 'text', 2, 30), may(2, 156, 'code', 2, 2), may(3, 116, 'text', 3, 15)],
})
export const ref = (max: number, needed = false): SegmentDemand => ({
  id: 'REF',
  needed,
  max,
  elements: [must(1, 128, 'code', 2, 3), must(2, 127, 'text', 1, 50)],
})
export const contact = [
  mustBe(1, 366, 'IC'),
  may(2, 93, 'text', 1, 60),
  must(3, 365, 'code', 2, 2),
  must(4, 364, 'text', 1, 256),
]
export const specialty = some('PRV', 1, [
  must(1, 1221, 'code', 1, 3),
  mustBe(2, 128, 'PXC'),
  must(3, 127, 'text', 1, 50),
])
export const birth = some('DMG', 1, [
  mustBe(1, 1250, 'D8'),
  must(2, 1251, 'day', 8, 8),
  mustBe(3, 1068, 'F', 'M', 'U'),
])
export const days = (max: number, needed = false): SegmentDemand => ({
  id: 'DTP',
  needed,
  max,
  elements: [
    must(1, 374, 'code', 3, 3),
    mustBe(2, 1250, 'D8', 'RD8', 'DT', 'TM'),
    must(3, 1251, 'period', 1, 35),
  ],
})
export const amount = (max: number): SegmentDemand =>
  some('AMT', max, [must(1, 522, 'code', 1, 3), must(2, 782, 'money', 1, 18)])
export const adjustment = some('CAS', 5, [
  mustBe(1, 1033, 'CO', 'CR', 'OA', 'PI', 'PR'),
  must(2, 1034, 'code', 1, 5),
  must(3, 782, 'text', 1, 18),
])
export const note = (max: number): SegmentDemand =>
  some('NTE', max, [must(1, 363, 'code', 3, 3), must(2, 352, 'text', 1, 80)])
export const level = (code: string, parent: boolean): SegmentDemand =>
  one('HL', [
    must(1, 628, 'digits', 1, 12),
    parent ? must(2, 734, 'digits', 1, 12) : may(2, 734, 'digits', 1, 12),
    mustBe(3, 735, code),
    mustBe(4, 736, '0', '1'),
  ])
export const relations = ['01', '18', '19', '20', '21', '39', '40', '53', 'G8']
