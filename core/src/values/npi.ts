// National provider identifiers: ten digits whose Luhn sum, with the prefix 80840, is a multiple of ten.

declare const npiBrand: unique symbol
export type Npi = string & { readonly [npiBrand]: 'npi' }

/** The NPI, or null when it is not ten digits with the right check digit (docs/sources.md 8.1). */
export const parseNpi = (text: string): Npi | null => {
  if (!/^\d{10}$/.test(text)) return null
  let sum = 0
  for (const [place, digit] of [...`80840${text}`].reverse().entries()) {
    const doubled = place % 2 === 1 ? Number(digit) * 2 : Number(digit)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0 ? (text as Npi) : null
}

export const npi = (text: string): Npi => {
  const found = parseNpi(text)
  if (found === null) throw new RangeError(`${text} is not a national provider identifier`)
  return found
}
