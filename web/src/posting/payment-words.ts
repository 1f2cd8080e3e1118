// How clients pay and why a payment is taken back, in the words of the page.
import { shortDay } from '../ui/day-words.ts'
import { moneyText } from '../ui/money-text.ts'
import type { AccountRead, EntryRead, PaymentRead } from './asked.ts'
import { standsAt } from './ledger-words.ts'

export type Method = PaymentRead['method']

export const methods: readonly { readonly value: Method; readonly label: string }[] = [
  { value: 'card', label: 'Card' },
  { value: 'cash', label: 'Cash' },
  { value: 'check', label: 'Check' },
  { value: 'bank', label: 'Bank transfer' },
]

export type Reason =
  | 'wrong-amount'
  | 'wrong-client'
  | 'wrong-day'
  | 'wrong-method'
  | 'wrong-session'
  | 'taken-twice'
  | 'not-honored'

export const reasons: readonly { readonly value: Reason; readonly label: string }[] = [
  { value: 'wrong-amount', label: 'The amount is wrong' },
  { value: 'wrong-client', label: 'It is another client’s' },
  { value: 'wrong-day', label: 'The day is wrong' },
  { value: 'wrong-method', label: 'It was paid another way' },
  { value: 'wrong-session', label: 'It is for another session' },
  { value: 'taken-twice', label: 'It was written down twice' },
  { value: 'not-honored', label: 'The bank did not honor it' },
]

/** As much as the server takes at once. */
export const mostDollars = 50_000

export interface ForSession {
  readonly id: string
  /** `Oct 22, 90834, answered`. */
  readonly says: string
}

/** Sessions that a payment may be for: those that a payer has answered, or that were charged, come first. */
export const sessionsToPay = (entries: readonly EntryRead[]): readonly ForSession[] => {
  const found = new Map<string, ForSession & { readonly answered: boolean }>()
  for (const { sessionId, day, codes, act, privateChargeId, reversedBy } of entries) {
    if (sessionId === null || day === null || reversedBy !== null) continue
    const answered = act === 'remitted' || privateChargeId !== null || found.get(sessionId)?.answered === true
    const says = [shortDay(day), ...codes, ...(answered ? [] : ['not answered yet'])].join(', ')
    found.set(sessionId, { id: sessionId, says, answered })
  }
  const all = [...found.values()]
  return [...all.filter(({ answered }) => answered), ...all.filter(({ answered }) => !answered)]
}

export interface Stands {
  /** Cents owed by the client; below zero where they paid too much. */
  readonly owed: number
  /** Cents held as paid ahead. */
  readonly ahead: number
}

export const standsOf = (accounts: readonly AccountRead[], clientId: string): Stands => {
  const on = (kind: AccountRead['kind']): number => {
    const found = accounts.find((each) => each.kind === kind && each.party === clientId)
    return found === undefined ? 0 : standsAt(found)
  }
  return { owed: on('receivable-client'), ahead: on('deposits-client') }
}

/** `$97.28 stands open. $30.00 is held as a deposit.` */
export const owesWords = ({ owed, ahead }: Stands): string => {
  const owes =
    owed > 0
      ? `${moneyText(owed)} stands open.`
      : owed < 0
        ? `They have paid ${moneyText(-owed)} too much.`
        : 'Nothing stands open.'
  return ahead > 0 ? `${owes} ${moneyText(ahead)} is held as a deposit.` : owes
}
