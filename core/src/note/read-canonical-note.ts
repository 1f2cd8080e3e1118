// A signed note read back from the text that was hashed: what was signed is what is read, there is no other copy.
import type { PersonName } from '../people/person.ts'
import type { Note, Signature } from './note.ts'

type Sealed = Omit<Note, 'author' | 'signature'> &
  Signature & { readonly author: PersonName; readonly credentials: string }

/** The note of a canonical text (`canonicalNote`). Throws on a text of another schema: a signed note is never guessed at. */
export const readCanonicalNote = (text: string): Note => {
  const {
    author,
    credentials,
    signedAt,
    attestation,
    zone,
    lateEntry,
    addendum,
    recordsRequestOpen,
    coSign,
    ...note
  } = JSON.parse(text) as Sealed
  if (note.schema !== 'golden-thread/note/1') throw new RangeError('a signed note of an unknown schema')
  const signature: Signature = {
    signedAt,
    attestation,
    ...(zone === undefined ? {} : { zone }),
    ...(lateEntry === undefined ? {} : { lateEntry }),
    ...(addendum === undefined ? {} : { addendum }),
    ...(recordsRequestOpen === undefined ? {} : { recordsRequestOpen }),
    ...(coSign === undefined ? {} : { coSign }),
  }
  return { ...note, author: { name: author, credentials }, signature }
}
