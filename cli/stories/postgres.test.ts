// The embedded PostgreSQL under our supervisor: made, adopted, brought back, silent about what was typed.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findBinaries } from '../src/serve/postgres/find-binaries.ts'
import { type Postgres, startPostgres } from '../src/serve/postgres/postgres.ts'
import { isAlive, isPostmasterOf, readPostmasterFile } from '../src/serve/postgres/postmaster.ts'
import { accountForPostgres } from '../src/serve/postgres/system-account.ts'

const isRoot = process.getuid?.() === 0

const ask = async (postgres: Postgres, sql: string): Promise<unknown> => {
  const client = new pg.Client({ ...postgres.administrator('postgres'), ssl: false })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' })
    return rows[0]?.[0]
  } finally {
    await client.end()
  }
}

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tried = 0; tried < 500; tried += 1) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('it did not come about')
}

const newFolder = (): string => realpathSync(mkdtempSync(join(tmpdir(), 'golden-thread-pg-')))

// PostgreSQL's account has to pass through, as it may through every data folder root makes.
const openFolder = (): string => {
  const folder = newFolder()
  if (isRoot) chmodSync(folder, 0o711)
  return folder
}

describe('the embedded PostgreSQL', () => {
  let made: string
  let folder: string
  let said: string[]
  let running: Postgres[]

  const start = async (given: { readonly folder?: string; readonly systemPlace?: string } = {}) => {
    const postgres = await startPostgres({ folder, log: (sentence) => said.push(sentence), ...given })
    running.push(postgres)
    return postgres
  }

  /** Starts it in a process of its own that is then killed, as a crash of the whole server is. */
  const startAndBeKilled = async (): Promise<number> => {
    const supervisor = join(import.meta.dirname, '../src/serve/postgres/postgres.ts')
    const program = `
      import { startPostgres } from ${JSON.stringify(supervisor)}
      const postgres = await startPostgres({ folder: ${JSON.stringify(folder)}, log: () => {} })
      console.log(postgres.pid())`
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    child.kill('SIGKILL')
    await once(child, 'exit')
    return Number(line.toString())
  }

  // Made once, by the product's own path; each test gets a copy.
  beforeAll(async () => {
    made = openFolder()
    await (await startPostgres({ folder: made, log: () => undefined })).stop()
  })
  afterAll(() => rmSync(made, { recursive: true, force: true }))

  beforeEach(() => {
    folder = openFolder()
    said = []
    running = []
    // With owners and modes, which PostgreSQL looks at.
    execFileSync('cp', ['-a', `${made}/.`, folder])
  })
  afterEach(async () => {
    for (const postgres of running) await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('asks for the password it made, answers on a socket of its own folder and on no port', async () => {
    const postgres = await start()
    const { host, password } = postgres.administrator('postgres')
    expect(host).toBe(join(folder, 'pg-18'))
    expect(await ask(postgres, 'SELECT 41 + 1')).toBe(42)
    expect(await ask(postgres, 'SHOW listen_addresses')).toBe('')
    expect(readFileSync(join(folder, 'secrets/postgres-administrator'), 'utf8').trim()).toBe(password)
    const wrong = new pg.Client({ ...postgres.administrator('postgres'), password: 'guessed', ssl: false })
    await expect(wrong.connect()).rejects.toThrow('password authentication failed')
  })

  test('writes to disk before it answers, in UTF-8 and in the order of code points', async () => {
    const postgres = await start()
    const names = ['fsync', 'full_page_writes', 'server_encoding', 'data_checksums', 'password_encryption']
    const values = await Promise.all(names.map((name) => ask(postgres, `SHOW ${name}`)))
    expect(values).toEqual(['on', 'on', 'UTF8', 'on', 'scram-sha-256'])
    const collation = `SELECT datcollate FROM pg_database WHERE datname = 'postgres'`
    expect(await ask(postgres, collation)).toBe('C.UTF-8')
  })

  test('runs in a folder nobody else may enter, and not as root', async () => {
    const postgres = await start()
    expect(statSync(join(folder, 'pg-18')).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'pg-18')).uid).toBe(accountForPostgres()?.uid ?? process.getuid?.())
    expect(isPostmasterOf(postgres.pid(), join(folder, 'pg-18'))).toBe(true)
  })

  test('stops at the word and takes its lock with it', async () => {
    const postgres = await start()
    const number = postgres.pid()
    await postgres.stop()
    expect([isAlive(number), existsSync(join(folder, 'pg-18/postmaster.pid'))]).toEqual([false, false])
    expect(said).toEqual([])
  })

  test('that a killed start left behind is adopted with what it knows, and stopped at the end', async () => {
    const number = await startAndBeKilled()
    expect(isAlive(number)).toBe(true)
    const postgres = await start()
    expect([postgres.adopted, postgres.pid()]).toEqual([true, number])
    expect(said).toEqual([`A PostgreSQL left by an earlier start (process ${number}) was adopted.`])
    expect(await ask(postgres, 'SELECT 1')).toBe(1)
    await postgres.stop()
    await until(() => !isPostmasterOf(number, join(folder, 'pg-18')))
  })

  test('is brought back when it is killed, with all that was committed', async () => {
    const postgres = await start()
    await ask(postgres, 'CREATE TABLE kept AS SELECT 7 AS number')
    const number = postgres.pid()
    process.kill(number, 'SIGKILL')
    await until(() => postgres.pid() !== number)
    expect(await ask(postgres, 'SELECT number FROM kept')).toBe(7)
    expect(said[0]).toBe('PostgreSQL ended by itself; it is started again in 100 ms.')
  })

  test('that was adopted and then dies is brought back too', async () => {
    const number = await startAndBeKilled()
    const postgres = await start()
    process.kill(number, 'SIGKILL')
    await until(() => postgres.pid() !== number)
    expect(await ask(postgres, 'SELECT 1')).toBe(1)
  })

  test('starts over the lock of a dead one whose number another program has by now', async () => {
    const postgres = await start()
    const lock = join(folder, 'pg-18/postmaster.pid')
    const [number, lines] = [postgres.pid(), readFileSync(lock, 'utf8').split('\n')]
    await postgres.stop()
    // As after a loss of power: the lock still stands, and its number was given again.
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      stdio: 'ignore',
      ...accountForPostgres(),
      cwd: tmpdir(),
    })
    try {
      writeFileSync(lock, [String(other.pid), ...lines.slice(1)].join('\n'), { mode: 0o600 })
      if (isRoot) chownSync(lock, 65_534, 65_534)
      const again = await start()
      expect([again.adopted, again.pid() === other.pid, again.pid() === number]).toEqual([
        false,
        false,
        false,
      ])
      expect(await ask(again, 'SELECT 1')).toBe(1)
      expect(isAlive(other.pid ?? -1)).toBe(true)
    } finally {
      other.kill('SIGKILL')
    }
  })

  test('is waited for when it was told to stop a moment before', async () => {
    const number = await startAndBeKilled()
    process.kill(number, 'SIGINT')
    // It has heard when its lock says so, or is gone already; before that it still serves, and would be adopted.
    await until(() => readPostmasterFile(join(folder, 'pg-18'))?.status !== 'ready')
    const postgres = await start()
    expect(await ask(postgres, 'SELECT 1')).toBe(1)
  })

  test('says what a person can do when its rows cannot be opened', async () => {
    rmSync(join(folder, 'secrets'), { recursive: true })
    await expect(start()).rejects.toThrow('postgres-administrator is missing')
    writeFileSync(join(folder, 'pg-18/PG_VERSION'), '17\n')
    await expect(start()).rejects.toThrow('holds rows of PostgreSQL 17 and this project brings PostgreSQL 18')
  })

  test('tells its log nothing of what was typed, whatever goes wrong with it', async () => {
    const planted = 'Quillfeather'
    const postgres = await start()
    await ask(postgres, 'CREATE TABLE client (name text PRIMARY KEY, born date)')
    const faults = [
      `INSERT INTO client VALUES ('${planted}'), ('${planted}')`,
      `SELECT '${planted}'::uuid`,
      `INSERT INTO client VALUES ('x', '${planted}')`,
      `SELECT ${planted}`,
      `DO $$ BEGIN RAISE WARNING '${planted}'; RAISE LOG 'heard'; RAISE EXCEPTION '${planted}'; END $$`,
    ]
    for (const fault of faults) await expect(ask(postgres, fault)).rejects.toThrow()
    const client = new pg.Client({ ...postgres.administrator('postgres'), ssl: false })
    await client.connect()
    await expect(client.query('SELECT $1::int', [planted])).rejects.toThrow()
    await client.end()
    const log = readFileSync(postgres.logPath, 'utf8')
    // What the server itself says does arrive, so that silence here means something.
    expect(log).toContain('heard')
    expect(log).not.toContain(planted)
  })

  test('takes its programs from a copy when their account cannot reach them or links are missing', () => {
    const account = accountForPostgres()
    const usual = findBinaries(account, join(folder, 'copies'))
    const closed = join(folder, 'closed')
    cpSync(usual.native, join(closed, 'native'), { recursive: true, verbatimSymlinks: true })
    const link = join(closed, 'native/lib/libpq.so.5')
    rmSync(link)
    const found = { native: join(closed, 'native'), version: '18.4.0' }
    // Where we may write, the link is made again where it was.
    expect(findBinaries(account, join(folder, 'copies'), found).native).toBe(found.native)
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    if (account !== null) {
      chmodSync(closed, 0o700)
      rmSync(link)
      const copied = findBinaries(account, join(folder, 'copies'), found).native
      expect(copied).toBe(join(folder, 'copies', 'postgres-18.4.0', 'native'))
      expect(lstatSync(join(copied, 'lib/libpq.so.5')).isSymbolicLink()).toBe(true)
      expect(readdirSync(join(folder, 'copies'))).toEqual(['postgres-18.4.0'])
    }
  })

  test('keeps its rows where its account can reach them when root’s own folder is closed', async () => {
    const closed = newFolder()
    const systemPlace = openFolder()
    mkdirSync(join(closed, 'data'))
    const first = await start({ folder: join(closed, 'data'), systemPlace })
    await ask(first, 'CREATE TABLE kept AS SELECT 7 AS number')
    await first.stop()
    const cluster = realpathSync(join(closed, 'data/pg-18'))
    expect(cluster.startsWith(isRoot ? systemPlace : closed)).toBe(true)
    const second = await start({ folder: join(closed, 'data'), systemPlace })
    expect(await ask(second, 'SELECT number FROM kept')).toBe(7)
    await second.stop()
    for (const each of [closed, systemPlace]) rmSync(each, { recursive: true })
  })

  test('passes through a data folder that only its owner may look into, and needs no other place', async () => {
    const closed = newFolder()
    const postgres = await start({ folder: closed })
    expect(await ask(postgres, 'SELECT 1')).toBe(1)
    await postgres.stop()
    expect(lstatSync(join(closed, 'pg-18')).isSymbolicLink()).toBe(false)
    expect(statSync(closed).mode & 0o066).toBe(0)
    rmSync(closed, { recursive: true })
  })

  test('has a folder for its socket elsewhere when its own path is too long for one', async () => {
    const deep = join(folder, 'a-rather-long-name-of-a-folder'.repeat(3), 'data')
    mkdirSync(deep, { recursive: true })
    const postgres = await start({ folder: deep })
    const { host } = postgres.administrator('postgres')
    expect(host.startsWith(deep)).toBe(false)
    expect(await ask(postgres, 'SELECT 1')).toBe(1)
    expect(readPostmasterFile(join(deep, 'pg-18'))?.pid).toBe(postgres.pid())
    await postgres.stop()
    expect(existsSync(host)).toBe(false)
  })
})
