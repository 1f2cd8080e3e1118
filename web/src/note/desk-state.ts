// The desk a note is written at: what the server has, what stands here, what can be undone, what waits for a person.
import type { Problem } from '../api/problem.ts'
import type { Saved } from '../ui/saved-state.tsx'
import type { Caret } from './caret.ts'
import {
  type History,
  caretAfter,
  changesBetween,
  noHistory,
  remember,
  stepped,
  turned,
  without,
} from './history.ts'
import { type Conflict, mergeDrafts, settledWith } from './merge-drafts.ts'
import { type Draft, type Part, sameDraft } from './parts.ts'
import { type Sent, isUnsent, toSend } from './send-draft.ts'
import type { Base } from './base.ts'

const pathsOf = (conflicts: readonly Conflict[]): readonly string[] => conflicts.map(({ path }) => path)

/** What came from elsewhere while this page was open. */
export interface Heard {
  readonly where: string
  readonly paths: readonly string[]
  readonly at: number
}

export interface DeskState {
  readonly base: Base
  /** What went to the server without an answer: any of these may have arrived. */
  readonly sent: readonly Draft[]
  readonly draft: Draft
  readonly conflicts: readonly Conflict[]
  readonly history: History
  readonly caret: Caret | null
  /** The draft as it was first opened here: what was carried stays on offer although it was answered otherwise. */
  readonly offered: Draft
  readonly saved: Saved
  readonly heard: Heard | null
  /** Why the server will not take it; null while it does, or is only away. */
  readonly fault: Problem | null
  /** Whether this browser keeps what is typed. */
  readonly isKeeping: boolean
}

export const opening = (base: Base, saved: Saved): DeskState => ({
  base,
  sent: [],
  draft: base.draft,
  conflicts: [],
  history: noHistory,
  caret: null,
  offered: base.draft,
  saved,
  heard: null,
  fault: null,
  isKeeping: true,
})

const carriedFrom = ({ base, draft }: DeskState) => (draft.carried ?? base.draft.carried)?.from

/** After an edit by the person. An edit that changes nothing is none. */
export const edited = (state: DeskState, after: Draft, how: 'typing' | 'act', at: number): DeskState => {
  if (sameDraft(state.draft, after)) return state
  const step = { at, how, changes: changesBetween(state.draft, after) }
  return { ...state, draft: after, history: remember(state.history, step) }
}

/** One step back or on again; null where there is none. */
export const stepBack = (state: DeskState, way: 'undo' | 'redo'): DeskState | null => {
  const { done, undone } = state.history
  const step = way === 'undo' ? done.at(-1) : undone.at(-1)
  if (step === undefined) return null
  const made = way === 'undo' ? turned(step) : step
  const draft = stepped(state.draft, made, carriedFrom(state))
  const history =
    way === 'undo'
      ? { done: done.slice(0, -1), undone: draft === null ? undone : [...undone, step] }
      : { done: draft === null ? done : [...done, step], undone: undone.slice(0, -1) }
  if (draft === null) return { ...state, history }
  return { ...state, draft, history, caret: caretAfter(made) ?? state.caret }
}

const isWritten = (path: string): boolean => path !== 'template' && !path.startsWith('recorded.')

/**
 * After the server was found to have another version, or another tab wrote: both are kept. What was on its way and
 * arrived after all is mine, not somebody else's.
 */
export const heardFrom = (state: DeskState, theirs: Base, where: string, at: number): DeskState => {
  const { sent, base } = state
  const from = sent.find((each) => sameDraft(each, theirs.draft)) ?? base.draft
  const { draft, conflicts, heard } = mergeDrafts(from, state.draft, theirs.draft)
  const written = [...heard, ...conflicts.map(({ path }) => path)].filter(isWritten)
  const waiting = state.conflicts.filter(({ path }) => !conflicts.some((each) => each.path === path))
  return {
    ...state,
    base: theirs,
    sent: [],
    draft,
    conflicts: [...waiting, ...conflicts],
    history: without(state.history, heard),
    heard: written.length === 0 ? state.heard : { where, paths: written, at },
  }
}

/** After a person chose what a conflict comes to; null: what stands here. */
export const settled = (state: DeskState, path: string, part: Part | null, at: number): DeskState => ({
  ...(part === null ? state : edited(state, settledWith(state.draft, path, part), 'act', at)),
  conflicts: state.conflicts.filter((each) => each.path !== path),
})

/** Unanswered sendings that are remembered: the first, one of which arrived if any did, and the last. */
const mostSent = 8

/** With one more that is on its way. */
export const withSent = (sent: readonly Draft[], next: Draft): readonly Draft[] => {
  const last = sent.at(-1)
  if (last !== undefined && sameDraft(last, next)) return sent
  return sent.length < mostSent ? [...sent, next] : [...sent.slice(0, mostSent - 1), next]
}

/** Whether the server lacks anything of the desk that does not wait for a person. */
export const hasUnsent = ({ base, draft, conflicts }: DeskState): boolean =>
  isUnsent(base, draft, pathsOf(conflicts))

/** What is sent of the desk as it stands. */
export const sendingOf = ({ base, draft, conflicts }: DeskState): Sent =>
  toSend(base, draft, pathsOf(conflicts))
