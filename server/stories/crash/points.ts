// The points at which something is killed, each reached from outside: by a lock held, a commit kept, a message stopped.
import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from 'pg'
import type { House } from './house.ts'

/** What was laid out before the act, and how one learns that it is reached. */
export interface Armed {
  /** Resolves when what is to be killed stands at the point. */
  readonly reached: () => Promise<void>
  /** Takes away what was laid out, whoever was killed meanwhile. */
  readonly letGo: () => Promise<void>
}

export interface Point {
  readonly name: string
  readonly arm: (house: House) => Promise<Armed>
}

interface Lock {
  /** Taken in a transaction of the superuser. */
  readonly statement: string
  /** What the statement that waits for it begins with or holds. */
  readonly waiting: string
}

const locks = {
  // Locked last by every act, so that all its rows are written and nothing is committed.
  trail: { statement: 'SELECT number FROM trail_head FOR UPDATE', waiting: '%"trail_head"%for update' },
  // After the numbers were taken and the file was stored.
  batchClaims: { statement: 'LOCK TABLE batch_claim IN SHARE MODE', waiting: 'insert into "batch_claim"%' },
  batches: { statement: 'LOCK TABLE batch IN SHARE MODE', waiting: 'update "batch"%' },
  files: { statement: 'LOCK TABLE stored_file IN SHARE MODE', waiting: 'insert into "stored_file"%' },
  // After the remittance and the entries, before their lines.
  entryLines: { statement: 'LOCK TABLE entry_line IN SHARE MODE', waiting: 'insert into "entry_line"%' },
} as const satisfies Readonly<Record<string, Lock>>

const patience = 20_000

const until = async (what: string, holds: () => Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + patience; !(await holds()); await wait(10))
    if (Date.now() > end) throw new Error(`never seen: ${what}`)
}

/** The number of the process of the database in which a statement of the server waits so; null when none does. */
const waitingProcess = async (client: Client, event: string, like: string): Promise<number | null> => {
  const { rows } = await client.query<{ readonly pid: number }>(
    `SELECT pid FROM pg_stat_activity
      WHERE (wait_event_type = $1 OR wait_event = $1) AND query ILIKE $2 AND pid <> pg_backend_pid()`,
    [event, like],
  )
  return rows[0]?.pid ?? null
}

const ended = async (client: Client): Promise<void> => {
  // It may have been killed together with the database.
  await client.end().catch(() => undefined)
}

/** What never comes is an error, and not a test that waits for ever. */
const within = async (what: string, awaited: Promise<void>): Promise<void> => {
  const late = new AbortController()
  const patienceOver = wait(patience, true, { signal: late.signal }).catch(() => false)
  const over = await Promise.race([awaited.then(() => false), patienceOver])
  late.abort()
  if (over) throw new Error(`never seen: ${what}`)
}

interface LockHeld {
  /** The process that waits for it. */
  readonly seen: () => Promise<number>
  readonly release: () => Promise<void>
}

const hold = async (house: House, { statement, waiting }: Lock): Promise<LockHeld> => {
  const [holder, watcher] = [await house.look(), await house.look()]
  await holder.query('BEGIN')
  await holder.query(statement)
  return {
    seen: async () => {
      let pid: number | null = null
      await until(`a wait for ${statement}`, async () => {
        pid = await waitingProcess(watcher, 'Lock', waiting)
        return pid !== null
      })
      return pid ?? 0
    },
    release: async () => {
      await ended(holder)
      await ended(watcher)
    },
  }
}

/**
 * Keeps every commit from being told: PostgreSQL writes it to its disk and then waits for a standby that there is not.
 * Whoever is killed now has committed and does not know.
 */
const keepCommits = async (house: House): Promise<void> => {
  const client = await house.look()
  await client.query("ALTER SYSTEM SET synchronous_standby_names = 'nobody'")
  await client.query('SELECT pg_reload_conf()')
  // PostgreSQL takes the setting a moment later: a probe that was told of its commit came too soon.
  let isProbing = false
  const probe = async (): Promise<void> => {
    isProbing = true
    const one = await house.look()
    one.query("SELECT pg_logical_emit_message(true, 'probe', '')").then(
      () => {
        isProbing = false
        return ended(one)
      },
      () => undefined,
    )
  }
  await until('a commit that is kept', async () => {
    if (!isProbing) await probe()
    return (await waitingProcess(client, 'SyncRep', '%emit_message%')) !== null
  })
  await ended(client)
}

const tellCommits = async (house: House): Promise<void> => {
  const client = await house.look()
  await client.query('ALTER SYSTEM RESET synchronous_standby_names')
  await client.query('SELECT pg_reload_conf()')
  await ended(client)
}

/** Before the commit: all that the lock lets be written is, and waits. */
const beforeCommit = (name: string, lock: Lock): Point => ({
  name,
  arm: async (house) => {
    const held = await hold(house, lock)
    return { reached: async () => void (await held.seen()), letGo: held.release }
  },
})

/** After the commit: it is on the disk, and nobody was told. */
const toldNobody = async (house: House, held: LockHeld): Promise<void> => {
  const pid = await held.seen()
  await keepCommits(house)
  await held.release()
  const client = await house.look()
  await until('the commit of the act', async () => {
    const { rows } = await client.query(
      "SELECT 1 FROM pg_stat_activity WHERE pid = $1 AND wait_event = 'SyncRep'",
      [pid],
    )
    return rows.length > 0
  })
  await ended(client)
}

const afterCommit = (name: string, lock: Lock): Point => ({
  name,
  arm: async (house) => {
    const held = await hold(house, lock)
    return { reached: () => toldNobody(house, held), letGo: () => tellCommits(house) }
  },
})

const isSubmission = (text: string): boolean => text.includes('X12_837_Request_005010X222A1')
const isReceipt = (text: string): boolean => text.includes('X12_BatchReceiptConfirmation')
const isTaken = isReceipt
const isAnswer = (text: string): boolean => /X12_\w+_Response_005010X/.test(text)
const isPayment = (text: string): boolean => text.includes('X12_835_Response_005010X221A1')

/** A message on the way between the two, kept there. */
const onTheWay = (name: string, ...at: Parameters<House['gate']['holdAt']>): Point => ({
  name,
  arm: async ({ gate }) => {
    const held = gate.holdAt(...at)
    return { reached: () => within(name, held.reached), letGo: async () => held.pass() }
  },
})

/** What comes back from the payer is let through only when a lock waits for what the server does with it. */
const whenBack = (
  name: string,
  isIt: (text: string) => boolean,
  lock: Lock,
  then: 'waits' | 'commits' = 'waits',
): Point => ({
  name,
  arm: async (house) => {
    const message = house.gate.holdAt('reply', isIt)
    let lockHeld: LockHeld | null = null
    return {
      reached: async () => {
        await within(name, message.reached)
        lockHeld = await hold(house, lock)
        message.pass()
        if (then === 'commits') await toldNobody(house, lockHeld)
        else await lockHeld.seen()
      },
      letGo: async () => {
        message.pass()
        await lockHeld?.release()
        if (then === 'commits') await tellCommits(house)
      },
    }
  },
})

/** Where the server is killed, and the database likewise. */
export const points: readonly Point[] = [
  beforeCommit('before the commit of a signature', locks.trail),
  afterCommit('after the commit of a signature', locks.trail),
  onTheWay('when bytes are written and not sent', 'before', isSubmission),
  whenBack('when a file is sent and that is not recorded', isTaken, locks.batches),
  whenBack('when an answer is received and not stored', isAnswer, locks.files),
  whenBack('in the middle of posting', isPayment, locks.entryLines),
]

/** More of them, between those. */
export const pointsBetween: readonly Point[] = [
  beforeCommit('before the commit of a batch', locks.batchClaims),
  afterCommit('after the commit of a batch', locks.batchClaims),
  onTheWay('when a file is taken and nobody heard so', 'reply', isTaken),
  onTheWay('when an answer is stored and its receipt not sent', 'before', isReceipt),
  whenBack('after the commit of a posting', isPayment, locks.entryLines, 'commits'),
]

/** A payer that has a file on its way in, and reads nothing. */
const frozen: Point = {
  name: 'when it has stopped reading',
  arm: async (house) => {
    const held = house.gate.holdAt('before', isSubmission)
    return {
      reached: async () => {
        await within('a file on its way', held.reached)
        house.freezePayer()
        held.pass()
        await wait(50)
      },
      letGo: async () => held.pass(),
    }
  },
}

/** Where the payer is killed. */
export const payerPoints: readonly Point[] = [
  onTheWay('when it has half of a file', 'half', isSubmission),
  frozen,
  onTheWay('when it has taken a file and not said so', 'reply', isTaken),
  onTheWay('when an answer is handed out and did not arrive', 'reply', isAnswer),
  onTheWay('when the receipt for an answer did not arrive', 'before', isReceipt),
]
