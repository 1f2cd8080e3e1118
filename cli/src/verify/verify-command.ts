// `goldenthread verify`: proves what an installation keeps, says of how much, and leaves everything as it is.
import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { type Settings, settingsOfProcess } from '@goldenthread/server/config.ts'
import { verifyInstallation } from '@goldenthread/server/start-server.ts'
import { holdFolder } from '../serve/hold-folder.ts'
import { type Reachable, startPostgres } from '../serve/postgres/postgres.ts'
import { administratorPassword } from '../serve/postgres/make-cluster.ts'
import { isPostmasterOf, readPostmasterFile } from '../serve/postgres/postmaster.ts'
import { refusalOf, refuseStart } from '../serve/refuse-start.ts'
import { readSecret } from '../serve/secret.ts'
import { wrongUse } from '../usage.ts'
import { printVerified } from './print-verified.ts'

type Verified = Awaited<ReturnType<typeof verifyInstallation>>

const verifyWith = (settings: Settings, administrator: Reachable | null): Promise<Verified> => {
  const password = (name: string): string => readSecret(settings.dataFolder, name) ?? ''
  return verifyInstallation({
    settings,
    administrator,
    passwords: { owner: password('database-owner'), login: password('database-login') },
  })
}

/** The way in to a PostgreSQL that serves this folder now; null when none does. */
const serving = (folder: string): Reachable | null => {
  const cluster = realpathSync(join(folder, 'pg-18'))
  const file = readPostmasterFile(cluster)
  if (file === null || file.status !== 'ready' || !isPostmasterOf(file.pid, cluster)) return null
  const { socketFolder: host, port } = file
  const password = administratorPassword(folder)
  return { host, port, database: 'postgres', user: 'postgres', password, tls: false }
}

/** While a server runs on the folder its PostgreSQL is asked; else one is started for this alone. */
const verifyFolder = async (settings: Settings): Promise<Verified> => {
  const { dataFolder: folder } = settings
  if (!existsSync(join(folder, 'pg-18'))) refuseStart(`There is nothing to prove in ${folder}.`)
  const running = serving(folder)
  if (running !== null) return verifyWith(settings, running)
  const held = holdFolder(folder, new Date().toISOString())
  try {
    const postgres = await startPostgres({ folder, log: () => undefined })
    try {
      return await verifyWith(settings, postgres.administrator('postgres'))
    } finally {
      await postgres.stop()
    }
  } finally {
    held.release()
  }
}

const complain = (sentence: string): number => {
  process.stderr.write(`Golden Thread: ${sentence}\n`)
  return 1
}

/** Runs `verify`; 0 when everything stands as it was written, 1 when something does not or could not be looked at. */
export const verifyCommand = async (argv: readonly string[]): Promise<number> => {
  if (argv.length > 0)
    return wrongUse('verify takes no options; DATA_DIR or DATABASE_URL say what is proved.')
  const read = settingsOfProcess()
  if (!read.ok) return complain(read.says)
  const { settings } = read
  try {
    const verified =
      settings.databaseAddress === null ? await verifyFolder(settings) : await verifyWith(settings, null)
    process.stdout.write(`${printVerified(verified).join('\n')}\n`)
    return verified.every(({ findings }) => findings.length === 0) ? 0 : 1
  } catch (fault) {
    const { code } = fault as { readonly code?: unknown }
    return complain(
      refusalOf(fault) ??
        `It could not be proved: the database does not answer as it must (${typeof code === 'string' ? code : 'no code'}).`,
    )
  }
}
