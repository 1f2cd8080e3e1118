// The journal: entries are appended, once by key, and never edited.
import { type Finding, field } from '../values/finding.ts'
import { type Result, accepted, refused } from '../values/result.ts'
import { type Entry, type EntryLine, otherSide, sameAccount } from './entry.ts'
import { entryFaults } from './make-entry.ts'

export interface Journal {
  readonly entries: readonly Entry[]
}

export const emptyJournal: Journal = { entries: [] }

export interface Appended {
  readonly journal: Journal
  /** The entry that stands under the key: the one given, or the one that stood there before. */
  readonly entry: Entry
  /** False when the same act had been posted before, and so nothing was added. */
  readonly added: boolean
}

const fault = (
  code: string,
  key: string,
  says: string,
  remedy: string,
  evidence: Finding['evidence'] = {},
): Finding => ({
  code,
  severity: 'holds-claim',
  whose: 'platform',
  place: field(`entries.${key}`),
  says,
  remedy,
  source: 'Append, never edit: one entry a key',
  evidence,
})

const mirrors = (one: EntryLine, other: EntryLine | undefined): boolean =>
  other !== undefined &&
  sameAccount(one.account, other.account) &&
  one.amount === other.amount &&
  one.side === otherSide(other.side)

const reversalFaults = (entries: readonly Entry[], entry: Entry): readonly Finding[] => {
  if (entry.reverses === null) return []
  const before = entries.find((each) => each.key === entry.reverses)
  if (before === undefined) {
    return [
      fault(
        'ledger:reverses-nothing',
        entry.key,
        'The entry to reverse is not in the journal.',
        'Reverse an entry that stands.',
      ),
    ]
  }
  if (before.reverses !== null || entries.some((each) => each.reverses === entry.reverses)) {
    return [
      fault(
        'ledger:reversed-before',
        entry.key,
        'The entry has been reversed before.',
        'An entry is reversed once; post the act anew.',
      ),
    ]
  }
  const exact =
    before.lines.length === entry.lines.length &&
    before.lines.every((line, at) => mirrors(line, entry.lines[at]))
  return exact
    ? []
    : [
        fault(
          'ledger:not-the-reverse',
          entry.key,
          'The lines are not those of the entry with their sides swapped.',
          'Make a reversal with `reverse`.',
        ),
      ]
}

/**
 * What stands under a key for an act that is made again: the entry when it came from the same input, null when none
 * stands, a finding (`ledger:conflict`) when it came from other input.
 */
export const standing = (entries: readonly Entry[], key: string, inputHash: string): Result<Entry | null> => {
  const before = entries.find((each) => each.key === key) ?? null
  if (before === null || before.inputHash === inputHash) return accepted(before)
  return refused([
    fault(
      'ledger:conflict',
      key,
      'Another entry stands under this key, made from other input.',
      'Reverse the entry that stands, or post this one under a key of its own.',
      { stands: before.inputHash, given: inputHash },
    ),
  ])
}

/**
 * Adds an entry. The same key with the same input hash answers with what stands and adds nothing; the same key with
 * another hash is refused (`ledger:conflict`), as are entries that do not balance and reversals that fit nothing.
 */
export const append = (journal: Journal, entry: Entry): Result<Appended> => {
  const before = standing(journal.entries, entry.key, entry.inputHash)
  if (!before.ok) return before
  if (before.value !== null) return accepted({ journal, entry: before.value, added: false })
  const faults = [...entryFaults(entry), ...reversalFaults(journal.entries, entry)]
  return faults.length > 0
    ? refused(faults)
    : accepted({ journal: { entries: [...journal.entries, entry] }, entry, added: true })
}

/** Adds entries in order, all or none: the journal with all of them, or the findings of the first that is refused. */
export const appendAll = (journal: Journal, entries: readonly Entry[]): Result<Journal> => {
  let now = journal
  for (const entry of entries) {
    const next = append(now, entry)
    if (!next.ok) return next
    now = next.value.journal
  }
  return accepted(now)
}
