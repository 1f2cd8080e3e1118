// Whole cents: made, added, split and printed here and nowhere else.

declare const unit: unique symbol

/** Whole US cents, a safe integer; may be negative in a remittance, never in the ledger. */
export type Cents = number & { readonly [unit]: 'cents' }

/** Cents from a number that must already be whole. Throws on anything else: a fraction of a cent is a broken promise. */
export const cents = (amount: number): Cents => {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole number of cents`)
  return (amount === 0 ? 0 : amount) as Cents
}

export const zero: Cents = cents(0)
export const add = (...amounts: readonly Cents[]): Cents =>
  cents(amounts.reduce((sum, each) => sum + each, 0))
export const sum = (amounts: readonly Cents[]): Cents => add(...amounts)
export const subtract = (from: Cents, ...amounts: readonly Cents[]): Cents => cents(from - sum(amounts))
export const negate = (amount: Cents): Cents => cents(-amount)
export const times = (amount: Cents, count: number): Cents => cents(amount * count)
export const lesser = (one: Cents, other: Cents): Cents => (one < other ? one : other)
export const greater = (one: Cents, other: Cents): Cents => (one > other ? one : other)

/**
 * A share of an amount in basis points (10,000 = all of it), rounded half up to a whole cent.
 * Half up means half away from zero, so that a reversal of a share is its exact negative.
 */
export const shareHalfUp = (amount: Cents, basisPoints: number): Cents => {
  if (!Number.isSafeInteger(basisPoints))
    throw new RangeError(`${basisPoints} is not a whole number of basis points`)
  const scaled = BigInt(amount) * BigInt(basisPoints)
  const size = scaled < 0n ? -scaled : scaled
  const rounded = (size + 5000n) / 10000n
  return cents(Number(scaled < 0n ? -rounded : rounded))
}

const decimal = /^(-?)(\d*)(?:\.(\d{0,2})0*)?$/

/**
 * Cents from a decimal as X12 writes it (R type: `168`, `168.5`, `-4.05`, `.5`), or null when it is not an
 * amount of money: letters, an empty text, or a fraction of a cent.
 */
export const centsFromDecimal = (text: string): Cents | null => {
  const found = decimal.exec(text)
  if (!found) return null
  const [, sign = '', whole = '', fraction = ''] = found
  if (whole === '' && fraction === '') return null
  const amount = Number(whole || '0') * 100 + Number(fraction.padEnd(2, '0'))
  if (!Number.isSafeInteger(amount)) return null
  return cents(sign === '-' ? -amount : amount)
}

/** The shortest decimal, as X12 wants it: no leading zeros, no trailing zeros, no plus: `168`, `168.5`, `-4.05`, `.5` as `0.5`. */
export const decimalFromCents = (amount: Cents): string => {
  const size = Math.abs(amount)
  const whole = Math.floor(size / 100)
  const fraction = String(size % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${amount < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

/** For people: `$1,234.05`, `-$4.00`. */
export const dollars = (amount: Cents): string => {
  const size = Math.abs(amount)
  const whole = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${amount < 0 ? '-' : ''}$${whole}.${String(size % 100).padStart(2, '0')}`
}
