// The data folder: everything an installation keeps, what stands in it, and what stops a start before it is touched.
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  rmdirSync,
  statfsSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { holderName, lockName } from './hold-folder.ts'
import { refuseStart } from './refuse-start.ts'

/** How the folder is laid out. Another layout gets another number, and code that carries the old one over. */
export const layoutVersion = 1

/** Below this nothing is started: PostgreSQL stops in the middle of its work when its disk is full. */
export const leastFreeBytes = 500_000_000

const versionFile = 'VERSION'
const demoMark = 'demo'
// What only the account that serves may enter.
const foldersInside = ['secrets', 'heads', 'payer']

/** What stands in a folder whose first start was cut off before its version was written. */
const beginnings: ReadonlySet<string> = new Set([
  lockName,
  `${lockName}-journal`,
  holderName,
  `${holderName}.half`,
  `${versionFile}.half`,
  demoMark,
  `${demoMark}.half`,
  ...foldersInside,
  'logs',
])

const unreadable = (folder: string, fault: unknown): never =>
  refuseStart(
    `${folder} cannot be used as data folder (${(fault as NodeJS.ErrnoException).code}); name another in DATA_DIR.`,
  )

const namesIn = (folder: string): readonly string[] => {
  try {
    return existsSync(folder) ? readdirSync(folder) : []
  } catch (fault) {
    return unreadable(folder, fault)
  }
}

/** Refuses a folder that is not ours or not of this version. Changes nothing. */
export const checkDataFolder = (folder: string): void => {
  const names = namesIn(folder)
  if (!names.includes(versionFile)) {
    if (names.every((name) => beginnings.has(name))) return
    refuseStart(`${folder} is not empty and is no data folder of Golden Thread; name another in DATA_DIR.`)
  }
  const found = readFileSync(join(folder, versionFile), 'utf8').trim()
  if (found === String(layoutVersion)) return
  refuseStart(
    `${folder} is a data folder of version ${found} and this program knows version ${layoutVersion}; start it with the program that made it, or name another in DATA_DIR.`,
  )
}

/** The sentence against a disk with too little room, or null. */
export const tooLittleRoom = (folder: string, freeBytes: number): string | null =>
  freeBytes >= leastFreeBytes
    ? null
    : `The disk of ${folder} has ${Math.floor(freeBytes / 1_000_000)} MB left and a start needs ${leastFreeBytes / 1_000_000} MB; make room, or name a folder on another disk in DATA_DIR.`

const nearestStanding = (folder: string): string =>
  existsSync(folder) || dirname(folder) === folder ? folder : nearestStanding(dirname(folder))

/** Refuses a disk with too little room. Changes nothing. */
export const checkRoom = (folder: string): void => {
  const { bavail, bsize, blocks } = statfsSync(nearestStanding(folder))
  // Some network file systems do not say how large they are.
  const says = blocks === 0 ? null : tooLittleRoom(folder, bavail * bsize)
  if (says !== null) refuseStart(says)
}

const writeWhole = (path: string, text: string): void => {
  const half = `${path}.half`
  const file = openSync(half, 'w', 0o644)
  writeSync(file, text)
  fsyncSync(file)
  closeSync(file)
  renameSync(half, path)
}

const missingFolders = (folder: string): readonly string[] =>
  existsSync(folder) || dirname(folder) === folder ? [] : [...missingFolders(dirname(folder)), folder]

/**
 * Makes the folder itself, and those above it that are missing; gives those it made, the outermost first. PostgreSQL's
 * account must be able to pass through it where root starts us. Each is made by itself: told to make them all, Node
 * tries for ever where a system refuses it as if the folder above were missing, as under /proc.
 */
export const makeDataFolder = (folder: string): readonly string[] => {
  const made: string[] = []
  for (const each of missingFolders(folder)) {
    try {
      mkdirSync(each, { mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
      made.push(each)
    } catch (fault) {
      // Another start may make the same one this moment.
      if ((fault as NodeJS.ErrnoException).code === 'EEXIST') continue
      removeEmpty(made)
      unreadable(folder, fault)
    }
  }
  return made
}

/** Removes folders that hold nothing, the innermost first; what holds something stays. */
export const removeEmpty = (folders: readonly string[]): void => {
  for (const folder of folders.toReversed()) {
    try {
      rmdirSync(folder)
    } catch (fault) {
      if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes((fault as NodeJS.ErrnoException).code ?? ''))
        throw fault
    }
  }
}

/** The rows of a database that stands elsewhere, with the folder that was made for them alone. */
const removeLinked = (link: string): void => {
  const there = realpathSync(link)
  rmSync(there, { recursive: true, force: true })
  removeEmpty([dirname(there)])
}

/** What stands in a folder, by name; nothing where there is none. */
export const namesInFolder = (folder: string): readonly string[] => namesIn(folder)

/**
 * Takes out of a held folder what a start made that did not come to serve: what stood there `before` stays, and the
 * kind of the folder is not decided by it. `keptNames` are those that are still needed, as a log that tells why.
 */
export const undoLayOut = (
  folder: string,
  before: readonly string[],
  keptNames: readonly string[] = [],
): void => {
  for (const name of namesIn(folder)) {
    if (before.includes(name) || keptNames.includes(name)) continue
    const path = join(folder, name)
    if (lstatSync(path).isSymbolicLink()) removeLinked(path)
    rmSync(path, { recursive: true, force: true })
  }
}

/** Whether somebody laid the folder out before. */
export const isLaidOut = (folder: string): boolean => existsSync(join(folder, versionFile))

/**
 * Lays the held folder out. Whether it is a folder for the demo practice is decided at its making and never again:
 * a folder that once held real clients gets no invented ones, and the other way round.
 */
export const layOut = (folder: string, mayBeDemo: boolean): void => {
  for (const name of foldersInside) mkdirSync(join(folder, name), { recursive: true, mode: 0o700 })
  mkdirSync(join(folder, 'logs'), { recursive: true, mode: 0o750 })
  if (existsSync(join(folder, versionFile))) return
  // A mark left by a start that was cut off says nothing.
  rmSync(join(folder, demoMark), { force: true })
  if (mayBeDemo) writeWhole(join(folder, demoMark), 'This folder holds an invented practice.\n')
  // Last: a start cut off before it finds a folder that is still to be laid out.
  writeWhole(join(folder, versionFile), `${layoutVersion}\n`)
}

/** Whether the folder was made for the demo practice. */
export const isDemo = (folder: string): boolean => existsSync(join(folder, demoMark))
