// A row of the trail and its hash, which takes in the hash of the row before it.
import { type Json, canonicalJson } from '@goldenthread/core/values/canonical-json.ts'
import type { Instant } from '@goldenthread/core/values/day.ts'
import type { Touched } from '../database/tx.ts'

export interface TrailRow {
  readonly practiceId: string
  /** From 1, without gaps. */
  readonly number: number
  readonly at: Instant
  /** The true user; null when the program acted by itself. */
  readonly personId: string | null
  /** 'person', or the name of the part of the program. */
  readonly actor: string
  readonly act: string
  readonly touched: readonly Touched[]
  readonly requestId: string | null
  /** The hash of the row before; of the first row, that of the practice's name (`firstHash`). */
  readonly previousHash: string
}

/** What the first row of a practice's chain follows: a chain moved to another practice does not fit. */
export const firstHash = (practiceId: string, sha256: (utf8: string) => string): string =>
  sha256(canonicalJson({ schema: 'golden-thread/trail/1', practiceId }))

/** SHA-256 over the canonical JSON of the row. */
export const trailHash = (row: TrailRow, sha256: (utf8: string) => string): string =>
  sha256(
    canonicalJson({
      practiceId: row.practiceId,
      number: row.number,
      at: row.at,
      personId: row.personId,
      actor: row.actor,
      act: row.act,
      touched: row.touched.map(({ kind, id }): Json => ({ kind, id })),
      requestId: row.requestId,
      previousHash: row.previousHash,
    }),
  )
