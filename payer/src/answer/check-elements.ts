// Whether the elements of one segment have the form this payer demands: what becomes IK4 in a 999.
import { centsFromDecimal } from '@goldenthread/core/values/cents.ts'
import { dayFromCompact } from '@goldenthread/core/values/day.ts'
import type { ElementFault } from '@goldenthread/core/x12/sets/999/codes.ts'
import {
  type Segments,
  components,
  elementCount,
  elementText,
} from '@goldenthread/core/x12/syntax/segments.ts'
import type { DemandType, ElementDemand } from './demand-language.ts'
import { mostElements } from './demands.ts'

/** An element at fault. `value` is left out when nothing stands there. */
export interface FaultyElement {
  readonly element: number
  readonly component?: number
  /** X12's data element number; null of an element that should not be there. */
  readonly number: number | null
  readonly fault: ElementFault
  readonly value?: string
}

const isTime = (text: string): boolean => /^([01]\d|2[0-3])[0-5]\d([0-5]\d(\d\d?)?)?$/.test(text)
const isDay = (text: string): boolean => dayFromCompact(text) !== null

/** DTP03 by its DTP02. */
const periods: Readonly<Record<string, (text: string) => boolean>> = {
  D8: isDay,
  RD8: (text) => {
    const [from = '', to = '', ...more] = text.split('-')
    return isDay(from) && isDay(to) && from <= to && more.length === 0
  },
  DT: (text) => isDay(text.slice(0, 8)) && isTime(text.slice(8)),
  TM: isTime,
}

const isMoney = (text: string): boolean => {
  const amount = centsFromDecimal(text)
  return amount !== null && amount >= 0
}

type Check = readonly [fault: ElementFault, holds: (text: string, qualifier: string) => boolean]

const checks: Readonly<Record<DemandType, Check>> = {
  text: ['6', (text) => !/\p{Cc}/u.test(text)],
  code: ['7', (text) => /^[A-Z0-9]+$/.test(text)],
  day: ['8', isDay],
  time: ['9', isTime],
  period: ['8', (text, qualifier) => periods[qualifier]?.(text) ?? true],
  money: ['6', isMoney],
  // Three places after the point are as many as units of service have.
  quantity: ['6', (text) => /^\d{1,4}(\.\d{1,3})?$|^\.\d{1,3}$/.test(text)],
  digits: ['6', (text) => /^\d+$/.test(text)],
}

const faultOf = (value: string, demand: ElementDemand, qualifier: string): ElementFault | null => {
  const [least, most] = demand.size
  if (value === '') return demand.needed ? '1' : null
  if (demand.codes !== undefined) return demand.codes.includes(value) ? null : '7'
  if (value.length < least) return '4'
  if (value.length > most) return '5'
  const [fault, holds] = checks[demand.type]
  return holds(value, qualifier) ? null : fault
}

const valueAt = (segments: Segments, i: number, { element, component }: ElementDemand): string =>
  component === undefined
    ? elementText(segments, i, element)
    : (components(segments, i, element)[component - 1] ?? '')

const surplus = (segments: Segments, i: number, id: string): readonly FaultyElement[] => {
  const most = mostElements[id] ?? Number.MAX_SAFE_INTEGER
  for (let element = most + 1; element <= elementCount(segments, i); element += 1) {
    const value = elementText(segments, i, element)
    if (value !== '') return [{ element, number: null, fault: '3', value }]
  }
  return []
}

/** Every element of segment `i` at fault, those that are demanded in their order first. */
export const checkElements = (
  segments: Segments,
  i: number,
  demands: readonly ElementDemand[],
): readonly FaultyElement[] => {
  const id = elementText(segments, i, 0)
  const found = demands.flatMap((demand): readonly FaultyElement[] => {
    const value = valueAt(segments, i, demand)
    const fault = faultOf(value, demand, elementText(segments, i, 2))
    if (fault === null) return []
    const { element, component, number } = demand
    const place = component === undefined ? { element, number } : { element, component, number }
    return [value === '' ? { ...place, fault } : { ...place, fault, value }]
  })
  return [...found, ...surplus(segments, i, id)]
}
