// Runs one of PostgreSQL's programs to its end, as the account it is to run as.
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { refuseStart } from '../refuse-start.ts'
import type { SystemAccount } from './system-account.ts'

export interface Binaries {
  /** The folder with `bin`, `lib` and `share`. */
  readonly native: string
  readonly account: SystemAccount | null
}

/**
 * What PostgreSQL's programs see of our surroundings: next to nothing, so that no PGDATA or PGPORT of a developer
 * moves a practice's database, and no address of a clearinghouse stands in its process table.
 */
export const surroundings = (more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({
  PATH: '/usr/bin:/bin',
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
  ...more,
})

/** How a program of PostgreSQL is spawned. The folder it starts in must be one that its account may enter. */
export const spawnOptions = ({ account }: Binaries) => ({
  cwd: tmpdir(),
  ...(account === null ? {} : { uid: account.uid, gid: account.gid }),
})

export const binaryFile = ({ native }: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string =>
  join(native, 'bin', name)

const cannotRun = (name: string, fault: NodeJS.ErrnoException): never =>
  refuseStart(
    fault.code === 'ENOENT' || fault.code === 'ENOEXEC'
      ? `The PostgreSQL that came with this project does not run on this system (${name}: ${fault.code}); set DATABASE_URL to a PostgreSQL 16 or newer of your own.`
      : `PostgreSQL's ${name} could not be started (${fault.code}).`,
  )

export interface RanBinary {
  readonly status: number | null
  readonly said: string
}

/** Runs `initdb` or `pg_ctl` to its end; what it said is for a sentence to the person who started us. */
export const runBinary = (
  binaries: Binaries,
  name: 'initdb' | 'pg_ctl',
  given: readonly string[],
): Promise<RanBinary> =>
  new Promise((resolve, reject) => {
    const child = spawn(binaryFile(binaries, name), given, {
      ...spawnOptions(binaries),
      env: surroundings(),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const heard: Buffer[] = []
    child.stdout.on('data', (bytes: Buffer) => heard.push(bytes))
    child.stderr.on('data', (bytes: Buffer) => heard.push(bytes))
    child.once('error', (fault) => {
      try {
        cannotRun(name, fault)
      } catch (refused) {
        reject(refused)
      }
    })
    child.once('close', (status) => resolve({ status, said: Buffer.concat(heard).toString('utf8').trim() }))
  })
