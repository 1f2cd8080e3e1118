// A table made ready for reading and writing: once per table, so that no element interprets the table again.
import type {
  CompositeElement,
  ElementType,
  FixedElement,
  GroupedElements,
  KeyedElement,
  LoopTable,
  NotUsed,
  SegmentTable,
  SetTable,
} from './table-language.ts'
import { type Sign, idOf, signsOf } from './signs.ts'

/** One value: what it may be. `codes` is null where the guide's list is not in the table. */
export interface Leaf {
  readonly type: ElementType
  readonly number: number
  readonly shortest: number
  readonly longest: number
  readonly codes: ReadonlySet<string> | null
}

/** What stands at a place (an element, or a component): nothing, a fixed text, a value, an object of components. */
export type Step = { readonly width: number } & (
  | { readonly kind: 'empty' }
  | { readonly kind: 'fixed'; readonly text: string; readonly required: boolean; readonly leaf: Leaf }
  | (Carried & { readonly kind: 'value'; readonly leaf: Leaf })
  | (Carried & { readonly kind: 'composite'; readonly number: number; readonly steps: readonly Step[] })
  | {
      readonly kind: 'groups'
      readonly key: string
      readonly required: boolean
      readonly count: number
      readonly steps: readonly Step[]
    }
)

interface Carried {
  readonly key: string
  readonly required: boolean
  /** How often it may repeat inside its place; 0 when it is single. */
  readonly repeats: number
  /** How many places in a row it takes as a list; 0 when it takes one and is no list. */
  readonly inRow: number
}

export interface SegmentPlan {
  readonly kind: 'segment'
  readonly id: string
  readonly key: string
  readonly required: boolean
  readonly max: number
  /** Index among the parts of its loop. */
  readonly index: number
  /** Parts of one rank may stand in any order; a lower rank after a higher one is out of order. */
  readonly rank: number
  readonly signs: readonly Sign[]
  readonly steps: readonly Step[]
  /** How many elements the steps take together. */
  readonly width: number
}

export interface LoopPlan {
  readonly kind: 'loop'
  readonly id: string
  readonly loop: string
  readonly key: string
  readonly required: boolean
  readonly max: number
  readonly index: number
  readonly rank: number
  readonly signs: readonly Sign[]
  readonly level: string | null
  readonly childCode: boolean
  readonly parts: readonly PartPlan[]
  /** The parts that must be there. */
  readonly needed: readonly PartPlan[]
  /** The parts by the id of the segment that is or opens them; the segment that opens this loop is not among them. */
  readonly byId: ReadonlyMap<string, readonly PartPlan[]>
}

export type PartPlan = SegmentPlan | LoopPlan

export interface SetPlan {
  readonly root: LoopPlan
  /** Every segment id of the table, and those that open a loop. */
  readonly known: ReadonlySet<string>
}

const leafOf = (element: FixedElement | KeyedElement): Leaf => ({
  type: element.type,
  number: element.number,
  shortest: element.size[0],
  longest: element.size[1],
  codes: 'fixed' in element ? new Set([element.fixed]) : element.codes ? new Set(element.codes) : null,
})

const carried = (element: KeyedElement | CompositeElement): Carried => ({
  key: element.key,
  required: element.usage === 'required',
  repeats: element.repeats ?? 0,
  inRow: element.inRow ?? 0,
})

type Placed = FixedElement | KeyedElement | CompositeElement | GroupedElements | NotUsed

const stepOf = (element: Placed): Step => {
  if ('notUsed' in element) return { kind: 'empty', width: 1 }
  if ('fixed' in element) {
    const required = element.usage === 'required'
    return { kind: 'fixed', width: 1, text: element.fixed, required, leaf: leafOf(element) }
  }
  if ('groups' in element) {
    const { key, groups, elements, usage } = element
    const steps = elements.map(stepOf)
    return {
      kind: 'groups',
      width: groups * widthOfAll(steps),
      key,
      required: usage === 'required',
      count: groups,
      steps,
    }
  }
  const width = Math.max(element.inRow ?? 0, 1)
  if ('components' in element) {
    const steps = element.components.map(stepOf)
    return { kind: 'composite', width, ...carried(element), number: element.number, steps }
  }
  return { kind: 'value', width, ...carried(element), leaf: leafOf(element) }
}

/** How many places steps take together. */
export const widthOfAll = (steps: readonly Step[]): number => steps.reduce((sum, step) => sum + step.width, 0)

const segmentPlan = (
  part: SegmentTable,
  index: number,
  rank: number,
  signs: readonly Sign[],
): SegmentPlan => {
  const steps = part.elements.map(stepOf)
  return {
    kind: 'segment',
    id: part.segment,
    key: part.key,
    required: part.usage === 'required',
    max: part.max,
    index,
    rank,
    signs,
    steps,
    width: widthOfAll(steps),
  }
}

const levelSign = (level: string): readonly Sign[] => [{ element: 3, component: 0, texts: new Set([level]) }]

const loopPlan = (
  part: Pick<LoopTable, 'loop' | 'key' | 'usage' | 'max' | 'hl' | 'parts'>,
  at: { readonly index: number; readonly rank: number; readonly signs: readonly Sign[]; readonly id: string },
): LoopPlan => {
  const parts = partPlans(part.parts)
  const opened = part.hl || at.id === '' ? parts : parts.slice(1)
  const byId = new Map<string, PartPlan[]>()
  for (const inner of opened) byId.set(inner.id, [...(byId.get(inner.id) ?? []), inner])
  return {
    kind: 'loop',
    ...at,
    signs: part.hl ? levelSign(part.hl.level) : at.signs,
    loop: part.loop,
    key: part.key,
    required: part.usage === 'required',
    max: part.max,
    level: part.hl?.level ?? null,
    childCode: part.hl?.childCode !== false,
    parts,
    needed: parts.filter((inner) => inner.required),
    byId,
  }
}

const partPlans = (parts: readonly (SegmentTable | LoopTable)[]): readonly PartPlan[] => {
  const ids = parts.map(idOf)
  const signs = new Map<SegmentTable | LoopTable, readonly Sign[]>()
  for (const id of new Set(ids)) {
    const siblings = parts.filter((_, p) => ids[p] === id)
    const found = signsOf(siblings)
    siblings.forEach((part, s) => signs.set(part, found[s] ?? []))
  }
  let rank = 0
  return parts.map((part, index) => {
    const id = ids[index] ?? ''
    if (index > 0 && ids[index - 1] !== id) rank += 1
    const own = signs.get(part) ?? []
    return 'segment' in part
      ? segmentPlan(part, index, rank, own)
      : loopPlan(part, { index, rank, signs: own, id })
  })
}

const knownIds = (loop: LoopPlan, into: Set<string>): ReadonlySet<string> => {
  for (const part of loop.parts) {
    into.add(part.id)
    if (part.kind === 'loop') knownIds(part, into)
  }
  return into
}

const plans = new WeakMap<SetTable, SetPlan>()

/** The plan of a table; made at the first call and kept as long as the table is. */
export const planOf = (table: SetTable): SetPlan => {
  const kept = plans.get(table)
  if (kept !== undefined) return kept
  const root = loopPlan(
    { loop: '', key: '', usage: 'required', max: 1, parts: table.parts },
    { index: 0, rank: 0, signs: [], id: '' },
  )
  const plan = { root, known: knownIds(root, new Set()) }
  plans.set(table, plan)
  return plan
}

const segmentPlans = new WeakMap<SegmentTable, SegmentPlan>()

/** The plan of a segment that stands in no set, such as the TA1. */
export const segmentPlanOf = (table: SegmentTable): SegmentPlan => {
  const kept = segmentPlans.get(table)
  if (kept !== undefined) return kept
  const plan = segmentPlan(table, 0, 0, [])
  segmentPlans.set(table, plan)
  return plan
}
