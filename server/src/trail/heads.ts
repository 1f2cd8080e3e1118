// Heads of the trail, kept outside the database and signed with a key it does not have.
import {
  type KeyObject,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalJson } from '@goldenthread/core/values/canonical-json.ts'
import type { Instant } from '@goldenthread/core/values/day.ts'
import type { Log } from '../log.ts'
import { isUuid } from '../ids.ts'
import type { TrailHead } from './store.ts'

export interface Heads {
  /** A unit of work was committed with this head. Written out shortly; the newest of several is enough. */
  readonly note: (practiceId: string, head: TrailHead) => void
  /** Writes what waits. */
  readonly flush: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface SignedHead extends TrailHead {
  readonly signature: string
}

const signedText = (practiceId: string, { number, hash, at }: TrailHead): Buffer =>
  Buffer.from(canonicalJson({ schema: 'golden-thread/head/1', practiceId, number, hash, at }))

const keyFile = 'trail-heads.pem'

/** The key of the heads as it stands in `secrets/`; null where there is none. */
export const knownHeadKey = (secretsFolder: string): KeyObject | null => {
  const path = join(secretsFolder, keyFile)
  return existsSync(path) ? createPrivateKey(readFileSync(path)) : null
}

/** The same, made there (0600) when there is none. */
export const headKey = (secretsFolder: string): KeyObject => {
  const known = knownHeadKey(secretsFolder)
  if (known !== null) return known
  const path = join(secretsFolder, keyFile)
  mkdirSync(secretsFolder, { recursive: true, mode: 0o700 })
  const { privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  return privateKey
}

const fileOf = (folder: string, practiceId: string): string => {
  if (!isUuid(practiceId)) throw new RangeError('a practice is named by its uuid')
  return join(folder, `${practiceId}.jsonl`)
}

/** How long a head may wait for a newer one, in milliseconds. */
const pause = 200

/** Heads appended to `<folder>/<practice>.jsonl`, each a line of number, hash, time and signature. */
export const openHeads = (folder: string, key: KeyObject, log: Log): Heads => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const waiting = new Map<string, TrailHead>()
  const written = new Map<string, number>()
  let timer: NodeJS.Timeout | null = null
  let writing: Promise<void> = Promise.resolve()

  const write = async (): Promise<void> => {
    const due = [...waiting]
    waiting.clear()
    for (const [practiceId, head] of due) {
      const line: SignedHead = {
        ...head,
        signature: sign(null, signedText(practiceId, head), key).toString('base64'),
      }
      try {
        await appendFile(fileOf(folder, practiceId), `${JSON.stringify(line)}\n`, { mode: 0o600 })
        written.set(practiceId, head.number)
      } catch (fault) {
        log.error({ err: fault, practiceId }, 'a head of the trail could not be written')
        if ((waiting.get(practiceId)?.number ?? 0) < head.number) waiting.set(practiceId, head)
      }
    }
  }
  const flush = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    writing = writing.then(write)
    return writing
  }
  return {
    note: (practiceId, head) => {
      const known = Math.max(waiting.get(practiceId)?.number ?? 0, written.get(practiceId) ?? 0)
      // Commits may be told out of order; an older head says nothing that the newer one does not.
      if (head.number <= known) return
      waiting.set(practiceId, head)
      timer ??= setTimeout(() => void flush(), pause).unref()
    },
    flush,
    close: flush,
  }
}

export interface HeadsRead {
  readonly heads: readonly SignedHead[]
  /** Lines, from 1, that are not a head or bear a signature that is not ours. */
  readonly forged: readonly number[]
}

const readLine = (line: string): SignedHead | null => {
  try {
    const { number, hash, at, signature } = JSON.parse(line) as SignedHead
    const whole =
      Number.isSafeInteger(number) && [hash, at, signature].every((each) => typeof each === 'string')
    return whole ? { number, hash, at: at as Instant, signature } : null
  } catch {
    return null
  }
}

/** Reads the heads of a practice and proves each signature. A last line that was cut by a crash is left out. */
export const readHeads = async (folder: string, practiceId: string, key: KeyObject): Promise<HeadsRead> => {
  const path = fileOf(folder, practiceId)
  if (!existsSync(path)) return { heads: [], forged: [] }
  const text = await readFile(path, 'utf8')
  const lines = text.split('\n').slice(0, -1)
  const known = createPublicKey(key)
  const read = lines.map((line, index) => {
    const head = readLine(line)
    const ours =
      head !== null &&
      verify(null, signedText(practiceId, head), known, Buffer.from(head.signature, 'base64'))
    return { number: index + 1, head: ours ? head : null }
  })
  return {
    heads: read.flatMap(({ head }) => (head === null ? [] : [head])),
    forged: read.flatMap(({ number, head }) => (head === null ? [number] : [])),
  }
}
