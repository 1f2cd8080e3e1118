// What each class of payers expects where no contract says otherwise.
import { day } from '../../values/day.ts'
import type { PayerClass, PayerProfile, Setting } from '../facts.ts'

interface Row {
  readonly payerClass: PayerClass
  readonly label: string
  readonly filingIndicator: string
  readonly timelyFilingDays: number | null
  readonly countsAsHome?: readonly Setting[]
  readonly associates?: PayerProfile['associates']
}

/** Medicare's home takes in lodging, the car and the place of work (docs/sources.md 0, row 4). */
const medicareHome: readonly Setting[] = ['home', 'shelter', 'vehicle', 'work']

const rows: readonly Row[] = [
  { payerClass: 'commercial', label: 'Commercial plan', filingIndicator: 'CI', timelyFilingDays: null },
  {
    payerClass: 'medicare',
    label: 'Original Medicare',
    filingIndicator: 'MB',
    timelyFilingDays: 365,
    countsAsHome: medicareHome,
  },
  // By contract: only Original Medicare has the statutory twelve months (docs/sources.md 0, row 8.2).
  {
    payerClass: 'medicare-advantage',
    label: 'Medicare Advantage plan',
    filingIndicator: '16',
    timelyFilingDays: null,
    countsAsHome: medicareHome,
  },
  { payerClass: 'medicaid', label: 'Medicaid', filingIndicator: 'MC', timelyFilingDays: null },
  {
    payerClass: 'medicaid-managed',
    label: 'Medicaid managed care plan',
    filingIndicator: 'MC',
    timelyFilingDays: null,
  },
  { payerClass: 'tricare', label: 'TRICARE', filingIndicator: 'CH', timelyFilingDays: 365 },
  { payerClass: 'eap', label: 'Employee assistance program', filingIndicator: 'CI', timelyFilingDays: null },
  // No claim is sent; a number is kept so that a receipt can be made of the same parts.
  {
    payerClass: 'self-pay',
    label: 'The client pays',
    filingIndicator: 'ZZ',
    timelyFilingDays: null,
    associates: 'self',
  },
]

export const payerProfileRows: readonly PayerProfile[] = rows.map((row) => ({
  // A platform's standard, not a law (docs/sources.md 0, row 6).
  mentalStatusLeast: { therapy: 3, intake: 5, em: 5 },
  // Nobody unless the payer's written policy says who (docs/sources.md 0, row 1).
  associates: 'nobody',
  severities: {},
  ...row,
  from: day('2024-01-01'),
  to: null,
  source: 'docs/sources.md 6.1, 8.1 (SBR09) and 8.2 with section 0',
}))
