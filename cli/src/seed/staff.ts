// The demo practice and who works there: six providers of different licences, the owner, the biller. All are invented.
import type { Practice, Provider } from '@goldenthread/core/people/provider.ts'
import type { Day } from '@goldenthread/core/values/day.ts'

export const zone = 'America/New_York'

export const practice: Practice = {
  legalName: 'Fernbrook Behavioral Health PLLC',
  npi: '2205096961',
  taxId: '003417290',
  taxIdKind: 'EI',
  taxonomy: '261QM0801X',
  address: {
    street: '214 Millstone Avenue',
    unit: 'Suite 8',
    city: 'Kingston',
    state: 'NY',
    zip: '124012290',
  },
  contactName: 'Odile Farraday',
  telephone: '8455550142',
}

export type ProviderKey = 'ashdown' | 'lindqvist' | 'voss' | 'okonjo' | 'merriweather' | 'castellan'

export interface DemoProvider {
  readonly key: ProviderKey
  readonly document: Provider
  readonly supervisor: ProviderKey | null
  /** What a unit of a procedure earns them, in cents. */
  readonly pay: Readonly<Record<string, number>>
}

const licences = (states: readonly string[], number: string): Provider['licences'] =>
  states.map((state) => ({
    state,
    number: `${state}${number}`,
    kind: 'licence',
    from: '2016-07-01' as Day,
    to: null,
  }))

const medicalPay = { '90792': 16000, '99213': 7200, '99214': 10400, '90833': 4600 }
const therapyPay = {
  '90791': 12500,
  '90832': 5200,
  '90834': 8200,
  '90837': 10000,
  '90846': 7800,
  '90847': 8400,
}
const associatePay = { '90791': 8200, '90832': 3600, '90834': 5400, '90837': 6600 }

/** Licensed in New York; some in New Jersey too, where a few clients live. */
export const providers: readonly DemoProvider[] = [
  {
    key: 'ashdown',
    document: {
      name: { first: 'Marguerite', last: 'Ashdown' },
      credentials: 'MD',
      licences: licences(['NY', 'NJ'], '0284417'),
      npi: '2116000474',
      taxonomy: '2084P0800X',
    },
    supervisor: null,
    pay: medicalPay,
  },
  {
    key: 'lindqvist',
    document: {
      name: { first: 'Tobias', last: 'Lindqvist' },
      credentials: 'PMHNP',
      licences: licences(['NY'], 'F402218'),
      npi: '2150513929',
      taxonomy: '363LP0808X',
    },
    supervisor: null,
    pay: medicalPay,
  },
  {
    key: 'voss',
    document: {
      name: { first: 'Helena', last: 'Voss' },
      credentials: 'PhD',
      licences: licences(['NY', 'NJ'], '0192263'),
      npi: '2985620071',
      taxonomy: '103TC0700X',
    },
    supervisor: null,
    pay: therapyPay,
  },
  {
    key: 'okonjo',
    document: {
      name: { first: 'Renata', last: 'Okonjo' },
      credentials: 'LCSW',
      licences: licences(['NY', 'NJ'], 'R088431'),
      npi: '2361919543',
      taxonomy: '1041C0700X',
    },
    supervisor: null,
    pay: therapyPay,
  },
  {
    key: 'merriweather',
    document: {
      name: { first: 'Silas', last: 'Merriweather' },
      credentials: 'LMFT',
      licences: licences(['NY'], '0014402'),
      npi: '2880703642',
      taxonomy: '106H00000X',
    },
    supervisor: null,
    pay: therapyPay,
  },
  {
    key: 'castellan',
    document: {
      name: { first: 'Priya', last: 'Castellan' },
      credentials: 'LMSW',
      licences: licences(['NY'], '0117750'),
      npi: '2498825993',
      taxonomy: '104100000X',
    },
    supervisor: 'okonjo',
    pay: associatePay,
  },
]

export interface DemoPerson {
  readonly name: string
  readonly email: string
  readonly role: 'owner' | 'clinician' | 'biller'
  readonly provider: ProviderKey | null
}

const mailbox = (name: string): string => `${name.toLowerCase()}@fernbrook.example`

export const owner: DemoPerson = {
  name: 'Odile Farraday',
  email: mailbox('odile'),
  role: 'owner',
  provider: null,
}

export const biller: DemoPerson = {
  name: 'Bram Teller',
  email: mailbox('bram'),
  role: 'biller',
  provider: null,
}

/** A person for each provider, signing in by their first name. */
export const clinicians: readonly DemoPerson[] = providers.map(({ key, document: { name } }) => ({
  name: `${name.first} ${name.last}`,
  email: mailbox(name.first),
  role: 'clinician',
  provider: key,
}))
