// Signing: the attestation, the canonical text, its hash, the lock.
import { canonicalNote } from '@goldenthread/core/note/canonical-note.ts'
import { settledNote } from '@goldenthread/core/note/carry-forward.ts'
import { lateEntryOf } from '@goldenthread/core/note/late-entry.ts'
import type { Note, Signature } from '@goldenthread/core/note/note.ts'
import type { Instant } from '@goldenthread/core/values/day.ts'
import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { touchSealed } from '../trail/seal.ts'
import type { SigningSettings } from './signing-settings.ts'
import { statementOf } from './statement.ts'
import { type NoteRow, type SignedRow, insertSigned, updateNote } from './store.ts'

/** What is attested. Whoever signs is shown it and sends it back, word for word. */
export const attestation =
  'I attest that this note is complete and true to the best of my knowledge and that I provided the service it describes.'

/** How a note is signed at a moment. */
export interface SigningTerms {
  readonly at: Instant
  readonly settings: SigningSettings
  /** When the session ended. */
  readonly ended: Instant
  /** Why an addendum is made; null for a first version. */
  readonly reason: string | null
  /** Whether records were being asked for at that moment; null where nobody knows. */
  readonly recordsRequestOpen: boolean | null
  /** Whether the author works under supervision. */
  readonly coSign: boolean
}

const signatureOf = (terms: SigningTerms): Signature => {
  const { at, settings, ended, reason, recordsRequestOpen, coSign } = terms
  const late = reason === null ? lateEntryOf(ended, at, settings.lateAfterHours) : null
  return {
    signedAt: at,
    attestation,
    zone: settings.zone,
    ...(late === null ? {} : { lateEntry: late }),
    ...(reason === null ? {} : { addendum: { reason } }),
    ...(late === null && reason === null ? {} : { recordsRequestOpen }),
    ...(coSign ? { coSign } : {}),
  }
}

/**
 * The note as it would stand signed: what is judged before it is signed. What was carried into it and not touched is
 * left out, as nobody says it; what stands of it is marked.
 */
export const withSignature = (note: Note, terms: SigningTerms): Note => ({
  ...settledNote(note),
  signature: signatureOf(terms),
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
  signed: { readonly note: Note; readonly last: SignedRow | null },
  by: Signer,
): Promise<{ readonly row: NoteRow; readonly version: SignedRow }> => {
  const { note, last } = signed
  const canonical = canonicalNote(note)
  if (canonical === null || note.signature === null) throw new Error('only a note with a signature is kept')
  if (note.previousHash !== (last?.hash ?? null))
    throw new Error('a signed note follows the version before it')
  const { signedAt, attestation: said, addendum } = note.signature
  const reason = addendum?.reason ?? null
  const version: SignedRow = {
    id: makeId(),
    noteId: row.id,
    sequence: (last?.sequence ?? 0) + 1,
    hash: sha256(canonical),
    previousHash: note.previousHash,
    signedAt,
    statement: statementOf(note, note.signature),
    attestation: said,
    reason,
    note,
  }
  await insertSigned(tx, version, canonical, by)
  const { personId, providerId } = by
  const sealed = { hash: version.hash, reason, personId, providerId }
  touchSealed(tx, 'signed_note', version.id, sealed, sha256)
  tx.touch('note', row.id)
  return { row: await updateNote(tx, row, { status: 'signed', draft: note, sitting: null }), version }
}
