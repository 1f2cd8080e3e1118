// Where a data folder's PostgreSQL keeps its rows, and how that folder is made: whole or not at all.
import {
  appendFileSync,
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { refuseStart } from '../refuse-start.ts'
import { keepSecret, readSecret } from '../secret.ts'
import { type Binaries, runBinary } from './run-binary.ts'
import { settingsFile } from './settings.ts'
import { canReach, giveTo } from './system-account.ts'

/** The major version whose rows the folder holds; another major cannot read them. */
const major = '18'
export const clusterName = `pg-${major}`

const administratorSecret = 'postgres-administrator'

/** The superuser's password, made before the cluster is. */
export const administratorPassword = (folder: string): string => keepSecret(folder, administratorSecret)

/** The real folder of the cluster that stands under `folder`, or null when none was made yet. */
const standing = (folder: string): string | null => {
  const named = join(folder, clusterName)
  if (lstatSync(named, { throwIfNoEntry: false }) === undefined) return null
  try {
    return realpathSync(named)
  } catch {
    return refuseStart(
      `The database of ${folder} stood where its link ${clusterName} leads, and is not there any more; bring that folder back, or name another DATA_DIR.`,
    )
  }
}

const checkMajor = (cluster: string): void => {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (found !== major)
    refuseStart(`${cluster} holds rows of PostgreSQL ${found} and this project brings PostgreSQL ${major}.`)
}

// Only a half-made cluster is called so: a whole one was renamed.
const halfMade = `${clusterName}.half`

const removeHalfMade = (parent: string): void => {
  for (const name of readdirSync(parent)) {
    if (name.startsWith(halfMade)) rmSync(join(parent, name), { recursive: true, force: true })
  }
}

const runInitdb = async (binaries: Binaries, half: string, password: string): Promise<void> => {
  const passwordFile = `${half}-password`
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  giveTo(binaries.account, passwordFile)
  mkdirSync(half, { mode: 0o700 })
  giveTo(binaries.account, half)
  const { status, said } = await runBinary(binaries, 'initdb', [
    `--pgdata=${half}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-instructions',
  ])
  rmSync(passwordFile)
  if (status !== 0) {
    const why = said.split('\n').findLast((line) => /error|fatal/i.test(line)) ?? 'initdb said nothing'
    refuseStart(`The database could not be made: ${why}.`)
  }
  appendFileSync(join(half, 'postgresql.conf'), `\ninclude '${settingsFile}'\n`)
  const included = join(half, settingsFile)
  writeFileSync(included, '', { mode: 0o600 })
  giveTo(binaries.account, included)
}

/**
 * Lets PostgreSQL's account pass through the data folder where that alone is in its way. To pass is not to look: what
 * is ours alone stands in folders of its own.
 */
const letPass = (folder: string, { account }: Binaries): void => {
  if (canReach(folder, account) || !canReach(dirname(folder), account)) return
  chmodSync(folder, statSync(folder).mode | 0o011)
}

/**
 * The folder of the cluster under `folder`, made with `initdb` at the first start. Where PostgreSQL's account cannot
 * come to `folder` the rows stand under `place` and a link leads there.
 */
export const makeCluster = async (
  folder: string,
  binaries: Binaries,
  place: string,
  log: (sentence: string) => void,
): Promise<string> => {
  const there = standing(folder)
  if (there !== null) {
    checkMajor(there)
    if (readSecret(folder, administratorSecret) === null)
      refuseStart(
        `${join(folder, 'secrets', administratorSecret)} is missing; without it nobody opens the database.`,
      )
    return there
  }
  const real = realpathSync(folder)
  letPass(real, binaries)
  const inPlace = canReach(real, binaries.account)
  const parent = inPlace ? real : join(place, randomBytes(8).toString('hex'))
  mkdirSync(parent, { recursive: true, mode: 0o711 })
  removeHalfMade(parent)
  const half = join(parent, halfMade)
  await runInitdb(binaries, half, administratorPassword(folder))
  const cluster = join(parent, clusterName)
  renameSync(half, cluster)
  if (!inPlace) {
    symlinkSync(cluster, join(folder, clusterName))
    log(`The database stands in ${dirname(cluster)}, as PostgreSQL's account may not enter ${folder}.`)
  }
  return cluster
}
