// The line from a desk to this machine and to the server: what is kept, what is sent, what is tried again.
import { type Problem, problemError, problemIn } from '../api/problem.ts'
import type { Saved } from '../ui/saved-state.tsx'
import type { Base } from './base.ts'
import { type DeskState, hasUnsent, heardFrom, sendingOf, withSent } from './desk-state.ts'
import { type Sent, afterSent } from './send-draft.ts'

/** What a desk stands on: the server, this machine, the other tabs, the clock. */
export interface DeskPorts {
  /** Sends a draft; throws a problem. `leaving`: the page is about to go, nobody waits for the answer. */
  readonly save: (version: number, sent: Sent, leaving: boolean) => Promise<{ readonly version: number }>
  /** The draft as the server has it now; throws a problem. */
  readonly read: () => Promise<Base>
  /** Keeps the desk on this machine; throws where the browser keeps nothing. */
  readonly keep: (state: DeskState) => Promise<void>
  /** Tells the other tabs of this note what the server took. */
  readonly tell: (base: Base) => void
  /** The note is no draft any more: it was signed or moved elsewhere. */
  readonly onClosed: () => void
  readonly now: () => number
  /** "10:57:42". */
  readonly clock: (at: number) => string
}

/** What changes while a desk is open. */
export interface Line {
  readonly ports: DeskPorts
  readonly hearers: Set<() => void>
  state: DeskState
  timer: ReturnType<typeof setTimeout> | null
  sending: Promise<void> | null
  isKeeping: boolean
  mustKeep: boolean
  failures: number
  isClosed: boolean
}

export const openLine = (state: DeskState, ports: DeskPorts): Line => ({
  ports,
  hearers: new Set(),
  state,
  timer: null,
  sending: null,
  isKeeping: false,
  mustKeep: false,
  failures: 0,
  isClosed: false,
})

/** From the first key that was not sent to its sending, so that all is there within a second. */
const sendAfter = 400
/** Said only when the server takes longer. */
const lateAfter = 1_000
const pauses = [1_000, 2_000, 4_000, 8_000]
const longestPause = 8_000

export const change = (line: Line, changed: Partial<DeskState>): void => {
  line.state = { ...line.state, ...changed }
  for (const hear of line.hearers) hear()
}

const clockOf = ({ ports }: Line): string => ports.clock(ports.now())
const savedNow = (line: Line): Saved => ({ kind: 'saved', at: clockOf(line) })

/** Keeps the desk as it is; while one keeping is under way, the newest state is kept after it. */
export const keep = async (line: Line): Promise<void> => {
  line.mustKeep = true
  if (line.isKeeping) return
  line.isKeeping = true
  try {
    while (line.mustKeep) {
      line.mustKeep = false
      await line.ports.keep(line.state)
    }
    if (!line.state.isKeeping) change(line, { isKeeping: true })
  } catch {
    change(line, { isKeeping: false })
  } finally {
    line.isKeeping = false
  }
}

export const stopTimer = (line: Line): void => {
  if (line.timer !== null) clearTimeout(line.timer)
  line.timer = null
}

export const sendSoon = (line: Line, wait = sendAfter): void => {
  if (line.timer !== null || line.sending !== null || line.isClosed) return
  line.timer = setTimeout(() => {
    line.timer = null
    void send(line)
  }, wait)
}

/** What becomes of a sending that failed: a pause to wait, or null when it is over with it. */
const failed = async (line: Line, fault: unknown): Promise<number | null> => {
  const problem = problemIn(fault)
  if (problem.kind === 'stale') {
    const theirs = await line.ports.read()
    // Only now is it looked at what stands here: keys were pressed meanwhile.
    change(line, heardFrom(line.state, theirs, 'another screen', line.ports.now()))
    void keep(line)
    return sendAfter
  }
  if (problem.code === 'signed' || problem.code === 'moved' || problem.kind === 'not-found') {
    line.ports.onClosed()
    return null
  }
  const isOut = problem.kind === 'away' || problem.kind === 'broken'
  const waits = isOut || problem.kind === 'locked' || problem.kind === 'signed-out'
  change(line, { saved: { kind: 'kept', at: clockOf(line) }, fault: waits ? null : problem })
  const pause = pauses[line.failures] ?? longestPause
  line.failures += 1
  return isOut ? pause : null
}

const sendOnce = async (line: Line): Promise<void> => {
  const { base } = line.state
  const sent = sendingOf(line.state)
  const then = afterSent(base, sent)
  change(line, { sent: withSent(line.state.sent, then) })
  void keep(line)
  const late = setTimeout(() => change(line, { saved: { kind: 'saving' } }), lateAfter)
  try {
    const { version } = await line.ports.save(base.version, sent, false)
    line.failures = 0
    const now = version > line.state.base.version ? { version, draft: then } : line.state.base
    change(line, { base: now, sent: [], fault: null, saved: savedNow(line) })
    void keep(line)
    line.ports.tell(now)
  } finally {
    clearTimeout(late)
  }
}

const sendAndMind = async (line: Line): Promise<void> => {
  let next: number | null = null
  try {
    await sendOnce(line)
    if (hasUnsent(line.state)) next = sendAfter
  } catch (fault) {
    // The server may be lost between telling that it has another version and giving it.
    next = await failed(line, fault).catch((found: unknown) => failed(line, found).catch(() => longestPause))
  }
  line.sending = null
  if (next !== null && hasUnsent(line.state)) sendSoon(line, next)
}

/** Sends what the server lacks. Never two at once. */
export const send = (line: Line): Promise<void> => {
  if (line.sending !== null) return line.sending
  if (line.isClosed) return Promise.resolve()
  if (!hasUnsent(line.state)) {
    if (line.state.saved.kind !== 'saved') change(line, { saved: savedNow(line) })
    return Promise.resolve()
  }
  line.sending = sendAndMind(line)
  return line.sending
}

const unsettled: Problem = {
  kind: 'refused',
  status: 409,
  code: 'unsettled',
  title: 'Part of this note was written in two ways. Choose what stands, then go on.',
  findings: [],
}

const notReached: Problem = {
  kind: 'away',
  status: 0,
  code: 'away',
  title: 'The server is not reached. What you typed is kept on this machine.',
  findings: [],
}

/** A save, the version it met, the merge, the save again, and one more for what was typed meanwhile. */
const mostTries = 5

/** Resolves when the server has all that was typed; else throws a problem. */
export const flush = async (line: Line): Promise<void> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (line.state.conflicts.length > 0) throw problemError(unsettled)
    if (!hasUnsent(line.state)) return
    stopTimer(line)
    await send(line)
    if (line.state.fault !== null) throw problemError(line.state.fault)
    if (line.state.saved.kind === 'kept') break
  }
  if (line.state.conflicts.length > 0) throw problemError(unsettled)
  if (hasUnsent(line.state)) throw problemError(notReached)
}
