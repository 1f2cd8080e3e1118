// One segment to its object: every element and component by the plan, every fault with its place.
import type { Finding, SegmentPlace } from '../../values/finding.ts'
import { type FaultCode, fault } from '../syntax/faults.ts'
import {
  type Segments,
  componentPlace,
  delimitersAt,
  elementCount,
  elementLength,
  elementOffset,
  elementText,
  segmentId,
  segmentLength,
  segmentOffset,
} from '../syntax/segments.ts'
import { type Value, faultOf, valueOf } from './element-value.ts'
import { type Leaf, type SegmentPlan, type Step, widthOf, widthOfAll } from './plan.ts'
import type { Sign } from './signs.ts'

/** A segment of a file in the set it stands in. `number` counts from ST = 1. */
export interface Cursor {
  readonly segments: Segments
  readonly i: number
  readonly number: number
  readonly loop: string
  readonly findings: Finding[]
}

/** What a document carries under its keys. */
export type Carrier = Record<string, unknown>

/** A place inside the segment; component and repetition are 0 where the element is not cut. */
interface Spot {
  readonly element: number
  readonly component: number
  readonly repetition: number
}

export const segmentPlaceOf = (cursor: Cursor): SegmentPlace => {
  const { segments, i, number, loop } = cursor
  const place = {
    kind: 'segment',
    id: segmentId(segments, i),
    segment: number,
    offset: segmentOffset(segments, i),
    length: segmentLength(segments, i),
  } as const
  return loop === '' ? place : { ...place, loop }
}

const spotPlace = (cursor: Cursor, spot: Spot): SegmentPlace => {
  const { segments, i } = cursor
  const { element, component, repetition } = spot
  const place = { ...segmentPlaceOf(cursor), element }
  if (component === 0 && repetition === 0) {
    return {
      ...place,
      offset: elementOffset(segments, i, element),
      length: elementLength(segments, i, element),
    }
  }
  const at = { component: Math.max(component, 1), repetition: Math.max(repetition, 1) }
  return {
    ...place,
    ...componentPlace(segments, i, element, at),
    ...(component > 0 ? { component } : {}),
    ...(repetition > 0 ? { repetition } : {}),
  }
}

const report = (cursor: Cursor, code: FaultCode, spot: Spot, value = ''): void => {
  cursor.findings.push(
    fault(code, spotPlace(cursor, spot), value === '' ? {} : { value: value.slice(0, 99) }),
  )
}

/** Notes a fault of an element as a whole. */
export const reportElement = (cursor: Cursor, code: FaultCode, element: number, value = ''): void =>
  report(cursor, code, { element, component: 0, repetition: 0 }, value)

/** A value that is not empty; undefined when nothing can be made of its text. */
const readLeaf = (
  cursor: Cursor,
  leaf: Leaf,
  text: string,
  spot: Spot,
  qualifier: string,
): Value | undefined => {
  const found = faultOf(leaf, text, qualifier)
  if (found === null) return valueOf(leaf, text)
  report(cursor, found, spot, text)
  const isNumber = leaf.type === 'money' || leaf.type === 'quantity' || leaf.type === 'whole'
  if (!isNumber) return text
  return found === '999:IK4:4' || found === '999:IK4:5' ? valueOf(leaf, text) : undefined
}

const delimiterText = (delimiter: number | null): string | null =>
  delimiter === null ? null : String.fromCharCode(delimiter)

/** Where a component stands: how its text is found and how a fault is placed. */
interface Source {
  readonly text: (place: number) => string
  readonly spot: (place: number) => Spot
}

const elementSource = (cursor: Cursor): Source => ({
  text: (place) => elementText(cursor.segments, cursor.i, place),
  spot: (place) => ({ element: place, component: 0, repetition: 0 }),
})

const componentSource = (texts: readonly string[], element: number, repetition: number): Source => ({
  text: (place) => texts[place - 1] ?? '',
  spot: (place) => ({ element, component: place, repetition }),
})

const isFilled = (source: Source, from: number, width: number): boolean => {
  for (let place = from; place < from + width; place += 1) if (source.text(place) !== '') return true
  return false
}

/** Cuts a text that may repeat; one that may not must hold no repetition separator. */
const repeatsOf = (cursor: Cursor, text: string, repeats: number, spot: Spot): readonly string[] => {
  const separator = delimiterText(delimitersAt(cursor.segments, cursor.i).repetition)
  if (separator === null || !text.includes(separator)) return [text]
  const texts = text.split(separator)
  if (texts.length > Math.max(repeats, 1)) report(cursor, '999:IK4:12', spot)
  return texts
}

type Composite = Extract<Step, { kind: 'composite' }>

const readComposite = (
  cursor: Cursor,
  step: Composite,
  text: string,
  element: number,
  repetition: number,
): Carrier => {
  const separator = delimiterText(delimitersAt(cursor.segments, cursor.i).component) ?? ''
  const texts = text.split(separator)
  const width = widthOfAll(step.steps)
  const into: Carrier = {}
  readSteps(cursor, step.steps, componentSource(texts, element, repetition), 1, into)
  if (texts.slice(width).some((extra) => extra !== '')) {
    report(cursor, '999:IK4:13', { element, component: width + 1, repetition })
  }
  return into
}

type Single = Extract<Step, { kind: 'value' | 'composite' }>

/** What stands at one place that is not empty: a value or an object, or a list of them when it may repeat. */
const readPlace = (cursor: Cursor, step: Single, source: Source, place: number): unknown => {
  const text = source.text(place)
  const spot = source.spot(place)
  const texts = spot.component === 0 ? repeatsOf(cursor, text, step.repeats, spot) : [text]
  const read = (one: string, r: number): unknown => {
    const repetition = step.repeats > 0 ? r + 1 : spot.repetition
    if (step.kind === 'composite') return readComposite(cursor, step, one, spot.element, repetition)
    const at = { ...spot, repetition }
    const separator = delimiterText(delimitersAt(cursor.segments, cursor.i).component) ?? ''
    if (spot.component === 0 && one.includes(separator)) report(cursor, '999:IK4:13', { ...at, component: 2 })
    return readLeaf(cursor, step.leaf, one, at, place > 1 ? source.text(place - 1) : '')
  }
  if (step.repeats === 0) return read(texts[0] ?? '', 0)
  const values = texts
    .map((one, r) => (one === '' ? undefined : read(one, r)))
    .filter((value) => value !== undefined)
  return values.length > 0 ? values : undefined
}

/** The list of what stands in a row of places; a gap before a filled place is a fault, since the list would close it. */
const readRow = (cursor: Cursor, step: Single, source: Source, from: number): unknown => {
  const values: unknown[] = []
  let empty = 0
  for (let place = from; place < from + step.inRow; place += 1) {
    if (source.text(place) === '') {
      empty = empty === 0 ? place : empty
      continue
    }
    if (empty > 0) report(cursor, '999:IK4:2', source.spot(empty))
    empty = 0
    const value = readPlace(cursor, step, source, place)
    if (value !== undefined) values.push(value)
  }
  return values.length > 0 ? values : undefined
}

type Groups = Extract<Step, { kind: 'groups' }>

const readGroups = (cursor: Cursor, step: Groups, source: Source, from: number): unknown => {
  const width = widthOfAll(step.steps)
  const groups: Carrier[] = []
  let empty = 0
  for (let g = 0; g < step.count; g += 1) {
    const at = from + g * width
    if (!isFilled(source, at, width)) {
      empty = empty === 0 ? at : empty
      continue
    }
    if (empty > 0) report(cursor, '999:IK4:2', source.spot(empty))
    empty = 0
    const group: Carrier = {}
    readSteps(cursor, step.steps, source, at, group)
    groups.push(group)
  }
  return groups.length > 0 ? groups : undefined
}

type Fixed = Extract<Step, { kind: 'fixed' }>

/** A qualifier: always there when required; else there exactly when what it qualifies is. */
const readFixed = (
  cursor: Cursor,
  step: Fixed,
  next: Step | undefined,
  source: Source,
  place: number,
): void => {
  const text = source.text(place)
  if (text !== '' && text !== step.text) report(cursor, '999:IK4:7', source.spot(place), text)
  if (step.required) {
    if (text === '') report(cursor, '999:IK4:1', source.spot(place))
    return
  }
  const isNextFilled = next !== undefined && isFilled(source, place + 1, widthOf(next))
  if ((text !== '') !== isNextFilled)
    report(cursor, '999:IK4:2', source.spot(text === '' ? place : place + 1))
}

const readCarried = (cursor: Cursor, step: Single | Groups, source: Source, place: number): unknown => {
  if (step.kind === 'groups') return readGroups(cursor, step, source, place)
  if (step.inRow > 0) return readRow(cursor, step, source, place)
  return source.text(place) === '' ? undefined : readPlace(cursor, step, source, place)
}

/** Reads steps from `first` on into the object that carries them. */
const readSteps = (
  cursor: Cursor,
  steps: readonly Step[],
  source: Source,
  first: number,
  into: Carrier,
): void => {
  let place = first
  for (let s = 0; s < steps.length; s += 1) {
    const step = steps[s]
    if (step === undefined) break
    if (step.kind === 'empty') {
      if (source.text(place) !== '') report(cursor, '999:IK4:I10', source.spot(place))
    } else if (step.kind === 'fixed') {
      readFixed(cursor, step, steps[s + 1], source, place)
    } else {
      const value = readCarried(cursor, step, source, place)
      if (value !== undefined) into[step.key] = value
      else if (step.required && !isFilled(source, place, widthOf(step)))
        report(cursor, '999:IK4:1', source.spot(place))
    }
    place += widthOf(step)
  }
}

/** The object of a segment. Faults go to the cursor's findings; what a fault leaves nothing of is absent. */
export const readSegment = (cursor: Cursor, plan: SegmentPlan): Carrier => {
  const into: Carrier = {}
  readSteps(cursor, plan.steps, elementSource(cursor), 1, into)
  const count = elementCount(cursor.segments, cursor.i)
  for (let extra = plan.width + 1; extra <= count; extra += 1) {
    if (elementText(cursor.segments, cursor.i, extra) === '') continue
    reportElement(cursor, '999:IK4:3', extra)
    break
  }
  return into
}

/** Whether the segment shows the signs by which a part is told from its neighbours. */
export const showsSigns = (segments: Segments, i: number, signs: readonly Sign[]): boolean => {
  for (const sign of signs) {
    const text = elementText(segments, i, sign.element)
    if (sign.component === 0) {
      if (!sign.texts.has(text)) return false
      continue
    }
    const separator = String.fromCharCode(delimitersAt(segments, i).component)
    if (!sign.texts.has(text.split(separator)[sign.component - 1] ?? '')) return false
  }
  return true
}
