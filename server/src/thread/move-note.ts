// A note in the wrong chart: struck where it stood, and begun in the right one as a signed copy that names its hash.
import type { Note } from '@goldenthread/core/note/note.ts'
import { namedIn } from '@goldenthread/core/note/prefill-note.ts'
import { voidClaimRow } from '../claim/file-claim.ts'
import { type ClaimRow, isWithPayer, lockLiveClaim } from '../claim/filing-store.ts'
import type { Tx } from '../database/tx.ts'
import { conflict, forbidden, notFound, stale } from '../http/problem.ts'
import { type NoteMove, insertMove, signerOfVersion } from '../note/move-store.ts'
import { demandReader, movedAway } from '../note/open-note.ts'
import { signNote } from '../note/sign-note.ts'
import {
  type NoteRow,
  type SignedRow,
  insertNote,
  lockNote,
  lockNoteOfSession,
  readNote,
  readSitters,
  readVersions,
  updateNote,
} from '../note/store.ts'
import type { Services } from '../services.ts'
import { type SessionRow, lockSession } from '../session/store.ts'
import { touchSealed } from '../trail/seal.ts'
import { fileFirst, hasPayer } from './file-session.ts'
import { keepCharge } from './keep-charge.ts'
import { loadLocked } from './load-case.ts'

export interface NoteToMove {
  readonly noteId: string
  readonly version: number
  /** The session it was written of. */
  readonly toSessionId: string
  readonly reason: string
}

export interface NoteMovedToChart {
  readonly move: NoteMove
  /** The claim of the right session: filed, held, or null where no payer is billed. */
  readonly claim: ClaimRow | null
}

/** A move as it is told. */
export const moveTold = ({ noteId, toNoteId, toSessionId, hash, reason, movedAt }: NoteMove) => ({
  noteId,
  toNoteId,
  toSessionId,
  hash,
  reason,
  movedAt,
})

/** What its author wrote in a note. What came from another client's note, and was not said again, stays behind. */
const withoutCarried = ({ carried, ...note }: Note): Note => ({
  ...note,
  diagnoses: note.diagnoses.filter(({ code }) => carried?.untouched.includes(`diagnoses.${code}`) !== true),
})

interface Locked {
  readonly row: NoteRow
  readonly last: SignedRow
  readonly from: SessionRow
  readonly to: SessionRow
}

/** Both sessions are locked in the order of their ids, so that two moves never wait for each other. */
const lockBoth = async (tx: Tx, fromId: string, toId: string): Promise<readonly [SessionRow, SessionRow]> => {
  const found = new Map<string, SessionRow>()
  for (const id of [fromId, toId].sort()) {
    const session = await lockSession(tx, id)
    if (session === null) throw notFound()
    found.set(id, session)
  }
  const [from, to] = [found.get(fromId), found.get(toId)]
  if (from === undefined || to === undefined) throw new Error('both sessions were just found')
  return [from, to]
}

const lockToMove = async (tx: Tx, { noteId, version, toSessionId }: NoteToMove): Promise<Locked> => {
  const found = await readNote(tx, noteId)
  if (found === null) throw notFound()
  demandReader(tx, found.providerId)
  if (found.sessionId === toSessionId)
    throw conflict('same-session', 'This is the session in whose chart the note stands.')
  const [from, to] = await lockBoth(tx, found.sessionId, toSessionId)
  const row = await lockNote(tx, noteId)
  if (row === null) throw new Error('notes are never deleted')
  if (row.status === 'moved') throw movedAway()
  if (row.version !== version) throw stale()
  const last = (await readVersions(tx, noteId)).at(-1)
  if (row.status !== 'signed' || last === undefined)
    throw conflict('not-signed', 'Only a signed note is moved. A draft is written where it belongs.')
  if (to.providerId !== row.providerId)
    throw conflict(
      'other-provider',
      'The session in the right chart is another provider’s: they write its note.',
    )
  if (to.status !== 'confirmed')
    throw conflict(
      'not-confirmed',
      'The session in the right chart is not confirmed. Confirm that it took place first.',
    )
  return { row, last, from, to }
}

/** A claim that never left goes with the note. Any other one rests on it, and is taken back first, where that is shown. */
const clearClaim = async (tx: Tx, services: Services, sessionId: string): Promise<void> => {
  const live = await lockLiveClaim(tx, sessionId)
  if ((live !== null && live.status !== 'held') || (await isWithPayer(tx, sessionId)))
    throw conflict(
      'claim-stands',
      'A claim rests on this note where it stands. Withdraw it, or correct the session so that it is voided, then move the note.',
    )
  if (live === null) return
  tx.touch('claim', live.id)
  await voidClaimRow(tx, services, live)
}

/** The place of the note in the right chart: its own draft when nobody has written in it, or a new one. */
const placeFor = async (
  tx: Tx,
  { makeId }: Pick<Services, 'makeId'>,
  { row, to }: Locked,
  draft: Note,
): Promise<NoteRow> => {
  const there = await lockNoteOfSession(tx, to.id)
  if (there !== null) {
    const isUntouched = there.sitting === null && there.version === 1
    if (there.status !== 'draft' || !isUntouched)
      throw conflict('has-note', 'The session in the right chart has a note already.')
    return there
  }
  const made: NoteRow = {
    id: makeId(),
    sessionId: to.id,
    providerId: row.providerId,
    status: 'draft',
    draft,
    sitting: null,
    version: 1,
  }
  await insertNote(tx, made)
  return made
}

/**
 * Moves a signed note out of a wrong chart, on the word of its author or an owner. It stays there, struck and closed; in
 * the right chart its text begins anew under the right client's name, as its author signed it, with the hash of what it
 * was. Its claim is held there until the author has confirmed it by an addendum. Throws 409 while a claim that left rests on it, and where the right session cannot take it.
 */
export const moveNote = async (tx: Tx, services: Services, asked: NoteToMove): Promise<NoteMovedToChart> => {
  const { actor } = tx
  if (actor.kind !== 'person') throw forbidden('A note is moved by a person.')
  const locked = await lockToMove(tx, asked)
  const { row, last, from, to } = locked
  await clearClaim(tx, services, from.id)
  const { client, provider } = await readSitters(tx, to.id)
  const { identity } = namedIn(client, provider)
  const movedFrom = { hash: last.hash, movedAt: tx.at, reason: asked.reason }
  const copy: Note = { ...withoutCarried(last.note), identity, previousHash: null, movedFrom }
  const place = await placeFor(tx, services, locked, { ...copy, signature: null })
  const by = await signerOfVersion(tx, last.id)
  await signNote(tx, services, place, { note: copy, last: null }, by)
  await updateNote(tx, row, { status: 'moved', draft: last.note, sitting: null })
  const move: NoteMove = {
    id: services.makeId(),
    noteId: row.id,
    toNoteId: place.id,
    fromSessionId: from.id,
    toSessionId: to.id,
    hash: last.hash,
    reason: asked.reason,
    movedAt: tx.at,
  }
  await insertMove(tx, move, actor.personId)
  const { id, ...document } = move
  touchSealed(tx, 'note_move', id, document, services.sha256)
  tx.touch('note', row.id, place.id)
  tx.touch('session', from.id, to.id)
  tx.touch('client', from.clientId, to.clientId)
  const [left, thread] = [await loadLocked(tx, from.id), await loadLocked(tx, to.id)]
  if (thread.signed === null) throw new Error('what was just signed is there')
  // What a client was charged on the word of this note goes with it; the right one is charged, or their payer.
  if (left.charge !== null) await keepCharge(tx, services, left, null)
  if (hasPayer(thread)) return { move, claim: await fileFirst(tx, services, thread, thread.signed) }
  await keepCharge(tx, services, thread, thread.signed)
  return { move, claim: null }
}
