// What a supervisor says of a supervised note: co-signed or returned, over the hash of the version that was read.
import { canonicalJson } from '../values/canonical-json.ts'
import type { Instant } from '../values/day.ts'
import type { PersonName } from '../people/person.ts'
import { plain } from './canonical-note.ts'

export interface CoSignature {
  readonly schema: 'golden-thread/co-signature/1'
  /** SHA-256 of the signed version it speaks of. */
  readonly noteHash: string
  readonly verdict: 'co-signed' | 'returned'
  readonly supervisor: { readonly name: PersonName; readonly credentials: string }
  readonly signedAt: Instant
  /** The practice's zone, in which day and time are told. */
  readonly zone: string
  /** The sentence that was attested; null when the note was returned. */
  readonly attestation: string | null
  /** What is to be amended; null when the note was co-signed. */
  readonly comment: string | null
}

/** The text that is hashed: RFC 8785, every text in NFC. */
export const canonicalCoSignature = (said: CoSignature): string => canonicalJson(plain(said))

/** What was said, read back from the text that was hashed. Throws on a text of another schema. */
export const readCoSignature = (text: string): CoSignature => {
  const said = JSON.parse(text) as CoSignature
  if (said.schema !== 'golden-thread/co-signature/1')
    throw new RangeError('a co-signature of an unknown schema')
  return said
}
