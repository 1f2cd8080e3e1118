// A whole house in processes of its own, each of which can be killed hard and brought back: server, PostgreSQL, payer.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { instant } from '@goldenthread/core/values/day.ts'
import { type Postgres, startPostgres } from '../../../cli/src/serve/postgres/postgres.ts'
import { type RunningPayer, spawnPayer } from '../../../payer/stories/payer-client.ts'
import { readSettings } from '../../src/config.ts'
import { pgSettings } from '../../src/database/connection.ts'
import type { ServerStart } from '../../src/open-services.ts'
import { example } from '../billed-sessions.ts'
import type { ProcessStart, StoryClock } from './serve-process.ts'
import { type TollGate, openTollGate } from './toll-gate.ts'

export type Process = 'server' | 'database' | 'payer'

export interface House {
  readonly gate: TollGate
  /** What the server is started with. */
  readonly start: ServerStart
  readonly address: () => string
  readonly setUpToken: () => string
  readonly payerUrl: () => string
  /** Stops the payer from reading, without ending it. */
  readonly freezePayer: () => void
  /** kill -9, of a database with all its own processes. */
  readonly kill: (which: Process) => Promise<void>
  /** Brings back what was killed; resolves when it serves again. */
  readonly raise: (which: Process) => Promise<void>
  /** A connection of the superuser, once the database answers. */
  readonly look: () => Promise<pg.Client>
  readonly close: () => Promise<void>
}

const account = { userName: 'alder-row', password: 'a long password of the stories' }
const morning = instant('2026-03-10T14:00:00Z')
/** A minute a second: pauses between tries are short, and idle hours do not come. */
const pace = 60

const startOf = (folder: string, postgres: Postgres, gate: TollGate): ServerStart => {
  const environment = { DATA_DIR: folder, REQUESTS_PER_MINUTE: '1000000', IDLE_SECONDS: '86400' }
  const read = readSettings({ ...environment, SESSION_SECONDS: '604800' }, folder)
  if (!read.ok) throw new Error(read.says)
  return {
    settings: read.settings,
    administrator: postgres.administrator('postgres'),
    passwords: { owner: 'owner-of-stories', login: 'login-of-stories' },
    payer: { url: gate.url, ...account },
    logPath: join(folder, 'logs', 'server.log'),
  }
}

interface ServerProcess {
  readonly child: ChildProcess
  readonly address: string
  readonly setUpToken: string
}

const spawnServer = async (folder: string, given: ProcessStart): Promise<ServerProcess> => {
  const path = join(folder, 'start.json')
  writeFileSync(path, JSON.stringify(given), { mode: 0o600 })
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve-process.ts'), path], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let [said, complained] = ['', '']
  child.stderr.on('data', (piece: Buffer) => (complained += piece.toString()))
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString()
      if (said.endsWith('\n')) resolve({ child, ...(JSON.parse(said) as Omit<ServerProcess, 'child'>) })
    })
    child.once('close', () => reject(new Error(`the server did not serve: ${complained}`)))
  })
}

const payerOptions = (folder: string) => {
  const { planRules, state } = example.payer
  return {
    stateFolder: join(folder, 'state'),
    accounts: [account],
    plans: [state === undefined ? { planRules } : { planRules, state }],
    clock: morning,
    seed: 'killed',
  }
}

const parentOf = (pid: string): number => {
  try {
    // The name of the program stands in brackets and may hold anything; the parent is the second word after it.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1])
  } catch {
    return 0
  }
}

/** All processes of a postmaster, itself last and held until then, so that it cannot clear up after the others. */
const killPostgres = (postmaster: number): void => {
  process.kill(postmaster, 'SIGSTOP')
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === postmaster)
  for (const pid of [...children.map(Number), postmaster]) process.kill(pid, 'SIGKILL')
}

const killChild = async (child: ChildProcess): Promise<void> => {
  const closed = once(child, 'close')
  child.kill('SIGKILL')
  await closed
}

const connected = async (postgres: Postgres): Promise<pg.Client> => {
  for (;;) {
    const client = new pg.Client(pgSettings(postgres.administrator('golden_thread')))
    client.on('error', () => undefined)
    try {
      await client.connect()
      return client
    } catch {
      // It is on its way up.
      await wait(20)
    }
  }
}

/** Opens the house. What it kills it leaves as it lies; `raise` brings it back over what is on the disk. */
export const openHouse = async (more: Pick<ServerStart, 'pagesFolder'> = {}): Promise<House> => {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'golden-thread-crash-')))
  chmodSync(parent, 0o711)
  const [folder, payerFolder] = [join(parent, 'data'), join(parent, 'payer')]
  mkdirSync(payerFolder)
  const postgres = await startPostgres({ folder, log: () => undefined })
  const beginPayer = (): Promise<RunningPayer> =>
    spawnPayer(payerFolder, payerOptions(payerFolder), ['--with-parent'])
  let payer = await beginPayer()
  const gate = await openTollGate(() => payer.url)
  const clock: StoryClock = { story: morning, machine: Date.now(), pace }
  const start = { ...startOf(folder, postgres, gate), ...more }
  const beginServer = (): Promise<ServerProcess> => spawnServer(parent, { start, clock })
  let server = await beginServer()

  const kill = {
    server: () => killChild(server.child),
    payer: () => killChild(payer.child),
    database: async () => killPostgres(postgres.pid()),
  }
  const raise = {
    server: async () => {
      server = await beginServer()
    },
    payer: async () => {
      payer = await beginPayer()
    },
    // Its supervisor has seen it end and starts it again.
    database: async () => (await connected(postgres)).end(),
  }
  return {
    gate,
    start,
    address: () => server.address,
    setUpToken: () => server.setUpToken,
    payerUrl: () => payer.url,
    freezePayer: () => payer.child.kill('SIGSTOP'),
    kill: (which) => kill[which](),
    raise: (which) => raise[which](),
    look: () => connected(postgres),
    close: async () => {
      await killChild(server.child)
      await gate.close()
      await killChild(payer.child)
      await postgres.stop()
      rmSync(parent, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}
