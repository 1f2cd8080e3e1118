// Keeps sweeping: at the start, every few seconds, and at once when this process has made work that is due.
import type { Services } from '../services.ts'
import { type SweepSettings, sweepOnce } from './sweep.ts'

export interface RunSettings extends SweepSettings {
  /** Milliseconds from one look for due practices to the next. */
  readonly everyMilliseconds: number
}

export interface Sweeps {
  /** Looks for due practices now. */
  readonly wake: () => void
  /** Ends after the sweep in hand. */
  readonly stop: () => Promise<void>
}

/** Starts sweeping. One sweep runs at a time; what is said while it runs is heard after it. */
export const runSweeps = (services: Services, settings: RunSettings): Sweeps => {
  let stopped = false
  let due = true
  let which: 'all' | 'due' = 'all'
  let running: Promise<void> | null = null
  const sweepWhileDue = async (): Promise<void> => {
    while (due && !stopped) {
      due = false
      try {
        await sweepOnce(services, { ...settings, halted: () => stopped }, which)
        which = 'due'
      } catch (fault) {
        services.log.error({ err: fault }, 'a sweep could not begin')
        return
      }
    }
  }
  const wake = (): void => {
    due = true
    if (stopped || running !== null) return
    running = sweepWhileDue().finally(() => {
      running = null
    })
  }
  // What another process made due is found by the timer.
  const silence = services.database.bell.onRing(wake)
  const timer = setInterval(wake, settings.everyMilliseconds)
  timer.unref()
  wake()
  return {
    wake,
    stop: async () => {
      stopped = true
      clearInterval(timer)
      silence()
      await running
    },
  }
}
