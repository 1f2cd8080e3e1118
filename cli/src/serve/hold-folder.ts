// One start at a time holds a data folder; who asks second is told who that is.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { refuseStart } from './refuse-start.ts'

/** Who holds a folder, as it is told to others. `since` is an instant in UTC. */
export interface Holder {
  readonly pid: number
  readonly host: string
  readonly since: string
}

export const lockName = 'lock'
export const holderName = 'holder.json'

const readHolder = (folder: string): Holder | null => {
  try {
    return JSON.parse(readFileSync(join(folder, holderName), 'utf8')) as Holder
  } catch {
    return null
  }
}

const refuseSecond = (folder: string): never => {
  const holder = readHolder(folder)
  const who =
    holder === null
      ? 'another start'
      : `process ${holder.pid} on ${holder.host} since ${holder.since.slice(0, 16).replace('T', ' ')} UTC`
  return refuseStart(`${folder} is held by ${who}; stop that one first, or name another folder in DATA_DIR.`)
}

// A connection that nobody refers to any more is collected, and its lock goes with it.
const locks = new Set<DatabaseSync>()

const isBusy = (fault: unknown): boolean => (fault as { readonly errcode?: number }).errcode === 5

const takeLock = (folder: string): DatabaseSync => {
  try {
    const lock = new DatabaseSync(join(folder, lockName), { timeout: 0 })
    lock.exec('BEGIN IMMEDIATE')
    // A start that was refused takes its lock's file away with it: a lock on a file that is gone holds nothing.
    if (!existsSync(join(folder, lockName))) {
      lock.close()
      return takeLock(folder)
    }
    locks.add(lock)
    return lock
  } catch (fault) {
    if (isBusy(fault)) return refuseSecond(folder)
    return refuseStart(
      `${folder} could not be locked; see that it lies on a disk of this computer and may be written.`,
    )
  }
}

export interface Held {
  readonly release: () => void
}

/**
 * Holds a data folder until `release`. The lock is one of the system's on the file `lock` (taken through SQLite, the
 * one program in Node that asks for it): it goes with the process however that ends, so no stale lock has to be
 * judged by process numbers, which are given again. `holder.json` beside it only tells who it is.
 */
export const holdFolder = (folder: string, since: string): Held => {
  const lock = takeLock(folder)
  const path = join(folder, holderName)
  const half = `${path}.half`
  const holder: Holder = { pid: process.pid, host: hostname(), since }
  writeFileSync(half, `${JSON.stringify(holder)}\n`)
  renameSync(half, path)
  return {
    release: () => {
      rmSync(path, { force: true })
      locks.delete(lock)
      lock.close()
    },
  }
}
