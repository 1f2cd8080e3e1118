// Enters the demo practice by its own pages: people, payers with their contracts, clients with their coverages.
import { type Day, addDays, dayNumber } from '@goldenthread/core/values/day.ts'
import type { Office } from '@goldenthread/server/start-server.ts'
import { type Ask, demand, setUp, signIn, textOf } from './asking.ts'
import type { DemoClient } from './clients.ts'
import { type PayerKey, feeSchedule, payers } from './payers.ts'
import {
  type DemoPerson,
  type ProviderKey,
  biller,
  clinicians,
  owner,
  practice,
  providers,
  zone,
} from './staff.ts'

/** What the practice is entered from: who has which password, and the clients. */
export interface ToEnter {
  readonly office: Office
  /** The owner, signed in; null while there is no practice. */
  readonly owner: Ask | null
  readonly today: Day
  readonly passwordOf: (person: DemoPerson) => string
  readonly clients: readonly DemoClient[]
}

export interface EnteredClient {
  readonly clientId: string
  /** In the order of the client's coverages. */
  readonly coverageIds: readonly string[]
}

export interface Entered {
  readonly asOwner: Ask
  readonly asBiller: Ask
  readonly asProvider: ReadonlyMap<ProviderKey, Ask>
  readonly providerIds: ReadonlyMap<ProviderKey, string>
  readonly clients: ReadonlyMap<string, EnteredClient>
}

/** Everybody who was signed in to enter and to live through it. */
export const everybody = ({ asOwner, asBiller, asProvider }: Entered): readonly Ask[] => [
  asOwner,
  asBiller,
  ...asProvider.values(),
]

/** Of a map that was filled with every key there is. */
export const found = <K, V>(map: ReadonlyMap<K, V>, key: K): V => {
  const value = map.get(key)
  if (value === undefined) throw new Error('the demo looks for what it has not entered')
  return value
}

/** The owner, signed in: of the practice that stands, or of the one made now. */
const enterOwner = async ({ office, owner: known, passwordOf }: ToEnter): Promise<Ask> => {
  if (known !== null) return known
  const made = await office.createPractice({
    document: practice,
    zone,
    senderQualifier: 'ZZ',
    senderId: 'FERNBROOK',
    usage: 'T',
    demo: true,
    owner: { email: owner.email, name: owner.name },
  })
  if (made.setUpToken === null) throw new Error('its owner was begun and never had a password')
  return setUp(office.app, made.setUpToken, passwordOf(owner))
}

const enterProviders = async (asOwner: Ask): Promise<ReadonlyMap<ProviderKey, string>> => {
  const ids = new Map<ProviderKey, string>()
  for (const { key, document, supervisor } of providers) {
    const supervisorId = supervisor === null ? null : found(ids, supervisor)
    const body = { provider: document, supervisorId }
    const entered = await demand(asOwner, 'POST', '/api/people/providers', body, `demo-provider-${key}`)
    ids.set(key, textOf(entered, 'id'))
  }
  return ids
}

interface Member {
  readonly id: string
  readonly email: string
}

/** The way in of somebody who has no password yet: a new part in the practice, or a new link to the one begun. */
const linkOf = async (asOwner: Ask, person: DemoPerson, providerId: string | null): Promise<string> => {
  const { name, email, role } = person
  const listed = await demand(asOwner, 'GET', '/api/people/members')
  const begun = (listed['items'] as readonly Member[]).find((member) => member.email === email)
  const url = begun === undefined ? '/api/people/members' : `/api/people/members/${begun.id}/set-up`
  const body = begun === undefined ? { name, email, role, providerId } : undefined
  return textOf(await demand(asOwner, 'POST', url, body), 'token')
}

const enterPerson = async (
  { office, passwordOf }: ToEnter,
  asOwner: Ask,
  person: DemoPerson,
  providerId: string | null,
): Promise<Ask> => {
  const password = passwordOf(person)
  const known = await signIn(office.app, person.email, password)
  return known ?? setUp(office.app, await linkOf(asOwner, person, providerId), password)
}

const enterPayers = async (asBiller: Ask, today: Day): Promise<ReadonlyMap<PayerKey, string>> => {
  const starts = addDays(today, -400)
  const ids = new Map<PayerKey, string>()
  for (const payer of payers) {
    const { key, receiverId, rules } = payer
    const { id: code, name, class: payerClass } = payer.payer
    const body = { code, name, class: payerClass, receiverQualifier: 'ZZ', receiverId }
    const entered = await demand(asBiller, 'POST', '/api/coverage/payers', body, `demo-payer-${key}`)
    const id = textOf(entered, 'id')
    ids.set(key, id)
    const contract = {
      starts,
      ends: null,
      feeSchedule: feeSchedule(payer, starts),
      payerRules: rules,
      source: `${name}, participation agreement`,
    }
    await demand(asBiller, 'POST', `/api/coverage/payers/${id}/contracts`, contract, `demo-contract-${key}`)
  }
  return ids
}

const enterPay = async (asOwner: Ask, ids: ReadonlyMap<ProviderKey, string>, today: Day): Promise<void> => {
  for (const { key, pay, document } of providers) {
    const contract = {
      basis: 'amount-by-procedure',
      rows: Object.entries(pay).map(([code, amount]) => ({ code, amount })),
      from: addDays(today, -400),
      to: null,
      guaranteed: false,
      source: `Agreement with ${document.name.first.slice(0, 1)}. ${document.name.last}, schedule 1`,
    }
    const url = `/api/posting/providers/${found(ids, key)}/pay-contracts`
    await demand(asOwner, 'POST', url, { contract }, `demo-pay-${key}`)
  }
}

/** Providers are paid every other Friday. */
const enterPayDays = async (asOwner: Ask, today: Day): Promise<void> => {
  const url = '/api/practice/settings/payout.days'
  const { version } = await demand(asOwner, 'GET', url)
  if (version !== 0) return
  // 1970-01-02 was a Friday.
  const ago = (dayNumber(today) - 1) % 7
  const value = { every: 'two-weeks', first: addDays(today, -ago - 84) }
  await demand(asOwner, 'PUT', url, { value, version: 0 })
}

const enterClient = async (
  asBiller: Ask,
  { key, document, contacts, coverages, row }: DemoClient,
  ids: {
    readonly providers: ReadonlyMap<ProviderKey, string>
    readonly payers: ReadonlyMap<PayerKey, string>
  },
  today: Day,
): Promise<EnteredClient> => {
  const body = { client: document, contacts, providerId: found(ids.providers, row.provider) }
  const clientId = textOf(
    await demand(asBiller, 'POST', '/api/people/clients', body, `demo-client-${key}`),
    'id',
  )
  const coverageIds: string[] = []
  for (const coverage of coverages) {
    const { payer, sequence, memberNumber, relation, benefits, authorization, subscriber } = coverage
    const known = payers.find((each) => each.key === payer)
    const entry = {
      payerId: found(ids.payers, payer),
      sequence,
      starts: addDays(today, -400),
      ends: null,
      plan: known?.plan ?? '',
      memberNumber,
      groupNumber: known?.groupNumber ?? null,
      relation,
      benefits,
      authorization,
      subscriber,
    }
    const url = `/api/coverage/clients/${clientId}/coverages`
    const entered = await demand(asBiller, 'POST', url, entry, `demo-coverage-${key}-${sequence}`)
    coverageIds.push(textOf(entered, 'id'))
  }
  return { clientId, coverageIds }
}

/** Enters all of it. Done again after it was broken off, it goes on where it was: every asking has its key. */
export const enterPractice = async (given: ToEnter): Promise<Entered> => {
  const { today, clients } = given
  const asOwner = await enterOwner(given)
  const providerIds = await enterProviders(asOwner)
  const asBiller = await enterPerson(given, asOwner, biller, null)
  const asProvider = new Map<ProviderKey, Ask>()
  for (const person of clinicians) {
    if (person.provider === null) continue
    const providerId = found(providerIds, person.provider)
    asProvider.set(person.provider, await enterPerson(given, asOwner, person, providerId))
  }
  const payerIds = await enterPayers(asBiller, today)
  await enterPay(asOwner, providerIds, today)
  await enterPayDays(asOwner, today)
  const entered = new Map<string, EnteredClient>()
  for (const client of clients) {
    const ids = { providers: providerIds, payers: payerIds }
    entered.set(client.key, await enterClient(asBiller, client, ids, today))
  }
  return { asOwner, asBiller, asProvider, providerIds, clients: entered }
}
