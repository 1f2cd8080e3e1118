// An office as it is started for real, every log of it read: our own PostgreSQL with its settings, the server's log in its file, the payer in a process of its own behind a line that can be cut.
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Client } from '@goldenthread/core/people/person.ts'
import { day, instant } from '@goldenthread/core/values/day.ts'
import { type Postgres, startPostgres } from '../../cli/src/serve/postgres/postgres.ts'
import { type RunningPayer, spawnPayer } from '../../payer/stories/payer-client.ts'
import { readSettings } from '../src/config.ts'
import { pgSettings } from '../src/database/connection.ts'
import { type Office, openOffice } from '../src/start-server.ts'
import { example } from './billed-sessions.ts'
import {
  inventedContract,
  inventedCoverage,
  inventedPayer,
  inventedPractice,
  inventedProvider,
} from './invented.ts'
import { type Sittings, sittingsOf } from './sittings.ts'
import { type Asked, ours } from './test-server.ts'
import { must } from './two-practices.ts'

/** What is planted in the practice, each where its name says; none of it may be found outside of it. */
export const planted = {
  firstName: 'Zephyrine',
  lastName: 'Quatermaine',
  chosenName: 'Zephkin',
  street: 'Blackthornwick',
  city: 'Umberfold',
  memberNumber: 'ZQX772290155',
  groupNumber: 'GQX90417',
  ownPassword: 'kaleidoscope under lanterns',
  staffName: 'Bartholomea',
  email: 'privyaddress',
  noteWord: 'xylophantom',
  platform: 'Gossamerline',
  birthDate: '1971-11-23',
} as const

export const plantedClient: Client = {
  name: { first: planted.firstName, last: planted.lastName },
  chosenName: planted.chosenName,
  birthDate: day(planted.birthDate),
  sex: 'F',
  address: { street: `4 ${planted.street} Way`, city: planted.city, state: 'NY', zip: '124015512' },
}

/** How the line to the payer is: as it should be, cut, or with somebody on it who answers what was not asked. */
type Line = 'whole' | 'cut' | 'page' | 'form'

const nonsense = `<h1>${planted.firstName} ${planted.lastName}</h1>`

const strangeForm = (): FormData => {
  const form = new FormData()
  for (const name of ['PayloadType', 'ProcessingMode', 'PayloadID', 'ErrorCode', 'ErrorMessage', 'TimeStamp'])
    form.set(name, planted.lastName)
  return form
}

const openLine = async (payer: () => string) => {
  let state: Line = 'whole'
  const server: Server = createServer((request, response) => {
    const pass = async (): Promise<void> => {
      if (state === 'cut') {
        request.socket.destroy()
        return
      }
      const pieces: Buffer[] = []
      for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece)
      const type = { 'content-type': request.headers['content-type'] ?? '' }
      const answer =
        state === 'page'
          ? new Response(nonsense, { status: 500, headers: { 'content-type': 'text/html' } })
          : state === 'form'
            ? new Response(strangeForm())
            : await fetch(payer(), { method: 'POST', headers: type, body: Buffer.concat(pieces) })
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
      response.end(Buffer.from(await answer.arrayBuffer()))
    }
    void pass()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    become: (next: Line) => {
      state = next
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

export type Ask = (method: string, url: string, body?: unknown, headers?: object) => Promise<Asked>

export interface WatchedOffice {
  readonly office: Office
  readonly postgres: Postgres
  readonly payer: RunningPayer
  readonly line: Awaited<ReturnType<typeof openLine>>
  /** As the owner, the clinician, and as nobody; `raw` sends a payload as it is. */
  readonly owner: Ask
  readonly clinician: Ask
  readonly raw: (payload: string, headers?: object) => Promise<Asked>
  readonly nobody: Ask
  readonly at: Sittings
  readonly clientId: string
  readonly practiceId: string
  /** Work of the database's superuser. */
  readonly administer: <T>(work: (client: pg.Client) => Promise<T>) => Promise<T>
  readonly execute: (statement: string) => Promise<unknown>
  /** Each log as it stands now. */
  readonly logs: () => Readonly<Record<'app' | 'postgres' | 'payer', string>>
  /** The body of every problem that was answered, and the headers beside it. */
  readonly problems: readonly string[]
  readonly close: () => Promise<void>
}

const account = { userName: 'watched', password: 'a long password of the watched office' }

const payerOptions = (folder: string) => {
  const { planRules, state } = example.payer
  const { firstName, lastName, memberNumber, birthDate } = planted
  const [member] = planRules.members
  if (member === undefined) throw new Error('the example’s payer has a member')
  const known = {
    ...member,
    firstName: firstName.toUpperCase(),
    lastName: lastName.toUpperCase(),
    memberNumber,
    birthDate: day(birthDate),
  }
  return {
    stateFolder: join(folder, 'payer'),
    accounts: [account],
    plans: [
      {
        planRules: { ...planRules, members: [...planRules.members, known] },
        ...(state === undefined ? {} : { state }),
        behaviour: {},
      },
    ],
    clock: instant('2026-03-10T14:00:00Z'),
    seed: 'the watched office',
  }
}

const asker =
  ({ app }: Office, problems: string[], cookie: string | null): Ask =>
  async (method, url, body, headers = {}) => {
    const answer = await app.inject({
      method: method as 'GET',
      url,
      headers: {
        ...ours,
        ...(cookie === null ? {} : { cookie }),
        ...(method === 'GET' ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    if (answer.statusCode >= 400) problems.push(`${JSON.stringify(answer.headers)} ${answer.body}`)
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      json: () => answer.json(),
    }
  }

const enter = async (office: Office, problems: string[], token: string): Promise<Ask> => {
  const chosen = { token, password: planted.ownPassword }
  const entered = await asker(office, problems, null)('POST', '/api/people/set-up', chosen)
  must(entered, 200)
  return asker(office, problems, String(entered.headers['set-cookie']).split(';')[0] ?? '')
}

const hire = async (office: Office, problems: string[], owner: Ask) => {
  const provider = inventedProvider()
  const { id: providerId } = must(await owner('POST', '/api/people/providers', { provider }))
  const member = {
    email: `${planted.email}@practice.example`,
    name: `${planted.staffName} Crane`,
    role: 'clinician',
    providerId,
  }
  const { token } = must(await owner('POST', '/api/people/members', member))
  return { clinician: await enter(office, problems, token), providerId }
}

const insure = async (owner: Ask, providerId: string) => {
  const { id: payerId } = must(await owner('POST', '/api/coverage/payers', inventedPayer))
  must(await owner('POST', `/api/coverage/payers/${payerId}/contracts`, inventedContract))
  const { id: clientId } = must(
    await owner('POST', '/api/people/clients', { client: plantedClient, providerId }),
  )
  const { memberNumber, groupNumber } = planted
  const coverage = { ...inventedCoverage(payerId), memberNumber, groupNumber }
  const { id: coverageId } = must(
    await owner('POST', `/api/coverage/clients/${clientId}/coverages`, coverage),
  )
  return { clientId, coverageId }
}

const administrationOf = ({ administrator }: Postgres) => {
  const administer = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client(pgSettings(administrator('golden_thread')))
    client.on('error', () => undefined)
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  const execute = (statement: string): Promise<unknown> => administer((client) => client.query(statement))
  return { administer, execute }
}

/** Opens it. It is closed whole, its folder with it. */
export const openWatchedOffice = async (): Promise<WatchedOffice> => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'golden-thread-watched-')))
  for (const name of ['secrets', 'heads', 'logs', 'payer']) mkdirSync(join(folder, name))
  const postgres = await startPostgres({ folder, log: () => undefined })
  const payer = await spawnPayer(folder, payerOptions(folder), ['--with-parent'])
  const line = await openLine(() => payer.url)
  // The most talkative level there is: no level may log what a person wrote.
  const read = readSettings({ DATA_DIR: folder, LOG_LEVEL: 'trace' }, folder)
  if (!read.ok) throw new Error(read.says)
  const logPath = join(folder, 'logs', 'server.log')
  const opened = await openOffice(
    {
      settings: read.settings,
      administrator: postgres.administrator('postgres'),
      passwords: { owner: 'owner of the watched office', login: 'login of the watched office' },
      payer: { url: line.url, ...account },
      logPath,
    },
    instant('2026-03-10T14:00:00Z'),
  )
  if (!opened.ok) throw new Error(opened.says)
  const { office } = opened
  const problems: string[] = []
  const person = { email: `owner.${planted.email}@practice.example`, name: `${planted.staffName} Marsh` }
  const made = await office.createPractice({
    ...inventedPractice('Alder Row PLLC'),
    owner: person,
  })
  const owner = await enter(office, problems, made.setUpToken ?? '')
  const { clinician, providerId } = await hire(office, problems, owner)
  const { clientId, coverageId } = await insure(owner, providerId)
  const sitter = { ask: clinician, actor: { providerId } }
  return {
    office,
    postgres,
    payer,
    line,
    owner,
    clinician,
    raw: (payload, headers) => owner('POST', '/api/people/clients', payload, headers),
    nobody: asker(office, problems, null),
    at: sittingsOf({ clinician: sitter, clientId, coverageId } as unknown as Parameters<
      typeof sittingsOf
    >[0]),
    clientId,
    practiceId: made.practiceId,
    ...administrationOf(postgres),
    logs: () => ({
      app: readFileSync(logPath, 'utf8'),
      postgres: readFileSync(postgres.logPath, 'utf8'),
      payer: payer.output(),
    }),
    problems,
    close: async () => {
      await office.close()
      await line.close()
      payer.child.kill('SIGTERM')
      await payer.gone
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
