// The draft of a note follows its session: what stood as it was filled in is filled in anew.
import { keepInStep } from '@goldenthread/core/note/prefill-note.ts'
import type { Tx } from '../database/tx.ts'
import { lockNoteOfSession, updateNote } from '../note/store.ts'
import type { SessionChanged } from '../session/schedule-session.ts'

/** After a session was changed: its draft's facts, unless the author wrote them otherwise. Signed notes stay. */
export const keepDraftInStep = async (tx: Tx, { before, after }: SessionChanged): Promise<void> => {
  const note = await lockNoteOfSession(tx, before.id)
  if (note === null || note.status === 'signed') return
  const recorded = keepInStep(note.draft.recorded, before.session, after.session)
  if (JSON.stringify(recorded) === JSON.stringify(note.draft.recorded)) return
  await updateNote(tx, note, { draft: { ...note.draft, recorded } })
  tx.touch('note', note.id)
}
