// A practice on a real port, as a browser meets it: entered by its own routes, billing a payer that answers.
import { inject } from 'vitest'
import { addSeconds } from '../../server/src/clock.ts'
import type { Settings } from '../../server/src/config.ts'
import { createPractice } from '../../server/src/practice/create-practice.ts'
import {
  type Divertable,
  type StandingPayer,
  diverting,
  openPayer,
  overHttp,
  sweep,
} from '../../server/stories/billed-sessions.ts'
import {
  inventedClient,
  inventedContract,
  inventedCoverage,
  inventedPayer,
  inventedPractice,
  inventedProvider,
} from '../../server/stories/invented.ts'
import { type Sittings, byVideo, sittingsOf } from '../../server/stories/sittings.ts'
import {
  type Asked,
  type Signed,
  type TestServer,
  makeTestServer,
  ours,
} from '../../server/stories/test-server.ts'

/** Somebody of the practice: how they sign in, and how they ask beside the browser. */
export interface Insider {
  readonly email: string
  readonly password: string
  /** The cookie of a sitting of theirs. */
  readonly token: string
  readonly ask: Signed['ask']
}

export interface OpenPractice {
  readonly address: string
  readonly server: TestServer
  readonly payer: StandingPayer
  readonly post: Divertable
  readonly practiceId: string
  readonly owner: Insider
  readonly clinician: Insider & { readonly actor: Signed['actor'] }
  readonly biller: Insider
  readonly clientId: string
  readonly payerId: string
  readonly coverageId: string
  /** How its sessions are held, noted and filed beside the browser. */
  readonly at: Sittings
  /** The id of a session that is planned for a day. */
  readonly plan: (day: string, more?: object) => Promise<string>
  /** A sitting of somebody's, begun now. */
  readonly enter: (who: Pick<Insider, 'email' | 'password'>) => Promise<Insider>
  /** Moves the server's and the payer's clocks. */
  readonly later: (seconds: number) => Promise<void>
  /** Does all that is due now, at the practice and at the payer. */
  readonly sweep: () => Promise<void>
  readonly close: () => Promise<void>
}

const password = 'nine patient herons'

const must = (answer: Asked): Asked => {
  if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.text}`)
  return answer
}

const idOf = async (asked: Promise<Asked>): Promise<string> => must(await asked).json().id as string

/** 10:57 in New York: the session of the morning has just ended. */
export const storyMoment = '2026-03-10T14:57:00Z'

const payContract = {
  basis: 'amount-by-procedure',
  rows: [{ code: '90837', amount: 9500 }],
  guaranteed: false,
  from: '2026-01-01',
  to: null,
  source: 'Agreement with I. Harrowgate, 2026, schedule 1',
}

/** Asks as whoever holds the cookie of `token`. */
const asker = (server: TestServer, token: string): Signed['ask'] => {
  return (method, url, body, headers = {}) =>
    server.ask({
      method: method as 'GET',
      url,
      headers: {
        ...ours,
        cookie: `golden-thread=${token}`,
        ...(method === 'GET'
          ? {}
          : { 'content-type': 'application/json', 'idempotency-key': server.services.makeId() }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    })
}

const tokenOf = (answer: Asked): string =>
  /golden-thread=([^;]+)/.exec(String(must(answer).headers['set-cookie']))?.[1] ?? ''

/** Through a door's route, and in. */
const through = async (server: TestServer, url: string, body: object, email: string): Promise<Insider> => {
  const token = tokenOf(await asker(server, '')('POST', url, body))
  return { email, password, token, ask: asker(server, token) }
}

const enterOwner = async (server: TestServer, made: number) => {
  const email = `odette-${made}@practice.example`
  const created = await createPractice(server.services, {
    ...inventedPractice(made === 1 ? 'Alder Row Counseling PLLC' : 'Birch Lane Counseling PLLC', made),
    owner: { email, name: 'Odette Marsh' },
  } as Parameters<typeof createPractice>[1])
  const body = { token: created.setUpToken, password }
  return {
    practiceId: created.practiceId,
    owner: await through(server, '/api/people/set-up', body, email),
  }
}

interface Member {
  readonly email: string
  readonly name: string
  readonly role: string
  readonly providerId?: string
}

const enterMember = async (server: TestServer, owner: Insider, member: Member): Promise<Insider> => {
  const { token } = must(await owner.ask('POST', '/api/people/members', member)).json()
  return through(server, '/api/people/set-up', { token, password }, member.email)
}

const enterClients = async ({ ask }: Insider) => {
  const payerId = await idOf(ask('POST', '/api/coverage/payers', inventedPayer))
  await idOf(ask('POST', `/api/coverage/payers/${payerId}/contracts`, inventedContract))
  const clientId = await idOf(ask('POST', '/api/people/clients', { client: inventedClient }))
  const url = `/api/coverage/clients/${clientId}/coverages`
  const coverageId = await idOf(ask('POST', url, inventedCoverage(payerId)))
  return { payerId, clientId, coverageId }
}

const enterPractice = async (server: TestServer, made: number) => {
  const { practiceId, owner } = await enterOwner(server, made)
  const provider = { provider: inventedProvider(), supervisorId: null }
  const providerId = await idOf(owner.ask('POST', '/api/people/providers', provider))
  const clients = await enterClients(owner)
  const contractUrl = `/api/posting/providers/${providerId}/pay-contracts`
  await idOf(owner.ask('POST', contractUrl, { contract: payContract }))
  const imogen = { email: `imogen-${made}@practice.example`, name: 'Imogen Harrowgate' }
  const insider = await enterMember(server, owner, { ...imogen, role: 'clinician', providerId })
  const { personId } = must(await insider.ask('GET', '/api/people/me')).json()
  const actor: Signed['actor'] = { kind: 'person', personId, role: 'clinician', providerId }
  const biller = await enterMember(server, owner, {
    email: `bennet-${made}@practice.example`,
    name: 'Bennet Okafor',
    role: 'biller',
  })
  return { practiceId, owner, biller, clinician: { ...insider, actor }, ...clients }
}

const payerClock = (payer: StandingPayer, now: string): Promise<unknown> =>
  fetch(`${payer.payer.url}/control/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now }),
  })

interface Given {
  /** How the payer decides and behaves. */
  readonly payer?: Parameters<typeof openPayer>[0]
  /** Files of the payer that are kept back, to be altered and delivered. */
  readonly isKept?: (bytes: Uint8Array) => boolean
  readonly at?: string
  readonly settings?: Partial<Settings>
}

/** Opens it; `close` it in afterAll. */
export const openPractice = async (given: Given = {}): Promise<OpenPractice> => {
  const payer = await openPayer(given.payer)
  const post = diverting(
    overHttp(() => payer.payer.url),
    given.isKept,
  )
  const server = await makeTestServer({
    at: given.at ?? storyMoment,
    ...(given.settings === undefined ? {} : { settings: given.settings }),
    services: { clearinghouse: post, pagesFolder: inject('pages') },
  })
  const address = await server.app.listen({ host: '127.0.0.1', port: 0 })
  await payerClock(payer, server.clock.now())
  const entered = await enterPractice(server, 1)
  const at = sittingsOf({ ...entered, clinician: entered.clinician as unknown as Signed })
  return {
    address,
    server,
    payer,
    post,
    at,
    ...entered,
    plan: (day, more = {}) => idOf(at.schedule(byVideo(day, more))),
    enter: ({ email }) => through(server, '/api/people/sign-in', { email, password }, email),
    later: async (seconds) => {
      server.clock.moveTo(addSeconds(server.clock.now(), seconds))
      await payerClock(payer, server.clock.now())
    },
    sweep: async () => {
      await sweep(server.services)
    },
    close: async () => {
      await server.close()
      await payer.close()
    },
  }
}

/** One more practice on the same server, a stranger to the first. */
export const openStranger = async ({ server }: OpenPractice): Promise<Insider> =>
  (await enterOwner(server, 2)).owner
