// Who serves a cluster: reads the lock PostgreSQL itself keeps, and asks the process it names whether it answers.
import { readFileSync, readlinkSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { connect } from 'node:net'
import { platform } from 'node:os'
import { join } from 'node:path'

/** `postmaster.pid`, by its lines (PostgreSQL 18 source, src/include/utils/pidfile.h). */
export interface PostmasterFile {
  readonly pid: number
  readonly port: number
  readonly socketFolder: string
  readonly status: string
}

const wholeNumber = (line: string | undefined): number => Number.parseInt((line ?? '').trim(), 10)

/** The lock of a cluster, or null when there is none or it is being written this moment. */
export const readPostmasterFile = (cluster: string): PostmasterFile | null => {
  let lines: readonly string[]
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw fault
  }
  // A standalone backend writes its number negative; it serves nobody.
  const pid = Math.abs(wholeNumber(lines[0]))
  if (!Number.isSafeInteger(pid) || pid === 0) return null
  return {
    pid,
    port: wholeNumber(lines[3]),
    socketFolder: (lines[4] ?? '').trim(),
    status: (lines[7] ?? '').trim(),
  }
}

/** Whether a process of this number lives, whoever owns it. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const commandOf = (pid: number): string => {
  if (platform() !== 'linux')
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
}

const placeOf = (pid: number): string | null => {
  try {
    return platform() === 'linux' ? readlinkSync(`/proc/${pid}/cwd`) : null
  } catch {
    // In a container root may not look where a process of another account stands.
    return null
  }
}

/**
 * Whether this process is the postmaster of this cluster (its real path). A number is given again after a restart of
 * the machine or the container, so that a living process of the noted number proves nothing: a postmaster was either
 * started with its cluster's name or stands in it.
 */
export const isPostmasterOf = (pid: number, cluster: string): boolean => {
  if (!isAlive(pid)) return false
  try {
    const command = commandOf(pid)
    return command.includes('postgres') && (command.includes(cluster) || placeOf(pid) === cluster)
  } catch {
    return false
  }
}

// SSLRequest (PostgreSQL 18 manual, 54.7): a postmaster that accepts work answers it with one letter.
const question = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])

/** Whether a PostgreSQL answers on this socket within `patience` milliseconds. */
export const answers = (socketFolder: string, port: number, patience = 2_000): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ path: join(socketFolder, `.s.PGSQL.${port}`) })
    const end = (good: boolean): void => {
      socket.destroy()
      resolve(good)
    }
    socket.setTimeout(patience, () => end(false))
    socket.once('error', () => end(false))
    socket.once('connect', () => socket.write(question))
    socket.once('data', (bytes: Buffer) => end(bytes[0] === 0x53 || bytes[0] === 0x4e))
    socket.once('close', () => end(false))
  })
