// Takes a client's payment back that was written down wrongly: its entry is reversed, and what stands settles what is owed again.
import { canonicalJson } from '../values/canonical-json.ts'
import { greater, lesser, negate, zero } from '../values/cents.ts'
import { type Result, accepted } from '../values/result.ts'
import { balanceOf, netOf } from '../ledger/balance.ts'
import { account } from '../ledger/chart.ts'
import type { Entry } from '../ledger/entry.ts'
import { makeEntry } from '../ledger/make-entry.ts'
import { reverse } from '../ledger/reversal.ts'
import { credit, debit } from './entry-lines.ts'
import { earnedStanding, isChargePaid, owedAgainKey } from './post-charged.ts'
import type { PostingMoment } from './posting-terms.ts'
import type { PrivateCharge } from './private-charge.ts'

/** Why a payment is taken back; the words stand in the ledger, so that nothing of the client does. */
export const takeBackReasons = {
  'wrong-amount': 'its amount was written down wrongly',
  'wrong-client': 'it is another client’s',
  'wrong-day': 'its day was written down wrongly',
  'wrong-method': 'its method was written down wrongly',
  'wrong-session': 'it is for another session',
  'taken-twice': 'it was written down twice',
  'not-honored': 'the bank did not honor it',
} as const

export type TakeBackReason = keyof typeof takeBackReasons

export interface PaymentTakenBack {
  /** The entry `client-paid:<key>` that took it. */
  readonly paid: Entry
  /** The party of the client's accounts. */
  readonly client: string
  readonly reason: TakeBackReason
  /** Everything on the client's accounts, and of the charges below, in the order it was posted. */
  readonly entries: readonly Entry[]
  /** Charges of the client that stand and count as paid. */
  readonly charges: readonly PrivateCharge[]
}

/** What this payment, held as paid ahead, had settled and nothing else stands behind is owed again. */
const owedAgain = (
  entries: readonly Entry[],
  { paid, client }: PaymentTakenBack,
  moment: PostingMoment,
): readonly Entry[] => {
  const [owed, ahead] = [account('receivable-client', client), account('deposits-client', client)]
  const lacks = negate(balanceOf(entries, ahead))
  if (lacks <= 0) return []
  const made = makeEntry({
    key: owedAgainKey(paid.key),
    act: 'client-paid',
    at: moment.at,
    says: 'What a payment taken back had settled, as paid ahead, is owed again.',
    inputHash: moment.sha256(canonicalJson({ act: 'owed-again', paid: paid.key, lacks })),
    reverses: null,
    lines: [...debit(owed, lacks, paid.key), ...credit(ahead, lacks, paid.key)],
  })
  if (!made.ok) throw new Error('what is owed again stands on both sides')
  return [made.value]
}

/** What stands as paid ahead settles what the reversal has opened again. */
const settleAgain = (
  entries: readonly Entry[],
  { paid, client }: PaymentTakenBack,
  moment: PostingMoment,
): readonly Entry[] => {
  const [owed, ahead] = [account('receivable-client', client), account('deposits-client', client)]
  const opened = greater(netOf(paid.lines, owed) < 0 ? balanceOf(entries, owed) : zero, zero)
  const amount = lesser(opened, balanceOf(entries, ahead))
  if (amount <= 0) return []
  const key = `settled:${paid.key}`
  const made = makeEntry({
    key,
    act: 'client-paid',
    at: moment.at,
    says: 'What the client paid ahead settles what a payment taken back had settled.',
    inputHash: moment.sha256(canonicalJson({ act: 'settled', paid: paid.key, amount })),
    reverses: null,
    lines: [...debit(ahead, amount, paid.key), ...credit(owed, amount, paid.key)],
  })
  if (!made.ok) throw new Error('what is settled stands on both sides')
  return [made.value]
}

export interface TakenBack {
  /**
   * What no charge is the document of: the reversal and, where money paid ahead takes its place, `settled:<its key>`;
   * where it was paid ahead itself and is spent, `owed-again:<its key>`.
   */
  readonly entries: readonly Entry[]
  /** Charges that are not paid any more, with the reversal of what their providers earned by them. */
  readonly unpaid: readonly { readonly charge: PrivateCharge; readonly entries: readonly Entry[] }[]
}

/**
 * Takes the payment back: what it settled, at once or as money paid ahead, is owed again unless other money paid ahead
 * stands in its place. What a provider has earned by a charge that is not paid any more is taken back with it. Refused
 * only where the payment was taken back before.
 */
export const takeBackPaid = (asked: PaymentTakenBack, moment: PostingMoment): Result<TakenBack> => {
  const { paid, reason, entries, charges } = asked
  const says = `A client’s payment was taken back: ${takeBackReasons[reason]}.`
  const demand = { at: moment.at, says, sha256: moment.sha256 }
  const back = reverse(paid, demand)
  if (!back.ok) return back
  const reversed = [...entries, back.value]
  const opened = owedAgain(reversed, asked, moment)
  const settled = opened.length > 0 ? opened : settleAgain(reversed, asked, moment)
  const after = [...reversed, ...settled]
  const unpaid = charges
    .filter((each) => isChargePaid(entries, each) && !isChargePaid(after, each))
    .map((charge) => {
      const earned = earnedStanding(entries, charge)
      const taken = earned === null ? null : reverse(earned, demand)
      return { charge, entries: taken?.ok === true ? [taken.value] : [] }
    })
  return accepted({ entries: [back.value, ...settled], unpaid })
}
