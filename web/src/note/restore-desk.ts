// A desk as it was left: what was kept on this machine brought together with what the server has.
import type { Saved } from '../ui/saved-state.tsx'
import type { Caret } from './caret.ts'
import type { Base } from './base.ts'
import { type DeskState, heardFrom, opening } from './desk-state.ts'
import type { History } from './history.ts'
import type { Conflict } from './merge-drafts.ts'
import type { Draft } from './parts.ts'
import { isUnsent } from './send-draft.ts'

/** All that is kept of a desk, as it is written down. */
export interface Kept {
  readonly form: 1
  readonly base: Base
  readonly sent: readonly Draft[]
  readonly draft: Draft
  readonly conflicts: readonly Conflict[]
  readonly history: History
  readonly caret: Caret | null
  readonly offered: Draft
  /** How far the page was scrolled. */
  readonly scroll: number
}

export const keptFrom = (state: DeskState, scroll: number): Kept => {
  const { base, sent, draft, conflicts, history, caret, offered } = state
  return { form: 1, base, sent, draft, conflicts, history, caret, offered, scroll }
}

/** What was written down, where this edition of the pages wrote it. */
export const readKept = (text: string): Kept | null => {
  try {
    const kept = JSON.parse(text) as Kept
    return kept.form === 1 ? kept : null
  } catch {
    return null
  }
}

/** Whether a record holds words that the server did not have when it was written. */
export const holdsMore = ({ base, draft, conflicts }: Kept): boolean =>
  conflicts.length > 0 || isUnsent(base, draft)

const asLeft = (served: Base, kept: Kept, saved: Saved): DeskState => {
  const { form: _form, scroll: _scroll, ...left } = kept
  return { ...opening(served, saved), ...left }
}

export interface Left {
  /** What this tab kept, or else the tab that was closed last. */
  readonly own: Kept | null
  /** What other closed tabs kept. */
  readonly others: readonly Kept[]
}

/** The desk to go on at: as it was left, with what came from elsewhere meanwhile. */
export const restored = (served: Base, { own, others }: Left, saved: Saved, at: number): DeskState => {
  const mine =
    own === null
      ? opening(served, saved)
      : own.base.version === served.version
        ? { ...asLeft(served, own, saved), base: served, sent: [] }
        : heardFrom(asLeft(served, own, saved), served, 'another screen', at)
  return others.filter(holdsMore).reduce((state, kept): DeskState => {
    const other = { version: served.version, draft: kept.draft }
    const merged = heardFrom({ ...state, base: kept.base, sent: [] }, other, 'another tab', at)
    return { ...merged, base: state.base }
  }, mine)
}
