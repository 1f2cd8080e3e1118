// The wrap-up of one session: its case, its note at the desk, and what can be done with both.
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { SessionChange } from '../../note/history.ts'
import type { Desk } from '../../note/desk.ts'
import type { DeskState } from '../../note/desk-state.ts'
import { isEmpty } from '../../note/edit-draft.ts'
import { draftOf, noteWith } from '../../note/parts.ts'
import type { DeskAsked } from '../../note/start-desk.ts'
import { useDesk } from '../../note/use-desk.ts'
import { type Me, useMe, whoseDrafts, zoneOf } from '../../people/me.ts'
import { useSitting } from '../../people/use-sitting.ts'
import { type SessionRow, type WrittenSession, writtenOf } from '../../session/written-session.ts'
import { caseAsked, readDraft, saveDraft, sessionAsked } from './ask-case.ts'
import { type SessionActs, useSessionActs } from './use-session-acts.ts'
import { useAutomatic } from './use-automatic.ts'
import { focusPlace, focusSection } from './places.ts'
import { editsOf } from './edits-of.ts'
import type { Served, WrapUp } from './wrap-up.ts'

export type WrapUpOpened =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly fault: unknown; readonly again: () => void }
  | { readonly kind: 'open'; readonly wrapUp: WrapUp; readonly scroll: number | null }

const isWriting = (served: Served | undefined, isAuthor: boolean): boolean =>
  isAuthor && (served?.note?.status === 'draft' || served?.note?.status === 'amending')

const nothingYet = Promise.resolve()

/** Takes to the desk what the server was found to have. */
const useServed = (desk: Desk | undefined, served: Served | undefined): void => {
  useEffect(() => {
    const { note } = served ?? {}
    if (desk === undefined || note === null || note === undefined || served?.case.note == null) return
    desk.take({ version: note.version, draft: draftOf(served.case.note) })
  }, [desk, served])
}

const deskAsked = (served: Served, me: Me, sitting: string, onClosed: () => void): DeskAsked | null => {
  const { note, case: given } = served
  if (note === null || given.note === null) return null
  return {
    noteId: note.id,
    whose: whoseDrafts(me),
    base: { version: note.version, draft: draftOf(given.note) },
    zone: zoneOf(me),
    save: (version, sent, leaving) => saveDraft(note.id, sitting, version, sent, leaving),
    read: () => readDraft(note.id),
    onClosed,
  }
}

/** Milliseconds after which it is said where the caret came to stand. */
const caretPause = 80

/** The parts of a wrap-up that are the page's own moves. */
const useMoves = (desk: Desk | undefined, acts: SessionActs, state: DeskState | null) => {
  const placing = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const latest = useRef(state)
  latest.current = state
  return useMemo(() => {
    const step = (way: 'undo' | 'redo') => (): void => {
      const change: SessionChange | null = desk?.step(way) ?? null
      // What the server does not take back stands; the bar shows the times as they are.
      if (change !== null) void acts.change(change.after).catch(() => acts.again())
      const caret = desk?.now().caret
      if (change === null && caret !== null && caret !== undefined)
        requestAnimationFrame(() => focusSection(caret.section, caret.start, caret.end))
    }
    return {
      undo: step('undo'),
      redo: step('redo'),
      placeCaret: (section: string, start: number, end: number): void => {
        // Each key moves the caret: what hangs on it may wait until the letter is drawn.
        clearTimeout(placing.current)
        placing.current = setTimeout(() => desk?.place({ section, start, end }), caretPause)
      },
      focusNote: (): void => {
        const caret = latest.current?.caret
        if (caret !== null && caret !== undefined) focusSection(caret.section, caret.start, caret.end)
        else document.querySelector<HTMLElement>('#note textarea, #note h1')?.focus()
      },
      jumpTo: (place: Parameters<WrapUp['jumpTo']>[0]): void => {
        focusPlace(place)
      },
    }
  }, [desk, acts])
}

/** The session's facts changed from here: each change is a step that can be undone. */
const useTimes = (
  acts: SessionActs,
  desk: Desk | undefined,
  session: SessionRow | undefined,
): Pick<WrapUp, 'changeSession' | 'endCorrection'> =>
  useMemo(() => {
    const before = session === undefined ? null : writtenOf(session.session)
    const remember = (after: WrittenSession): void => {
      if (before !== null) desk?.changedSession({ kind: 'session', before, after })
    }
    return {
      changeSession: async (written) => {
        if (await acts.change(written)) remember(written)
      },
      endCorrection: (isDone) => {
        const after = acts.correcting?.session
        if (isDone && after !== undefined) remember(after)
        acts.endCorrection(isDone)
      },
    }
  }, [acts, desk, session])

/** What the page shows of how the note stands. */
const asItStands = ({ case: given, note }: Served, state: DeskState | null) => ({
  noteId: note?.id ?? null,
  status: note?.status ?? ('none' as const),
  saved: state?.saved ?? { kind: 'saved' as const, at: '' },
  fault: state?.fault ?? null,
  isKeeping: state?.isKeeping ?? true,
  conflicts: state?.conflicts ?? [],
  heard: state?.heard ?? null,
  offered: state?.offered ?? null,
  isEmpty: state === null || isEmpty(state.draft),
  caret: state?.caret ?? null,
  carriedFrom: given.note?.carried?.from.day ?? state?.offered.carried?.from.day ?? null,
  canUndo: (state?.history.done.length ?? 0) > 0,
  canRedo: (state?.history.undone.length ?? 0) > 0,
})

/** The note of this session as it can be worked at. */
export const useWrapUp = (sessionId: string): WrapUpOpened => {
  const me = useMe()
  const served = useQuery(caseAsked(sessionId))
  const session = useQuery(sessionAsked(sessionId))
  const { awaySince } = useSitting()
  const sitting = useMemo(() => crypto.randomUUID(), [])
  const deskNow = useRef<Desk | undefined>(undefined)
  const flush = useCallback(() => deskNow.current?.flush() ?? nothingYet, [])
  const acts = useSessionActs(sessionId, flush)
  const isAuthor = served.data?.part === 'author'
  const writes = isWriting(served.data, isAuthor)
  const closed = useCallback(() => void acts.again(), [acts])
  const { started, state, fault } = useDesk(
    writes && served.data !== undefined ? deskAsked(served.data, me, sitting, closed) : null,
  )
  const desk = started?.desk
  deskNow.current = desk
  useServed(desk, served.data)
  const moves = useMoves(desk, acts, state)
  const edit = useMemo(() => editsOf(desk), [desk])
  const automatic = useAutomatic({ served: served.data, session: session.data, isAuthor, acts, desk, state })

  const times = useTimes(acts, desk, session.data)
  const note = useMemo(() => {
    const of = served.data?.case.note ?? null
    return of === null || state === null || !writes ? of : noteWith(of, state.draft)
  }, [served.data, state, writes])

  const failed = served.error ?? session.error ?? fault ?? automatic.fault
  if (served.data === undefined || session.data === undefined || (writes && state === null)) {
    if (failed === null || failed === undefined) return { kind: 'loading' }
    return {
      kind: 'failed',
      fault: failed,
      again: () => void Promise.all([served.refetch(), session.refetch()]),
    }
  }
  const wrapUp: WrapUp = {
    sessionId,
    served: served.data,
    session: session.data,
    note,
    readOnly: !writes,
    isAuthor,
    isAway: awaySince !== null,
    ...asItStands(served.data, state),
    edit,
    ...moves,
    startSentence: edit.startSentence,
    replaceWords: edit.replaceWords,
    settle: (path, part) => desk?.settle(path, part),
    seen: () => desk?.seen(),
    flush,
    again: acts.again,
    confirmHeld: () => acts.confirm('held'),
    confirmOtherwise: acts.confirm,
    beginNote: acts.begin,
    beginAddendum: () => acts.amendment('begin'),
    dropAddendum: () => acts.amendment('drop'),
    correcting: acts.correcting,
    ...times,
  }
  return { kind: 'open', wrapUp, scroll: started?.scroll ?? null }
}
