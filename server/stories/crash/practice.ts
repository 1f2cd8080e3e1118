// The practice of a house, entered through its door like any other, and the sessions it signs and files.
import { setTimeout as wait } from 'node:timers/promises'
import { type Day, addDays, day } from '@goldenthread/core/values/day.ts'
import {
  inventedClient,
  inventedContract,
  inventedCoverage,
  inventedPayer,
  inventedPractice,
  inventedProvider,
} from '../invented.ts'
import { sittingsOf } from '../sittings.ts'
import type { Asked, Signed } from '../test-server.ts'
import type { House } from './house.ts'

/** A session that was held and noted, and waits to be signed. */
export interface Written {
  readonly sessionId: string
  readonly version: number
  /** What its case shows. */
  readonly shown: string
  /** Its key: asked again under it, the same is answered. */
  readonly key: string
}

export interface KilledPractice {
  /** How its clinician signs in. */
  readonly clinician: { readonly email: string; readonly password: string }
  /** Holds the session of the next day that has none, and gives its id; nothing is noted. */
  readonly hold: () => Promise<string>
  /** Holds and notes the session of the next day that has none. */
  readonly write: () => Promise<Written>
  /** Signs and files it; throws what broke the connection. */
  readonly sign: (written: Written) => Promise<Asked>
  /** The same until it is answered, as a page does that lost its connection. */
  readonly insist: (written: Written) => Promise<Asked>
}

type Ask = Signed['ask']

const asker =
  (house: House, cookie: string): Ask =>
  async (method, url, body, headers = {}) => {
    const answer = await fetch(`${house.address()}${url}`, {
      method,
      headers: {
        origin: house.address(),
        cookie,
        ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      text,
      json: () => JSON.parse(text),
    }
  }

const must = (asked: Asked): Asked => {
  if (asked.status >= 300) throw new Error(`${asked.status}: ${asked.text}`)
  return asked
}

const idOf = async (asked: Promise<Asked>): Promise<string> => must(await asked).json().id as string

/** Enters by a route of the door, and asks with the cookie it gave. */
const enter = async (house: House, url: string, body: unknown): Promise<Ask> => {
  const { headers } = must(await asker(house, '')('POST', url, body))
  return asker(house, String(headers['set-cookie']).split(';')[0] ?? '')
}

const enterOwner = (house: House): Promise<Ask> => {
  const { document, zone, senderQualifier, senderId, usage } = inventedPractice('Alder Row Counseling PLLC')
  return enter(house, '/api/practice/set-up', {
    token: house.setUpToken(),
    practice: document,
    zone,
    senderQualifier,
    senderId,
    usage,
    owner: { email: 'odette@practice.example', name: 'Odette Marsh', password: 'seven quiet lanterns' },
  })
}

const payContract = {
  basis: 'amount-by-procedure',
  rows: [{ code: '90837', amount: 9500 }],
  guaranteed: false,
  from: '2026-01-01',
  to: null,
  source: 'Agreement with I. Harrowgate, 2026, schedule 1',
}

const imogen = { email: 'imogen@practice.example', password: 'nine patient herons' }

const enterClinician = async (house: House, owner: Ask, providerId: string): Promise<Ask> => {
  const person = {
    email: imogen.email,
    name: 'Imogen Harrowgate',
    role: 'clinician',
    providerId,
  }
  const { token } = must(await owner('POST', '/api/people/members', person)).json()
  return enter(house, '/api/people/set-up', { token, password: imogen.password })
}

/** The payer of the example knows these days already: a claim for one of them is a duplicate to it. */
const knownDays: readonly string[] = ['2026-02-24', '2026-03-03']

/** One session a day, back from the day before the story begins. */
const daysBack = function* (): Generator<Day, never> {
  for (let on = day('2026-03-09'); ; on = addDays(on, -1)) if (!knownDays.includes(on)) yield on
}

/** A practice with one clinician, one client, one payer, and a pay contract of $95.00 for 90837. */
export const enterPractice = async (house: House): Promise<KilledPractice> => {
  const owner = await enterOwner(house)
  const provider = { provider: inventedProvider(), supervisorId: null }
  const providerId = await idOf(owner('POST', '/api/people/providers', provider))
  const payerId = await idOf(owner('POST', '/api/coverage/payers', inventedPayer))
  await idOf(owner('POST', `/api/coverage/payers/${payerId}/contracts`, inventedContract))
  const clientId = await idOf(owner('POST', '/api/people/clients', { client: inventedClient }))
  const coverageUrl = `/api/coverage/clients/${clientId}/coverages`
  const coverageId = await idOf(owner('POST', coverageUrl, inventedCoverage(payerId)))
  await idOf(owner('POST', `/api/posting/providers/${providerId}/pay-contracts`, { contract: payContract }))
  const clinician = { ask: await enterClinician(house, owner, providerId), actor: { providerId } } as Signed
  const sittings = sittingsOf({ clinician, clientId, coverageId })
  const days = daysBack()
  const sign = ({ sessionId, version, shown, key }: Written): Promise<Asked> =>
    sittings.sign(sessionId, version, { shown }, { 'idempotency-key': key })
  return {
    clinician: imogen,
    sign,
    hold: async () => (await sittings.hold(days.next().value)).id as string,
    write: async () => {
      const on = days.next().value
      const { sessionId, version } = await sittings.write(on)
      const shown = await sittings.look(sessionId)
      return { sessionId, version, shown, key: `sign-the-session-of-${on}` }
    },
    insist: async (written) => {
      for (;;) {
        const asked = await sign(written).catch(() => null)
        if (asked !== null && asked.status < 500) return must(asked)
        await wait(30)
      }
    },
  }
}
