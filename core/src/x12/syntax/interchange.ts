// The envelope: interchanges, groups and sets of a file, by their segments, and what is wrong with it.
import { type Finding, type SegmentPlace, holdsClaim } from '../../values/finding.ts'
import { type Result, accepted, refused } from '../../values/result.ts'
import { type FaultCode, fault } from './faults.ts'
import { isaChecks } from './isa-checks.ts'
import type { GroupRange, InterchangeRange, SetRange } from './ranges.ts'
import { type Segments, elementText, segmentId, segmentLength, segmentOffset } from './segments.ts'

/** Where the reader of envelopes stands: it is fed the segments of a file one after another. */
export interface EnvelopeState {
  readonly interchanges: InterchangeRange[]
  readonly findings: Finding[]
  interchange: InterchangeRange | null
  group: GroupRange | null
  set: SetRange | null
  /** The segment before, to say where a trailer was missed. */
  readonly last: { id: string; number: number; offset: number; length: number }
}

export const startEnvelope = (): EnvelopeState => ({
  interchanges: [],
  findings: [],
  interchange: null,
  group: null,
  set: null,
  last: { id: '', number: 0, offset: 0, length: 0 },
})

/** The place of a segment: counted from ST = 1 inside a set, from ISA = 1 outside of one. */
const placeIn = (state: EnvelopeState, segment: EnvelopeState['last']): SegmentPlace => {
  const { id, number, offset, length } = segment
  const from = state.set?.from ?? state.interchange?.from ?? 0
  return { kind: 'segment', id, segment: number - from + 1, offset, length }
}

const placeOf = (state: EnvelopeState, segments: Segments, i: number, id: string): SegmentPlace =>
  placeIn(state, {
    id,
    number: segments.first + i,
    offset: segmentOffset(segments, i),
    length: segmentLength(segments, i),
  })

const report = (
  state: EnvelopeState,
  code: FaultCode,
  place: SegmentPlace,
  element?: number,
  evidence: Readonly<Record<string, string>> = {},
): void => {
  state.findings.push(fault(code, element === undefined ? place : { ...place, element }, evidence))
}

const openInterchange = (state: EnvelopeState, segments: Segments, i: number): void => {
  const text = (n: number): string => elementText(segments, i, n).trimEnd()
  const number = segments.first + i
  state.interchange = {
    from: number,
    to: number,
    senderQualifier: text(5),
    sender: text(6),
    receiverQualifier: text(7),
    receiver: text(8),
    day: text(9),
    time: text(10),
    version: text(12),
    control: text(13),
    wantsAcknowledgment: text(14) === '1',
    usage: text(15),
    acknowledgments: [],
    groups: [],
    ended: false,
  }
  state.interchanges.push(state.interchange)
  const place = placeOf(state, segments, i, 'ISA')
  for (const [code, element, holds] of isaChecks) {
    if (!holds(elementText(segments, i, element))) report(state, code, place, element)
  }
}

const openGroup = (state: EnvelopeState, segments: Segments, i: number, place: SegmentPlace): void => {
  const text = (n: number): string => elementText(segments, i, n)
  const from = segments.first + i
  const parts = {
    functional: text(1),
    sender: text(2),
    receiver: text(3),
    control: text(6),
    version: text(8),
  }
  state.group = { from, to: from, ...parts, sets: [], ended: false }
  state.interchange?.groups.push(state.group)
  if (!/^\d{1,9}$/.test(parts.control)) report(state, '999:AK9:6', place, 6)
}

const openSet = (state: EnvelopeState, segments: Segments, i: number): void => {
  const from = segments.first + i
  const [set, control, version] = [1, 2, 3].map((n) => elementText(segments, i, n))
  const opened = {
    from,
    to: from,
    set: set ?? '',
    control: control ?? '',
    version: version ?? '',
    ended: false,
  }
  const isTwice = state.group?.sets.some((other) => other.control === opened.control) ?? false
  state.set = opened
  state.group?.sets.push(opened)
  const place = placeOf(state, segments, i, 'ST')
  if (!/^\d{3}$/.test(opened.set)) report(state, '999:IK5:6', place, 1)
  if (!/^[0-9A-Za-z]{4,9}$/.test(opened.control)) report(state, '999:IK5:7', place, 2)
  else if (isTwice) report(state, '999:IK5:23', place, 2)
}

const sameNumber = (one: string, other: string): boolean =>
  one === other || (/^\d+$/.test(one) && /^\d+$/.test(other) && Number(one) === Number(other))
const saysNumber = (text: string, count: number): boolean => /^\d+$/.test(text) && Number(text) === count

const closeSet = (state: EnvelopeState, place: SegmentPlace, count: string, control: string): void => {
  const { set } = state
  if (set === null) return
  const segments = set.to - set.from + 1
  if (!saysNumber(count, segments))
    report(state, '999:IK5:4', place, 1, { says: count, counted: String(segments) })
  if (control !== set.control) report(state, '999:IK5:3', place, 2, { trailer: control, header: set.control })
  set.ended = true
  state.set = null
}

const closeGroup = (state: EnvelopeState, place: SegmentPlace, count: string, control: string): void => {
  const { group } = state
  if (group === null) return
  const { length } = group.sets
  if (!saysNumber(count, length))
    report(state, '999:AK9:5', place, 1, { says: count, counted: String(length) })
  if (!sameNumber(control, group.control))
    report(state, '999:AK9:4', place, 2, { trailer: control, header: group.control })
  group.ended = true
  state.group = null
}

const closeInterchange = (
  state: EnvelopeState,
  place: SegmentPlace,
  count: string,
  control: string,
): void => {
  const { interchange } = state
  if (interchange === null) return
  const { length } = interchange.groups
  // An interchange that holds nothing but a TA1 has no group; senders write 0 or 1 there (both foreign TA1 files say 1).
  const isBareAnswer = length === 0 && interchange.acknowledgments.length > 0
  if (!saysNumber(count, length) && !(isBareAnswer && saysNumber(count, 1)))
    report(state, 'TA1:021', place, 1, { says: count, counted: String(length) })
  if (control !== interchange.control)
    report(state, 'TA1:001', place, 2, { trailer: control, header: interchange.control })
  interchange.ended = true
  state.interchange = null
}

/** What was open and had no trailer ends with the segment before. */
const leaveSet = (state: EnvelopeState): void => {
  if (state.set !== null) report(state, '999:IK5:2', placeIn(state, state.last))
  state.set = null
}

const leaveGroup = (state: EnvelopeState): void => {
  leaveSet(state)
  if (state.group !== null) report(state, '999:AK9:3', placeIn(state, state.last))
  state.group = null
}

const leaveInterchange = (state: EnvelopeState): void => {
  leaveGroup(state)
  if (state.interchange !== null) report(state, 'TA1:023', placeIn(state, state.last))
  state.interchange = null
}

type Trailer = 'SE' | 'GE' | 'IEA'
const close = { SE: closeSet, GE: closeGroup, IEA: closeInterchange }
const opened = { SE: 'set', GE: 'group', IEA: 'interchange' } as const

const readTrailer = (state: EnvelopeState, segments: Segments, i: number, id: Trailer): void => {
  if (id === 'GE') leaveSet(state)
  if (id === 'IEA') leaveGroup(state)
  const range = state[opened[id]]
  const place = placeOf(state, segments, i, id)
  if (range === null) return report(state, 'TA1:022', place)
  range.to = segments.first + i
  close[id](state, place, elementText(segments, i, 1), elementText(segments, i, 2))
}

const readHeader = (state: EnvelopeState, segments: Segments, i: number, id: 'ISA' | 'GS' | 'ST'): void => {
  if (id === 'ISA') {
    leaveInterchange(state)
    return openInterchange(state, segments, i)
  }
  if (id === 'GS') leaveGroup(state)
  else leaveSet(state)
  const place = placeOf(state, segments, i, id)
  if (id === 'GS') return openGroup(state, segments, i, place)
  if (state.group === null) report(state, 'TA1:024', place)
  openSet(state, segments, i)
}

const readInner = (state: EnvelopeState, segments: Segments, i: number, id: string): void => {
  const number = segments.first + i
  if (state.set !== null) state.set.to = number
  else if (id === 'TA1' && state.group === null) state.interchange?.acknowledgments.push(number)
  else report(state, 'TA1:024', placeOf(state, segments, i, id))
}

/** Feeds segment `i` of a batch to the reader of envelopes. */
export const readEnvelopeSegment = (state: EnvelopeState, segments: Segments, i: number): void => {
  const id = segmentId(segments, i)
  if (id === 'ISA' || id === 'GS' || id === 'ST') readHeader(state, segments, i, id)
  else if (id === 'SE' || id === 'GE' || id === 'IEA') readTrailer(state, segments, i, id)
  else readInner(state, segments, i, id)
  const { last } = state
  last.id = id
  last.number = segments.first + i
  last.offset = segmentOffset(segments, i)
  last.length = segmentLength(segments, i)
  if (state.interchange !== null) state.interchange.to = last.number
  if (state.group !== null) state.group.to = last.number
}

/** Ends the file: what is still open has no trailer. */
export const endEnvelope = (state: EnvelopeState): void => leaveInterchange(state)

export interface Envelopes {
  readonly interchanges: readonly InterchangeRange[]
  readonly findings: readonly Finding[]
}

/** All interchanges of a file, with every fault of their envelopes. */
export const readInterchangesLeniently = (segments: Segments): Envelopes => {
  const state = startEnvelope()
  for (let i = 0; i < segments.count; i += 1) readEnvelopeSegment(state, segments, i)
  endEnvelope(state)
  return { interchanges: state.interchanges, findings: state.findings }
}

/** The interchanges of a file whose envelopes are whole; refused with all faults otherwise. */
export const readInterchanges = (segments: Segments): Result<readonly InterchangeRange[]> => {
  const { interchanges, findings } = readInterchangesLeniently(segments)
  return findings.some(holdsClaim) ? refused(findings) : accepted(interchanges, findings)
}
