// Keeps what is typed: on this machine at each key, on the server within a second, over its absence and other writers.
import { type Problem, problemError, problemIn } from '../api/problem.ts'
import type { Saved } from '../ui/saved-state.tsx'
import type { Caret } from './caret.ts'
import { type Base, type DeskState, edited, heardFrom, settled, stepBack } from './desk-state.ts'
import { type SessionChange, remember } from './history.ts'
import type { Draft, Part } from './parts.ts'
import { type Sent, afterSent, isUnsent, toSend } from './send-draft.ts'

/** What one tab tells the others of the same note. */
export interface Told {
  readonly base: Base
  readonly draft: Draft
}

/** What a desk stands on: the server, this machine, the other tabs, the clock. */
export interface DeskPorts {
  /** Sends a draft; throws a problem. `leaving`: the page is about to go, nobody waits for the answer. */
  readonly save: (version: number, sent: Sent, leaving: boolean) => Promise<{ readonly version: number }>
  /** The draft as the server has it now; throws a problem. */
  readonly read: () => Promise<Base>
  /** Keeps the desk on this machine; throws where the browser keeps nothing. */
  readonly keep: (state: DeskState) => Promise<void>
  readonly tell: (told: Told) => void
  /** The note is no draft any more: it was signed or moved elsewhere. */
  readonly onClosed: () => void
  readonly now: () => number
  /** "10:57:42". */
  readonly clock: (at: number) => string
}

export interface Desk {
  readonly now: () => DeskState
  readonly hear: (hear: () => void) => () => void
  readonly change: (edit: (draft: Draft) => Draft, how: 'typing' | 'act') => void
  readonly changedSession: (change: SessionChange) => void
  /** Answers the session's own step, for the page to ask the server for it. */
  readonly step: (way: 'undo' | 'redo') => SessionChange | null
  readonly place: (caret: Caret | null) => void
  readonly settle: (path: string, part: Part) => void
  readonly seen: () => void
  /** What the server was found to have, when it is newer. */
  readonly take: (base: Base) => void
  readonly hearTab: (told: Told) => void
  /** All that was typed is on the server; else throws a problem. */
  readonly flush: () => Promise<void>
  /** Tries the server at once. */
  readonly retry: () => void
  /** The page is about to go. */
  readonly leave: () => void
  readonly close: () => void
}

/** From the first key that was not sent to its sending, so that all is there within a second. */
const sendAfter = 400
/** Said only when the server takes longer. */
const lateAfter = 1_000
/** Another tab sends what it wrote; if it died meanwhile, this one does. */
const followAfter = 5_000
const pauses = [1_000, 2_000, 4_000, 8_000]

const unsettled: Problem = {
  kind: 'refused',
  status: 409,
  code: 'unsettled',
  title: 'Part of this note was written in two ways. Choose what stands, then go on.',
  findings: [],
}

/** Opens a desk at a draft. */
export const openDesk = (first: DeskState, ports: DeskPorts): Desk => {
  let state = first
  let timer: ReturnType<typeof setTimeout> | null = null
  let sending: Promise<void> | null = null
  let keeping = false
  let mustKeep = false
  let failures = 0
  let isClosed = false
  const hearers = new Set<() => void>()

  const set = (changed: Partial<DeskState>): void => {
    state = { ...state, ...changed }
    for (const hear of hearers) hear()
  }
  const tell = (): void => ports.tell({ base: state.base, draft: state.draft })

  const keep = async (): Promise<void> => {
    mustKeep = true
    if (keeping) return
    keeping = true
    try {
      while (mustKeep) {
        mustKeep = false
        await ports.keep(state)
        if (!isClosed) tell()
      }
      if (!state.isKeeping) set({ isKeeping: true })
    } catch {
      set({ isKeeping: false })
    } finally {
      keeping = false
    }
  }

  const sendSoon = (wait = sendAfter): void => {
    if (timer !== null || sending !== null || isClosed) return
    timer = setTimeout(() => {
      timer = null
      void send()
    }, wait)
  }

  const keptAt = (): Saved => ({ kind: 'kept', at: ports.clock(ports.now()) })

  const failed = async (fault: unknown): Promise<void> => {
    const problem = problemIn(fault)
    if (problem.kind === 'stale') {
      set(heardFrom(state, await ports.read(), 'another screen', ports.now()))
      return void keep()
    }
    if (problem.code === 'signed' || problem.code === 'moved' || problem.kind === 'not-found') return ports.onClosed()
    const isOut = problem.kind === 'away' || problem.kind === 'broken'
    const waits = isOut || problem.kind === 'locked' || problem.kind === 'signed-out'
    set({ saved: keptAt(), fault: waits ? null : problem })
    if (isOut) sendSoonAfterAll(pauses[Math.min(failures, pauses.length - 1)] ?? 8_000)
    failures += 1
  }
  // The sending that failed is over only after this is asked for.
  const sendSoonAfterAll = (wait: number): void => {
    queueMicrotask(() => setTimeout(() => sendSoon(wait), 0))
  }

  const sendOnce = async (): Promise<void> => {
    const sent = toSend(state.base, state.draft)
    const then = afterSent(state.base, sent)
    set({ sent: then })
    void keep()
    const late = setTimeout(() => set({ saved: { kind: 'saving' } }), lateAfter)
    try {
      const { version } = await ports.save(state.base.version, sent, false)
      failures = 0
      const base = version > state.base.version ? { version, draft: then } : state.base
      set({ base, sent: null, fault: null, saved: { kind: 'saved', at: ports.clock(ports.now()) } })
      void keep()
    } finally {
      clearTimeout(late)
    }
  }

  const send = (): Promise<void> => {
    if (sending !== null) return sending
    if (isClosed || !isUnsent(state.base, state.draft)) {
      if (state.saved.kind !== 'saved' && !isClosed) set({ saved: { kind: 'saved', at: ports.clock(ports.now()) } })
      return Promise.resolve()
    }
    let again = false
    sending = sendOnce()
      .then(
        () => undefined,
        (fault: unknown) => {
          again = problemIn(fault).kind === 'stale'
          // The server may be lost between telling that it has another version and giving it.
          return failed(fault).catch(failed)
        },
      )
      .finally(() => {
        sending = null
        if (again || (state.saved.kind === 'saved' && isUnsent(state.base, state.draft))) sendSoon()
      })
    return sending
  }

  const written = (): void => {
    void keep()
    sendSoon()
  }

  const flush = async (): Promise<void> => {
    if (state.conflicts.length > 0) throw problemError(unsettled)
    for (let tries = 0; tries < 5; tries += 1) {
      if (timer !== null) clearTimeout(timer)
      timer = null
      await send()
      if (state.conflicts.length > 0) throw problemError(unsettled)
      if (!isUnsent(state.base, state.draft)) return
      if (state.fault !== null) throw problemError(state.fault)
      if (state.saved.kind === 'kept') break
    }
    throw problemError({
      kind: 'away',
      status: 0,
      code: 'away',
      title: 'The server is not reached. What you typed is kept on this machine.',
      findings: [],
    })
  }

  return {
    now: () => state,
    hear: (hear) => {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
    change: (edit, how) => {
      const after = edited(state, edit(state.draft), how, ports.now())
      if (after === state) return
      set(after)
      written()
    },
    changedSession: (change) => {
      const step = { at: ports.now(), how: 'act' as const, changes: [change] }
      set({ history: remember(state.history, step) })
      void keep()
    },
    step: (way) => {
      const step = (way === 'undo' ? state.history.done : state.history.undone).at(-1)
      const after = stepBack(state, way)
      if (step === undefined || after === null) return null
      set(after)
      written()
      const change = step.changes.find((each) => each.kind === 'session')
      if (change === undefined) return null
      return way === 'redo' ? change : { ...change, before: change.after, after: change.before }
    },
    place: (caret) => set({ caret }),
    settle: (path, part) => {
      set(settled(state, path, part, ports.now()))
      written()
    },
    seen: () => set({ heard: null }),
    take: (base) => {
      if (base.version <= state.base.version) return
      set(heardFrom(state, base, 'another screen', ports.now()))
      written()
    },
    hearTab: (told) => {
      const isMine = isUnsent(state.base, state.draft)
      const { base, sent } = state
      const merged = heardFrom(state, { version: told.base.version, draft: told.draft }, 'another tab', ports.now())
      set({ ...merged, sent, base: told.base.version > base.version ? told.base : base })
      if (isUnsent(state.base, state.draft)) sendSoon(isMine ? sendAfter : followAfter)
    },
    flush,
    retry: () => {
      if (timer !== null) clearTimeout(timer)
      timer = null
      failures = 0
      void send()
    },
    leave: () => {
      void keep()
      if (sending === null && isUnsent(state.base, state.draft))
        void ports.save(state.base.version, toSend(state.base, state.draft), true).catch(() => undefined)
    },
    close: () => {
      isClosed = true
      if (timer !== null) clearTimeout(timer)
      timer = null
    },
  }
}
