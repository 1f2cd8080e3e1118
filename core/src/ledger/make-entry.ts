// Makes an entry, or refuses it: at least two lines, each above zero, debits equal to credits.
import { type Cents, add, dollars, subtract, sum } from '../values/cents.ts'
import { type Finding, field } from '../values/finding.ts'
import { type Result, accepted, refused } from '../values/result.ts'
import { type Entry, type EntryLine, type Side, sameAccount } from './entry.ts'

const source = 'Double entry: every entry sums to nothing'

const fault = (
  code: string,
  path: string,
  says: string,
  remedy: string,
  evidence: Finding['evidence'] = {},
): Finding => ({
  code,
  severity: 'holds-claim',
  whose: 'platform',
  place: field(path),
  says,
  remedy,
  source,
  evidence,
})

/** The sum of one side of some lines. */
export const sideSum = (lines: readonly EntryLine[], side: Side): Cents =>
  sum(lines.filter((line) => line.side === side).map((line) => line.amount))

/** What keeps an entry from standing in a journal; empty when nothing does. */
export const entryFaults = (entry: Entry): readonly Finding[] => {
  const path = `entries.${entry.key}`
  const found: Finding[] = []
  if (entry.lines.length === 0) {
    found.push(
      fault('ledger:empty', path, 'The entry has no line.', 'An act that moves nothing makes no entry.'),
    )
  }
  for (const [at, line] of entry.lines.entries()) {
    if (Number.isSafeInteger(line.amount) && line.amount > 0) continue
    found.push(
      fault(
        'ledger:amount',
        `${path}.lines.${at}`,
        'A line of the entry is not a whole amount above zero.',
        'Leave out a line of nothing; an amount below zero belongs on the other side.',
        { account: line.account.kind, amount: String(line.amount) },
      ),
    )
  }
  if (found.length > 0) return found
  const [debits, credits] = [sideSum(entry.lines, 'debit'), sideSum(entry.lines, 'credit')]
  if (debits === credits) return []
  return [
    fault(
      'ledger:unbalanced',
      path,
      `The entry is out of balance: ${dollars(debits)} on the debit side, ${dollars(credits)} on the credit side.`,
      'Find the line that is missing or wrong; an entry that does not balance is never posted.',
      { debits: dollars(debits), credits: dollars(credits), difference: dollars(subtract(debits, credits)) },
    ),
  ]
}

/** Lines of the same account, side and source become one; the order of the first ones is kept. */
const merged = (lines: readonly EntryLine[]): readonly EntryLine[] => {
  const kept: EntryLine[] = []
  for (const line of lines) {
    const at = kept.findIndex(
      (each) =>
        sameAccount(each.account, line.account) && each.side === line.side && each.source === line.source,
    )
    const before = kept[at]
    if (before === undefined) kept.push(line)
    else kept[at] = { ...before, amount: add(before.amount, line.amount) }
  }
  return kept
}

/**
 * The entry with lines of the same account, side and source merged, or the findings that say why it cannot stand:
 * `ledger:empty`, `ledger:amount` (a line of zero or less), `ledger:unbalanced`.
 */
export const makeEntry = (draft: Entry): Result<Entry> => {
  const faults = entryFaults(draft)
  return faults.length > 0 ? refused(faults) : accepted({ ...draft, lines: merged(draft.lines) })
}
