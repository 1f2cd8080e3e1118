// The app on a database of its own, with a practice and persons who are signed in: what stories of the server begin with.
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { InjectOptions } from 'fastify'
import { shippedFacts } from '@goldenthread/core/facts/shipped/shipped.ts'
import { instant } from '@goldenthread/core/values/day.ts'
import { makeApp } from '../src/app.ts'
import { type MovedClock, movedClock } from '../src/clock.ts'
import { noClearinghouse } from '../src/clearinghouse/clearinghouse.ts'
import { secretBox } from '../src/clearinghouse/secret-box.ts'
import { type Settings, readSettings } from '../src/config.ts'
import { inPractice } from '../src/database/in-practice.ts'
import { openDatabase } from '../src/database/pool.ts'
import type { PersonActor, Role, Tx } from '../src/database/tx.ts'
import { makeIds } from '../src/ids.ts'
import { makeLog } from '../src/log.ts'
import { addMember } from '../src/people/add-member.ts'
import { insertProvider } from '../src/people/provider-store.ts'
import { beginSitting } from '../src/people/sign-in.ts'
import { findPerson } from '../src/people/sign-in-store.ts'
import { outsidePractice } from '../src/database/in-practice.ts'
import { createPractice } from '../src/practice/create-practice.ts'
import type { Services } from '../src/services.ts'
import { sha256 } from '../src/sha256.ts'
import { openHeads } from '../src/trail/heads.ts'
import { inventedPractice, inventedProvider } from './invented.ts'
import { type TestDatabase, makeTestDatabase } from './test-database.ts'

/** Somebody signed in, and how they ask. */
export interface Signed {
  readonly practiceId: string
  readonly actor: PersonActor
  readonly token: string
  readonly ask: (method: string, url: string, body?: unknown, headers?: Headers) => Promise<Asked>
  /** A unit of work in their practice, as themselves. */
  readonly work: <T>(act: string, work: (tx: Tx) => Promise<T>) => Promise<T>
}

type Headers = Readonly<Record<string, string>>

export interface Asked {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly text: string
  // What is answered is looked into by tests, which say themselves what they expect.
  readonly json: () => ReturnType<typeof JSON.parse>
}

export interface TestServer {
  readonly app: Awaited<ReturnType<typeof makeApp>>
  readonly services: Services
  readonly clock: MovedClock
  readonly database: TestDatabase
  readonly folder: string
  /** What the app has logged, line by line. */
  readonly logged: readonly string[]
  readonly ask: (options: InjectOptions) => Promise<Asked>
  /** A new practice and its owner, signed in. */
  readonly makePractice: (name?: string) => Promise<Signed>
  /** One more person of a practice, signed in; a clinician comes with a provider. */
  readonly join: (owner: Signed, role: Role, npi?: string) => Promise<Signed>
  /** The same person with a new sitting: after the clock was moved past the idle time. */
  readonly again: (signed: Signed) => Promise<Signed>
  readonly close: () => Promise<void>
}

/** What every request of a page of ours carries. */
export const ours: Headers = { origin: 'http://localhost:80', host: 'localhost:80' }

const settingsOf = (folder: string, changed: Partial<Settings>): Settings => {
  const read = readSettings({ DATA_DIR: folder, REQUESTS_PER_MINUTE: '1000000' }, folder)
  if (!read.ok) throw new Error(read.says)
  return { ...read.settings, ...changed }
}

const memoryLog = (lines: string[]) =>
  makeLog(
    { level: 'info' },
    new Writable({
      write(chunk, _encoding, done) {
        lines.push(...String(chunk).split('\n').filter(Boolean))
        done()
      },
    }),
  )

interface Given {
  readonly settings?: Partial<Settings>
  readonly services?: Partial<Services>
  /** A Tuesday morning in New York. */
  readonly at?: string
  /** Pool size. */
  readonly connections?: number
}

/** Starts it; `close` it in afterAll. */
export const makeTestServer = async (given: Given = {}): Promise<TestServer> => {
  const database = await makeTestDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-server-'))
  const clock = movedClock(instant(given.at ?? '2026-03-10T14:00:00Z'))
  const logged: string[] = []
  const log = memoryLog(logged)
  const pool = openDatabase(database.login, log, { size: given.connections ?? 10, patience: 10_000 })
  const services: Services = {
    settings: settingsOf(folder, given.settings ?? {}),
    database: pool,
    clock,
    facts: shippedFacts,
    sha256,
    makeId: makeIds(clock),
    clearinghouse: noClearinghouse,
    secrets: secretBox(randomBytes(32)),
    heads: openHeads(join(folder, 'heads'), generateKeyPairSync('ed25519').privateKey, log),
    log,
    ...given.services,
  }
  const app = await makeApp(services)
  const ask = async (options: InjectOptions): Promise<Asked> => {
    const answer = await app.inject(options)
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      json: () => answer.json(),
    }
  }
  const signed = async (practiceId: string, actor: PersonActor): Promise<Signed> => {
    const person = await outsidePractice(services, (db) => findPerson(db, actor.personId))
    if (person === null) throw new Error('nobody to sign in')
    const token = await beginSitting(services, person)
    return {
      practiceId,
      actor,
      token,
      ask: (method, url, body, headers = {}) =>
        ask({
          method: method as 'GET',
          url,
          headers: {
            ...ours,
            cookie: `golden-thread=${token}`,
            ...(method === 'GET'
              ? {}
              : { 'content-type': 'application/json', 'idempotency-key': services.makeId() }),
            ...headers,
          },
          ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
        }),
      work: (act, work) => inPractice(services, { practiceId, actor, act }, work),
    }
  }
  let made = 0
  const makePractice = async (name = 'Alder Row Counseling PLLC'): Promise<Signed> => {
    made += 1
    const { practiceId, personId } = await createPractice(services, {
      ...inventedPractice(name, made),
      owner: { email: `owner-${made}@practice.example`, name: 'Odette Marsh', passwordHash: 'none' },
    })
    return signed(practiceId, { kind: 'person', personId, role: 'owner', providerId: null })
  }
  const joinPractice = async (owner: Signed, role: Role, npi?: string): Promise<Signed> => {
    made += 1
    const number = made
    const actor = await owner.work('add-member', async (tx): Promise<PersonActor> => {
      const providerId = role === 'clinician' ? services.makeId() : null
      if (providerId !== null)
        await insertProvider(tx, {
          id: providerId,
          provider: inventedProvider(npi),
          supervisorId: null,
          active: true,
        })
      const member = {
        email: `person-${number}@practice.example`,
        name: 'Imogen Harrowgate',
        passwordHash: 'none',
        role,
        providerId,
      }
      const { personId } = await addMember(tx, services, member, tx.at)
      return { kind: 'person', personId, role, providerId }
    })
    return signed(owner.practiceId, actor)
  }
  const close = async (): Promise<void> => {
    await app.close()
    await services.heads.close()
    await pool.pool.end()
    await database.drop()
    rmSync(folder, { recursive: true, force: true })
  }
  const again = ({ practiceId, actor }: Signed): Promise<Signed> => signed(practiceId, actor)
  return {
    app,
    services,
    clock,
    database,
    folder,
    logged,
    ask,
    makePractice,
    join: joinPractice,
    again,
    close,
  }
}
