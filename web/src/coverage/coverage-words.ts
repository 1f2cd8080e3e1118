// A coverage in words: what the plan states, and what it does not state, which is an answer too.
import type { components } from '../api/generated.api.ts'
import { moneyText } from '../ui/money-text.ts'

export type Coverage = components['schemas']['Coverage']
export type Payer = components['schemas']['Payer']
type Benefits = Coverage['benefits']

export const notStated = 'not stated'

const amount = (cents: number | null): string => (cents === null ? notStated : moneyText(cents))

/** Basis points as a part of a hundred: 2000 is `20 %`. */
export const percent = (basisPoints: number | null): string =>
  basisPoints === null ? notStated : `${(basisPoints / 100).toString()} %`

export const benefitRows = (benefits: Benefits): readonly (readonly [string, string])[] => [
  ['Copay', amount(benefits.copay)],
  ['Coinsurance', percent(benefits.coinsurance)],
  ['Deductible left', amount(benefits.deductibleLeft)],
  ['Visits left', benefits.visitsLeft === null ? notStated : String(benefits.visitsLeft)],
  [
    'Authorization',
    benefits.authorizationNeeded === null
      ? notStated
      : benefits.authorizationNeeded
        ? 'needed'
        : 'not needed',
  ],
]

export const holdsOn = ({ starts, ends }: Pick<Coverage, 'starts' | 'ends'>, day: string): boolean =>
  starts <= day && (ends === null || ends >= day)

const orders = ['', 'Pays first', 'Pays second', 'Pays third']

/** Said where a client has more than one at a time. */
export const orderWords = (sequence: number): string => orders[sequence] ?? ''

/** What is left: what the payer said was used counts where it is more than was billed here. */
export const sessionsLeft = (
  { units, unitsUsed }: Pick<NonNullable<Coverage['authorization']>, 'units' | 'unitsUsed'>,
  billed: number,
): number => Math.max(0, units - Math.max(unitsUsed, billed))
