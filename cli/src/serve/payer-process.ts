// The stand-in payer in a process of its own: started, brought back at the same port, stopped.
import { type ChildProcess, spawn } from 'node:child_process'
import {
  appendFileSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { keepRunning } from './keep-running.ts'
import { surroundings } from './postgres/run-binary.ts'
import { refusalOf, refuseStart } from './refuse-start.ts'

/** What the payer is started with; the words are those of payer/src/settings.ts. */
export type PayerSettings = Readonly<Record<string, unknown>>

export interface PayerProcess {
  /** Where it takes files, `http://127.0.0.1:…`. */
  readonly url: () => string
  readonly pid: () => number
  readonly stop: () => Promise<void>
}

interface Running {
  readonly child: ChildProcess
  readonly url: string
}

const payerProgram = (): string => createRequire(import.meta.url).resolve('@goldenthread/payer/main.ts')

interface Place {
  readonly settingsPath: string
  readonly logPath: string
}

/** The address in a line of its log, if this is the line that tells it. */
const addressIn = (line: string): string | null => {
  try {
    const { event, url } = JSON.parse(line)
    return event === 'listening' && typeof url === 'string' ? url : null
  } catch {
    return null
  }
}

/**
 * Why a payer that ended at once did so: what was written since it began. Another payer that is still ending writes
 * to the same log, so the refusal is looked for before the last line is taken.
 */
const whyNot = (path: string, from: number): string => {
  const lines = readFileSync(path).subarray(from).toString('utf8').trimEnd().split('\n')
  return lines.find((line) => line.includes('is held by process')) ?? lines.at(-1) ?? ''
}

const spawnPayer = ({ settingsPath, logPath }: Place): ChildProcess => {
  const complaints = openSync(logPath, 'a', 0o600)
  // A group of its own, so that Ctrl-C reaches it in its turn; an end of its input when we die, so that it is never
  // left behind.
  const child = spawn(process.execPath, [payerProgram(), settingsPath, '--with-parent'], {
    cwd: tmpdir(),
    env: surroundings(),
    detached: true,
    stdio: ['pipe', 'pipe', complaints],
  })
  closeSync(complaints)
  return child
}

const startPayerProcess = (place: Place): Promise<Running> =>
  new Promise((resolve, reject) => {
    const from = existsSync(place.logPath) ? statSync(place.logPath).size : 0
    const child = spawnPayer(place)
    child.stdin?.on('error', () => undefined)
    child.once('error', reject)
    child.once('exit', () => {
      try {
        refuseStart(`The stand-in payer did not start: ${whyNot(place.logPath, from)}`)
      } catch (refused) {
        reject(refused)
      }
    })
    if (child.stdout === null) throw new Error('the payer was spawned without an output to read')
    createInterface({ input: child.stdout }).on('line', (line) => {
      appendFileSync(place.logPath, `${line}\n`)
      const url = addressIn(line)
      if (url !== null) resolve({ child, url })
    })
  })

const hasEnded = ({ child }: Running): boolean => child.exitCode !== null || child.signalCode !== null

const ended = (running: Running): Promise<void> =>
  new Promise((resolve) => {
    if (hasEnded(running)) resolve()
    else running.child.once('exit', () => resolve())
  })

/** How long it may take to end what it is writing, in milliseconds. */
const patience = 5_000

const end = async (running: Running): Promise<void> => {
  if (hasEnded(running)) return
  const late = setTimeout(() => running.child.kill('SIGKILL'), patience)
  running.child.kill('SIGTERM')
  await ended(running)
  clearTimeout(late)
}

// The payer of a start that was killed ends by itself, but may still be writing its last answer.
const startFirst = async (place: Place): Promise<Running> => {
  const until = performance.now() + patience
  for (;;) {
    try {
      return await startPayerProcess(place)
    } catch (fault) {
      if (performance.now() > until || !refusalOf(fault)?.includes('is held by process')) throw fault
      await wait(200)
    }
  }
}

/**
 * Starts the stand-in payer of a data folder; its journal and settings stand in `payer/`, what it logs in
 * `logs/payer.log`. When it ends by itself it is brought back at the port it had, since the server knows that one.
 */
export const startPayer = async (
  folder: string,
  settings: PayerSettings,
  log: (sentence: string) => void,
): Promise<PayerProcess> => {
  const place: Place = {
    settingsPath: join(folder, 'payer', 'settings.json'),
    logPath: join(folder, 'logs', 'payer.log'),
  }
  const stateFolder = join(folder, 'payer', 'state')
  const write = (port: number): void =>
    writeFileSync(
      place.settingsPath,
      `${JSON.stringify({ ...settings, stateFolder, host: '127.0.0.1', port })}\n`,
      {
        mode: 0o600,
      },
    )
  write(0)
  const first = await startFirst(place)
  write(Number(new URL(first.url).port))
  const kept = keepRunning({
    name: 'The stand-in payer',
    first,
    ended,
    again: () => startPayerProcess(place),
    log,
  })
  return {
    url: () => kept.now().url,
    pid: () => kept.now().child.pid ?? -1,
    stop: () => kept.stop(end),
  }
}
