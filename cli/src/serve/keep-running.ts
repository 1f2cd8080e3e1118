// Brings back what ended by itself, at growing pauses, until it is told to stop.

export interface Kept<T> {
  readonly now: () => T
  /** No more is brought back; then `end` ends what runs. */
  readonly stop: (end: (running: T) => Promise<void>) => Promise<void>
}

export interface KeepOptions<T> {
  /** Its name in sentences. */
  readonly name: string
  readonly first: T
  /** Resolves when this one has ended. */
  readonly ended: (running: T) => Promise<void>
  readonly again: (before: T) => Promise<T>
  readonly log: (sentence: string) => void
}

const firstPause = 100
const longestPause = 10_000
/** One that ran this long before it ended is brought back quickly again. In milliseconds, as the pauses. */
const soundAfter = 60_000

const pauseUnless = (halt: AbortSignal, milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      halt.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    halt.addEventListener('abort', end)
    if (halt.aborted) end()
  })

/** Watches what runs and brings it back whenever it ends by itself. There is no last attempt. */
export const keepRunning = <T>({ name, first, ended, again, log }: KeepOptions<T>): Kept<T> => {
  const halt = new AbortController()
  let now = first
  let pause = firstPause
  let bringing: Promise<void> = Promise.resolve()

  const bringBack = async (): Promise<void> => {
    while (!halt.signal.aborted) {
      log(`${name} ended by itself; it is started again in ${pause} ms.`)
      await pauseUnless(halt.signal, pause)
      if (halt.signal.aborted) return
      pause = Math.min(pause * 2, longestPause)
      try {
        now = await again(now)
        return
      } catch (fault) {
        log(fault instanceof Error ? fault.message : String(fault))
      }
    }
  }

  const watch = async (): Promise<void> => {
    while (!halt.signal.aborted) {
      const since = performance.now()
      await ended(now)
      if (performance.now() - since > soundAfter) pause = firstPause
      bringing = bringBack()
      await bringing
    }
  }
  void watch()

  return {
    now: () => now,
    stop: async (end) => {
      halt.abort()
      // One that is being started this moment would come up after it was told to end.
      await bringing
      await end(now)
    },
  }
}
