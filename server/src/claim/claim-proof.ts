// The proof kept with a claim: which rules judged it, by which editions of the facts, over which claim and note.
import { type Json, canonicalJson } from '@goldenthread/core/values/canonical-json.ts'
import type { Day } from '@goldenthread/core/values/day.ts'
import type { Claim } from '@goldenthread/core/claim/claim.ts'
import type { EditionKind, Facts } from '@goldenthread/core/facts/facts.ts'
import { catalogue } from '@goldenthread/core/rules/index.ts'
import { holdsOn } from '@goldenthread/core/rules/judge.ts'

export interface ClaimProof {
  /** Ids of the rules that held on the day of service, with the first day each holds for. */
  readonly rules: readonly string[]
  /** The editions of the facts it was judged by: kind, name. */
  readonly editions: readonly string[]
  /** SHA-256 of the signed note it rests on. */
  readonly noteHash: string
  /** `claimInputHash` of the claim. */
  readonly inputHash: string
}

/**
 * SHA-256 over the claim as it was filed and the hash of its note: everything that was proved, and nothing that may
 * change later, so that it can be worked out again for ever.
 */
export const claimInputHash = (claim: Claim, noteHash: string, sha256: (utf8: string) => string): string =>
  sha256(
    canonicalJson({
      schema: 'golden-thread/claim-proof/1',
      claim: JSON.parse(JSON.stringify(claim)) as Json,
      noteHash,
    }),
  )

const kinds: readonly EditionKind[] = ['procedures', 'diagnoses', 'places', 'modifiers']

/** The proof of a claim that the catalogue let pass. */
export const proofOf = (
  claim: Claim,
  noteHash: string,
  facts: Facts,
  sha256: (utf8: string) => string,
): ClaimProof => {
  const on: Day = claim.day
  return {
    rules: catalogue
      .filter((rule) => holdsOn(rule, on))
      .map(({ id, from }) => (from === null ? id : `${id} from ${from}`)),
    editions: kinds.map((kind) => `${kind}: ${facts.editionOn(kind, on).edition.name}`),
    noteHash,
    inputHash: claimInputHash(claim, noteHash, sha256),
  }
}
