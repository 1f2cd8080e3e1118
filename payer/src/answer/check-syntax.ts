// Whether a set is an 837P this payer can read: what becomes IK3, IK4 and IK5 in a 999. Its own table of demands judges, by position.
import type { SegmentFault, SetFault } from '@goldenthread/core/x12/sets/999/codes.ts'
import { type Segments, components, elementText } from '@goldenthread/core/x12/syntax/segments.ts'
import { type FaultyElement, checkElements } from './check-elements.ts'
import type { ElementDemand } from './demand-language.ts'
import { firstHealthInformation, loopDemands, singleLoops, trailerElements } from './demands.ts'
import { type Located, type LoopName, locateLoops } from './locate-loops.ts'
import type { SentSet } from './read-envelope.ts'

/** A segment at fault, or one that was missed at this position. */
export interface FaultySegment {
  readonly id: string
  /** Position in the set, ST being 1. */
  readonly position: number
  readonly loop: LoopName
  readonly fault: SegmentFault
  readonly elements: readonly FaultyElement[]
  /** CLM01 of the claim it stands in; empty outside of one. */
  readonly claimNumber: string
}

export interface SetFaults {
  /** ST02. */
  readonly control: string
  readonly set: readonly SetFault[]
  readonly segments: readonly FaultySegment[]
}

/** A loop that is open while the set is walked, and what it has been seen to hold. */
interface OpenLoop {
  readonly loop: LoopName
  /** How deep it nests; a loop that holds no other is deepest. */
  readonly depth: number
  readonly counts: Map<string, number>
  readonly held: Set<string>
  order: number
  /** True once another loop has begun: its own segments are over, the loops it holds may still come. */
  left: boolean
}

interface Walk {
  readonly segments: Segments
  readonly stack: OpenLoop[]
  readonly faults: FaultySegment[]
  claimNumber: string
  /** CLM05-3 of the claim that is open. */
  frequency: string
  /** SBR02 of the subscriber that is open; null when there is no SBR. */
  relation: string | null
  levels: { count: number; billing: string; subscriber: string }
}

const depths: Readonly<Record<LoopName, number>> = {
  '': 0,
  '2000A': 1,
  '2000B': 2,
  '2000C': 3,
  '2300': 4,
  '2320': 5,
  '2400': 5,
}
const depthOf = (loop: LoopName): number => depths[loop] ?? 6
const knownIds = new Set(Object.values(loopDemands).flatMap(({ segments }) => segments.map(({ id }) => id)))

const report = (
  walk: Walk,
  place: { id: string; position: number; loop: LoopName },
  fault: SegmentFault,
  elements: readonly FaultyElement[] = [],
): void => {
  const { id, position, loop } = place
  walk.faults.push({ id, position, loop, fault, elements, claimNumber: walk.claimNumber })
}

/** The segments a loop had to have and has not, told where the next loop begins. */
const leave = (walk: Walk, open: OpenLoop | undefined, position: number): void => {
  if (open === undefined || open.left) return
  open.left = true
  const { loop, counts, held } = open
  const demand = loopDemands[loop]
  for (const { id, needed } of demand?.segments ?? []) {
    if (needed && !counts.has(id)) report(walk, { id, position, loop }, '3')
  }
  for (const { id, qualifiers } of demand?.needs ?? []) {
    const isThere = qualifiers.some((qualifier) => held.has(`${id}*${qualifier}`))
    if (!isThere) report(walk, { id, position, loop }, '3')
  }
  // What is replaced or voided is named by the payer's own number (docs/sources.md 8.1).
  if (loop === '2300' && ['7', '8'].includes(walk.frequency) && !held.has('REF*F8'))
    report(walk, { id: 'REF', position, loop }, 'I6')
}

/** The loops a loop had to hold and did not, told where it ends. */
const finish = (walk: Walk, { loop, held }: OpenLoop, position: number): void => {
  for (const missed of loopDemands[loop]?.holds ?? []) {
    if (!held.has(missed.loop)) report(walk, { id: missed.segment, position, loop: missed.loop }, '3')
  }
}

const closeDownTo = (walk: Walk, depth: number, position: number): void => {
  leave(walk, walk.stack.at(-1), position)
  for (;;) {
    const top = walk.stack.at(-1)
    if (top === undefined || top.depth < depth) return
    walk.stack.pop()
    finish(walk, top, position)
  }
}

/** A claim straight under its subscriber is the subscriber's own, so that his or her birth date must be there. */
const checkWhoseClaim = (walk: Walk, { position }: Located): void => {
  const subscriber = walk.stack.find(({ loop }) => loop === '2000B')
  if (subscriber === undefined || walk.stack.some(({ loop }) => loop === '2000C')) return
  if (walk.relation !== null && walk.relation !== '18')
    report(walk, { id: 'HL', position, loop: '2000C' }, 'I7')
  else if (subscriber.held.has('2010BA') && !subscriber.held.has('2010BA/DMG'))
    report(walk, { id: 'DMG', position, loop: '2010BA' }, 'I6')
  subscriber.held.add('2010BA/DMG')
}

const openLoop = (walk: Walk, located: Located): void => {
  const { loop, position, index } = located
  const depth = depthOf(loop)
  closeDownTo(walk, depth, position)
  if (depth <= depthOf('2300')) walk.claimNumber = ''
  if (loop === '2000B') walk.relation = null
  if (loop === '2300') {
    checkWhoseClaim(walk, located)
    walk.claimNumber = elementText(walk.segments, index, 1)
    walk.frequency = components(walk.segments, index, 5)[2] ?? ''
  }
  if (singleLoops.includes(loop) && walk.stack.at(-1)?.held.has(loop) === true) report(walk, located, '4')
  for (const open of walk.stack) open.held.add(loop)
  walk.stack.push({ loop, depth, counts: new Map(), held: new Set(), order: 0, left: false })
}

/** HL01 counts the levels, HL02 names the level above. */
const checkLevel = (walk: Walk, { index, loop }: Located): readonly FaultyElement[] => {
  const { levels, segments } = walk
  const [own, parent] = [elementText(segments, index, 1), elementText(segments, index, 2)]
  levels.count += 1
  const above = loop === '2000B' ? levels.billing : loop === '2000C' ? levels.subscriber : ''
  if (loop === '2000A') walk.levels = { ...levels, billing: own, subscriber: '' }
  if (loop === '2000B') walk.levels = { ...levels, subscriber: own }
  return [
    ...(own !== String(levels.count) && own !== ''
      ? [{ element: 1, number: 628, fault: '7' as const, value: own }]
      : []),
    ...(parent !== above && parent !== ''
      ? [{ element: 2, number: 734, fault: '7' as const, value: parent }]
      : []),
  ]
}

/** Faults of elements that no row of the demands can say. */
const checkByHand = (walk: Walk, located: Located): readonly FaultyElement[] => {
  const { index, id } = located
  const text = (n: number): string => elementText(walk.segments, index, n)
  const wrong = (element: number, number: number): readonly FaultyElement[] => [
    { element, number, fault: '7', value: text(element) },
  ]
  if (id === 'HL') return checkLevel(walk, located)
  if (id === 'SBR' && located.loop === '2000B') walk.relation = text(2)
  if (id === 'ST' && text(3) !== '' && !text(3).startsWith('005010X222')) return wrong(3, 1705)
  const isServiceDay = id === 'DTP' && text(1) === '472'
  return isServiceDay && ['DT', 'TM'].includes(text(2)) ? wrong(2, 1250) : []
}

const demandsOf = (located: Located, count: number): readonly ElementDemand[] => {
  if (located.id === 'HI') return count === 1 ? firstHealthInformation : []
  return loopDemands[located.loop]?.segments.find(({ id }) => id === located.id)?.elements ?? []
}

const checkSegment = (walk: Walk, located: Located): void => {
  const { id, loop, index } = located
  const top = walk.stack.at(-1)
  const segments = loopDemands[loop]?.segments ?? []
  const order = segments.findIndex((demand) => demand.id === id)
  if (top === undefined || order === -1) return report(walk, located, knownIds.has(id) ? '2' : '1')
  const count = (top.counts.get(id) ?? 0) + 1
  top.counts.set(id, count)
  top.held.add(`${id}*${elementText(walk.segments, index, 1)}`)
  for (const open of walk.stack) open.held.add(`${loop}/${id}`)
  if (order < top.order) report(walk, located, '7')
  else if (count > (segments[order]?.max ?? 1)) report(walk, located, '5')
  top.order = Math.max(order, top.order)
  const elements = [
    ...checkElements(walk.segments, index, demandsOf(located, count)),
    ...checkByHand(walk, located),
  ]
  if (elements.length > 0) report(walk, located, '8', elements)
}

const checkSegments = (segments: Segments, set: SentSet): readonly FaultySegment[] => {
  const levels = { count: 0, billing: '', subscriber: '' }
  const walk: Walk = {
    segments,
    stack: [],
    faults: [],
    claimNumber: '',
    frequency: '',
    relation: null,
    levels,
  }
  const located = locateLoops(segments, set)
  for (const each of located) {
    if (each.id === 'SE') continue
    if (each.opens) openLoop(walk, each)
    checkSegment(walk, each)
  }
  const last = located.length
  closeDownTo(walk, 0, set.ended ? last : last + 1)
  walk.claimNumber = ''
  const trailer = located.at(-1)
  const elements = set.ended ? checkElements(segments, set.to, trailerElements) : []
  if (trailer !== undefined && elements.length > 0) report(walk, trailer, '8', elements)
  return walk.faults
}

/** IK502 of the set as a whole; `earlier` are the ST02 that stood in the group before it. */
const checkTrailer = (segments: Segments, set: SentSet, earlier: readonly string[]): readonly SetFault[] => {
  const control = elementText(segments, set.from, 2)
  const [count, closing] = [elementText(segments, set.to, 1), elementText(segments, set.to, 2)]
  const isCounted = /^\d{1,10}$/.test(count) && Number(count) === set.to - set.from + 1
  const rows: readonly (readonly [SetFault, boolean])[] = [
    ['1', elementText(segments, set.from, 1) !== '837'],
    ['7', !/^[0-9A-Za-z]{4,9}$/.test(control)],
    ['23', earlier.includes(control)],
    ['2', !set.ended],
    ['3', set.ended && closing !== control],
    ['4', set.ended && !isCounted],
  ]
  return rows.flatMap(([fault, isSo]) => (isSo ? [fault] : []))
}

/** Every fault of one set, ST to SE. A set of another kind than 837 is not looked into. */
export const checkSet = (segments: Segments, set: SentSet, earlier: readonly string[]): SetFaults => {
  const own = checkTrailer(segments, set, earlier)
  const faults = own.includes('1') ? [] : checkSegments(segments, set)
  return {
    control: elementText(segments, set.from, 2),
    set: [...own, ...(faults.length > 0 ? (['5'] as const) : [])],
    segments: faults,
  }
}
