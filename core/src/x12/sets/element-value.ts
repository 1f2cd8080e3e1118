// One value of an element or component: from its text and back, and what may be wrong with the text.
import { centsFromDecimal, decimalFromCents } from '../../values/cents.ts'
import type { Cents } from '../../values/cents.ts'
import { dayFromCompact } from '../../values/day.ts'
import type { FaultCode } from '../syntax/faults.ts'
import type { Leaf } from './plan.ts'

export type Value = string | number

/** X12's R type: digits, at most one point, a leading minus. */
const isDecimal = (text: string): boolean => /^-?(\d+\.?\d*|\.\d+)$/.test(text)

/** How long a number is: its digits alone. */
const digits = (text: string): number => {
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 0x30 && code <= 0x39) count += 1
  }
  return count
}

const isTime = (text: string): boolean => /^([01]\d|2[0-3])[0-5]\d([0-5]\d(\d{1,2})?)?$/.test(text)

/** A day (D8), two days with a hyphen (RD8); a period under another qualifier is not looked into. */
const isPeriod = (text: string, qualifier: string): boolean => {
  if (qualifier === 'D8') return dayFromCompact(text) !== null
  if (qualifier !== 'RD8') return true
  const [from = '', to = ''] = text.split('-')
  return text.length === 17 && dayFromCompact(from) !== null && dayFromCompact(to) !== null
}

const sizeFault = (leaf: Leaf, length: number): FaultCode | null =>
  length < leaf.shortest ? '999:IK4:4' : length > leaf.longest ? '999:IK4:5' : null

const numberFault = (leaf: Leaf, text: string): FaultCode | null => {
  if (leaf.type === 'whole') {
    if (!/^-?\d+$/.test(text)) return '999:IK4:6'
    return sizeFault(leaf, digits(text)) ?? (Number.isSafeInteger(Number(text)) ? null : '999:IK4:5')
  }
  if (!isDecimal(text)) return '999:IK4:6'
  if (leaf.type === 'money' && centsFromDecimal(text) === null) return '999:IK4:I12'
  return sizeFault(leaf, digits(text))
}

const isControl = (code: number): boolean => code < 0x20 || (code >= 0x7f && code < 0xa0)

const textFault = (leaf: Leaf, text: string): FaultCode | null => {
  for (let at = 0; at < text.length; at += 1) if (isControl(text.charCodeAt(at))) return '999:IK4:6'
  return sizeFault(leaf, text.length)
}

/**
 * The fault of a text that is not empty (IK403), or null. `qualifier` is the text of the place before, which says how a
 * period is written.
 */
export const faultOf = (leaf: Leaf, text: string, qualifier: string): FaultCode | null => {
  if (leaf.codes !== null) {
    if (leaf.codes.has(text)) return null
    return textFault(leaf, text) ?? '999:IK4:7'
  }
  switch (leaf.type) {
    case 'text':
    case 'code':
      return textFault(leaf, text)
    case 'day8':
      return dayFromCompact(text) === null ? '999:IK4:8' : null
    case 'day6':
      return dayFromCompact(`20${text}`) === null ? '999:IK4:8' : null
    case 'time':
      return isTime(text) ? sizeFault(leaf, text.length) : '999:IK4:9'
    case 'period':
      return isPeriod(text, qualifier) ? textFault(leaf, text) : '999:IK4:8'
    default:
      return numberFault(leaf, text)
  }
}

/** The value of a text without a fault: Cents of a money, a number of a quantity or whole, else the text. */
export const valueOf = (leaf: Leaf, text: string): Value => {
  if (leaf.type === 'money') {
    const amount = centsFromDecimal(text)
    if (amount === null) throw new RangeError('a text with a fault has no value')
    return amount
  }
  return leaf.type === 'quantity' || leaf.type === 'whole' ? Number(text) : text
}

/** Digits without an exponent; a double's own shortest form where that has none. */
const plainDecimal = (value: number): string => {
  const text = String(value)
  return text.includes('e') ? value.toFixed(15).replace(/\.?0+$/, '') : text
}

/** The text of a value, in its shortest form; a whole number is padded with zeros to its shortest size. */
export const textOf = (leaf: Leaf, value: Value): string => {
  if (typeof value === 'string') return value
  if (leaf.type === 'money') return decimalFromCents(value as Cents)
  if (leaf.type !== 'whole') return plainDecimal(value)
  return `${value < 0 ? '-' : ''}${String(Math.abs(value)).padStart(leaf.shortest, '0')}`
}
