// Starts a postmaster, finds one left behind, waits until it answers, ends it.
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { refuseStart } from '../refuse-start.ts'
import { answers, isAlive, isPostmasterOf, readPostmasterFile } from './postmaster.ts'
import { type Binaries, binaryFile, runBinary, spawnOptions, surroundings } from './run-binary.ts'
import { settingsFile, writeSettings } from './settings.ts'
import { giveTo } from './system-account.ts'

/** What a cluster's postmaster is started with. */
export interface House {
  /** The real path of the cluster. */
  readonly cluster: string
  readonly binaries: Binaries
  readonly logPath: string
  readonly settings: Readonly<Record<string, string>>
}

/** A postmaster that answers. */
export interface Running {
  readonly pid: number
  readonly socketFolder: string
  readonly port: number
}

const port = 5432
// A socket's path fits 107 bytes on Linux and 103 on macOS; PostgreSQL also makes a lock of the same name beside it.
const longestSocketPath = 103

/** The folder of the socket: the cluster itself, or where its path is too long, one of its account's own. */
export const makeSocketFolder = ({ cluster, binaries }: House): string => {
  if (Buffer.byteLength(join(cluster, `.s.PGSQL.${port}.lock`)) <= longestSocketPath) return cluster
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-pg-'))
  giveTo(binaries.account, folder)
  return folder
}

const mostLogBytes = 10_000_000

const openLog = (logPath: string): number => {
  const found = statSync(logPath, { throwIfNoEntry: false })
  if (found !== undefined && found.size > mostLogBytes) renameSync(logPath, `${logPath}.before`)
  return openSync(logPath, 'a', 0o600)
}

const lastLogLine = (logPath: string): string =>
  readFileSync(logPath, 'utf8')
    .trimEnd()
    .split('\n')
    .findLast((line) => /FATAL|PANIC|LOG/.test(line))
    ?.replace(/^.*\[\d+\] /, '') ?? 'it said nothing'

/**
 * Starts a postmaster. It writes to a file and lives in a session of its own, so that neither Ctrl-C at the terminal
 * nor our own death breaks it off in the middle.
 */
const spawnPostmaster = (house: House, socketFolder: string, staleNumber: number | null): ChildProcess => {
  const { binaries, cluster, logPath } = house
  const settingsPath = join(cluster, settingsFile)
  writeFileSync(settingsPath, writeSettings(socketFolder, house.settings), { mode: 0o600 })
  giveTo(binaries.account, settingsPath)
  const out = openLog(logPath)
  // PostgreSQL does not start over a lock whose number lives. When that number was given to another program since,
  // this variable tells it so; it still looks itself whether anyone holds the cluster's memory, and only it removes
  // the lock (PostgreSQL 18 source, CreateLockFile).
  const env = surroundings(staleNumber === null ? {} : { PG_GRANDPARENT_PID: String(staleNumber) })
  const child = spawn(binaryFile(binaries, 'postgres'), ['-D', cluster], {
    ...spawnOptions(binaries),
    env,
    detached: true,
    stdio: ['ignore', out, out],
  })
  closeSync(out)
  return child
}

const settled = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

const readyAt = async (cluster: string, pid: number): Promise<Running | null> => {
  const file = readPostmasterFile(cluster)
  if (file === null || file.pid !== pid || file.status !== 'ready') return null
  const { socketFolder } = file
  return (await answers(socketFolder, file.port)) ? { pid, socketFolder, port: file.port } : null
}

/** How long another start's postmaster may take to answer or to end, in milliseconds. */
const patience = 60_000

// Our own is waited for as long as it lives: after a crash PostgreSQL reads its journal again before it answers.
const untilReady = async (
  cluster: string,
  pid: number,
  gone: () => boolean,
  patience = Number.POSITIVE_INFINITY,
): Promise<Running | null> => {
  const until = performance.now() + patience
  while (performance.now() < until && !gone()) {
    const running = await readyAt(cluster, pid)
    if (running !== null) return running
    await wait(15)
  }
  return null
}

const untilGone = async (pid: number, cluster: string): Promise<void> => {
  const until = performance.now() + patience
  while (isPostmasterOf(pid, cluster)) {
    if (performance.now() > until) refuseStart(`A PostgreSQL that is stopping (process ${pid}) does not end.`)
    await wait(100)
  }
}

export interface Started {
  readonly running: Running
  /** Null for one that an earlier start began. */
  readonly child: ChildProcess | null
}

/** Starts a postmaster and waits until it answers; refuses the start with what PostgreSQL says when it does not. */
export const startPostmaster = async (house: House, socketFolder: string): Promise<Started> => {
  const left = readPostmasterFile(house.cluster)
  const child = spawnPostmaster(house, socketFolder, left !== null && isAlive(left.pid) ? left.pid : null)
  let fault: Error | null = null
  child.once('error', (met) => {
    fault = met
  })
  const running = await untilReady(house.cluster, child.pid ?? -1, () => settled(child) || fault !== null)
  if (fault !== null) throw fault
  if (running !== null) return { running, child }
  return refuseStart(`PostgreSQL did not start: ${lastLogLine(house.logPath)} (${house.logPath}).`)
}

/** A living postmaster of this cluster, once it answers; null when there is none. */
export const adoptPostmaster = async ({ cluster }: House): Promise<Started | null> => {
  const left = readPostmasterFile(cluster)
  if (left === null || !isPostmasterOf(left.pid, cluster)) return null
  if (left.status === 'stopping') {
    await untilGone(left.pid, cluster)
    return null
  }
  const running = await untilReady(cluster, left.pid, () => !isPostmasterOf(left.pid, cluster), patience)
  if (running !== null) return { running, child: null }
  if (isPostmasterOf(left.pid, cluster))
    refuseStart(
      `A PostgreSQL left by an earlier start (process ${left.pid}) does not answer; end it and start again.`,
    )
  return null
}

/** Ends it, whoever started it: running statements are broken off, what was committed stays. */
export const stopPostmaster = async ({ cluster, binaries }: House): Promise<void> => {
  const { status, said } = await runBinary(binaries, 'pg_ctl', [
    'stop',
    '--mode=fast',
    '--wait',
    '--timeout=60',
    `--pgdata=${cluster}`,
  ])
  const left = readPostmasterFile(cluster)
  if (status !== 0 && left !== null && isPostmasterOf(left.pid, cluster))
    throw new Error(`PostgreSQL could not be stopped: ${said}`)
}
