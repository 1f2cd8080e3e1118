// `npm run bench:file`: how many sessions a second are confirmed, signed and filed, beside the same rows by plain SQL.
// `npm run bench:file -- 2000` files 2000; usual are 720, of which a ninth warms up. PostgreSQL is the embedded one with its usual care for each commit.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setUp, demand, textOf } from '../../../cli/src/seed/asking.ts'
import { startPostgres } from '../../../cli/src/serve/postgres/postgres.ts'
import { addDays, day, instant } from '@goldenthread/core/values/day.ts'
import { readSettings } from '@goldenthread/server/config.ts'
import { systemClock } from '@goldenthread/server/clock.ts'
import { inPractice } from '@goldenthread/server/database/in-practice.ts'
import { migrate } from '@goldenthread/server/database/migrate.ts'
import { prepareOwnServer } from '@goldenthread/server/database/prepare-database.ts'
import type { PersonActor } from '@goldenthread/server/database/tx.ts'
import { makeLog } from '@goldenthread/server/log.ts'
import { type Office, openOffice } from '@goldenthread/server/start-server.ts'
import { type Treatment, planSession } from './held-session.ts'
import { type PlannedSession, measureFiling } from './measure-filing.ts'
import { contract, coverage, payer, people, practice } from './invented.ts'

const count = Number(process.argv[2] ?? 720)
const lanes = 4
const rounds = 9
/** Days on which each client is seen, all inside the editions of the facts. */
const daysEach = 30
const last = day('2026-03-09')
const passwords = { owner: 'owner-of-the-bench', login: 'login-of-the-bench' }

/** One clinician of a new practice, signed in, and the clients they treat. */
const beginTreatments = async (office: Office, clients: number) => {
  const owner = { email: 'owner@bench.example', name: 'Odette Marsh' }
  const { practiceId, setUpToken } = await office.createPractice({ ...practice, owner })
  const asOwner = await setUp(office.app, setUpToken ?? '', 'a password of the bench')
  const providerId = textOf(
    await demand(asOwner, 'POST', '/api/people/providers', { provider: people.provider }),
    'id',
  )
  const member = {
    email: 'clinician@bench.example',
    name: 'Imogen Harrowgate',
    role: 'clinician',
    providerId,
  }
  const token = textOf(await demand(asOwner, 'POST', '/api/people/members', member), 'token')
  const me = await demand(await setUp(office.app, token, 'a password of the bench'), 'GET', '/api/people/me')
  const actor: PersonActor = {
    kind: 'person',
    personId: textOf(me, 'personId'),
    role: 'clinician',
    providerId,
  }
  const payerId = textOf(await demand(asOwner, 'POST', '/api/coverage/payers', payer), 'id')
  await demand(asOwner, 'POST', `/api/coverage/payers/${payerId}/contracts`, contract)
  const treatments: Treatment[] = []
  for (let at = 0; at < clients; at += 1) {
    const clientId = textOf(
      await demand(asOwner, 'POST', '/api/people/clients', { client: people.client }),
      'id',
    )
    const url = `/api/coverage/clients/${clientId}/coverages`
    const terms = { ...coverage, payerId, memberNumber: `LKM${100_000 + at}` }
    const coverageId = textOf(await demand(asOwner, 'POST', url, terms), 'id')
    const { services } = office
    const work: Treatment['work'] = (act, run) => inPractice(services, { practiceId, actor, act }, run)
    treatments.push({ services, practiceId, work, providerId, clientId, coverageId })
  }
  return { practiceId, treatments }
}

const plan = async (treatments: readonly Treatment[]): Promise<readonly PlannedSession[]> => {
  const sessions: PlannedSession[] = []
  for (let at = 0; at < count; at += 1) {
    const treatment = treatments[at % treatments.length]
    if (treatment === undefined) throw new Error('there is nobody to treat')
    const back = Math.floor(at / treatments.length)
    sessions.push({ treatment, session: await planSession(treatment, addDays(last, -back)) })
  }
  return sessions
}

const run = async (folder: string): Promise<number> => {
  const postgres = await startPostgres({ folder, log: () => undefined })
  const administrator = postgres.administrator('postgres')
  const read = readSettings({ DATA_DIR: folder, LOG_LEVEL: 'warn' }, folder)
  if (!read.ok) throw new Error(read.says)
  const start = {
    settings: read.settings,
    administrator,
    passwords,
    payer: null,
    logPath: join(folder, 'bench.log'),
  }
  const opened = await openOffice(start, instant('2026-03-10T14:00:00Z'))
  if (!opened.ok) throw new Error(opened.says)
  const { office } = opened
  try {
    const beside = await prepareOwnServer(administrator, 'beside', passwords)
    await migrate(beside.owner, systemClock)
    const { practiceId, treatments } = await beginTreatments(office, Math.ceil(count / daysEach))
    const measured = await measureFiling({
      practiceId,
      sessions: await plan(treatments),
      rounds,
      lanes,
      acted: postgres.administrator('golden_thread'),
      beside: { administrator: postgres.administrator('beside'), login: beside.login },
      log: makeLog({ level: 'silent' }),
    })
    const { sessions, rows, acts, plain, ratio } = measured
    console.log(`${sessions} sessions, ${rows} rows, ${lanes} at a time, one practice:`)
    console.log(`  confirmed, signed and filed by the acts   ${acts.toFixed(0)} a second`)
    console.log(`  the same rows by plain SQL                ${plain.toFixed(0)} a second`)
    console.log(`  ratio                                     ${ratio.toFixed(2)} (at least 0.25)`)
    return ratio >= 0.25 ? 0 : 1
  } finally {
    await office.close()
    await postgres.stop()
  }
}

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-bench-'))
try {
  process.exitCode = await run(folder)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
