// Remittances that others wrote: each is proved on three levels or says why it cannot be read, and a cent more is refused.
import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { add, cents } from '../src/values/cents.ts'
import { proveBalance } from '../src/remit/balance-proof.ts'
import { from835 } from '../src/remit/from-835.ts'
import type { Remittance } from '../src/remit/remittance.ts'
import { corpusBytes, corpusFiles, corpusTest } from './corpus.ts'

const sha256 = (utf8: string): string => createHash('sha256').update(utf8, 'utf8').digest('hex')
const remittancesOf = (path: string): readonly Remittance[] => from835(corpusBytes(path), sha256).remittances

corpusTest('every payment of the corpus that can be told holds to the cent', () => {
  const told = corpusFiles('835').flatMap(({ path }) => remittancesOf(path))
  expect(told.flatMap((each) => proveBalance(each).findings)).toEqual([])
  expect(told).toHaveLength(169)
})

corpusTest('a file whose payment cannot be told says so at its place', () => {
  for (const { path } of corpusFiles('835').filter((file) => remittancesOf(file.path).length < file.sets)) {
    const { findings } = from835(corpusBytes(path), sha256)
    expect(findings.filter((each) => each.code === '835:unread').map((each) => each.place.kind)).toContain(
      'segment',
    )
  }
})

corpusTest('every payment of the corpus is refused when one cent is added to any of its sums', () => {
  const more = cents(1)
  for (const remittance of corpusFiles('835').flatMap(({ path }) => remittancesOf(path))) {
    const { unit, claims } = remittance
    const changed: readonly Remittance[] = [
      { ...remittance, unit: { ...unit, paid: add(unit.paid, more) } },
      ...claims.flatMap((claim, at) => [
        { ...remittance, claims: claims.with(at, { ...claim, paid: add(claim.paid, more) }) },
        { ...remittance, claims: claims.with(at, { ...claim, charge: add(claim.charge, more) }) },
      ]),
    ]
    expect(changed.filter((each) => proveBalance(each).holds)).toEqual([])
  }
})

/** What a remittance says, without where it stands. */
const saysOf = (remittance: Remittance): string =>
  JSON.stringify(remittance, (key, value: unknown) => (key === 'place' || key === 'unit' ? undefined : value))

corpusTest('one payment repeated in a file is one unit, and no two different payments share a key', () => {
  const all = corpusFiles('835').flatMap(({ path }) => remittancesOf(path))
  const contents = new Map<string, Set<string>>()
  for (const each of all) {
    contents.set(each.unit.key, (contents.get(each.unit.key) ?? new Set()).add(saysOf(each)))
  }
  expect([...contents.values()].filter((each) => each.size !== 1)).toEqual([])
  expect(contents.size).toBe(new Set(all.map(saysOf)).size)
  expect(contents.size).toBeLessThan(all.length)
})
