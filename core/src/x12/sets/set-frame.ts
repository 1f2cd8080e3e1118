// The open loops of a set that is being read, and what they lack.
import type { Finding } from '../../values/finding.ts'
import { fault } from '../syntax/faults.ts'
import type { ByteRange } from '../syntax/scan-draft.ts'
import { type LoopPlan, type PartPlan, type SetPlan, planOf } from './plan.ts'
import { type Cursor, segmentPlaceOf } from './cursor.ts'
import type { Carrier } from './read-segment.ts'
import type { SetTable } from './table-language.ts'

/** A loop that is open. A foreign one is a loop the table does not list: its segments are read into nothing. */
export interface Frame {
  readonly plan: LoopPlan
  readonly isForeign: boolean
  readonly value: Carrier
  readonly counts: number[]
  rank: number
  /** HL01 as it came, and what HL04 said, where the loop has an HL. */
  readonly level: { readonly number: string; readonly childCode: string; readonly cursor: Cursor } | null
  children: number
  /** Required parts that were missed and reported. */
  readonly missed: Map<PartPlan, Finding>
  /** How many findings there were when it opened. */
  readonly findingsBefore: number
}

/** Takes a loop when it is whole, with the objects around it (the document first) and what was found inside it. */
export type TakeLoop = (value: Carrier, around: readonly Carrier[], findings: readonly Finding[]) => void

/**
 * One kind of loop that is handed out as soon as it is whole. Unless it is kept it goes into no document, nor do the loops
 * around it.
 */
export interface HandOut {
  readonly loop: string
  readonly take: TakeLoop
  readonly isKept?: boolean
}

/** Where the reading of a set stands; segments are fed to it one after another. */
export interface SetState {
  readonly plan: SetPlan
  readonly frames: Frame[]
  readonly document: Carrier
  readonly findings: Finding[]
  readonly unread: ByteRange[]
  readonly handOut: HandOut | null
  /** The loops that are kept in no document. */
  readonly passing: ReadonlySet<LoopPlan>
  levels: number
}

/** A loop that opens: nothing of it was read. */
export const frameOf = (
  plan: LoopPlan,
  value: Carrier,
  findingsBefore: number,
  { isForeign = false, level = null }: Partial<Pick<Frame, 'isForeign' | 'level'>> = {},
): Frame => ({
  plan,
  isForeign,
  value,
  counts: plan.parts.map(() => 0),
  rank: 0,
  level,
  children: 0,
  missed: new Map(),
  findingsBefore,
})

/** Gathers the loops of that name and all that hold one. */
const holders = (plan: LoopPlan, loop: string, into: Set<LoopPlan>): boolean => {
  let holds = plan.loop === loop
  for (const part of plan.parts) if (part.kind === 'loop' && holders(part, loop, into)) holds = true
  if (holds) into.add(plan)
  return holds
}

/** Begins a set. With `handOut` its loops are given away one by one; those not kept leave memory with one of them at a time. */
export const startSet = (table: SetTable, handOut: HandOut | null = null): SetState => {
  const plan = planOf(table)
  const document: Carrier = {}
  const passing = new Set<LoopPlan>()
  if (handOut !== null && handOut.isKept !== true) holders(plan.root, handOut.loop, passing)
  const frames = [frameOf(plan.root, document, 0)]
  return { plan, frames, document, findings: [], unread: [], handOut, passing, levels: 0 }
}

/** Notes the required parts below a rank that never came, at the segment before which they were missed. */
export const noteMissing = (cursor: Cursor, frame: Frame, below: number): void => {
  for (const part of frame.plan.needed) {
    if (part.rank >= below || (frame.counts[part.index] ?? 0) > 0 || frame.missed.has(part)) continue
    const isLoop = part.kind === 'loop'
    const loop = isLoop ? part.loop : frame.plan.loop
    const place = segmentPlaceOf({ ...cursor, loop })
    const finding = fault(isLoop ? '999:IK3:I7' : '999:IK3:3', { ...place, id: part.id, length: 0 })
    cursor.findings.push(finding)
    frame.missed.set(part, finding)
  }
}

/** Takes back what was noted of a part that came after all: it stands out of order, and that is said instead. */
export const takeBackMissing = (cursor: Cursor, frame: Frame, part: PartPlan): void => {
  const finding = frame.missed.get(part)
  if (finding === undefined) return
  cursor.findings.splice(cursor.findings.lastIndexOf(finding), 1)
  frame.missed.delete(part)
}
