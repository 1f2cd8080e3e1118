// People, payers and a practice that do not exist, as stories of the server use them.
import { day } from '@goldenthread/core/values/day.ts'
import type { Client } from '@goldenthread/core/people/person.ts'
import type { Practice, Provider } from '@goldenthread/core/people/provider.ts'

export const inventedPractice = (legalName: string, number = 1) => {
  const document: Practice = {
    legalName,
    npi: '2082462815',
    taxId: '001842277',
    taxIdKind: 'EI',
    taxonomy: '261QM0801X',
    address: {
      street: '418 Sycamore Street',
      unit: 'Suite 3',
      city: 'Albany',
      state: 'NY',
      zip: '122072204',
    },
    contactName: 'Odette Marsh',
    telephone: '5185550114',
  }
  return {
    document,
    zone: 'America/New_York',
    senderQualifier: 'ZZ',
    senderId: `ALDERROW${number}`,
    usage: 'T',
    demo: false,
  } as const
}

export const inventedProvider = (npi = '2131860910'): Provider => ({
  name: { first: 'Imogen', last: 'Harrowgate' },
  credentials: 'LCSW',
  licences: [
    { state: 'NY', number: 'R0998412', kind: 'licence', from: day('2015-09-01'), to: day('2027-08-31') },
  ],
  npi,
  taxonomy: '1041C0700X',
})

export const inventedClient: Client = {
  name: { first: 'Maribel', middle: 'Ana', last: 'Quiñones' },
  chosenName: 'Mari',
  birthDate: day('1988-06-19'),
  sex: 'F',
  address: { street: '27 Larch Lane', unit: 'Apt 4B', city: 'Kingston', state: 'NY', zip: '124015512' },
}

export const inventedPayer = {
  code: 'LKM01',
  name: 'Larkmoor Health Plan',
  class: 'commercial',
  receiverQualifier: 'ZZ',
  receiverId: 'LARKMOOR',
} as const

export const inventedContract = {
  starts: '2026-01-01',
  ends: '2026-12-31',
  feeSchedule: [
    {
      code: '90834',
      from: '2026-01-01',
      to: '2026-12-31',
      charge: 17_000,
      allowed: 12_800,
      source: 'Larkmoor participation agreement 2026, exhibit B',
    },
    {
      code: '90837',
      from: '2026-01-01',
      to: '2026-12-31',
      charge: 20_000,
      allowed: 15_500,
      source: 'Larkmoor participation agreement 2026, exhibit B',
    },
  ],
  payerRules: null,
  source: 'Larkmoor participation agreement 2026',
}

export const inventedCoverage = (payerId: string) => ({
  payerId,
  sequence: 1,
  starts: '2026-01-01',
  ends: null,
  plan: 'Larkmoor Choice PPO',
  memberNumber: 'LKM482207715',
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
})
