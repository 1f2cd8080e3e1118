// Autosave: the draft as its author has it now, if nobody changed it meanwhile.
import { stillCarried } from '@goldenthread/core/note/carry-forward.ts'
import type { Note } from '@goldenthread/core/note/note.ts'
import type { Tx } from '../database/tx.ts'
import { conflict, notFound, stale } from '../http/problem.ts'
import { demandAuthor, demandReader, movedAway } from './open-note.ts'
import { type NoteRow, lockNote, updateNote } from './store.ts'

export interface DraftSaved {
  readonly id: string
  readonly version: number
  /** The page's own id of this sitting at the note: its autosaves are one row of the trail. */
  readonly sitting: string
  readonly note: Pick<Note, 'template' | 'recorded' | 'sections' | 'picks' | 'diagnoses'>
  /** Of what was carried forward: the paths that the author said again. Left out, they are those they were. */
  readonly confirmed?: readonly string[]
}

/** Locks a note for a change. Throws 404 where there is none, 403 for a stranger to it, 409 where it moved on. */
export const lockForWriting = async (
  tx: Tx,
  { id, version }: Pick<DraftSaved, 'id' | 'version'>,
): Promise<NoteRow> => {
  const before = await lockNote(tx, id)
  if (before === null) throw notFound()
  demandReader(tx, before.providerId)
  demandAuthor(tx, before.providerId)
  if (before.status === 'moved') throw movedAway()
  if (before.version !== version) throw stale()
  return before
}

/** Keeps the draft. A signed note is not edited (409): an addendum is begun first. */
export const saveDraft = async (
  tx: Tx,
  { id, version, sitting, note, confirmed }: DraftSaved,
): Promise<NoteRow> => {
  const before = await lockForWriting(tx, { id, version })
  if (before.status === 'signed')
    throw conflict('signed', 'This note is signed. Begin an addendum to say more; the original is kept.')
  if (before.sitting !== sitting) tx.touch('note', id)
  const carried = stillCarried(before.draft, note, confirmed)
  const { carried: _before, ...draft } = { ...before.draft, ...note }
  return updateNote(tx, before, {
    sitting,
    draft: carried === undefined ? draft : { ...draft, carried },
  })
}
