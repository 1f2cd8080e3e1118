// Random documents of any set, made from its table alone: what the table allows, and no more.
import fc from 'fast-check'
import { addDays, compactDay, day } from '../src/values/day.ts'
import type {
  CompositeElement,
  DocumentOf,
  ElementTable,
  FixedElement,
  GroupedElements,
  KeyedElement,
  LoopTable,
  SegmentOf,
  SegmentTable,
  SetTable,
} from '../src/x12/sets/table-language.ts'

type Carrier = Record<string, unknown>
type Placed = ElementTable | CompositeElement['components'][number] | GroupedElements['elements'][number]

/** How many times what may repeat does, at most: enough to see order kept, few enough to be quick. */
const most = 2

const listOf = <T>(one: fc.Arbitrary<T>, max: number): fc.Arbitrary<T[]> =>
  fc.array(one, { minLength: 1, maxLength: Math.min(max, most) })

// `?` is a release character elsewhere and none here; letters beyond ASCII are written as UTF-8.
const inner = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcxyz0123456789 ?+!.,-/&\'"()=<>#|É']
const outer = inner.filter((character) => character !== ' ')

const textOf = ([shortest, longest]: readonly [number, number]): fc.Arbitrary<string> =>
  fc.integer({ min: shortest, max: Math.min(longest, shortest + 9) }).chain((length) =>
    fc
      .tuple(
        fc.constantFrom(...outer),
        fc.array(fc.constantFrom(...inner), {
          minLength: Math.max(length - 2, 0),
          maxLength: Math.max(length - 2, 0),
        }),
        fc.constantFrom(...outer),
      )
      .map(([first, middle, last]) => [first, ...middle, last].join('').slice(0, length)),
  )

const day8 = fc.integer({ min: 0, max: 364 }).map((count) => compactDay(addDays(day('2025-10-01'), count)))
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(''))
const period = fc.record({ one: day8, range: fc.tuple(day8, day8).map((days) => days.sort().join('-')) })

const leafOf = (element: KeyedElement): fc.Arbitrary<unknown> => {
  if (element.codes !== undefined) return fc.constantFrom(...element.codes)
  switch (element.type) {
    case 'text':
    case 'code':
      return textOf(element.size)
    case 'day8':
      return day8
    case 'day6':
      return day8.map((text) => text.slice(2))
    case 'time':
      return time
    case 'period':
      return period
    case 'whole':
      return fc.integer({ min: 0, max: 10 ** Math.min(element.size[1], 9) - 1 })
    case 'quantity':
      return fc.integer({ min: -2_000, max: 200_000 }).map((halves) => halves / 2)
    case 'money':
      return fc.integer({ min: -999_999_999, max: 999_999_999 })
  }
}

const isFilled = (value: Carrier): boolean => Object.keys(value).length > 0

const valueOf = (element: KeyedElement | CompositeElement | GroupedElements): fc.Arbitrary<unknown> => {
  if ('groups' in element) return listOf(objectOf(element.elements).filter(isFilled), element.groups)
  const one = 'components' in element ? objectOf(element.components).filter(isFilled) : leafOf(element)
  const times = element.inRow ?? element.repeats
  return times === undefined ? one : listOf(one, times)
}

const isKeyed = (element: Placed): element is KeyedElement | CompositeElement | GroupedElements =>
  'key' in element

/** Writes each period as the qualifier before it says: two days after RD8, else one. */
const withPeriods = (elements: readonly Placed[], value: Carrier): Carrier => {
  const settled = { ...value }
  for (const [e, element] of elements.entries()) {
    if (!isKeyed(element) || !('type' in element) || element.type !== 'period') continue
    const found = value[element.key]
    if (found === undefined) continue
    const before = elements[e - 1]
    const qualifier = before === undefined ? '' : qualifierOf(before, value)
    settled[element.key] = (found as { one: string; range: string })[qualifier === 'RD8' ? 'range' : 'one']
  }
  return settled
}

const qualifierOf = (element: Placed, value: Carrier): unknown =>
  'fixed' in element ? (element as FixedElement).fixed : isKeyed(element) ? value[element.key] : ''

/** The object that a segment, composite or group carries. */
const objectOf = (elements: readonly Placed[]): fc.Arbitrary<Carrier> => {
  const keyed = elements.filter(isKeyed)
  const model = Object.fromEntries(keyed.map((element) => [element.key, valueOf(element)]))
  const requiredKeys = keyed.filter(({ usage }) => usage === 'required').map(({ key }) => key)
  return fc
    .record(model, { requiredKeys, noNullPrototype: true })
    .map((value) => withPeriods(elements, value))
}

const segmentOf = (segment: SegmentTable): fc.Arbitrary<Carrier> => {
  const hasQualifier = segment.elements.some((element) => 'fixed' in element && element.usage === 'required')
  const object = objectOf(segment.elements)
  return hasQualifier ? object : object.filter(isFilled)
}

const partOf = (part: SegmentTable | LoopTable): fc.Arbitrary<unknown> => {
  const one = 'segment' in part ? segmentOf(part) : loopOf(part.parts)
  return part.max === 1 ? one : listOf(one, part.max)
}

const loopOf = (parts: LoopTable['parts']): fc.Arbitrary<Carrier> => {
  const model = Object.fromEntries(parts.map((part) => [part.key, partOf(part)]))
  const requiredKeys = parts.filter(({ usage }) => usage === 'required').map(({ key }) => key)
  return fc.record(model, { requiredKeys, noNullPrototype: true })
}

/** Any document of the table: required parts always, situational ones now and then, values of every type and size. */
export const arbitraryDocument = <const T extends SetTable>(table: T): fc.Arbitrary<DocumentOf<T>> =>
  loopOf(table.parts) as fc.Arbitrary<DocumentOf<T>>

/** Any value of a segment that stands in no set, such as the TA1. */
export const arbitrarySegment = <const S extends SegmentTable>(table: S): fc.Arbitrary<SegmentOf<S>> =>
  segmentOf(table) as fc.Arbitrary<SegmentOf<S>>
