// A practice, its people and its payer that do not exist, for measuring.
import type { Client } from '@goldenthread/core/people/person.ts'
import type { Provider } from '@goldenthread/core/people/provider.ts'
import { day } from '@goldenthread/core/values/day.ts'

export const practice = {
  document: {
    legalName: 'Alder Row Counseling PLLC',
    npi: '2082462815',
    taxId: '001842277',
    taxIdKind: 'EI',
    taxonomy: '261QM0801X',
    address: { street: '418 Sycamore Street', city: 'Albany', state: 'NY', zip: '122072204' },
    contactName: 'Odette Marsh',
    telephone: '5185550114',
  },
  zone: 'America/New_York',
  senderQualifier: 'ZZ',
  senderId: 'ALDERROW',
  usage: 'T',
  demo: false,
} as const

const provider: Provider = {
  name: { first: 'Imogen', last: 'Harrowgate' },
  credentials: 'LCSW',
  licences: [{ state: 'NY', number: 'R0998412', kind: 'licence', from: day('2015-09-01'), to: null }],
  npi: '2131860910',
  taxonomy: '1041C0700X',
}

const client: Client = {
  name: { first: 'Maribel', last: 'Quiñones' },
  birthDate: day('1988-06-19'),
  sex: 'F',
  address: { street: '27 Larch Lane', city: 'Kingston', state: 'NY', zip: '124015512' },
}

export const people = { provider, client }

export const payer = {
  code: 'LKM01',
  name: 'Larkmoor Health Plan',
  class: 'commercial',
  receiverQualifier: 'ZZ',
  receiverId: 'LARKMOOR',
} as const

const source = 'Larkmoor participation agreement, exhibit B'

export const contract = {
  starts: '2025-10-01',
  ends: null,
  feeSchedule: [{ code: '90834', from: '2025-10-01', to: null, charge: 17_000, allowed: 12_800, source }],
  payerRules: null,
  source,
}

export const coverage = {
  sequence: 1,
  starts: '2025-10-01',
  ends: null,
  plan: 'Larkmoor Choice PPO',
  groupNumber: 'G77120',
  relation: 'self',
  benefits: {
    deductibleLeft: 0,
    copay: 3000,
    coinsurance: null,
    visitsLeft: null,
    authorizationNeeded: false,
  },
  authorization: null,
  subscriber: null,
}
