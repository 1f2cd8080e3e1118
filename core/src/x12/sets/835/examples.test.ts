// The examples balance on all three levels (docs/sources.md 8.5), proved from the bare text: this file knows nothing of our reader.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Cents, centsFromDecimal, subtract, sum, zero } from '../../../values/cents.ts'
import { parseNpi } from '../../../values/npi.ts'

const folder = join(import.meta.dirname, 'examples')
const names = readdirSync(folder)
const rowsOf = (name: string): readonly (readonly string[])[] =>
  readFileSync(join(folder, name), 'latin1')
    .split(/~\n?/)
    .filter((segment) => segment !== '')
    .map((segment) => segment.split('*'))

const money = (text: string | undefined): Cents => {
  const amount = centsFromDecimal(text ?? '')
  if (amount === null) throw new Error(`${text} is not an amount`)
  return amount
}

/** The rows from each row with that id to the next one with one of `ids`. */
const stretches = (
  rows: readonly (readonly string[])[],
  id: string,
  ends: readonly string[],
): readonly (readonly (readonly string[])[])[] =>
  rows.flatMap((row, at) => {
    if (row[0] !== id) return []
    const length = rows.slice(at + 1).findIndex((later) => ends.includes(later[0] ?? ''))
    return [rows.slice(at, length === -1 ? rows.length : at + 1 + length)]
  })

/** CAS03, 06, 09 …: amounts stand at every third element. */
const adjusted = (rows: readonly (readonly string[])[]): Cents =>
  sum(
    rows
      .filter(([id]) => id === 'CAS')
      .flatMap((row) => row.filter((text, at) => at >= 3 && at % 3 === 0 && text !== '').map(money)),
  )

/** PLB04, 06, 08 …. */
const providerAdjusted = (rows: readonly (readonly string[])[]): Cents =>
  sum(
    rows
      .filter(([id]) => id === 'PLB')
      .flatMap((row) => row.filter((_, at) => at >= 4 && at % 2 === 0).map(money)),
  )

describe.each(names)('the example %s', (name) => {
  const rows = rowsOf(name)

  test('balances at each line: charge less adjustments is what was paid', () => {
    for (const line of stretches(rows, 'SVC', ['SVC', 'CLP', 'LX', 'PLB', 'SE'])) {
      const [service] = line
      expect(subtract(money(service?.[2]), adjusted(line)), service?.join('*')).toBe(money(service?.[3]))
    }
  })

  test('balances at each claim: charge less all its adjustments is what was paid', () => {
    const claims = stretches(rows, 'CLP', ['CLP', 'LX', 'PLB', 'SE'])
    expect(claims.length).toBeGreaterThan(0)
    for (const claim of claims) {
      const [payment] = claim
      expect(subtract(money(payment?.[3]), adjusted(claim)), payment?.join('*')).toBe(money(payment?.[4]))
    }
  })

  test('balances at each payment: the claims paid less the provider adjustments', () => {
    for (const set of stretches(rows, 'ST', ['SE'])) {
      const paid = sum(set.filter(([id]) => id === 'CLP').map((row) => money(row[4])))
      const payment = set.find(([id]) => id === 'BPR')
      expect(subtract(paid, providerAdjusted(set))).toBe(money(payment?.[2]))
      expect(payment?.[4] === 'NON').toBe(money(payment?.[2]) === zero)
    }
  })

  test('lists lines whose charges make up the charge of their claim', () => {
    for (const claim of stretches(rows, 'CLP', ['CLP', 'LX', 'PLB', 'SE'])) {
      const lines = claim.filter(([id]) => id === 'SVC')
      if (lines.length > 0) expect(sum(lines.map((row) => money(row[2])))).toBe(money(claim[0]?.[3]))
    }
  })

  test('names providers by numbers that could be NPIs and are nobody’s', () => {
    const providers = rows
      .filter(([id]) => id === 'N1' || id === 'NM1')
      .flatMap((row) => (row.includes('XX') ? [row.at(-1) ?? ''] : []))
    for (const number of providers)
      expect([number, number[0], parseNpi(number)]).toEqual([number, '2', number])
  })
})

const total = (name: string): string => rowsOf(name).find(([id]) => id === 'BPR')?.[2] ?? ''

// Worked out by hand: 112 | -112+96+110 | 0 | 130.93+85+50-(16-3.27-16) | 0-(-500) | 9000-4800.75 (docs/sources.md money 5).
test.each([
  ['telehealth-paid.835', '112'],
  ['reversal-and-correction.835', '94'],
  ['denials.835', '0'],
  ['medicare-crossover.835', '269.2'],
  ['capitation.835', '500'],
  ['psychiatric-stay.835', '4199.25'],
])('%s pays %s', (name, paid) => {
  expect(total(name)).toBe(paid)
})
