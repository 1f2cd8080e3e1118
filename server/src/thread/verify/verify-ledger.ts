// Proves the ledger: every entry balances, is whole and as sealed, a reversal mirrors what it reverses, and all of it sums to nothing.
import type { Kysely } from 'kysely'
import type { Entry } from '@goldenthread/core/ledger/entry.ts'
import { append } from '@goldenthread/core/ledger/journal.ts'
import { entryFaults, sideSum } from '@goldenthread/core/ledger/make-entry.ts'
import { add, dollars, zero } from '@goldenthread/core/values/cents.ts'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import type { Tables } from '../../database/generated.tables.ts'
import { type Proven, fault } from './fault.ts'
import type { Seals } from './seals.ts'
import { type PostedEntry, entriesAfter, entryOfKey, ledgerSums } from './store.ts'

/** A reversal is tried against the entry it names alone: core's journal says what does not fit. */
const reversalFaults = (entry: Entry, reversed: Entry | null): readonly Finding[] => {
  if (entry.reverses === null) return []
  const tried = append({ entries: reversed === null ? [] : [reversed] }, entry)
  if (tried.ok) return []
  return tried.findings
    .filter(({ code }) => code !== 'ledger:unbalanced' && code !== 'ledger:amount')
    .map(({ says, evidence }) => fault('reversal', `entry.${entry.key}`, says, evidence))
}

const oneFaults = ({ entry, numbers }: PostedEntry): readonly Finding[] => {
  const path = `entry.${entry.key}`
  const missing = numbers.some((number, index) => number !== index + 1)
  return [
    ...entryFaults(entry).map(({ code, says, evidence }) =>
      fault(code.replace('ledger:', 'ledger-'), path, says, evidence),
    ),
    ...(missing ? [fault('ledger-line-gone', path, 'A line of this entry is missing.')] : []),
  ]
}

/** Proves every entry of a practice, and the sums that the database itself counts over all lines. */
export const verifyLedger = async (db: Kysely<Tables>, practiceId: string, seals: Seals): Promise<Proven> => {
  const findings: Finding[] = []
  let after: string | null = null
  let entries = 0
  let lines = 0
  let debits = zero
  let credits = zero
  for (;;) {
    const page: readonly PostedEntry[] = await entriesAfter(db, practiceId, after)
    for (const posted of page) {
      const { entry } = posted
      const reversed = entry.reverses === null ? null : await entryOfKey(db, practiceId, entry.reverses)
      findings.push(...oneFaults(posted), ...reversalFaults(entry, reversed))
      findings.push(...seals.hold('entry', posted.id, entry))
      lines += entry.lines.length
      debits = add(debits, sideSum(entry.lines, 'debit'))
      credits = add(credits, sideSum(entry.lines, 'credit'))
      after = posted.id
    }
    entries += page.length
    if (page.length === 0) break
  }
  const sums = await ledgerSums(db, practiceId)
  if (sums.lines !== lines || sums.debits !== debits || sums.credits !== credits) {
    const evidence = { lines: String(sums.lines), 'lines of entries': String(lines) }
    findings.push(
      fault('ledger-stray', 'entry_line', 'There are lines in the ledger that no entry has.', evidence),
    )
  }
  if (debits !== credits) {
    const evidence = { debits: dollars(debits), credits: dollars(credits) }
    findings.push(fault('ledger-total', 'entry', 'The ledger as a whole does not balance.', evidence))
  }
  return { counts: { entries, 'entry lines': lines, 'cents on each side': Number(debits) }, findings }
}
