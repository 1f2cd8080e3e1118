// How long nobody has used the pages, and what follows: nothing, a notice, the lock.

export type Idleness =
  | { readonly kind: 'used' }
  /** Whoever does nothing within these seconds finds the screen locked. */
  | { readonly kind: 'notice'; readonly secondsLeft: number }
  | { readonly kind: 'over' }

/** The notice comes a minute before; where the whole time is short, at half of it. */
const noticeSeconds = (idleSeconds: number): number => Math.min(60, Math.floor(idleSeconds / 2))

/** `usedAt` and `now` in milliseconds. A clock that was set back counts as use. */
export const idlenessOf = (usedAt: number, now: number, idleSeconds: number): Idleness => {
  const left = idleSeconds - Math.max(0, now - usedAt) / 1_000
  if (left <= 0) return { kind: 'over' }
  return left <= noticeSeconds(idleSeconds)
    ? { kind: 'notice', secondsLeft: Math.ceil(left) }
    : { kind: 'used' }
}

/** Whether a use is told already: once a second is enough. */
export const isStill = (usedAt: number, at: number): boolean => at >= usedAt && at - usedAt < 1_000

/** The later of this tab's last use and the one other tabs told. */
export const laterUse = (own: number, others: number | null): number => Math.max(own, others ?? 0)

/** How often the server is told that somebody is there who asks for nothing: well within the idle time. */
export const tellEverySeconds = (idleSeconds: number): number => Math.min(120, Math.floor(idleSeconds / 4))
