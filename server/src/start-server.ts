// The server's front door for whoever starts it: a database made ready, the app on its port, the sweeps running.
import { join } from 'node:path'
import { shippedFacts } from '@goldenthread/core/facts/shipped/shipped.ts'
import type { Instant } from '@goldenthread/core/values/day.ts'
import { makeApp } from './app.ts'
import { type MovedClock, movedClock, systemClock } from './clock.ts'
import { outsidePractice } from './database/in-practice.ts'
import type { App } from './http/app-type.ts'
import { type Sweeps, runSweeps } from './jobs/run-sweeps.ts'
import { type Swept, sweepOnce } from './jobs/sweep.ts'
import { type ServerStart, openServices, servingConnection } from './open-services.ts'
import { type NewPractice, type PracticeCreated, createPractice } from './practice/create-practice.ts'
import { isAnybodyThere } from './practice/first-set-up-store.ts'
import { openDatabase } from './database/pool.ts'
import { makeLog } from './log.ts'
import type { Services } from './services.ts'
import { sha256 } from './sha256.ts'
import { type PracticeVerified, verify } from './thread/verify/verify.ts'
import { knownHeadKey } from './trail/heads.ts'
import { sweeping } from './thread/sweep-steps.ts'

/** A server that answers. */
export interface Serving {
  /** What one types into a browser. */
  readonly address: string
  /** Where the first owner sets up a practice, while there is nobody yet. */
  readonly setUpLink: string | null
  /** Ends the sweep in hand and begins no other, until the returned function is called. */
  readonly pauseSweep: () => Promise<() => void>
  /** Ends HTTP, then jobs, then the pool. */
  readonly close: () => Promise<void>
}

export type ServerStarted =
  | { readonly ok: true; readonly server: Serving }
  | { readonly ok: false; readonly says: string }

const listen = async (app: App, { settings }: Services): Promise<string | null> => {
  try {
    await app.listen({ host: settings.host, port: settings.port })
    return null
  } catch (fault) {
    const { code } = fault as { readonly code?: string }
    return code === 'EADDRINUSE'
      ? `Port ${settings.port} is taken: end what listens there, or set PORT to another one.`
      : `The server cannot listen on ${settings.host} at port ${settings.port} (${code ?? 'no code'}).`
  }
}

const addressOf = (app: App, { settings }: Services): string => {
  const found = app.server.address()
  const port = typeof found === 'object' && found !== null ? found.port : settings.port
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host
  return settings.publicOrigin ?? `http://${host}:${port}`
}

/** Sweeps that can be paused: a seeding that lives through its weeks by another clock must not be swept by ours. */
const pausable = (
  services: Services,
): { readonly pause: () => Promise<() => void>; readonly stop: () => Promise<void> } => {
  let running: Sweeps | null = runSweeps(services, sweeping)
  let stopped = false
  const stopRunning = async (): Promise<void> => {
    const last = running
    running = null
    await last?.stop()
  }
  return {
    pause: async () => {
      await stopRunning()
      return () => {
        if (!stopped) running ??= runSweeps(services, sweeping)
      }
    },
    stop: async () => {
      stopped = true
      await stopRunning()
    },
  }
}

/** Makes the database ready, opens the port, begins to sweep. What keeps it from standing is one sentence. */
export const startServer = async (start: ServerStart): Promise<ServerStarted> => {
  const opened = await openServices(start, systemClock, shippedFacts)
  if (!opened.ok) return opened
  const { services, setUpToken } = opened
  const app = await makeApp(services)
  const refused = await listen(app, services)
  if (refused !== null) {
    await app.close()
    await opened.close()
    return { ok: false, says: refused }
  }
  const sweeps = pausable(services)
  const address = addressOf(app, services)
  const anybody = await outsidePractice(services, isAnybodyThere)
  return {
    ok: true,
    server: {
      address,
      // Behind the sign: browsers send it nowhere.
      setUpLink: anybody ? null : `${address}/set-up#${setUpToken}`,
      pauseSweep: sweeps.pause,
      close: async () => {
        await app.close()
        await sweeps.stop()
        await opened.close()
      },
    },
  }
}

/** A second app on the same database, without a port and without sweeps of its own, that lives by a moved clock. */
export interface Office {
  readonly app: App
  readonly services: Services
  readonly clock: MovedClock
  readonly createPractice: (given: NewPractice) => Promise<PracticeCreated>
  /** Does everything that is due at the clock's moment. */
  readonly sweepOnce: () => Promise<Swept>
  readonly close: () => Promise<void>
}

export type OfficeOpened =
  | { readonly ok: true; readonly office: Office }
  | { readonly ok: false; readonly says: string }

/** Opens it at a moment; its askers are not limited in how often they ask. */
export const openOffice = async (start: ServerStart, at: Instant): Promise<OfficeOpened> => {
  const clock = movedClock(at)
  const year = 31_536_000
  const unhurried = { requestsPerMinute: 10_000_000, idleSeconds: year, sessionSeconds: year }
  const settings = { ...start.settings, ...unhurried }
  const opened = await openServices({ ...start, settings }, clock, shippedFacts)
  if (!opened.ok) return opened
  const app = await makeApp(opened.services)
  return {
    ok: true,
    office: {
      app,
      services: opened.services,
      clock,
      createPractice: (given) => createPractice(opened.services, given),
      // Lived through by the day: there is nothing to rest from.
      sweepOnce: () =>
        sweepOnce(opened.services, { steps: sweeping.steps, everySeconds: sweeping.everySeconds }),
      close: async () => {
        await app.close()
        await opened.close()
      },
    },
  }
}

/** Proves everything an installation keeps, changing nothing; needs a database that was served before. */
export const verifyInstallation = async (
  start: Omit<ServerStart, 'payer' | 'logPath'>,
): Promise<readonly PracticeVerified[]> => {
  const { dataFolder } = start.settings
  const log = makeLog({ level: 'silent' })
  const database = openDatabase(servingConnection(start), log, { size: 1, patience: 10_000 })
  try {
    return await verify({
      database,
      sha256,
      headsFolder: join(dataFolder, 'heads'),
      headKey: knownHeadKey(join(dataFolder, 'secrets')),
    })
  } finally {
    await database.pool.end()
  }
}
