// One segment to its object: every element and component by the plan, every fault with its place.
import { type Cursor, type Spot, report, reportElement } from './cursor.ts'
import { type Value, faultOf, valueOf } from './element-value.ts'
import { type Leaf, type SegmentPlan, type Step, widthOfAll } from './plan.ts'

/** What a document carries under its keys. */
export type Carrier = Record<string, unknown>

/** Texts that stand in a row: the elements of a segment (`element` is 0), or the components of one of its elements. */
interface Source {
  readonly texts: readonly string[]
  readonly element: number
  readonly repetition: number
}

const textAt = (source: Source, place: number): string => source.texts[place - 1] ?? ''

const spotAt = ({ element, repetition }: Source, place: number): Spot =>
  element === 0 ? { element: place, component: 0, repetition } : { element, component: place, repetition }

const isFilled = (source: Source, from: number, width: number): boolean => {
  for (let place = from; place < from + width; place += 1) if (textAt(source, place) !== '') return true
  return false
}

const isNumber = ({ type }: Leaf): boolean => type === 'money' || type === 'quantity' || type === 'whole'

/** A value that is not empty; undefined when nothing can be made of its text. */
const readLeaf = (
  cursor: Cursor,
  leaf: Leaf,
  text: string,
  source: Source,
  place: number,
): Value | undefined => {
  const found = faultOf(leaf, text, leaf.type === 'period' ? textAt(source, place - 1) : '')
  if (found === null) {
    if (source.element === 0 && leaf.codes === null) checkWhole(cursor, text, source, place)
    return valueOf(leaf, text)
  }
  if (source.element === 0) checkWhole(cursor, text, source, place)
  report(cursor, found, spotAt(source, place), text)
  if (!isNumber(leaf)) return text
  return found === '999:IK4:4' || found === '999:IK4:5' ? valueOf(leaf, text) : undefined
}

/** An element that is one value must not be cut into components. */
const checkWhole = (cursor: Cursor, text: string, source: Source, place: number): void => {
  if (text.includes(cursor.component))
    report(cursor, '999:IK4:13', { ...spotAt(source, place), component: 2 })
}

type Composite = Extract<Step, { kind: 'composite' }>
type Single = Extract<Step, { kind: 'value' | 'composite' }>
type Groups = Extract<Step, { kind: 'groups' }>
type Fixed = Extract<Step, { kind: 'fixed' }>

const readComposite = (
  cursor: Cursor,
  step: Composite,
  text: string,
  element: number,
  repetition: number,
): Carrier => {
  const texts = text.split(cursor.component)
  const width = widthOfAll(step.steps)
  const into: Carrier = {}
  readSteps(cursor, step.steps, { texts, element, repetition }, 1, into)
  for (let extra = width; extra < texts.length; extra += 1) {
    if (texts[extra] === '') continue
    report(cursor, '999:IK4:13', { element, component: width + 1, repetition })
    break
  }
  return into
}

/** What stands at one place that is not empty: a value or an object. */
const readOne = (cursor: Cursor, step: Single, text: string, source: Source, place: number): unknown =>
  step.kind === 'value'
    ? readLeaf(cursor, step.leaf, text, source, place)
    : readComposite(cursor, step, text, place, source.repetition)

/** The list of what an element repeats. */
const readRepeated = (
  cursor: Cursor,
  step: Single,
  texts: readonly string[],
  source: Source,
  place: number,
): unknown => {
  const values = texts
    .map((text, r) =>
      text === '' ? undefined : readOne(cursor, step, text, { ...source, repetition: r + 1 }, place),
    )
    .filter((value) => value !== undefined)
  return values.length > 0 ? values : undefined
}

const readPlace = (cursor: Cursor, step: Single, source: Source, place: number): unknown => {
  const text = textAt(source, place)
  if (text === '') return undefined
  const { repetition } = cursor
  const mayRepeat = source.element === 0 && repetition !== ''
  if (!mayRepeat || (step.repeats === 0 && !text.includes(repetition))) {
    const one = readOne(cursor, step, text, source, place)
    return step.repeats === 0 || one === undefined ? one : [one]
  }
  const texts = text.split(repetition)
  if (texts.length > Math.max(step.repeats, 1)) report(cursor, '999:IK4:12', spotAt(source, place))
  if (step.repeats > 0) return readRepeated(cursor, step, texts, source, place)
  return readOne(cursor, step, texts[0] ?? '', source, place)
}

/** The list of what stands in a row of places; a gap before a filled place is a fault, since the list would close it. */
const readRow = (cursor: Cursor, step: Single, source: Source, from: number): unknown => {
  let values: unknown[] | undefined
  let empty = 0
  for (let place = from; place < from + step.inRow; place += 1) {
    if (textAt(source, place) === '') {
      empty = empty === 0 ? place : empty
      continue
    }
    if (empty > 0) report(cursor, '999:IK4:2', spotAt(source, empty))
    empty = 0
    const value = readPlace(cursor, step, source, place)
    if (value !== undefined) (values ??= []).push(value)
  }
  return values
}

const readGroups = (cursor: Cursor, step: Groups, source: Source, from: number): unknown => {
  const width = step.width / step.count
  let groups: Carrier[] | undefined
  let empty = 0
  for (let g = 0; g < step.count; g += 1) {
    const at = from + g * width
    if (!isFilled(source, at, width)) {
      empty = empty === 0 ? at : empty
      continue
    }
    if (empty > 0) report(cursor, '999:IK4:2', spotAt(source, empty))
    empty = 0
    const group: Carrier = {}
    readSteps(cursor, step.steps, source, at, group)
    ;(groups ??= []).push(group)
  }
  return groups
}

/** A qualifier: always there when required; else there exactly when what it qualifies is. */
const readFixed = (
  cursor: Cursor,
  step: Fixed,
  next: Step | undefined,
  source: Source,
  place: number,
): void => {
  const text = textAt(source, place)
  if (text !== '' && text !== step.text) report(cursor, '999:IK4:7', spotAt(source, place), text)
  if (step.required) {
    if (text === '') report(cursor, '999:IK4:1', spotAt(source, place))
    return
  }
  const isNextFilled = next !== undefined && isFilled(source, place + 1, next.width)
  if ((text !== '') !== isNextFilled)
    report(cursor, '999:IK4:2', spotAt(source, text === '' ? place : place + 1))
}

const readCarried = (cursor: Cursor, step: Single | Groups, source: Source, place: number): unknown => {
  if (step.kind === 'groups') return readGroups(cursor, step, source, place)
  return step.inRow > 0 ? readRow(cursor, step, source, place) : readPlace(cursor, step, source, place)
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
      if (textAt(source, place) !== '') report(cursor, '999:IK4:I10', spotAt(source, place))
    } else if (step.kind === 'fixed') {
      readFixed(cursor, step, steps[s + 1], source, place)
    } else {
      const value = readCarried(cursor, step, source, place)
      if (value !== undefined) into[step.key] = value
      else if (step.required && !isFilled(source, place, step.width)) {
        report(cursor, '999:IK4:1', spotAt(source, place))
      }
    }
    place += step.width
  }
}

/** The object of a segment. Faults go to the cursor's findings; what a fault leaves nothing of is absent. */
export const readSegment = (cursor: Cursor, plan: SegmentPlan): Carrier => {
  const { texts } = cursor
  const into: Carrier = {}
  readSteps(cursor, plan.steps, { texts, element: 0, repetition: 0 }, 1, into)
  for (let extra = plan.width; extra < texts.length; extra += 1) {
    if (texts[extra] === '') continue
    reportElement(cursor, '999:IK4:3', extra + 1)
    break
  }
  return into
}
