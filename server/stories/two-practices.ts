// Two practices on one server, one of which bills and is answered: what is proved of strangers begins with them.
import { parseNpi } from '@goldenthread/core/values/npi.ts'
import { type Day, addDays, day } from '@goldenthread/core/values/day.ts'
import type { Clearinghouse } from '../src/clearinghouse/clearinghouse.ts'
import type { Role } from '../src/database/tx.ts'
import {
  type BillingPractice,
  type StandingPayer,
  openBilling,
  openPayer,
  overHttp,
  sweep,
} from './billed-sessions.ts'
import { inventedCoverage } from './invented.ts'
import { type Sittings, sittingsOf } from './sittings.ts'
import { type Asked, type Signed, type TestServer, makeTestServer, ours } from './test-server.ts'

/** A practice with somebody of each role, and how its sessions are held. */
export interface Side extends BillingPractice, Readonly<Record<Role, Signed>> {
  readonly at: Sittings
  /** A day on which nothing has been held yet. */
  readonly freshDay: () => Day
  /** A number that has not been given yet. */
  readonly fresh: () => number
}

export interface TwoPractices {
  readonly server: TestServer
  readonly payer: StandingPayer
  /** Bills: one claim was paid, one rejected; what it sends from now on is taken and never answered. */
  readonly one: Side
  readonly other: Side
  readonly paidClaimId: string
  readonly rejectedClaimId: string
  readonly close: () => Promise<void>
}

/** An invented provider number: begins with 2, with the check digit that fits. */
export const freshNpi = (number: number): string => {
  const stem = `2${String(number).padStart(8, '0')}`
  const found = [...'0123456789'].map((digit) => `${stem}${digit}`).find((npi) => parseNpi(npi) !== null)
  if (found === undefined) throw new Error('one of ten digits fits')
  return found
}

const openSide = async (server: TestServer): Promise<Side> => {
  const practice = await openBilling(server)
  const biller = await server.join(practice.owner, 'biller')
  let back = 0
  let number = 0
  const freshDay = (): Day => {
    back += 1
    return addDays(day('2026-03-10'), -back)
  }
  const fresh = (): number => {
    number += 1
    return number
  }
  return { ...practice, biller, at: sittingsOf(practice), freshDay, fresh }
}

export const must = (answer: Asked, status = 201): ReturnType<Asked['json']> => {
  if (answer.status !== status) throw new Error(`answered ${answer.status}: ${answer.text}`)
  return answer.json()
}

/** Its member number is none of the payer's: what is billed by it is rejected. */
const strangeCoverage = async ({ owner, clientId, payerId }: Side): Promise<string> => {
  const body = { ...inventedCoverage(payerId), sequence: 2, memberNumber: 'LKM999000111' }
  return must(await owner.ask('POST', `/api/coverage/clients/${clientId}/coverages`, body)).id
}

const untilAnswered = async (server: TestServer, side: Side, ids: readonly string[]): Promise<void> => {
  const statusOf = async (id: string): Promise<string> =>
    (await side.owner.ask('GET', `/api/claim/claims/${id}`)).json().claim.status
  for (let tried = 0; tried < 20; tried += 1) {
    await sweep(server.services)
    const statuses = await Promise.all(ids.map(statusOf))
    if (statuses.join() === 'answered,rejected') return
  }
  throw new Error('the payer has not answered both claims')
}

export const openTwoPractices = async (): Promise<TwoPractices> => {
  const payer = await openPayer()
  const line = overHttp(() => payer.payer.url)
  let answered = true
  const clearinghouse: Clearinghouse = {
    send: (mailbox, file) => (answered ? line.send(mailbox, file) : Promise.resolve({ taken: true })),
    fetch: (mailbox) => (answered ? line.fetch(mailbox) : Promise.resolve({ reached: true, files: [] })),
    confirm: line.confirm,
  }
  const server = await makeTestServer({ services: { clearinghouse } })
  const one = await openSide(server)
  const strange = sittingsOf({ ...one, coverageId: await strangeCoverage(one) })
  const paid = (await one.at.file(one.freshDay())).answer.claim
  const rejected = (await strange.file(one.freshDay())).answer.claim
  await untilAnswered(server, one, [paid.id, rejected.id])
  answered = false
  const other = await openSide(server)
  const close = async (): Promise<void> => {
    await server.close()
    await payer.close()
  }
  return { server, payer, one, other, paidClaimId: paid.id, rejectedClaimId: rejected.id, close }
}

export type AskFn = (method: string, url: string, body?: unknown) => Promise<Asked>

/** Asks as a page of ours does, with this cookie or with none. */
export const asking =
  ({ ask }: TestServer, cookie: string | null): AskFn =>
  (method, url, body) =>
    ask({
      method: method as 'GET',
      url,
      headers: {
        ...ours,
        ...(cookie === null ? {} : { cookie }),
        ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    })

export const password = 'seven quiet lanterns'

/** Somebody new of a practice who chose a password, with the cookie they were given. */
export const somebody = async (
  { server }: Pick<TwoPractices, 'server'>,
  side: Side,
): Promise<{ readonly email: string; readonly cookie: string }> => {
  const email = `${server.services.makeId()}@practice.example`
  const member = { email, name: 'Ruth Okafor', role: 'biller' }
  const { token } = must(await side.owner.ask('POST', '/api/people/members', member))
  const entered = await asking(server, null)('POST', '/api/people/set-up', { token, password })
  must(entered, 200)
  return { email, cookie: String(entered.headers['set-cookie']).split(';')[0] ?? '' }
}
