// The writer of a set: the typed document to segments ST to SE, by the set's table. It checks what the reader checks.
import { type Finding, field } from '../../values/finding.ts'
import { type Result, accepted, refused } from '../../values/result.ts'
import { type FaultCode, fault } from '../syntax/faults.ts'
import type { WrittenElement, WrittenSegment } from '../syntax/write.ts'
import { type Value, faultOf, textOf } from './element-value.ts'
import { type Leaf, type LoopPlan, type SegmentPlan, type Step, planOf, widthOfAll } from './plan.ts'
import type { DocumentOf, SetTable } from './table-language.ts'

type Carrier = Readonly<Record<string, unknown>>

/** What a writer has made so far. */
export interface Draft {
  readonly segments: WrittenSegment[]
  readonly findings: Finding[]
  levels: number
}

const report = (draft: Draft, code: FaultCode, path: string, value = ''): void => {
  draft.findings.push(fault(code, field(path), value === '' ? {} : { value: value.slice(0, 99) }))
}

const inside = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}.${key}`)

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

const textOfLeaf = (draft: Draft, leaf: Leaf, value: unknown, path: string, qualifier: string): string => {
  if (isNothing(value)) return ''
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${path} is not a number`)
  const text = textOf(leaf, value as Value)
  const found = faultOf(leaf, text, qualifier)
  if (found !== null) report(draft, found, path, text)
  return text
}

/** Empties at the end are left out. */
const cutTrailing = <E extends WrittenElement>(elements: E[]): E[] => {
  let length = elements.length
  while (length > 0 && elements[length - 1] === '') length -= 1
  elements.length = length
  return elements
}

type Composite = Extract<Step, { kind: 'composite' }>
type Single = Extract<Step, { kind: 'value' | 'composite' }>
type Groups = Extract<Step, { kind: 'groups' }>

const componentsOf = (draft: Draft, step: Composite, value: unknown, path: string): readonly string[] => {
  const components: string[] = []
  writeSteps(draft, step.steps, value as Carrier, path, components)
  return cutTrailing(components)
}

/** The element of one place: a text, components, or repetitions of them. */
const placeOf = (
  draft: Draft,
  step: Single,
  value: unknown,
  path: string,
  qualifier: string,
): WrittenElement => {
  if (isNothing(value)) return ''
  if (step.repeats === 0) {
    if (step.kind === 'value') return textOfLeaf(draft, step.leaf, value, path, qualifier)
    const components = componentsOf(draft, step, value, path)
    return components.length === 0 ? '' : components
  }
  const list = asList(value)
  if (list.length > step.repeats) report(draft, '999:IK4:12', path)
  const repetitions = list.map((one, r) =>
    step.kind === 'value'
      ? [textOfLeaf(draft, step.leaf, one, inside(path, r), qualifier)]
      : componentsOf(draft, step, one, inside(path, r)),
  )
  return { repetitions }
}

const rowOf = (
  draft: Draft,
  step: Single,
  value: unknown,
  path: string,
  qualifier: string,
): WrittenElement[] => {
  const list = isNothing(value) ? [] : asList(value)
  if (list.length > step.inRow) report(draft, '999:IK4:3', path)
  return Array.from({ length: step.inRow }, (_, r) =>
    placeOf(draft, step, list[r], inside(path, r), qualifier),
  )
}

const groupsOf = (draft: Draft, step: Groups, value: unknown, path: string): WrittenElement[] => {
  const list = isNothing(value) ? [] : asList(value)
  if (list.length > step.count) report(draft, '999:IK4:3', path)
  const width = widthOfAll(step.steps)
  return Array.from({ length: step.count }, (_, g) => {
    const elements: WrittenElement[] = []
    if (g < list.length) writeSteps(draft, step.steps, list[g] as Carrier, inside(path, g), elements)
    while (elements.length < width) elements.push('')
    return elements
  }).flat()
}

const isCarried = (step: Step | undefined, value: Carrier): boolean =>
  step !== undefined && 'key' in step && !isNothing(value[step.key])

/** Writes steps one after another; each takes as many places as it is wide. */
const writeSteps = (
  draft: Draft,
  steps: readonly Step[],
  value: Carrier,
  path: string,
  into: WrittenElement[],
): void => {
  for (let s = 0; s < steps.length; s += 1) {
    const step = steps[s]
    if (step === undefined) break
    if (step.kind === 'empty') into.push('')
    else if (step.kind === 'fixed')
      into.push(step.required || isCarried(steps[s + 1], value) ? step.text : '')
    else {
      const before = into.at(-1)
      const qualifier = typeof before === 'string' ? before : ''
      const own = value[step.key]
      const at = inside(path, step.key)
      if (step.required && isNothing(own)) report(draft, '999:IK4:1', at)
      if (step.kind === 'groups') into.push(...groupsOf(draft, step, own, at))
      else if (step.inRow > 0) into.push(...rowOf(draft, step, own, at, qualifier))
      else into.push(placeOf(draft, step, own, at, qualifier))
    }
  }
}

/** Adds a segment to the draft; its faults are placed by the path of its value. */
export const writeSegment = (draft: Draft, plan: SegmentPlan, value: Carrier, path: string): void => {
  const elements: WrittenElement[] = []
  writeSteps(draft, plan.steps, value, path, elements)
  cutTrailing(elements)
  if (elements.length === 0) report(draft, '999:IK4:1', path)
  draft.segments.push([plan.id, ...elements])
}

const writeLevel = (draft: Draft, plan: LoopPlan, value: Carrier, parent: string): string => {
  draft.levels += 1
  const number = String(draft.levels)
  const hasChildren = plan.parts.some(
    (part) => part.kind === 'loop' && part.level !== null && !isNothing(value[part.key]),
  )
  const elements = [number, parent, plan.level ?? '', plan.childCode ? (hasChildren ? '1' : '0') : '']
  draft.segments.push(['HL', ...cutTrailing(elements)])
  return number
}

/** The parts of a loop in the order of the table. `parent` is the HL number of the loop around it. */
const writeLoop = (draft: Draft, plan: LoopPlan, value: Carrier, path: string, parent: string): void => {
  const number = plan.level === null ? parent : writeLevel(draft, plan, value, parent)
  for (const part of plan.parts) {
    const own = value[part.key]
    const at = inside(path, part.key)
    if (isNothing(own)) {
      if (part.required) report(draft, part.kind === 'loop' ? '999:IK3:I7' : '999:IK3:3', at)
      continue
    }
    const list = part.max === 1 ? [own] : asList(own)
    if (list.length > part.max) report(draft, part.kind === 'loop' ? '999:IK3:4' : '999:IK3:5', at)
    list.forEach((one, o) => {
      const each = part.max === 1 ? at : inside(at, o)
      if (part.kind === 'loop') writeLoop(draft, part, one as Carrier, each, number)
      else writeSegment(draft, part, one as Carrier, each)
    })
  }
}

/**
 * The segments ST to SE of a document. `control` is ST02 and SE02, four to nine letters or digits. Refused with a finding,
 * placed by its path in the document, for each value that does not keep to the table.
 */
export const writeSet = <T extends SetTable>(
  table: T,
  document: DocumentOf<T>,
  { control }: { readonly control: string },
): Result<readonly WrittenSegment[]> => {
  const draft: Draft = { segments: [], findings: [], levels: 0 }
  if (!/^[0-9A-Za-z]{4,9}$/.test(control)) report(draft, '999:IK5:7', 'control')
  const version = table.versionInSt === false ? [] : [table.version]
  draft.segments.push(['ST', table.set, control, ...version])
  writeLoop(draft, planOf(table).root, document as Carrier, '', '')
  draft.segments.push(['SE', String(draft.segments.length + 1), control])
  return draft.findings.length > 0 ? refused(draft.findings) : accepted(draft.segments)
}
