// The seals that the trail keeps, held against the rows they seal: altered, missing, and never sealed are told apart.
import type { Finding } from '@goldenthread/core/values/finding.ts'
import { type Seal, type SealedKind, sealHash } from '../../trail/seal.ts'
import { fault } from './fault.ts'

export interface Seals {
  /** Takes in what a row of the trail says was sealed, and who did it: null for the program. */
  readonly take: (seal: Seal, personId: string | null) => void
  /** Holds one row against its seal. `before` is the document under which such rows were sealed in earlier releases. */
  readonly hold: (kind: SealedKind, id: string, document: unknown, before?: unknown) => readonly Finding[]
  /** Who sealed a row; null for the program, and where the trail does not know the row. */
  readonly sealedBy: (kind: SealedKind, id: string) => string | null
  /** Rows that were sealed and have not been held: they are gone. */
  readonly missing: () => readonly Finding[]
}

// A claim may be made anew after it was held, and a refused remittance come right; the others are final.
const mayBeSealedAgain: ReadonlySet<SealedKind> = new Set(['claim', 'remittance'])

/** Seals of one practice. */
export const openSeals = (sha256: (utf8: string) => string): Seals => {
  const kept = new Map<string, string>()
  const people = new Map<string, string | null>()
  const twice = new Set<string>()
  const held = new Set<string>()
  return {
    take: ({ kind, id, hash }, personId) => {
      const name = `${kind}.${id}`
      const before = kept.get(name)
      if (before !== undefined && before !== hash && !mayBeSealedAgain.has(kind)) twice.add(name)
      kept.set(name, hash)
      people.set(name, personId)
    },
    sealedBy: (kind, id) => people.get(`${kind}.${id}`) ?? null,
    hold: (kind, id, document, before) => {
      const name = `${kind}.${id}`
      held.add(name)
      const hash = kept.get(name)
      if (hash === undefined) {
        return [fault('no-seal', name, 'The trail does not know how this row came to be.')]
      }
      if (twice.has(name)) {
        return [fault('sealed-twice', name, 'The trail seals this row twice, each time with other content.')]
      }
      const found = sealHash(kind, id, document, sha256)
      const isOfBefore = before !== undefined && sealHash(kind, id, before, sha256) === hash
      return found === hash || isOfBefore
        ? []
        : [fault('altered', name, 'This row is not what it was when it was written.', { kept: hash, found })]
    },
    missing: () =>
      [...kept.keys()]
        .filter((name) => !held.has(name))
        .map((name) => fault('gone', name, 'The trail says that this row was written, and it is not there.')),
  }
}
