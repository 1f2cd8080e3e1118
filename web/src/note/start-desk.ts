// Opens the desk of a note in this tab: what was kept is restored, and tabs, lock, leaving and the server's return are heard.
import { clockText } from '../people/clock-text.ts'
import { beforeLock, hearSitting, sittingNow, tellKept } from '../people/sitting.ts'
import { type Desk, openDesk } from './desk.ts'
import type { DeskPorts } from './desk-line.ts'
import type { Base } from './base.ts'
import type { DeskState } from './desk-state.ts'
import { draftKeyOf } from './draft-key.ts'
import { lockText, openText } from './keep-box.ts'
import { dropKept, keptOf, putKept } from './kept-drafts.ts'
import { type Kept, holdsMore, keptFrom, readKept, restored } from './restore-desk.ts'
import { openTabs, thisTab } from './this-tab.ts'

export interface DeskAsked extends Pick<DeskPorts, 'save' | 'read' | 'onClosed'> {
  readonly noteId: string
  /** Person and practice: the drafts of one are closed to the other. */
  readonly whose: string
  readonly base: Base
  readonly zone: string | undefined
}

export interface StartedDesk {
  readonly desk: Desk
  /** How far the page was scrolled when it was left; null when nothing was kept. */
  readonly scroll: number | null
  readonly stop: () => void
}

interface Keeping {
  readonly key: CryptoKey
  readonly tab: string
  readonly about: string
}

/** What this machine keeps with; null where the browser keeps nothing or locks nothing. */
const keepingOf = async ({ noteId, whose }: Pick<DeskAsked, 'noteId' | 'whose'>): Promise<Keeping | null> => {
  if (globalThis.crypto?.subtle === undefined || globalThis.indexedDB === undefined) return null
  return { key: await draftKeyOf(whose), tab: await thisTab(), about: `${whose}|${noteId}` }
}

interface Found {
  readonly own: Kept | null
  readonly others: readonly Kept[]
  /** All of them, with the tabs that kept them. */
  readonly records: readonly { readonly tab: string; readonly kept: Kept }[]
}

const nothing: Found = { own: null, others: [], records: [] }

/** What this tab kept of the note, or the one that was closed last, and what other closed tabs did. */
const findKept = async ({ key, tab, about }: Keeping, noteId: string): Promise<Found> => {
  const alive = await openTabs()
  const rows = (await keptOf(noteId)).filter((row) => row.tab === tab || !alive.has(row.tab))
  const read = await Promise.all(
    rows.map(async (row) => {
      const text = await openText(key, row, about)
      return { tab: row.tab, kept: text === null ? null : readKept(text) }
    }),
  )
  const readable = read.flatMap(({ tab: of, kept }) => (kept === null ? [] : [{ tab: of, kept }]))
  const own = readable.find((each) => each.tab === tab) ?? readable[0]
  const others = readable.filter((each) => each !== own)
  return {
    own: own?.kept ?? null,
    others: others.map(({ kept }) => kept),
    records: readable,
  }
}

const scrollNow = (): number => Math.round(globalThis.scrollY)

const locked = ({ key, about }: Keeping, state: DeskState) =>
  lockText(key, JSON.stringify(keptFrom(state, scrollNow())), about)

/**
 * Keeps state after state. Each is handed to the browser as soon as it is locked, and not first when the one before lies
 * on the disk: a tab that ends in the next moment has then given all away, and the browser writes in the order given.
 * What could not be written is thrown at the next keeping.
 */
const keeper = (keeping: Keeping | null, noteId: string, onKept: (at: number) => void) => {
  let fault: { readonly why: unknown } | null = null
  return async (state: DeskState): Promise<void> => {
    if (keeping === null) throw new Error('the browser keeps nothing')
    const before = fault
    fault = null
    if (before !== null) throw before.why
    const at = Date.now()
    const given = await locked(keeping, state)
    putKept(noteId, keeping.tab, at, given).then(
      () => onKept(at),
      (why: unknown) => {
        fault = { why }
      },
    )
  }
}

/** Hears what may end or go on around the desk; the answer stops it. */
const watch = (desk: Desk, channel: BroadcastChannel, isOurs: (about: unknown) => boolean): (() => void) => {
  channel.onmessage = ({ data }: MessageEvent<{ readonly about: unknown; readonly base: Base }>) => {
    if (isOurs(data.about)) desk.take(data.base, 'another tab')
  }
  let before = sittingNow()
  const stopHearing = hearSitting(() => {
    const now = sittingNow()
    const isBack =
      (before.awaySince !== null && now.awaySince === null) ||
      (before.lockedAt !== null && now.lockedAt === null)
    before = now
    if (isBack) desk.retry()
  })
  const stopLock = beforeLock(() => desk.flush().catch(() => undefined))
  const leave = (): void => desk.leave()
  const hide = (): void => {
    if (document.visibilityState === 'hidden') leave()
  }
  window.addEventListener('pagehide', leave)
  document.addEventListener('visibilitychange', hide)
  return () => {
    stopHearing()
    stopLock()
    window.removeEventListener('pagehide', leave)
    document.removeEventListener('visibilitychange', hide)
    channel.close()
  }
}

/**
 * Of a note that is signed: drops what this machine kept of it and the server has. True when something is left, words
 * that were typed elsewhere and are in no signed version: they stand in the addendum, when one is begun.
 */
export const clearKept = async (asked: Pick<DeskAsked, 'noteId' | 'whose'>): Promise<boolean> => {
  const keeping = await keepingOf(asked)
  if (keeping === null) return false
  const { records } = await findKept(keeping, asked.noteId)
  await dropKept(
    asked.noteId,
    records.filter(({ kept }) => !holdsMore(kept)).map(({ tab }) => tab),
  )
  return records.some(({ kept }) => holdsMore(kept))
}

export const startDesk = async (asked: DeskAsked): Promise<StartedDesk> => {
  const { noteId, whose, base, zone, save, read, onClosed } = asked
  const clock = (at: number): string => clockText(at, zone, true)
  const keeping = await keepingOf(asked)
  const found = keeping === null ? nothing : await findKept(keeping, noteId).catch(() => nothing)
  const at = Date.now()
  const about = `${whose}|${noteId}`
  const channel = new BroadcastChannel('golden-thread.drafts')
  const first = restored(base, found, { kind: 'saved', at: clock(at) }, at)
  const desk = openDesk(keeping === null ? { ...first, isKeeping: false } : first, {
    save,
    read,
    onClosed,
    keep: keeper(keeping, noteId, (keptAt) => tellKept(clock(keptAt))),
    tell: (saved) => channel.postMessage({ about, base: saved }),
    now: () => Date.now(),
    clock,
  })
  if (keeping !== null && found.records.length > 0) {
    // Written down under this tab's name before the others' records go.
    await putKept(noteId, keeping.tab, at, await locked(keeping, desk.now()))
    await dropKept(
      noteId,
      found.records.map(({ tab }) => tab).filter((tab) => tab !== keeping.tab),
    )
  }
  const stopWatching = watch(desk, channel, (other) => other === about)
  desk.retry()
  return {
    desk,
    scroll: found.own?.scroll ?? null,
    stop: () => {
      desk.close()
      stopWatching()
      tellKept(null)
    },
  }
}
