// The demo's clients as they are entered: address, contacts, who pays and on what terms, and how it is with those who stand for something.
import type { Authorization, Benefits, Relation } from '@goldenthread/core/coverage/coverage.ts'
import type { Address, Client, Subscriber } from '@goldenthread/core/people/person.ts'
import { type Cents, cents } from '@goldenthread/core/values/cents.ts'
import { type Day, addDays } from '@goldenthread/core/values/day.ts'
import { type ClientRow, clientRows } from './client-rows.ts'
import { type Dice, pick } from './dice.ts'
import { type PayerKey, lanternAuthorization, payerOf } from './payers.ts'

export interface DemoCoverage {
  readonly payer: PayerKey
  readonly sequence: number
  readonly memberNumber: string
  readonly relation: Relation
  readonly benefits: Benefits
  readonly authorization: Authorization | null
  readonly subscriber: Subscriber | null
  /** What the payer itself holds, where it differs from what the practice believes. */
  readonly payerHolds: { readonly birthDate?: Day; readonly deductibleLeft?: Cents }
}

export interface DemoContact {
  readonly relation: 'parent' | 'partner'
  readonly name: { readonly first: string; readonly last: string }
  readonly address?: Address
  readonly telephone: string
  readonly mayConsent: boolean
  readonly paysBills: boolean
}

export interface DemoClient {
  readonly key: string
  /** Their place among the clients of their provider, from 0. */
  readonly place: number
  readonly row: ClientRow
  readonly document: Client
  readonly contacts: readonly DemoContact[]
  readonly coverages: readonly DemoCoverage[]
  /** Days from today to the day they began: far back, or within the demo's weeks, and then with an evaluation. */
  readonly begins: number
}

/** Clients who began within the demo's weeks, by last name. */
const begins: Readonly<Record<string, number>> = {
  Whitlow: -70,
  Berg: -63,
  Ibarra: -49,
  Fitch: -42,
  Reeves: -35,
  Inglewood: -21,
  Penhallow: -28,
}

const streets = [
  'Larch Lane',
  'Quarry Road',
  'Bell Street',
  'Orchard Hill',
  'Ferry Landing',
  'Sexton Way',
  'Tannery Row',
]
const towns: readonly (readonly [city: string, zip: string])[] = [
  ['Kingston', '124015512'],
  ['Saugerties', '124771140'],
  ['New Paltz', '125611023'],
  ['Rhinebeck', '125721907'],
  ['Poughkeepsie', '126014418'],
]

const addressOf = (dice: Dice, key: string): Address => {
  const [city, zip] = pick(dice, `town/${key}`, towns)
  const street = `${11 + dice(`number/${key}`, 480)} ${pick(dice, `street/${key}`, streets)}`
  return { street, city, state: 'NY', zip }
}

const telephoneOf = (dice: Dice, key: string): string =>
  `845555${String(100 + dice(`telephone/${key}`, 100)).padStart(4, '0')}`

const nothing: Benefits = {
  deductibleLeft: cents(0),
  copay: cents(0),
  coinsurance: null,
  visitsLeft: null,
  authorizationNeeded: false,
}

const benefitsOf = (payer: PayerKey, dice: Dice, key: string): Benefits => {
  switch (payer) {
    case 'hollin':
      return dice(`terms/${key}`, 4) === 0
        ? { ...nothing, copay: null, coinsurance: 2000 }
        : { ...nothing, copay: cents(3000) }
    case 'medicare':
      return { ...nothing, copay: null, coinsurance: 2000 }
    case 'garrison':
      return { ...nothing, copay: cents(3300) }
    case 'lantern':
      return { ...nothing, authorizationNeeded: true }
    default:
      return nothing
  }
}

const memberNumber = (payer: PayerKey, dice: Dice, key: string): string =>
  `${payerOf(payer).memberPrefix}${100_000_000 + dice(`member/${payer}/${key}`, 899_999_999)}`

/** The child is insured through a father who lives in another house than the mother. */
const father: Subscriber = {
  name: { first: 'Anders', last: 'Halvorsen' },
  birthDate: '1982-03-04' as Day,
  sex: 'M',
  address: { street: '77 Quarry Road', city: 'Saugerties', state: 'NY', zip: '124771140' },
}

const contactsOf = ({ last, theme }: ClientRow, dice: Dice): readonly DemoContact[] => {
  const telephone = telephoneOf(dice, `contact/${last}`)
  if (last === 'Halvorsen') {
    const mother = { first: 'Brigid', last: 'Halvorsen' }
    return [
      { relation: 'parent', name: mother, telephone, mayConsent: true, paysBills: false },
      {
        relation: 'parent',
        name: father.name,
        address: father.address,
        telephone: telephoneOf(dice, 'contact/father'),
        mayConsent: true,
        paysBills: true,
      },
    ]
  }
  if (theme === 'child') {
    const name = { first: 'Constance', last }
    return [{ relation: 'parent', name, telephone, mayConsent: true, paysBills: true }]
  }
  if (theme !== 'couple') return []
  const name = { first: pick(dice, `partner/${last}`, ['Rhea', 'Dale', 'Merle']), last }
  return [{ relation: 'partner', name, telephone, mayConsent: false, paysBills: false }]
}

/** What the payer believes otherwise: another birth date (it sends the claim back), a deductible that is still owed. */
const payerHolds = ({ last, birthDate }: ClientRow): DemoCoverage['payerHolds'] => {
  if (last === 'Inglewood') return { birthDate: addDays(birthDate as Day, 1) }
  return last === 'Petrakis' ? { deductibleLeft: cents(15_000) } : {}
}

const coverageOf = (
  row: ClientRow,
  payer: PayerKey,
  sequence: number,
  today: Day,
  dice: Dice,
): DemoCoverage => {
  const { last } = row
  const isChild = last === 'Halvorsen'
  const authorized = payer === 'lantern'
  const number = `LNA${10_000 + dice(`authorization/${last}`, 89_999)}`
  return {
    payer,
    sequence,
    memberNumber: memberNumber(payer, dice, last),
    relation: isChild ? 'child' : 'self',
    benefits: benefitsOf(payer, dice, last),
    authorization: authorized
      ? lanternAuthorization(number, addDays(today, -100), addDays(today, 265))
      : null,
    subscriber: isChild ? father : null,
    payerHolds: payerHolds(row),
  }
}

/**
 * Who pays, in order. Two have the state's program behind the first payer: a Medicare client whose share Medicaid bears
 * (QMB), and one whose managed plan leaves talking treatment to the state.
 */
const coveragesOf = (row: ClientRow, today: Day, dice: Dice): readonly DemoCoverage[] => {
  if (row.payer === null) return []
  const first = coverageOf(row, row.payer, 1, today, dice)
  const second = ['Ashworth', 'Pineda'].includes(row.last)
  return second ? [first, coverageOf(row, 'medicaid', 2, today, dice)] : [first]
}

const clientOf = (row: ClientRow, place: number, today: Day, dice: Dice): DemoClient => ({
  key: row.last.toLowerCase(),
  place,
  row,
  document: {
    name: { first: row.first, last: row.last },
    birthDate: row.birthDate as Day,
    sex: row.sex,
    address: addressOf(dice, row.last),
  },
  contacts: contactsOf(row, dice),
  coverages: coveragesOf(row, today, dice),
  begins: begins[row.last] ?? -400,
})

/** All sixty. */
export const demoClients = (today: Day, dice: Dice): readonly DemoClient[] =>
  clientRows.map((row, at) => {
    const place = clientRows.slice(0, at).filter(({ provider }) => provider === row.provider).length
    return clientOf(row, place, today, dice)
  })
