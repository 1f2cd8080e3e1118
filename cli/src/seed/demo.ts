// The demo practice as `serve` knows it: its payers' plans, who signs in, and how it comes to be.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Day, type Instant, addDays } from '@goldenthread/core/values/day.ts'
import { type Office, openOffice } from '@goldenthread/server/start-server.ts'
import { keepSecret } from '../serve/secret.ts'
import type { Demo, SeedGround } from '../serve/serve-parts.ts'
import { type Ask, demand, signIn, signOut } from './asking.ts'
import { demoCalendar, weeksBack } from './calendar.ts'
import { demoClients } from './clients.ts'
import { makeDice } from './dice.ts'
import { enterPractice, everybody } from './enter-practice.ts'
import { dayAt, liveThrough, momentOf } from './live-through.ts'
import { demoPlans } from './plans.ts'
import { type DemoPerson, biller, clinicians, owner } from './staff.ts'

const sha256 = (utf8: string): string => createHash('sha256').update(utf8).digest('hex')

/** When the demo of a folder was begun, and what its dice fall by: kept, so that one broken off goes on as the same. */
export interface Beginning {
  readonly now: Instant
  readonly seed: string
}

const beginningOf = (folder: string): Beginning => {
  const path = join(folder, 'demo.json')
  if (!existsSync(path)) {
    const now = `${new Date().toISOString().slice(0, 19)}Z`
    writeFileSync(path, `${JSON.stringify({ now, seed: 'fernbrook' })}\n`, { mode: 0o600 })
  }
  return JSON.parse(readFileSync(path, 'utf8')) as Beginning
}

const castOf = ({ now, seed }: Beginning) => {
  const dice = makeDice(seed, sha256)
  const today = dayAt(now)
  const clients = demoClients(today, dice)
  return { today, clients, calendar: demoCalendar(clients, today, dice) }
}

const startOf = (today: Day): Instant => momentOf(addDays(today, -7 * weeksBack - 3), '09:00:00')

/** The payer's process goes by a clock of its own, which moves along and is then let go. */
const payerMover =
  (url: string | null) =>
  async (now: Instant | 'real'): Promise<void> => {
    if (url === null) return
    const headers = { 'content-type': 'application/json' }
    const moved = await fetch(`${url}/control/clock`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ now }),
    })
    // 409: it stands later already, since these weeks were lived before and broken off.
    if (moved.status !== 200 && moved.status !== 409)
      throw new Error('the stand-in payer does not move its clock')
  }

const doneSetting = '/api/practice/settings/demo.done'

const isDone = async (ask: Ask): Promise<boolean> => (await demand(ask, 'GET', doneSetting))['version'] !== 0

/** What seeding is given, however it is started. */
export interface ToSeed {
  readonly office: Office
  readonly beginning: Beginning
  readonly passwordOf: (person: DemoPerson) => string
  readonly payerUrl: string | null
  readonly say: (sentence: string) => void
  readonly isHalted: () => boolean
}

/** Tells every tenth part of the way, in per cent. */
const tell = (say: (sentence: string) => void) => {
  let told = 0
  return (lived: number, of: number): void => {
    const tenth = Math.floor((lived * 10) / of)
    if (tenth <= told) return
    told = tenth
    say(`The invented practice: ${tenth * 10} per cent of its twelve weeks are there.`)
  }
}

/** Makes the practice and lives through its weeks, unless that was done; true when it is whole. */
export const seedPractice = async (given: ToSeed): Promise<boolean> => {
  const { office, beginning, passwordOf, payerUrl, say, isHalted } = given
  const { app, clock } = office
  const known = await signIn(app, owner.email, passwordOf(owner))
  if (known !== null && (await isDone(known))) {
    await signOut(known)
    return true
  }
  say(
    'The invented practice is being made, which takes about a minute. Until it is whole, Today shows little or nothing.',
  )
  const { today, clients, calendar } = castOf(beginning)
  clock.moveTo(startOf(today))
  const movePayer = payerMover(payerUrl)
  const entered = await enterPractice({ office, owner: known, today, passwordOf, clients })
  say(
    'The invented practice: people, payers and clients are entered; now its weeks are lived through, the present day last.',
  )
  const { now } = beginning
  const whole = await liveThrough({
    office,
    entered,
    calendar,
    today,
    now,
    movePayer,
    progress: tell(say),
    isHalted,
  })
  if (whole) {
    await movePayer('real')
    // From now on people act: a filed claim waits so long to be taken back, and the page shows how.
    const { version } = await demand(entered.asOwner, 'GET', undoSetting)
    if (version === 0) await demand(entered.asOwner, 'PUT', undoSetting, { value: 60, version })
    await demand(entered.asOwner, 'PUT', doneSetting, { value: { now }, version: 0 })
  }
  for (const ask of everybody(entered)) await signOut(ask)
  if (!whole) return false
  say(`The invented practice is whole: ${clients.length} clients, ${calendar.length} sessions.`)
  return true
}

const undoSetting = '/api/practice/settings/claim.undo-seconds'

const passwordIn =
  (folder: string) =>
  ({ email }: DemoPerson): string =>
    keepSecret(folder, `demo-${email.split('@')[0] ?? email}`)

const seed = async ({ start, server, say, halt }: SeedGround): Promise<void> => {
  const { dataFolder: folder } = start.settings
  const beginning = beginningOf(folder)
  const opened = await openOffice(start, beginning.now)
  if (!opened.ok) throw new Error(opened.says)
  const resume = await server.pauseSweep()
  try {
    await seedPractice({
      office: opened.office,
      beginning,
      passwordOf: passwordIn(folder),
      payerUrl: start.payer?.url ?? null,
      say,
      isHalted: () => halt.aborted,
    })
  } finally {
    resume()
    await opened.office.close()
  }
}

/** The demo practice. Everything of it goes in by the server's own routes. */
export const demo: Demo = {
  payerSettings: (folder, account) => {
    const beginning = beginningOf(folder)
    const { today, clients } = castOf(beginning)
    return {
      accounts: [account],
      plans: demoPlans(clients, today),
      clock: startOf(today),
      seed: beginning.seed,
    }
  },
  signIns: (folder) => {
    const told = [owner, biller, ...clinicians]
    return told.map((person) => ({
      role: `${person.role}, ${person.name}`,
      email: person.email,
      password: passwordIn(folder)(person),
    }))
  },
  seed,
}
