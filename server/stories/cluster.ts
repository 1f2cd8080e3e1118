// One PostgreSQL for a run of tests: started before the first, with a migrated template, stopped after the last.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../../cli/src/serve/postgres/postgres.ts'
import { systemClock } from '../src/clock.ts'
import type { Connection } from '../src/database/connection.ts'
import { migrate } from '../src/database/migrate.ts'
import { prepareOwnServer } from '../src/database/prepare-database.ts'

/** What a test file needs to make a database of its own. */
export interface Cluster {
  readonly administrator: Connection
  readonly template: string
  readonly passwords: { readonly owner: string; readonly login: string }
  /** What PostgreSQL itself wrote to its log. */
  readonly logPath: string
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly cluster: Cluster
  }
}

// Nothing of a test survives it, so nothing is flushed. What kills processes starts a PostgreSQL of its own.
const forTests = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  shared_buffers: '64MB',
}

/** Starts it, makes the roles and the template, and gives the way to stop it. */
export const startCluster = async (): Promise<Cluster & { readonly stop: () => Promise<void> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-tests-'))
  const postgres = await startPostgres({ folder, log: () => undefined, settings: forTests })
  const administrator = postgres.administrator('postgres')
  const template = 'golden_template'
  const passwords = { owner: 'owner-of-tests', login: 'login-of-tests' }
  const { owner } = await prepareOwnServer(administrator, template, passwords)
  const migrated = await migrate(owner, systemClock)
  if (!migrated.stands) throw new Error(migrated.says)
  const stop = async (): Promise<void> => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { administrator, template, passwords, logPath: postgres.logPath, stop }
}

/** Vitest's set-up of the server's tests. */
export default async function (project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...cluster } = await startCluster()
  project.provide('cluster', cluster)
  return stop
}
