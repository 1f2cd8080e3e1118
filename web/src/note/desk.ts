// The desk a note is written at: each edit is kept on this machine at once, and on the server within a second.
import type { Base } from './base.ts'
import type { Caret } from './caret.ts'
import { type DeskPorts, change, flush, keep, openLine, send, sendSoon, stopTimer } from './desk-line.ts'
import { type DeskState, edited, hasUnsent, heardFrom, sendingOf, settled, stepBack } from './desk-state.ts'
import { type SessionChange, remember } from './history.ts'
import type { Draft, Part } from './parts.ts'

export interface Desk {
  readonly now: () => DeskState
  readonly hear: (hear: () => void) => () => void
  readonly change: (edit: (draft: Draft) => Draft, how: 'typing' | 'act') => void
  readonly changedSession: (change: SessionChange) => void
  /** Answers the session's own step, for the page to ask the server for it. */
  readonly step: (way: 'undo' | 'redo') => SessionChange | null
  readonly place: (caret: Caret | null) => void
  /** Null: what stands here. */
  readonly settle: (path: string, part: Part | null) => void
  readonly seen: () => void
  /** What the server has, when it is newer: `where` says who heard of it. */
  readonly take: (base: Base, where?: string) => void
  /** All that was typed is on the server; else throws a problem. */
  readonly flush: () => Promise<void>
  /** Tries the server at once. */
  readonly retry: () => void
  /** The page is about to go. */
  readonly leave: () => void
  readonly close: () => void
}

const sessionStep = (state: DeskState, way: 'undo' | 'redo'): SessionChange | null => {
  const step = (way === 'undo' ? state.history.done : state.history.undone).at(-1)
  const found = step?.changes.find((each) => each.kind === 'session')
  if (found === undefined) return null
  return way === 'redo' ? found : { ...found, before: found.after, after: found.before }
}

/** Opens a desk at a draft. */
export const openDesk = (first: DeskState, ports: DeskPorts): Desk => {
  const line = openLine(first, ports)
  const write = (after: DeskState): void => {
    change(line, after)
    void keep(line)
    sendSoon(line)
  }
  return {
    now: () => line.state,
    hear: (hear) => {
      line.hearers.add(hear)
      return () => line.hearers.delete(hear)
    },
    change: (edit, how) => {
      const after = edited(line.state, edit(line.state.draft), how, ports.now())
      if (after !== line.state) write(after)
    },
    changedSession: (changed) => {
      const step = { at: ports.now(), how: 'act' as const, changes: [changed] }
      change(line, { history: remember(line.state.history, step) })
      void keep(line)
    },
    step: (way) => {
      const ofSession = sessionStep(line.state, way)
      const after = stepBack(line.state, way)
      if (after === null) return null
      write(after)
      return ofSession
    },
    place: (caret) => {
      change(line, { caret })
      void keep(line)
    },
    settle: (path, part) => write(settled(line.state, path, part, ports.now())),
    seen: () => change(line, { heard: null }),
    take: (base, where = 'another screen') => {
      if (base.version > line.state.base.version) write(heardFrom(line.state, base, where, ports.now()))
    },
    flush: () => flush(line),
    retry: () => {
      stopTimer(line)
      line.failures = 0
      void send(line)
    },
    leave: () => {
      void keep(line)
      if (line.sending === null && hasUnsent(line.state))
        void ports.save(line.state.base.version, sendingOf(line.state), true).catch(() => undefined)
    },
    close: () => {
      line.isClosed = true
      stopTimer(line)
    },
  }
}
