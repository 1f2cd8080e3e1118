// Signing: the attestation, the canonical text, its hash, the lock.
import { canonicalNote } from '@goldenthread/core/note/canonical-note.ts'
import type { Note } from '@goldenthread/core/note/note.ts'
import type { Instant } from '@goldenthread/core/values/day.ts'
import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { touchSealed } from '../trail/seal.ts'
import { type NoteRow, type SignedRow, insertSigned, updateNote } from './store.ts'

/** What is attested. Whoever signs is shown it and sends it back, word for word. */
export const attestation =
  'I attest that this note is complete and true to the best of my knowledge and that I provided the service it describes.'

/** The line that stands under a signed note (docs/sources.md 6.1, signature). */
export const statementOf = ({ author }: Pick<Note, 'author'>, signedAt: Instant): string => {
  const { first, middle, last, suffix } = author.name
  const name = [first, middle, last, suffix].filter((part) => part !== undefined).join(' ')
  return `Electronically signed by ${name}, ${author.credentials}, ${signedAt}.`
}

/** The note as it would stand signed at this moment: what is judged before it is signed. */
export const withSignature = (note: Note, signedAt: Instant): Note => ({
  ...note,
  signature: { signedAt, attestation },
})

/** Who signs: the person, as this provider. */
export interface Signer {
  readonly personId: string
  readonly providerId: string
}

/**
 * Keeps a signed note: its canonical text and hash are appended, the note is locked. Whether it may be signed was
 * judged before. `last` is the version that it follows, null for a first one.
 */
export const signNote = async (
  tx: Tx,
  { makeId, sha256 }: Pick<Services, 'makeId' | 'sha256'>,
  row: NoteRow,
  signed: { readonly note: Note; readonly reason: string | null; readonly last: SignedRow | null },
  by: Signer,
): Promise<{ readonly row: NoteRow; readonly version: SignedRow }> => {
  const { note, reason, last } = signed
  const canonical = canonicalNote(note)
  if (canonical === null || note.signature === null) throw new Error('only a note with a signature is kept')
  if (note.previousHash !== (last?.hash ?? null))
    throw new Error('a signed note follows the version before it')
  const version: SignedRow = {
    id: makeId(),
    noteId: row.id,
    sequence: (last?.sequence ?? 0) + 1,
    hash: sha256(canonical),
    previousHash: note.previousHash,
    signedAt: note.signature.signedAt,
    statement: statementOf(note, note.signature.signedAt),
    attestation: note.signature.attestation,
    reason,
    note,
  }
  await insertSigned(tx, version, canonical, by)
  touchSealed(tx, 'signed_note', version.id, { hash: version.hash, reason }, sha256)
  tx.touch('note', row.id)
  return { row: await updateNote(tx, row, { status: 'signed', draft: note, sitting: null }), version }
}
