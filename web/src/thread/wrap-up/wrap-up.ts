// What the two halves of the wrap-up page share: the case as served, the note as it stands here, and what can be done to it.
import type { NoteDiagnosis, Note, Template } from '@goldenthread/core/note/note.ts'
import type { ThreadCase } from '@goldenthread/core/thread/thread-case.ts'
import type { Place } from '@goldenthread/core/values/finding.ts'
import type { components } from '../../api/generated.api.ts'
import type { Caret } from '../../note/caret.ts'
import type { Heard } from '../../note/desk-state.ts'
import type { Conflict } from '../../note/merge-drafts.ts'
import type { Draft, Part } from '../../note/parts.ts'
import type { SessionRow, WrittenSession } from '../../session/written-session.ts'
import type { Problem } from '../../api/problem.ts'
import type { Saved } from '../../ui/saved-state.tsx'

type CaseView = components['schemas']['CaseView']

/** The case as the server serves it, its document as core knows it. */
export type Served = Omit<CaseView, 'case'> & { readonly case: ThreadCase }

/** How a confirmed session is to be put right. */
export interface CorrectionAsked {
  readonly version: number
  readonly attendance: 'held' | 'no-show' | 'late-cancel' | 'cancelled'
  readonly session?: WrittenSession
}

/** Edits of the note; each is one step that can be undone. */
export interface Edit {
  readonly setSection: (id: string, text: string) => void
  /** At `picks.risk.level`, `picks.goals` …; undefined takes it back. */
  readonly setPick: (path: string, value: unknown) => void
  /** "Not assessed, because …": the path as a finding names it, `note.picks.risk.level`. */
  readonly setNotAssessed: (path: string, reason: string) => void
  /** Says again what was carried, at its path. */
  readonly sayAgain: (path: string) => void
  readonly setDiagnoses: (diagnoses: readonly NoteDiagnosis[]) => void
  readonly setRecorded: (recorded: Partial<Note['recorded']>) => void
  /** While the draft is empty. */
  readonly setTemplate: (template: Template) => void
}

export interface WrapUp {
  readonly sessionId: string
  readonly served: Served
  /** The session, planned or held; `served.case.session` is null until it was confirmed. */
  readonly session: SessionRow
  /** As it stands on the page; null while none was begun. */
  readonly note: Note | null
  readonly noteId: string | null
  readonly status: 'none' | 'draft' | 'signed' | 'amending' | 'moved'
  /** Signed, or somebody else's. */
  readonly readOnly: boolean
  readonly isAuthor: boolean
  readonly saved: Saved
  /** The server is not reached. */
  readonly isAway: boolean
  /** Why the server does not take what is written; null while it does. */
  readonly fault: Problem | null
  readonly isKeeping: boolean
  readonly conflicts: readonly Conflict[]
  readonly heard: Heard | null
  /** What was carried and is still on offer, although it was answered otherwise. */
  readonly offered: Draft | null
  readonly isEmpty: boolean
  readonly caret: Caret | null
  /** The words that were carried forward come from this day. */
  readonly carriedFrom: string | null
  readonly edit: Edit
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly undo: () => void
  readonly redo: () => void
  readonly placeCaret: (section: string, start: number, end: number) => void
  /** The focus goes to the sentence, row or fact that a place names. */
  readonly jumpTo: (place: Place) => void
  /** Begins a sentence at the end of a section; the caret stands behind it. */
  readonly startSentence: (section: string, opening: string) => void
  /** An accepted suggestion: these words in place of others. */
  readonly replaceWords: (section: string, start: number, end: number, words: string) => void
  /** The focus goes to the note, where it was last. */
  readonly focusNote: () => void
  /** Settles what was written in two ways; null: what stands here. */
  readonly settle: (path: string, part: Part | null) => void
  readonly seen: () => void
  /** All that was typed is on the server; else throws a problem. */
  readonly flush: () => Promise<void>
  /** Asks for the case anew, after an act. */
  readonly again: () => Promise<Served>
  /** Says that the session took place; done by itself at the first edit once it is over. */
  readonly confirmHeld: () => Promise<void>
  /** Changes the session's facts: at once while it is unconfirmed, else by a correction that is shown first. */
  readonly changeSession: (written: WrittenSession) => Promise<void>
  readonly confirmOtherwise: (attendance: 'no-show' | 'late-cancel' | 'cancelled') => Promise<void>
  readonly beginNote: (template?: Template) => Promise<void>
  readonly beginAddendum: () => Promise<void>
  readonly dropAddendum: () => Promise<void>
  /** A correction of a confirmed session that waits to be shown and said; null: none. */
  readonly correcting: CorrectionAsked | null
  readonly endCorrection: (done: boolean) => void
}
