// The six payers of the demo practice, one of each class, with what they are charged and what their contracts allow. All are invented.
import type {
  Authorization,
  FeeScheduleRow,
  Payer,
  PayerRules,
} from '@goldenthread/core/coverage/coverage.ts'
import type { Cents } from '@goldenthread/core/values/cents.ts'
import { cents, shareHalfUp } from '@goldenthread/core/values/cents.ts'
import type { Day } from '@goldenthread/core/values/day.ts'

export type PayerKey = 'hollin' | 'medicare' | 'medicaid' | 'tidewater' | 'lantern' | 'garrison'

export interface DemoPayer {
  readonly key: PayerKey
  readonly payer: Payer
  readonly plan: string
  readonly receiverId: string
  readonly taxId: string
  readonly memberPrefix: string
  readonly groupNumber: string | null
  /** What it allows of the practice's charge, in basis points. */
  readonly allows: number
  readonly rules: PayerRules | null
  /** Codes it leaves to another company. */
  readonly carvedOut: readonly string[]
  /** Codes it pays only with an authorization. */
  readonly authorizationNeeded: readonly string[]
  /** Days from the taking of a claim to its payment. */
  readonly paysAfterDays: number
}

/** The practice's own charges, in cents. */
export const charges: Readonly<Record<string, number>> = {
  '90791': 24000,
  '90792': 29000,
  '90832': 11500,
  '90834': 16500,
  '90837': 20500,
  '90846': 16000,
  '90847': 17500,
  '90833': 11000,
  '99213': 15000,
  '99214': 21000,
}

const talk = ['90791', '90832', '90834', '90837', '90846', '90847', '90833']
const rulesFrom = (source: string, rules: Omit<PayerRules, 'source'>): PayerRules => ({ ...rules, source })

export const payers: readonly DemoPayer[] = [
  {
    key: 'hollin',
    payer: { name: 'Hollin Ridge Health Plan', id: 'HRH01', class: 'commercial' },
    plan: 'Hollin Ridge Choice PPO',
    receiverId: 'HOLLINRIDGE',
    taxId: '009117230',
    memberPrefix: 'HRH',
    groupNumber: 'G40117',
    allows: 7600,
    rules: rulesFrom('Hollin Ridge provider manual, chapter 7', {
      associates: 'supervisor',
      timelyFilingDays: 120,
      appealDays: 180,
    }),
    carvedOut: [],
    authorizationNeeded: [],
    paysAfterDays: 6,
  },
  {
    key: 'medicare',
    payer: { name: 'Northern Valley Medicare Contractor', id: 'NVM11', class: 'medicare' },
    plan: 'Medicare Part B',
    receiverId: 'NVMEDICARE',
    taxId: '009230118',
    memberPrefix: '1NV',
    groupNumber: null,
    allows: 6400,
    rules: null,
    carvedOut: [],
    authorizationNeeded: [],
    paysAfterDays: 14,
  },
  {
    key: 'medicaid',
    payer: { name: 'Hudson State Medicaid', id: 'HSMCD', class: 'medicaid' },
    plan: 'State Medicaid',
    receiverId: 'HSMEDICAID',
    taxId: '009344401',
    memberPrefix: 'HS',
    groupNumber: null,
    allows: 5200,
    rules: rulesFrom('State billing manual, behavioral chapter', {
      associates: 'self',
      timelyFilingDays: 90,
    }),
    carvedOut: [],
    authorizationNeeded: [],
    paysAfterDays: 9,
  },
  {
    key: 'tidewater',
    payer: { name: 'Tidewater Community Plan', id: 'TWC04', class: 'medicaid-managed' },
    plan: 'Tidewater Managed Medicaid',
    receiverId: 'TIDEWATER',
    taxId: '009450026',
    memberPrefix: 'TWC',
    groupNumber: null,
    allows: 5000,
    rules: rulesFrom('Tidewater contract, exhibit C', { timelyFilingDays: 120, appealDays: 90 }),
    // Talking treatment is left to the state's own program; medication visits are paid here.
    carvedOut: talk,
    authorizationNeeded: [],
    paysAfterDays: 7,
  },
  {
    key: 'lantern',
    payer: { name: 'Lantern Employee Assistance', id: 'LNEAP', class: 'eap' },
    plan: 'Lantern Six Sessions',
    receiverId: 'LANTERNEAP',
    taxId: '009561170',
    memberPrefix: 'LN',
    groupNumber: 'HARBORWORKS',
    allows: 5500,
    rules: rulesFrom('Lantern affiliate agreement', { timelyFilingDays: 60, appealDays: 90 }),
    carvedOut: [],
    authorizationNeeded: talk,
    paysAfterDays: 10,
  },
  {
    key: 'garrison',
    payer: { name: 'Eastern Garrison TRICARE', id: 'EGT01', class: 'tricare' },
    plan: 'TRICARE Select',
    receiverId: 'EGARRISON',
    taxId: '009677312',
    memberPrefix: 'EG',
    groupNumber: null,
    allows: 6400,
    rules: null,
    carvedOut: [],
    authorizationNeeded: [],
    paysAfterDays: 5,
  },
]

export const payerOf = (key: PayerKey): DemoPayer => {
  const found = payers.find((payer) => payer.key === key)
  if (found === undefined) throw new RangeError(`the demo has no payer ${key}`)
  return found
}

/** What the contract allows for a code. */
export const allowedBy = (payer: DemoPayer, charge: number): Cents => shareHalfUp(cents(charge), payer.allows)

/** The fee schedule of a contract that began before the demo's first day and goes on. */
export const feeSchedule = (payer: DemoPayer, from: Day): readonly FeeScheduleRow[] =>
  Object.entries(charges).map(([code, charge]) => ({
    code,
    from,
    to: null,
    charge: cents(charge),
    allowed: allowedBy(payer, charge),
    source: `${payer.payer.name}, participation agreement, fee exhibit`,
  }))

/** Six sessions with the employee assistance program. */
export const lanternAuthorization = (number: string, from: Day, to: Day): Authorization => ({
  number,
  codes: talk,
  units: 6,
  unitsUsed: 0,
  from,
  to,
})
