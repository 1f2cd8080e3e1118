// Our own supervisor of the embedded PostgreSQL: starts it, adopts one left behind, brings it back, stops it.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { keepRunning } from '../keep-running.ts'
import { findBinaries } from './find-binaries.ts'
import {
  type House,
  type Started,
  adoptPostmaster,
  makeSocketFolder,
  startPostmaster,
  stopPostmaster,
} from './launch-postmaster.ts'
import { administratorPassword, makeCluster } from './make-cluster.ts'
import { isPostmasterOf } from './postmaster.ts'
import { accountForPostgres } from './system-account.ts'

/** Where the database is and as whom one speaks to it; the shape the server's `Connection` has. */
export interface Reachable {
  /** The folder of the unix socket. */
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  readonly password: string
  readonly tls: false
}

export interface Postgres {
  /** The superuser's way in, to `database` (one that stands from the beginning is `postgres`). */
  readonly administrator: (database: string) => Reachable
  /** Whether a PostgreSQL left by an earlier start was found living and taken over. */
  readonly adopted: boolean
  /** The postmaster's process number at this moment, for tests and for `health`. */
  readonly pid: () => number
  /** What PostgreSQL itself writes. */
  readonly logPath: string
  /** Ends it (`pg_ctl stop -m fast`: running statements are broken off, what was committed stays). */
  readonly stop: () => Promise<void>
}

export interface PostgresOptions {
  /** The data folder; the rows stand in its `pg-18`, the superuser's password in its `secrets`. */
  readonly folder: string
  readonly log: (sentence: string) => void
  /** More settings of PostgreSQL; tests may trade safety for speed. */
  readonly settings?: Readonly<Record<string, string>>
  /** Where root keeps what PostgreSQL's account must reach when the data folder or the project is closed to it. */
  readonly systemPlace?: string
}

const usualSystemPlace = '/var/lib/golden-thread'

/** Resolves when this postmaster has ended. One that is not our child is looked after twice a second. */
const ended = ({ running, child }: Started, cluster: string): Promise<void> =>
  new Promise((resolve) => {
    if (child !== null) {
      if (child.exitCode !== null || child.signalCode !== null) resolve()
      else child.once('exit', () => resolve())
      return
    }
    const look = setInterval(() => {
      if (isPostmasterOf(running.pid, cluster)) return
      clearInterval(look)
      resolve()
    }, 500)
    look.unref()
  })

/**
 * The PostgreSQL of a data folder: made at the first start, adopted when one was left running, started otherwise, and
 * brought back when it ends by itself. Throws a refused start (`refuse-start.ts`) with one sentence. The caller holds
 * the folder: two supervisors of one folder would bring back what the other stops.
 */
export const startPostgres = async ({
  folder,
  log,
  settings = {},
  systemPlace = usualSystemPlace,
}: PostgresOptions): Promise<Postgres> => {
  const account = accountForPostgres()
  const logs = join(folder, 'logs')
  mkdirSync(logs, { recursive: true })
  const binaries = findBinaries(account, account === null ? folder : systemPlace)
  const cluster = await makeCluster(folder, binaries, systemPlace, log)
  const password = administratorPassword(folder)
  const house: House = { cluster, binaries, logPath: join(logs, 'postgres.log'), settings }
  const left = await adoptPostmaster(house)
  if (left !== null) log(`A PostgreSQL left by an earlier start (process ${left.running.pid}) was adopted.`)
  const first = left ?? (await startPostmaster(house, makeSocketFolder(house)))
  const kept = keepRunning({
    name: 'PostgreSQL',
    first,
    ended: (started) => ended(started, cluster),
    again: async ({ running }) =>
      (await adoptPostmaster(house)) ?? (await startPostmaster(house, running.socketFolder)),
    log,
  })
  return {
    administrator: (database) => {
      const { socketFolder: host, port } = kept.now().running
      return { host, port, database, user: 'postgres', password, tls: false }
    },
    adopted: left !== null,
    pid: () => kept.now().running.pid,
    logPath: house.logPath,
    stop: () =>
      kept.stop(async ({ running: { socketFolder } }) => {
        await stopPostmaster(house)
        if (socketFolder !== cluster) rmSync(socketFolder, { recursive: true, force: true })
      }),
  }
}
