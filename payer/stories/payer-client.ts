// What the tests of the payer's process talk to it with: settings, a sender's envelopes, and a child process to kill.
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { instant } from '@goldenthread/core/values/day.ts'
import type { PlanRules } from '../src/answer/plan.ts'
import type { Behaviour } from '../src/behaviour.ts'
import type { LogValue } from '../src/log.ts'
import { type ServedPayer, servePayer } from '../src/serve.ts'
import type { PayerOptions } from '../src/settings.ts'
import { books, bytesOf, plan } from './claim-file.ts'

export const account = { userName: 'alder-row', password: 'a long password of the demo' }

/** Settings for one payer in a folder, on a given clock. */
export const settingsIn = (
  folder: string,
  behaviour: Behaviour = {},
  changes: Partial<PayerOptions> = {},
  rules: PlanRules = plan(),
): PayerOptions => ({
  stateFolder: path.join(folder, 'state'),
  accounts: [account],
  plans: [{ planRules: rules, state: books, behaviour }],
  clock: instant('2026-03-11T12:02:00Z'),
  seed: 'stories',
  pollMilliseconds: 20,
  ...changes,
})

export interface LogLine {
  readonly event: string
  readonly [key: string]: LogValue
}

/** A folder for one test, gone when `use` is done. */
export const inFolder = async <T>(use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'golden-thread-payer-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A payer in this process, closed when `use` is done. */
export const withPayer = async <T>(
  options: PayerOptions,
  use: (payer: ServedPayer, log: readonly LogLine[]) => Promise<T>,
): Promise<T> => {
  const lines: LogLine[] = []
  const payer = await servePayer(options, {
    log: (event, values = {}) => lines.push({ event, ...values }),
  })
  try {
    return await use(payer, lines)
  } finally {
    await payer.close()
  }
}

/** Fields of an envelope; one set to null is left out. */
export type Fields = Readonly<Record<string, string | Blob | null>>

const sha1 = (bytes: Uint8Array): string => createHash('sha1').update(bytes).digest('hex')

/** What every envelope of the practice says. */
export const usualFields = (): Fields => ({
  ProcessingMode: 'Batch',
  PayloadID: randomUUID(),
  TimeStamp: '2026-03-11T12:02:00Z',
  UserName: account.userName,
  Password: account.password,
  SenderID: 'ALDERROW',
  ReceiverID: 'LARKMOOR',
  CORERuleVersion: '2.2.0',
})

/** A batch of claims in its envelope. */
export const batchFields = (text: string): Fields => {
  const bytes = bytesOf(text)
  return {
    ...usualFields(),
    PayloadType: 'X12_837_Request_005010X222A1',
    PayloadLength: String(bytes.length),
    CheckSum: sha1(bytes),
    Payload: new Blob([new Uint8Array(bytes)]),
  }
}

export interface Replied {
  readonly status: number
  readonly type: string
  readonly id: string
  readonly code: string
  readonly name: string
  readonly text: string
}

const readReply = async (response: Response): Promise<Replied> => {
  const form = await response.formData()
  const text = (name: string): string => String(form.get(name) ?? '')
  const payload = form.get('Payload')
  const file = payload instanceof File ? payload : null
  const bytes = new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0))
  if (file !== null && (sha1(bytes) !== text('CheckSum') || String(bytes.length) !== text('PayloadLength')))
    throw new Error('the payer handed out a file that is not what its envelope says')
  return {
    status: response.status,
    type: text('PayloadType'),
    id: text('PayloadID'),
    code: text('ErrorCode'),
    name: file?.name ?? '',
    text: new TextDecoder().decode(bytes),
  }
}

/** Posts an envelope. */
export const post = async (url: string, fields: Fields): Promise<Replied> => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.set(name, value)
    else if (value !== null) form.set(name, value, 'claims.837')
  }
  return readReply(await fetch(url, { method: 'POST', body: form }))
}

export const submit = (url: string, text: string): Promise<Replied> => post(url, batchFields(text))

export const pickUp = (url: string, changes: Fields = {}): Promise<Replied> =>
  post(url, { ...usualFields(), PayloadType: 'GenericBatchRetrievalRequest', ...changes })

export const confirm = (url: string, id: string, changes: Fields = {}): Promise<Replied> =>
  post(url, { ...usualFields(), PayloadType: 'X12_BatchReceiptConfirmation', PayloadID: id, ...changes })

/** Picks up and confirms until nothing is due. */
export const pickUpAll = async (url: string): Promise<readonly Replied[]> => {
  const found: Replied[] = []
  for (;;) {
    const next = await pickUp(url)
    if (next.name === '') return found
    found.push(next)
    await confirm(url, next.id)
  }
}

export const moveClock = (url: string, now: string): Promise<Response> =>
  fetch(`${url}/control/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now }),
  })

export const ask = async <T>(url: string, call: string): Promise<T> =>
  (await (await fetch(`${url}${call}`)).json()) as T

/** The kind of an answer by its name: `ta1`, `999`, `277ca`, `835`, with `-again` when it came twice. */
export const kindOf = ({ name }: { readonly name: string }): string => name.replace(/^\w+-\d{9}-|\.x12$/g, '')

/** The segments of an answer that begin with one of these ids. */
export const segmentsIn = (text: string, ...ids: readonly string[]): readonly string[] =>
  text.split('~').filter((segment) => ids.includes(segment.split('*')[0] ?? ''))

export interface RunningPayer {
  readonly url: string
  readonly output: () => string
  readonly child: ChildProcess
  /** Resolves with the exit code or the signal when the process is gone. */
  readonly gone: Promise<number | string>
}

/** A payer's process that was begun and may not listen yet. */
export interface LaunchedPayer extends Omit<RunningPayer, 'url'> {
  /** Resolves when it listens; rejects with what it said when it ends before. */
  readonly listening: Promise<RunningPayer>
}

/** Begins a payer in a process of its own, from its settings in a file. */
export const launchPayer = (
  folder: string,
  options: PayerOptions,
  flags: readonly string[] = [],
): LaunchedPayer => {
  const settings = path.join(folder, 'settings.json')
  writeFileSync(settings, JSON.stringify(options))
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
  const child = spawn(process.execPath, [main, settings, ...flags], { stdio: ['pipe', 'pipe', 'pipe'] })
  let [printed, errors] = ['', '']
  const output = (): string => printed
  child.stderr.on('data', (piece: Buffer) => (errors += piece.toString()))
  const gone = new Promise<number | string>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal ?? ''))
  })
  const listening = new Promise<RunningPayer>((resolve, reject) => {
    child.stdout.on('data', (piece: Buffer) => {
      printed += piece.toString()
      const url = /"event":"listening","url":"([^"]+)"/.exec(printed)?.[1]
      if (url !== undefined) resolve({ url, output, child, gone })
    })
    void gone.then(() => reject(new Error(errors.trim() || `the payer ended: ${printed}`)))
  })
  return { output, child, gone, listening }
}

/** The same, when it listens. */
export const spawnPayer = (...given: Parameters<typeof launchPayer>): Promise<RunningPayer> =>
  launchPayer(...given).listening
