// A supervisor's word on a signed note: co-signed with an attestation of their own, or returned with a comment.
import { type CoSignature, canonicalCoSignature } from '@goldenthread/core/note/co-signature.ts'
import type { Tx } from '../database/tx.ts'
import { conflict, forbidden, notFound } from '../http/problem.ts'
import { findProvider } from '../people/provider-store.ts'
import type { Services } from '../services.ts'
import { lockSession } from '../session/store.ts'
import { touchSealed } from '../trail/seal.ts'
import { readSupervisor } from '../people/provider-store.ts'
import { type CoSignatureRow, insertCoSignature, readCoSignatures } from './co-sign-store.ts'
import { demandReaderOrSupervisor, movedAway } from './open-note.ts'
import { readSigningSettings } from './signing-settings.ts'
import { coSignStatementOf } from './statement.ts'
import { type NoteRow, type SignedRow, lockNote, readNote, readVersions } from './store.ts'

/** What a supervisor attests. They are shown it and send it back, word for word. */
export const coSignAttestation =
  'I attest that I supervised this service as its payer and my licence ask, have read this note and agree with it.'

/** A supervisor's word on one version of a note. */
export interface Decision {
  readonly noteId: string
  /** Of the version that was read. */
  readonly hash: string
  /** Why it is returned; null: it is co-signed. */
  readonly comment: string | null
}

interface ToDecide {
  readonly row: NoteRow
  readonly last: SignedRow
  readonly by: { readonly personId: string; readonly providerId: string }
}

/** The one who supervises its author, now: nobody else co-signs, an owner neither. */
const supervisorOf = async (tx: Tx, row: NoteRow): Promise<ToDecide['by']> => {
  const { actor } = tx
  await demandReaderOrSupervisor(tx, row.providerId)
  const supervisorId = await readSupervisor(tx, row.providerId)
  if (actor.kind !== 'person' || supervisorId === null || actor.providerId !== supervisorId)
    throw forbidden('A note is co-signed by the supervisor of the one who treated.')
  return { personId: actor.personId, providerId: supervisorId }
}

/** Locks session and note in the order of signing, and holds what was read against what stands. */
const lockToDecide = async (tx: Tx, { noteId, hash }: Decision): Promise<ToDecide> => {
  const found = await readNote(tx, noteId)
  if (found === null) throw notFound()
  const by = await supervisorOf(tx, found)
  await lockSession(tx, found.sessionId)
  const row = await lockNote(tx, noteId)
  if (row === null) throw new Error('notes are never deleted')
  if (row.status === 'moved') throw movedAway()
  if (row.status === 'amending')
    throw conflict('amending', 'An addendum is being written. Co-sign the note when it is signed.')
  const last = (await readVersions(tx, noteId)).at(-1)
  if (last === undefined) throw conflict('not-signed', 'The author has not signed this note yet.')
  if (last.note.signature?.coSign !== true)
    throw conflict('no-co-signature', 'This note was not signed under supervision: it needs no co-signature.')
  if (last.hash !== hash)
    throw conflict(
      'shown',
      'What would be co-signed is not what was shown. Read the note again, then say so again.',
    )
  const before = (await readCoSignatures(tx, noteId)).find(({ signedNoteId }) => signedNoteId === last.id)
  if (before !== undefined)
    throw conflict(
      'decided',
      'This version was co-signed or returned already. An addendum is a version of its own.',
    )
  return { row, last, by }
}

/** Keeps a supervisor's word: appended, sealed, and never edited. Throws 403 for anybody else, 409 where another version stands. */
export const decideOnNote = async (
  tx: Tx,
  { makeId, sha256 }: Pick<Services, 'makeId' | 'sha256'>,
  decision: Decision,
): Promise<{ readonly row: NoteRow; readonly coSignature: CoSignatureRow }> => {
  const { row, last, by } = await lockToDecide(tx, decision)
  const supervisor = await findProvider(tx, by.providerId)
  if (supervisor === null) throw new Error('providers are never deleted')
  const { name, credentials } = supervisor.provider
  const { zone } = await readSigningSettings(tx)
  const said: CoSignature = {
    schema: 'golden-thread/co-signature/1',
    noteHash: last.hash,
    verdict: decision.comment === null ? 'co-signed' : 'returned',
    supervisor: { name, credentials },
    signedAt: tx.at,
    zone,
    attestation: decision.comment === null ? coSignAttestation : null,
    comment: decision.comment,
  }
  const canonical = canonicalCoSignature(said)
  const coSignature: CoSignatureRow = {
    id: makeId(),
    signedNoteId: last.id,
    hash: sha256(canonical),
    statement: coSignStatementOf(said),
    said,
  }
  await insertCoSignature(tx, coSignature, canonical, by)
  touchSealed(tx, 'co_signature', coSignature.id, { hash: coSignature.hash, ...by }, sha256)
  tx.touch('note', row.id)
  tx.touch('signed_note', last.id)
  return { row, coSignature }
}
