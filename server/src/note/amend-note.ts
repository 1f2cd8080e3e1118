// Addenda: a signed note is gone on with in a new version that names the hash of the one before; none is edited.
import type { Tx } from '../database/tx.ts'
import { conflict } from '../http/problem.ts'
import { lockForWriting } from './save-draft.ts'
import { type NoteRow, readVersions, updateNote } from './store.ts'

type Asked = Parameters<typeof lockForWriting>[1]

/** Begins an addendum: the draft is what was signed last, unsigned, following its hash. */
export const beginAmendment = async (tx: Tx, asked: Asked): Promise<NoteRow> => {
  const before = await lockForWriting(tx, asked)
  const last = (await readVersions(tx, before.id)).at(-1)
  if (before.status !== 'signed' || last === undefined)
    throw conflict('not-signed', 'Only a signed note has addenda; this one is still a draft.')
  tx.touch('note', before.id)
  // Where it was moved from is said by its first version, which this one follows.
  const { movedFrom: _movedFrom, ...signed } = last.note
  const draft = { ...signed, signature: null, previousHash: last.hash }
  return updateNote(tx, before, { status: 'amending', draft, sitting: null })
}

/** Drops an addendum that was not signed: the note stands as it was signed last. */
export const dropAmendment = async (tx: Tx, asked: Asked): Promise<NoteRow> => {
  const before = await lockForWriting(tx, asked)
  const last = (await readVersions(tx, before.id)).at(-1)
  if (before.status !== 'amending' || last === undefined)
    throw conflict('not-amending', 'No addendum was begun.')
  tx.touch('note', before.id)
  return updateNote(tx, before, { status: 'signed', draft: last.note, sitting: null })
}
