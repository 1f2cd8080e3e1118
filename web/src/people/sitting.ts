// The sitting as the open pages know it: locked or not, server reached or not, what was kept. Tabs tell each other.
import { ask, watchDoor } from '../api/ask.ts'
import { problemIn } from '../api/problem.ts'
import { isStill, laterUse } from './idle.ts'

export interface Sitting {
  /** Milliseconds at which the screen was locked; null while it is open. */
  readonly lockedAt: number | null
  /** The server did not answer since then; null while it does. */
  readonly awaySince: number | null
  /** Until when a draft is kept, as a clock says it: "10:57:42". Null where nothing was being written. */
  readonly kept: string | null
  /** The sitting ended: it is asked who is there. */
  readonly ended: boolean
}

let sitting: Sitting = { lockedAt: null, awaySince: null, kept: null, ended: false }
const hearers = new Set<() => void>()
const savers = new Set<() => Promise<void>>()

const change = (changed: Partial<Sitting>): void => {
  sitting = { ...sitting, ...changed }
  for (const hear of hearers) hear()
}

export const sittingNow = (): Sitting => sitting

export const hearSitting = (hear: () => void): (() => void) => {
  hearers.add(hear)
  return () => hearers.delete(hear)
}

// What every tab of this machine knows: that the screen is locked, and when somebody last touched any of them.
const lockedKey = 'golden-thread.locked'
const usedKey = 'golden-thread.used'

const remember = (key: string, value: string | null): void => {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // A browser that keeps nothing has tabs that do not know of each other; the server still locks them all.
  }
}

const recall = (key: string): number | null => {
  try {
    const text = localStorage.getItem(key)
    return text === null || !/^\d+$/.test(text) ? null : Number(text)
  } catch {
    return null
  }
}

/** What was written is safe until then, as a clock of the practice says it; null when nothing is being written. */
export const tellKept = (kept: string | null): void => {
  if (kept !== sitting.kept) change({ kept })
}

/** Called when the screen is locked or left, before the server is told; at most a second is waited for it. */
export const beforeLock = (save: () => Promise<void>): (() => void) => {
  savers.add(save)
  return () => savers.delete(save)
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

const saveAll = (): Promise<unknown> =>
  Promise.race([Promise.allSettled([...savers].map((save) => save())), pause(1_000)])

/** Covers the screen: the server or another tab says that it is locked. */
export const cover = (at: number): void => {
  if (sitting.lockedAt === null) change({ lockedAt: at })
}

/** Locks: the screen is covered at once, then what was written is saved, then the server is told. */
export const lockNow = async (): Promise<void> => {
  if (sitting.lockedAt !== null) return
  const at = Date.now()
  remember(lockedKey, String(at))
  cover(at)
  await saveAll()
  await tellLocked()
}

let isUntold = false

// A server that is not reached is told as soon as it is; the screen stays covered till it has proved the password.
const tellLocked = async (): Promise<void> => {
  isUntold = false
  await ask.POST('/api/people/lock').catch((fault: unknown) => {
    isUntold = problemIn(fault).kind === 'away'
  })
}

const uncover = (): void => {
  remember(lockedKey, null)
  touchSitting(Date.now())
  change({ lockedAt: null })
}

/** Opens the locked screen. Throws a problem when the password is wrong or the server is not reached. */
export const unlock = async (password: string): Promise<void> => {
  // Told now, a lock the server never heard of would close again what the password is about to open.
  const wasUntold = isUntold
  isUntold = false
  try {
    await ask.POST('/api/people/unlock', { body: { password } })
  } catch (fault) {
    isUntold = wasUntold
    throw fault
  }
  uncover()
}

/** Signs out; what was written is saved first. Throws a problem when the server is not reached. */
export const leave = async (): Promise<void> => {
  if (sitting.lockedAt === null) await saveAll()
  await ask.POST('/api/people/sign-out')
  change({ ended: true })
}

/** A new sitting has begun: whatever was locked is somebody's before. */
export const beginSitting = (): void => {
  remember(lockedKey, null)
  touchSitting(Date.now())
  change({ lockedAt: null, kept: null, ended: false })
}

let usedAt = 0

/** Somebody uses the pages. */
export const touchSitting = (at: number): void => {
  // Each stroke would be told to every tab otherwise.
  if (isStill(usedAt, at)) return
  usedAt = at
  remember(usedKey, String(at))
}

/** When somebody last used any tab of this machine. */
export const lastUse = (): number => laterUse(usedAt, recall(usedKey))

/** Begins to listen to the server's answers and to the other tabs; the answer stops it. */
export const watchSitting = (): (() => void) => {
  watchDoor({
    onSignedOut: () => change({ ended: true }),
    onLocked: () => cover(Date.now()),
    onReached: (reached) => {
      if (reached && isUntold && sitting.lockedAt !== null) void tellLocked()
      if (reached && sitting.awaySince !== null) change({ awaySince: null })
      if (!reached && sitting.awaySince === null) change({ awaySince: Date.now() })
    },
  })
  const hear = (event: StorageEvent): void => {
    if (event.key !== lockedKey) return
    if (event.newValue === null) change({ lockedAt: null })
    else cover(Date.now())
  }
  window.addEventListener('storage', hear)
  change({ ended: false })
  const lockedBefore = recall(lockedKey)
  if (lockedBefore !== null) cover(lockedBefore)
  return () => {
    window.removeEventListener('storage', hear)
    watchDoor({ onSignedOut: () => undefined, onLocked: () => undefined, onReached: () => undefined })
  }
}

/** Asks whether the server is there again; the answer is heard by whoever watches. */
export const knock = (): Promise<unknown> => ask.GET('/health/live').catch(() => undefined)
