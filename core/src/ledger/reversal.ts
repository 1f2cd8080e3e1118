// Takes an entry back by a new one with the sides swapped. Nothing is ever edited.
import { canonicalJson } from '../values/canonical-json.ts'
import type { Instant } from '../values/day.ts'
import { type Finding, field } from '../values/finding.ts'
import { type Result, accepted, refused } from '../values/result.ts'
import { type Entry, otherSide } from './entry.ts'

export interface ReversalDemand {
  readonly at: Instant
  /** Why it is taken back, in one sentence. */
  readonly says: string
  /** Where the act that takes it back has a key of its own; `reversed:<key>` otherwise. An entry is reversed once either way. */
  readonly key?: string
  /** The document that takes it back; the entry's own sources when none does. */
  readonly source?: string
  readonly sha256: (utf8: string) => string
}

/** The entry that reverses this one, when it stands in the journal. */
export const reversalIn = (entries: readonly Entry[], of: Entry): Entry | null =>
  entries.find((each) => each.reverses === of.key) ?? null

const twice = (of: Entry): Finding => ({
  code: 'ledger:reversal-of-reversal',
  severity: 'holds-claim',
  whose: 'platform',
  place: field(`entries.${of.key}`),
  says: 'A reversal is not itself reversed.',
  remedy: 'Post the act anew under a key of its own.',
  source: 'Append, never edit',
  evidence: {},
})

/** The entry with sides swapped and `reverses` set; a reversal itself is refused (`ledger:reversal-of-reversal`). */
export const reverse = (entry: Entry, demand: ReversalDemand): Result<Entry> => {
  if (entry.reverses !== null) return refused([twice(entry)])
  return accepted({
    key: demand.key ?? `reversed:${entry.key}`,
    act: 'reversed',
    at: demand.at,
    says: demand.says,
    inputHash: demand.sha256(canonicalJson({ reverses: entry.key, inputHash: entry.inputHash })),
    reverses: entry.key,
    lines: entry.lines.map((line) => ({
      ...line,
      side: otherSide(line.side),
      source: demand.source ?? line.source,
    })),
  })
}
