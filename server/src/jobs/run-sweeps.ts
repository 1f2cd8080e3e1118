// Keeps sweeping: at the start, every few seconds, and at once when somebody says that work is due.
import type pg from 'pg'
import type { Services } from '../services.ts'
import { type SweepSettings, sweepOnce } from './sweep.ts'
import { wakeChannel } from './wake-store.ts'

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

/** Milliseconds after which a connection that broke is opened anew. Until then the timer alone wakes. */
const listenAgain = 5_000

/** A connection that listens, and only hastens what the timer does anyway; where there is none, nothing is lost. */
const listen = (services: Services, heard: () => void): (() => Promise<void>) => {
  let client: pg.PoolClient | null = null
  let timer: NodeJS.Timeout | null = null
  let stopped = false
  const later = (): void => {
    if (stopped || timer !== null) return
    timer = setTimeout(() => {
      timer = null
      void open()
    }, listenAgain)
    timer.unref()
  }
  const drop = (): void => {
    const broken = client
    client = null
    broken?.release(true)
    later()
  }
  const open = async (): Promise<void> => {
    try {
      const opened = await services.database.pool.connect()
      if (stopped) return opened.release()
      client = opened
      opened.on('notification', heard)
      opened.once('error', drop)
      await opened.query(`LISTEN ${wakeChannel}`)
      // Work may have come while nobody listened.
      heard()
    } catch (fault) {
      services.log.warn({ err: fault }, 'nobody can be woken by the database')
      drop()
    }
  }
  void open()
  return async () => {
    stopped = true
    if (timer !== null) clearTimeout(timer)
    const last = client
    client = null
    // Thrown away: a connection that still listens must not go back to the others.
    last?.release(true)
  }
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
  const silence = listen(services, wake)
  const timer = setInterval(wake, settings.everyMilliseconds)
  timer.unref()
  wake()
  return {
    wake,
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await silence()
      await running
    },
  }
}
