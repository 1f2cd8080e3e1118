// Starts the whole program as a person would, in processes of their own, and looks at what it left.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

export interface Started {
  readonly child: ChildProcess
  readonly address: string
  /** All it printed until now. */
  readonly said: () => string
  /** Its exit status, once it has ended. */
  readonly ended: Promise<number | null>
}

export interface Refused {
  readonly status: number | null
  readonly said: string
}

export interface StartOptions {
  readonly folder: string
  /** Usually 0, any free one. */
  readonly port?: number
  readonly command?: readonly string[]
  readonly cwd?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly account?: { readonly uid: number; readonly gid: number } | undefined
}

const usualCommand = [process.execPath, join(root, 'cli/bin/goldenthread.mjs'), 'serve', '--no-demo']

const spawnServer = (options: StartOptions) => {
  const [file = process.execPath, ...given] = options.command ?? usualCommand
  const texts = { said: '' }
  const child = spawn(file, given, {
    cwd: options.cwd ?? root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: options.folder,
      PORT: String(options.port ?? 0),
      ...options.environment,
    },
    ...options.account,
  })
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => (texts.said += bytes.toString()))
  const ended = once(child, 'close').then(([status]) => status as number | null)
  return { child, texts, ended }
}

/** Starts it and waits until it says that it serves; what it said instead is the error. */
export const startServer = async (options: StartOptions): Promise<Started> => {
  const { child, texts, ended } = spawnServer(options)
  let over = false
  void ended.then(() => (over = true))
  for (;;) {
    const address = /serves at (\S+) after/.exec(texts.said)?.[1]
    if (address !== undefined && texts.said.includes('Ctrl-C stops'))
      return { child, address, said: () => texts.said, ended }
    if (over) throw new Error(`it did not serve: ${texts.said}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Starts what is to be refused; what it said and its exit status. */
export const startRefused = async (options: StartOptions): Promise<Refused> => {
  const { texts, ended } = spawnServer(options)
  return { status: await ended, said: texts.said }
}

/** What Ctrl-C at a terminal does: the whole group in the foreground hears it, and npm, where it is in it, tells it again. */
export const pressControlC = async ({ child, ended }: Started): Promise<number | null> => {
  if (child.pid === undefined) throw new Error('it never ran')
  process.kill(-child.pid, 'SIGINT')
  child.kill('SIGINT')
  return ended
}

/** A kill -9 of the whole group in the foreground, as by a lack of memory or a closed machine. */
export const killHard = async ({ child, ended }: Started): Promise<void> => {
  if (child.pid === undefined) throw new Error('it never ran')
  process.kill(-child.pid, 'SIGKILL')
  await ended
}

/** Starts it and kills it hard after so many milliseconds, however far it has come. */
export const killAfter = async (options: StartOptions, milliseconds: number): Promise<void> => {
  const { child, ended } = spawnServer(options)
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
  if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  await ended
}

const readOrNothing = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** The numbers of all living processes that were started with this folder's name. */
export const processesOf = (folder: string): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && readOrNothing(join('/proc', name, 'cmdline')).includes(folder))
    .map(Number)

export const untilNone = async (folder: string): Promise<readonly number[]> => {
  for (let tried = 0; tried < 200 && processesOf(folder).length > 0; tried += 1)
    await new Promise((resolve) => setTimeout(resolve, 25))
  return processesOf(folder)
}

export const postmasterOf = (folder: string): number =>
  Number(readFileSync(join(folder, 'pg-18/postmaster.pid'), 'utf8').split('\n')[0])

/** A folder for one test, ended and gone when `use` is done: nothing a failed test started lives on. */
export const inDataFolder = async (use: (folder: string) => Promise<void>): Promise<void> => {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'golden-thread-serve-')))
  // PostgreSQL's account has to pass through where root is the one who tests.
  chmodSync(parent, 0o711)
  try {
    await use(join(parent, 'data'))
  } finally {
    for (const number of processesOf(parent)) process.kill(number, 'SIGTERM')
    rmSync(parent, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

/** A port that another program has for as long as `use` takes. */
export const withTakenPort = async (use: (port: number) => Promise<void>): Promise<void> => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  if (address === null || typeof address === 'string') throw new Error('the other program has no port')
  try {
    await use(address.port)
  } finally {
    other.close()
  }
}
