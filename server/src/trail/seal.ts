// Seals: the trail keeps the hash of what may never change, so that a row rewritten with care is found as well.
import { type Json, canonicalJson } from '@goldenthread/core/values/canonical-json.ts'
import type { Tx } from '../database/tx.ts'

/** Tables whose rows are written once: what was signed, posted, stored, billed. */
export type SealedKind =
  | 'signed_note'
  | 'co_signature'
  | 'note_move'
  | 'entry'
  | 'stored_file'
  | 'claim'
  | 'remittance'
  | 'private_charge'
  | 'money_decision'

export interface Seal {
  readonly kind: SealedKind
  readonly id: string
  /** SHA-256 of the canonical JSON of {kind, id, document}. */
  readonly hash: string
}

const kinds: readonly SealedKind[] = [
  'signed_note',
  'co_signature',
  'note_move',
  'entry',
  'stored_file',
  'claim',
  'remittance',
  'private_charge',
  'money_decision',
]

/**
 * The document as the database gives it back: keys that hold nothing are left out. A payer may state a quantity with
 * a fraction, which canonical JSON has no place for, so it is hashed as its text.
 */
const asJson = (document: unknown): Json =>
  JSON.parse(JSON.stringify(document), (_, value: Json) =>
    typeof value === 'number' && !Number.isSafeInteger(value) ? `number ${value}` : value,
  ) as Json

/** The hash under which a row's document is sealed. */
export const sealHash = (
  kind: SealedKind,
  id: string,
  document: unknown,
  sha256: (utf8: string) => string,
): string => sha256(canonicalJson({ kind, id, document: asJson(document) }))

/**
 * Says for the trail that this row was written with this document. The documents: of a signed note
 * `{hash, reason, personId, providerId}` and of a co-signature `{hash, personId, providerId}`, both without who said it
 * in rows of before; of a move its row without id and person, who is the actor of the trail's row; of an entry core's
 * `Entry`; of a stored file `{sha256}`; of a claim core's `Claim`; of a remittance core's `Remittance`; of a private charge
 * core's `PrivateCharge`; of a decision its row.
 */
export const touchSealed = (
  tx: Pick<Tx, 'touch'>,
  kind: SealedKind,
  id: string,
  document: unknown,
  sha256: (utf8: string) => string,
): void => {
  tx.touch(kind, id)
  tx.touch('seal', `${kind}/${id}/${sealHash(kind, id, document, sha256)}`)
}

/** The seal that a touched row of the kind `seal` names; null when it names none. */
export const readSeal = (text: string): Seal | null => {
  const [kind, id, hash, ...more] = text.split('/')
  const known = kinds.find((each) => each === kind)
  if (known === undefined || id === undefined || hash === undefined || more.length > 0) return null
  return /^[0-9a-f]{64}$/.test(hash) ? { kind: known, id, hash } : null
}
