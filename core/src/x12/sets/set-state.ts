// The reading of a set, segment by segment: which loop is open, which part of the table the next segment is, what is missing.
import { type FaultCode, fault } from '../syntax/faults.ts'
import { type Segments, segmentId } from '../syntax/segments.ts'
import type { LoopPlan, PartPlan } from './plan.ts'
import { type Cursor, cursorAt, reportElement, segmentPlaceOf, showsSigns } from './cursor.ts'
import { type Carrier, readSegment } from './read-segment.ts'
import { type Frame, type SetState, frameOf, noteMissing, takeBackMissing } from './set-frame.ts'

const report = (cursor: Cursor, code: FaultCode): void => {
  cursor.findings.push(fault(code, segmentPlaceOf(cursor)))
}

const within = (cursor: Cursor, loop: string): Cursor => ({ ...cursor, loop })

const closeFrame = (state: SetState, cursor: Cursor): void => {
  const frame = state.frames.pop()
  if (frame === undefined || frame.isForeign) return
  noteMissing(cursor, frame, Number.POSITIVE_INFINITY)
  const { handOut } = state
  if (handOut !== null && frame.plan.loop === handOut.loop) {
    const around = state.frames.map(({ value }) => value)
    handOut.take(frame.value, around, state.findings.slice(frame.findingsBefore))
  }
  const { level } = frame
  if (level === null) return
  checkChildCode(level, frame)
}

/** HL04 says whether an HL stands below; where the guide leaves it empty, a 0 says the same. */
const checkChildCode = ({ cursor, childCode }: NonNullable<Frame['level']>, frame: Frame): void => {
  if (!frame.plan.childCode) {
    if (childCode !== '' && childCode !== '0') reportElement(cursor, '999:IK4:I10', 4, childCode)
    return
  }
  const expected = frame.children > 0 ? '1' : '0'
  if (childCode !== expected)
    reportElement(cursor, childCode === '' ? '999:IK4:1' : '999:IK4:7', 4, childCode)
}

const closeAbove = (state: SetState, f: number, cursor: Cursor): void => {
  while (state.frames.length > f + 1) closeFrame(state, cursor)
}

/** A part that a segment may be, in the frame at `f`. */
interface Match {
  readonly f: number
  readonly frame: Frame
  readonly part: PartPlan
}

const hasRoom = (frame: Frame, part: PartPlan): boolean => (frame.counts[part.index] ?? 0) < part.max

/** The first part of the frame that shows its signs in the segment; with `fits`, only one that has room and is in order. */
const matchIn = (frame: Frame, id: string, cursor: Cursor, fits: boolean): PartPlan | null => {
  const parts = frame.plan.byId.get(id)
  if (parts === undefined) return null
  for (const part of parts) {
    if (fits && (part.rank < frame.rank || !hasRoom(frame, part))) continue
    if (showsSigns(cursor, part.signs)) return part
  }
  return null
}

/** The part the segment fits, in the innermost open loop that has one. */
const fittingPart = (state: SetState, id: string, cursor: Cursor): Match | null => {
  for (let f = state.frames.length - 1; f >= 0; f -= 1) {
    const frame = state.frames[f]
    if (frame === undefined || frame.isForeign) continue
    const part = matchIn(frame, id, cursor, true)
    if (part !== null) return { f, frame, part }
  }
  return null
}

/** The innermost open loop in which a segment of this id may stand at all. */
const homeOf = (state: SetState, id: string): { readonly f: number; readonly frame: Frame } | null => {
  for (let f = state.frames.length - 1; f >= 0; f -= 1) {
    const frame = state.frames[f]
    if (frame !== undefined && !frame.isForeign && frame.plan.byId.has(id)) return { f, frame }
  }
  return null
}

/** The only part of its id, when it is a segment: one whose qualifier is wrong is taken for it. */
const loneSegment = (frame: Frame, id: string): PartPlan | null => {
  const parts = frame.plan.byId.get(id) ?? []
  const [only] = parts
  return parts.length === 1 && only?.kind === 'segment' && hasRoom(frame, only) && only.rank >= frame.rank
    ? only
    : null
}

const isInForeign = (state: SetState): boolean => state.frames.at(-1)?.isForeign ?? false

const put = (into: Carrier, part: PartPlan, value: Carrier): void => {
  if (part.max === 1) {
    into[part.key] = value
    return
  }
  const list = into[part.key]
  if (Array.isArray(list)) list.push(value)
  else into[part.key] = [value]
}

/** The HL of a loop: its number must follow the one before, its parent must be the loop it stands in. */
const readLevel = (state: SetState, frame: Frame, cursor: Cursor): Frame['level'] => {
  const text = (n: number): string => cursor.texts[n - 1] ?? ''
  state.levels += 1
  if (text(1) !== String(state.levels))
    reportElement(cursor, text(1) === '' ? '999:IK4:1' : '999:IK4:7', 1, text(1))
  const parent = frame.level?.number ?? ''
  if (text(2) !== parent) reportElement(cursor, text(2) === '' ? '999:IK4:1' : '999:IK4:7', 2, text(2))
  if (text(5) !== '') reportElement(cursor, '999:IK4:3', 5)
  return { number: text(1), childCode: text(4), cursor }
}

const openLoop = (state: SetState, { frame, part }: Match, plan: LoopPlan, cursor: Cursor): void => {
  cursor.loop = plan.loop
  const value: Carrier = {}
  const findingsBefore = state.findings.length
  if (!state.passing.has(plan)) put(frame.value, part, value)
  if (plan.level !== null) {
    frame.children += 1
    const level = readLevel(state, frame, cursor)
    state.frames.push(frameOf(plan, value, findingsBefore, { level }))
    return
  }
  const opened = frameOf(plan, value, findingsBefore)
  const opener = plan.parts[0]
  if (opener?.kind === 'segment') {
    value[opener.key] = readSegment(cursor, opener)
    opened.counts[0] = 1
  }
  state.frames.push(opened)
}

const take = (state: SetState, match: Match, cursor: Cursor): void => {
  const { f, frame, part } = match
  closeAbove(state, f, cursor)
  frame.counts[part.index] = (frame.counts[part.index] ?? 0) + 1
  if (part.rank > frame.rank) {
    noteMissing(cursor, frame, part.rank)
    frame.rank = part.rank
  }
  if (part.kind === 'loop') openLoop(state, match, part, cursor)
  else {
    cursor.loop = frame.plan.loop
    put(frame.value, part, readSegment(cursor, part))
  }
}

const leaveUnread = (state: SetState, cursor: Cursor, code: FaultCode): void => {
  const { offset, length } = segmentPlaceOf(cursor)
  report(cursor, code)
  state.unread.push({ offset, length })
}

/**
 * A loop over its maximum, or one the table does not list: what follows in it is not this table's to read. What stands
 * before `part` in the loop around it is over.
 */
const openForeign = (state: SetState, { f, frame, part }: Match, cursor: Cursor): void => {
  closeAbove(state, f, cursor)
  frame.rank = Math.max(frame.rank, part.rank)
  state.frames.push(frameOf(frame.plan, {}, state.findings.length, { isForeign: true }))
}

/** A segment that has its place but not here or not again. */
const takeMisplaced = (state: SetState, match: Match, cursor: Cursor): void => {
  const { f, frame, part } = match
  const loop = part.kind === 'loop' ? part.loop : frame.plan.loop
  if (hasRoom(frame, part)) {
    takeBackMissing(cursor, frame, part)
    report(within(cursor, loop), '999:IK3:7')
    take(state, match, cursor)
  } else if (part.kind === 'segment') {
    closeAbove(state, f, cursor)
    leaveUnread(state, within(cursor, loop), '999:IK3:5')
  } else {
    leaveUnread(state, within(cursor, loop), '999:IK3:4')
    openForeign(state, match, cursor)
  }
}

const takeUnknown = (state: SetState, id: string, cursor: Cursor): void => {
  const loop = state.frames.at(-1)?.plan.loop ?? ''
  leaveUnread(state, within(cursor, loop), state.plan.known.has(id) ? '999:IK3:2' : '999:IK3:1')
  if (isInForeign(state)) return
  const home = homeOf(state, id)
  const opens = home?.frame.plan.byId.get(id)?.find((part) => part.kind === 'loop')
  if (home !== null && opens !== undefined) openForeign(state, { ...home, part: opens }, cursor)
}

/** Feeds one segment between ST and SE; `number` is its position in the set, ST being 1. */
export const readSetSegment = (state: SetState, segments: Segments, i: number, number: number): void => {
  const cursor = cursorAt(segments, i, number, state.findings)
  const id = segmentId(segments, i)
  const fitting = fittingPart(state, id, cursor)
  if (fitting !== null) return take(state, fitting, cursor)
  const home = isInForeign(state) ? null : homeOf(state, id)
  if (home !== null) {
    const misplaced = matchIn(home.frame, id, cursor, false)
    if (misplaced !== null) return takeMisplaced(state, { ...home, part: misplaced }, cursor)
    const lone = loneSegment(home.frame, id)
    if (lone !== null) return take(state, { ...home, part: lone }, cursor)
  }
  takeUnknown(state, id, cursor)
}

/** Ends the set at its SE (or the last segment it has): what is still open is looked over for what it lacks. */
export const endSet = (state: SetState, segments: Segments, i: number, number: number): void => {
  const cursor = cursorAt(segments, i, number, state.findings)
  closeAbove(state, -1, cursor)
}
