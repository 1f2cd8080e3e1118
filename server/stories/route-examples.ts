// One example a route, by which it is asked: of the practice itself, its people, who pays, and its books.
import { sha256 } from '../src/sha256.ts'
import type { Role } from '../src/database/tx.ts'
import {
  inventedClient,
  inventedContract,
  inventedCoverage,
  inventedPayer,
  inventedPractice,
  inventedProvider,
} from './invented.ts'
import { makeTestServer } from './test-server.ts'
import {
  type AskFn,
  type Side,
  type TwoPractices,
  asking,
  freshNpi,
  must,
  password,
  somebody,
} from './two-practices.ts'

export interface Request {
  /** What `{id}` or `{key}` in the path stands for. */
  readonly id?: string
  readonly body?: unknown
}

/**
 * - `named`: names something of the practice; to every other practice that is nothing.
 * - `listed`: names nothing; whoever asks is answered from their own practice.
 */
export interface PracticeExample {
  readonly kind: 'named' | 'listed'
  readonly as: Role
  readonly make: (side: Side, both: TwoPractices) => Request | Promise<Request>
}

/**
 * - `self`: about the one who asks.
 * - `open`: for strangers too.
 */
export interface DoorExample {
  readonly kind: 'self' | 'open'
  readonly make: (
    both: TwoPractices,
  ) => Promise<Request & { readonly ask: AskFn; readonly close?: () => Promise<void> }>
}

export type Example = PracticeExample | DoorExample

export type Examples = Readonly<Record<string, Example>>

export const named = (
  as: Role,
  make: (side: Side, both: TwoPractices) => Request | Promise<Request>,
): Example => ({
  kind: 'named',
  as,
  make,
})
export const listed = (
  as: Role,
  make: (side: Side, both: TwoPractices) => Request | Promise<Request> = () => ({}),
): Example => ({
  kind: 'listed',
  as,
  make,
})

const stranger = async ({ server }: TwoPractices) => ({ ask: asking(server, null) })

const self = (body?: unknown): Example => ({
  kind: 'self',
  make: async (both) => {
    const { cookie } = await somebody(both, both.one)
    return { ask: asking(both.server, cookie), body }
  },
})

const firstPractice = async () => {
  const token = 'a link that the start printed'
  const server = await makeTestServer({ services: { setUpHash: sha256(token) } })
  const { document: practice, zone, senderQualifier, senderId, usage } = inventedPractice('Cedar Court PC')
  const owner = { email: 'first@practice.example', name: 'Odette Marsh', password }
  const body = { token, practice, zone, senderQualifier, senderId, usage, owner }
  return { ask: asking(server, null), body, close: server.close }
}

/** Somebody with an account elsewhere, and the link by which they join. */
const invited = async (both: TwoPractices) => {
  const { email, cookie } = await somebody(both, both.other)
  const member = { email, name: 'Ruth Okafor', role: 'biller' }
  const { token } = must(await both.one.owner.ask('POST', '/api/people/members', member))
  return { ask: asking(both.server, cookie), body: { token } }
}

export const doorExamples: Examples = {
  'GET /health/live': { kind: 'open', make: stranger },
  'GET /health/ready': { kind: 'open', make: stranger },
  'POST /api/people/sign-in': {
    kind: 'open',
    make: async (both) => {
      const { email } = await somebody(both, both.one)
      return { ask: asking(both.server, null), body: { email, password } }
    },
  },
  'POST /api/people/set-up': {
    kind: 'open',
    make: async ({ server, one }) => {
      const member = { email: 'set-up@practice.example', name: 'Ruth Okafor', role: 'biller' }
      const { token } = must(await one.owner.ask('POST', '/api/people/members', member))
      return { ask: asking(server, null), body: { token, password } }
    },
  },
  'POST /api/practice/set-up': { kind: 'open', make: firstPractice },
  'GET /api/people/me': self(),
  'POST /api/people/lock': self(),
  'POST /api/people/unlock': self({ password }),
  'POST /api/people/sign-out': self(),
  'POST /api/people/password': self({ password, newPassword: 'eight quiet lanterns' }),
  'POST /api/people/practice': named('owner', ({ owner }) => ({ body: { practiceId: owner.practiceId } })),
  'POST /api/people/join': { kind: 'self', make: invited },
}

const addedClient = async ({ owner }: Side): Promise<string> =>
  must(await owner.ask('POST', '/api/people/clients', { client: inventedClient })).id

const addedProvider = async ({ owner, fresh }: Side): Promise<string> => {
  const provider = inventedProvider(freshNpi(fresh()))
  return must(await owner.ask('POST', '/api/people/providers', { provider })).id
}

const memberAdded = async ({ owner }: Side, both: TwoPractices): Promise<{ id: string; version: number }> => {
  const { email } = await somebody(both, both.one)
  const { items } = must(await owner.ask('GET', '/api/people/members'), 200)
  return items.find((each: { email: string }) => each.email === email)
}

const newMember = ({ fresh, owner }: Side) => ({
  email: `member-${fresh()}-of-${owner.practiceId}@practice.example`,
  name: 'Ruth Okafor',
  role: 'biller',
})

export const peopleExamples: Examples = {
  'GET /api/people/clients': listed('clinician'),
  'GET /api/people/draft-key': listed('clinician'),
  'POST /api/people/clients': listed('biller', () => ({ body: { client: inventedClient } })),
  'POST /api/people/clients/search': listed('owner', () => ({ body: { begins: 'qui' } })),
  'GET /api/people/clients/{id}': named('clinician', ({ clientId }) => ({ id: clientId })),
  'PUT /api/people/clients/{id}': named('biller', async (side) => ({
    id: await addedClient(side),
    body: { version: 1, client: inventedClient, providerId: side.clinician.actor.providerId },
  })),
  'GET /api/people/providers': listed('biller'),
  'POST /api/people/providers': listed('owner', ({ fresh }) => ({
    body: { provider: inventedProvider(freshNpi(fresh())) },
  })),
  'GET /api/people/providers/{id}': named('biller', ({ clinician }) => ({
    id: clinician.actor.providerId ?? '',
  })),
  'PUT /api/people/providers/{id}': named('owner', async (side) => ({
    id: await addedProvider(side),
    body: {
      version: 1,
      provider: inventedProvider(freshNpi(side.fresh())),
      supervisorId: side.clinician.actor.providerId,
    },
  })),
  'GET /api/people/members': listed('owner'),
  'POST /api/people/members': listed('owner', (side) => ({ body: newMember(side) })),
  'POST /api/people/members/{id}/set-up': named('owner', async (side) => ({
    id: must(await side.owner.ask('POST', '/api/people/members', newMember(side))).id,
  })),
  'PUT /api/people/members/{id}': named('owner', async (side, both) => {
    const { id, version } = await memberAdded(side, both)
    const { providerId } = side.clinician.actor
    return { id, body: { version, role: 'clinician', providerId, ended: false } }
  }),
  'GET /api/practice/facts': listed('biller'),
  'GET /api/coding/diagnoses-used': listed('clinician'),
  'GET /api/practice/practice': listed('clinician'),
  'PUT /api/practice/practice': listed('owner', async ({ owner }) => {
    const { version, document, zone } = must(await owner.ask('GET', '/api/practice/practice'), 200)
    return { body: { version, document, zone } }
  }),
  'GET /api/practice/settings': listed('biller'),
  'GET /api/practice/settings/{key}': listed('biller', () => ({ id: 'claim.undo-seconds' })),
  'PUT /api/practice/settings/{key}': listed('owner', async ({ owner }) => {
    const key = 'claim.undo-seconds'
    const { version } = must(await owner.ask('GET', `/api/practice/settings/${key}`), 200)
    return { id: key, body: { value: 0, version } }
  }),
  'GET /api/practice/trail': listed('owner'),
}

const newPayer = ({ fresh }: Side) => {
  const number = fresh()
  return { ...inventedPayer, code: `RTE${number}`, receiverId: `RECEIVER${number}` }
}

const addedPayer = async (side: Side): Promise<string> =>
  must(await side.owner.ask('POST', '/api/coverage/payers', newPayer(side))).id

const addedContract = async (side: Side): Promise<string> => {
  const url = `/api/coverage/payers/${await addedPayer(side)}/contracts`
  return must(await side.owner.ask('POST', url, inventedContract)).id
}

const addedCoverage = async (side: Side): Promise<string> => {
  const url = `/api/coverage/clients/${await addedClient(side)}/coverages`
  return must(await side.owner.ask('POST', url, inventedCoverage(side.payerId))).id
}

export const coverageExamples: Examples = {
  'GET /api/coverage/payers': listed('clinician'),
  'POST /api/coverage/payers': listed('biller', (side) => ({ body: newPayer(side) })),
  'PUT /api/coverage/payers/{id}': named('biller', async (side) => ({
    id: await addedPayer(side),
    body: { ...newPayer(side), version: 1 },
  })),
  'GET /api/coverage/payers/{id}/contracts': named('clinician', ({ payerId }) => ({ id: payerId })),
  'POST /api/coverage/payers/{id}/contracts': named('biller', async (side) => ({
    id: await addedPayer(side),
    body: inventedContract,
  })),
  'PUT /api/coverage/contracts/{id}': named('owner', async (side) => ({
    id: await addedContract(side),
    body: { ...inventedContract, version: 1 },
  })),
  'GET /api/coverage/clients/{id}/coverages': named('biller', ({ clientId }) => ({ id: clientId })),
  'POST /api/coverage/clients/{id}/coverages': named('clinician', async (side) => ({
    id: await addedClient(side),
    body: inventedCoverage(side.payerId),
  })),
  'PUT /api/coverage/coverages/{id}': named('owner', async (side) => ({
    id: await addedCoverage(side),
    body: { ...inventedCoverage(side.payerId), version: 1 },
  })),
}

const payContract = (from: string) => ({
  basis: 'share-of-allowed',
  share: 6_000,
  guaranteed: false,
  from,
  to: null,
  source: 'Agreement of 2026',
})

const payContractsOf = (providerId: string): string => `/api/posting/providers/${providerId}/pay-contracts`

export const booksExamples: Examples = {
  'GET /api/posting/accounts': listed('biller'),
  'POST /api/posting/entries/search': listed('owner', () => ({ body: { limit: 20 } })),
  'POST /api/posting/client-payments': named('clinician', ({ clientId }) => ({
    body: { clientId, sessionId: null, day: '2026-03-10', amount: 3_000, method: 'card' },
  })),
  'POST /api/posting/client-payments/{id}/take-back': named('biller', async ({ owner, clientId }) => {
    const body = { clientId, sessionId: null, day: '2026-03-10', amount: 30_000, method: 'cash' }
    const { id } = must(await owner.ask('POST', '/api/posting/client-payments', body))
    return { id, body: { reason: 'wrong-amount' } }
  }),
  'GET /api/posting/clients/{id}/payments': named('biller', ({ clientId }) => ({ id: clientId })),
  'GET /api/posting/providers/{id}/pay-contracts': named('clinician', ({ clinician }) => ({
    id: clinician.actor.providerId ?? '',
  })),
  'POST /api/posting/providers/{id}/pay-contracts': named('owner', async (side) => ({
    id: await addedProvider(side),
    body: { contract: payContract('2026-01-01') },
  })),
  'PUT /api/posting/pay-contracts/{id}': named('owner', async (side) => {
    const body = { contract: payContract('2026-02-01') }
    const { id } = must(await side.owner.ask('POST', payContractsOf(await addedProvider(side)), body))
    return { id, body: { version: 1, contract: payContract('2026-03-01') } }
  }),
  'GET /api/posting/charges': listed('biller'),
  'GET /api/posting/unapplied': listed('owner'),
  'GET /api/payout/expected': listed('clinician'),
  'GET /api/payout/statements': listed('clinician'),
  'POST /api/payout/runs/preview': listed('biller', () => ({ body: { day: '2026-03-13' } })),
}
