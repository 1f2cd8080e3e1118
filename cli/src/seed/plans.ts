// What the stand-in payer is told for the demo: its six plans, with their members, fees and manners.
import { cents } from '@goldenthread/core/values/cents.ts'
import { type Day, addDays } from '@goldenthread/core/values/day.ts'
import type { answer } from '@goldenthread/payer/answer/answer.ts'
import type { DemoClient, DemoCoverage } from './clients.ts'
import { type DemoPayer, allowedBy, charges, payers } from './payers.ts'
import { practice, providers } from './staff.ts'

type PlanRules = Parameters<typeof answer>[0]['planRules']

type Delays = Readonly<Record<'ta1' | '999' | '277ca' | '835', number>>

interface Manners {
  readonly silent: readonly {
    readonly what: 'payment'
    readonly ofHundred: number
    readonly memberNumbers: readonly string[]
  }[]
}

/** A plan as the payer's process is started with it. */
export interface Plan {
  readonly planRules: PlanRules
  /** While the weeks are lived through: as payers are. */
  readonly behaviour: Manners & { readonly delayMinutes: Delays }
  /** From then on: while somebody watches. */
  readonly behaviourByRealClock: Manners & { readonly delaySeconds: Delays }
}

/** Capitals without marks, as payers keep names. */
const asKept = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()

const memberOf = (client: DemoClient, coverage: DemoCoverage): PlanRules['members'][number] => {
  const { name, birthDate } = client.document
  const { memberNumber, benefits, payerHolds } = coverage
  const copay = benefits.copay === null || benefits.copay === 0 ? null : benefits.copay
  return {
    memberNumber,
    firstName: asKept(name.first),
    lastName: asKept(name.last),
    birthDate: payerHolds.birthDate ?? birthDate,
    deductibleLeft: payerHolds.deductibleLeft ?? benefits.deductibleLeft ?? cents(0),
    copay,
    coinsurance: copay === null ? benefits.coinsurance : null,
  }
}

const rulesOf = (payer: DemoPayer, clients: readonly DemoClient[], from: Day): PlanRules => {
  const covered = clients.flatMap((client) =>
    client.coverages
      .filter((coverage) => coverage.payer === payer.key)
      .map((coverage) => ({ client, coverage })),
  )
  return {
    payer: {
      id: payer.payer.id,
      name: asKept(payer.payer.name),
      taxId: payer.taxId,
      address: { street: '900 Exchange Plaza', city: 'Albany', state: 'NY', zip: '122072204' },
      contactName: 'PROVIDER SERVICES',
      telephone: '5185550178',
      interchangeQualifier: 'ZZ',
      interchangeId: payer.receiverId,
    },
    members: covered.map(({ client, coverage }) => memberOf(client, coverage)),
    enrolled: [practice.npi, ...providers.map(({ document }) => document.npi)],
    fees: Object.entries(charges).map(([code, charge]) => ({
      code,
      from,
      to: null,
      allowed: allowedBy(payer, charge),
    })),
    places: ['02', '10', '11'],
    modifiers: ['93', '95', 'HJ'],
    timelyFilingDays: payer.rules?.timelyFilingDays ?? 365,
    carvedOut: payer.carvedOut,
    notInPlan: [],
    authorizationNeeded: payer.authorizationNeeded,
    authorizations: covered.flatMap(({ coverage: { authorization, memberNumber } }) =>
      authorization === null ? [] : [{ ...authorization, memberNumber }],
    ),
    payment: { method: 'ACH' },
  }
}

const hours = 60
const days = 24 * hours

/** Whose claims are accepted and then never paid: what the worklist of the unanswered is for. */
const unanswered = ({ key }: DemoPayer, clients: readonly DemoClient[]): readonly string[] =>
  clients
    .filter(({ row }) => row.last === 'Plume')
    .flatMap(({ coverages }) => coverages.filter(({ payer }) => payer === key))
    .map(({ memberNumber }) => memberNumber)

/** Within two minutes of a claim all that its payer says of it has come: the start and docs/running.md promise that. */
const whileWatched: Delays = { ta1: 1, '999': 3, '277ca': 15, '835': 75 }

/** The plans of the six payers: a receipt within minutes, an acknowledgment within hours, money after days. */
export const demoPlans = (clients: readonly DemoClient[], today: Day): readonly Plan[] =>
  payers.map((payer) => {
    const silent = [{ what: 'payment', ofHundred: 100, memberNumbers: unanswered(payer, clients) }] as const
    return {
      planRules: rulesOf(payer, clients, addDays(today, -400)),
      behaviour: {
        delayMinutes: { ta1: 5, '999': 30, '277ca': 10 * hours, '835': payer.paysAfterDays * days },
        silent,
      },
      behaviourByRealClock: { delaySeconds: whileWatched, silent },
    }
  })
