// Filing a session that the client pays: the charge becomes what the client owes; taken back, what was paid is paid ahead.
import { type Json, canonicalJson } from '../values/canonical-json.ts'
import { type Cents, greater, lesser, negate, subtract, zero } from '../values/cents.ts'
import { type Result, accepted } from '../values/result.ts'
import { balanceOf, netOf } from '../ledger/balance.ts'
import { account } from '../ledger/chart.ts'
import type { Account, Entry, EntryLine } from '../ledger/entry.ts'
import { makeEntry } from '../ledger/make-entry.ts'
import { reversalIn, reverse } from '../ledger/reversal.ts'
import { earnedPrivately } from './earn-share.ts'
import { credit, debit } from './entry-lines.ts'
import type { PayContract } from './pay-contract.ts'
import { paidKey } from './post-client-paid.ts'
import { filedKey } from './post-filed.ts'
import { type PostingMoment, shareLines } from './posting-terms.ts'
import type { PrivateCharge } from './private-charge.ts'

export const earnedKey = (number: string): string => `earned:${number}`

const sourceOf = ({ number }: PrivateCharge): string => `charge ${number}`

const chargeLines = (charge: PrivateCharge): readonly EntryLine[] =>
  charge.lines.flatMap((line) => {
    const source = `${sourceOf(charge)} line ${line.number}`
    return [
      ...debit(account('receivable-client', charge.client), line.agreed, source),
      ...debit(account('contract-allowance'), subtract(line.charge, line.agreed), source),
      ...credit(account('session-fees'), line.charge, source),
    ]
  })

const inputOf = (charge: PrivateCharge): Json => ({
  ...charge,
  act: 'filed',
  lines: charge.lines.map((line) => ({ ...line })),
})

/**
 * The entry `filed:<number of the charge>`. Nothing is expected of a payer: the client owes what was agreed, and what
 * they paid ahead settles it at once. A share that the pay contract guarantees is earned here; any other is earned when
 * the client has paid (`earnPaid`), as it is earned of a payer's money when the payer has answered.
 */
export const postCharged = (
  charge: PrivateCharge,
  payContract: PayContract | null,
  entries: readonly Entry[],
  moment: PostingMoment,
): Result<Entry> => {
  const source = sourceOf(charge)
  const deposits = account('deposits-client', charge.client)
  const applied = lesser(greater(balanceOf(entries, deposits), zero), charge.agreed)
  const earned = earnedPrivately(payContract, charge)
  const made = makeEntry({
    key: filedKey(charge.number),
    act: 'filed',
    at: moment.at,
    says: 'The client was charged for a session that no payer is billed for.',
    inputHash: moment.sha256(canonicalJson(inputOf(charge))),
    reverses: null,
    lines: [
      ...chargeLines(charge),
      ...debit(deposits, applied, source),
      ...credit(account('receivable-client', charge.client), applied, source),
      ...(payContract?.guaranteed === true ? shareLines(earned, charge.provider, source) : []),
    ],
  })
  return made.ok ? accepted(made.value, earned.findings) : made
}

const stands = (entries: readonly Entry[], key: string): Entry | null => {
  const found = entries.find((each) => each.key === key)
  return found === undefined || reversalIn(entries, found) !== null ? null : found
}

/** The entry by which what a payment taken back had settled is owed again; `paid` is the key of the payment's entry. */
export const owedAgainKey = (paid: string): string => `owed-again:${paid}`

/** Whether an entry takes away money that settled what was owed: a payment taken back, or what it had settled. */
const takesMoneyAway = ({ key, reverses }: Entry): boolean =>
  key.startsWith(owedAgainKey('')) || reverses?.startsWith(paidKey('')) === true

/** Entries that move what a client owes between their accounts, and are no new debt. */
const movesDebt = ({ key }: Entry): boolean =>
  key.startsWith(owedAgainKey('')) || key.startsWith('paid-ahead:')

const debitOn = ({ lines }: Entry, owed: Account): Cents =>
  netOf(
    lines.filter(({ side }) => side === 'debit'),
    owed,
  )

/**
 * Whether a charge is paid: what the client still owes is owed for what came last, since the oldest is settled first.
 * Money paid ahead settles a charge when it is posted; once money was taken away after that, nobody can say any more
 * which of it that was, and whatever stands settles the oldest first. `entries` are those of the client's accounts, in
 * the order they were posted.
 */
export const isChargePaid = (entries: readonly Entry[], charge: PrivateCharge): boolean => {
  const owed = account('receivable-client', charge.client)
  const filed = stands(entries, filedKey(charge.number))
  if (filed === null) return false
  const after = entries.slice(entries.indexOf(filed) + 1)
  const isTakenAway = after.some(takesMoneyAway)
  const owedSince = after
    .filter((each) => each.reverses === null && reversalIn(entries, each) === null && !movesDebt(each))
    .map((each) => (isTakenAway ? debitOn(each, owed) : greater(balanceOf([each], owed), zero)))
    .reduce((all, each) => all + each, 0)
  const settledAtOnce = !isTakenAway && balanceOf([filed], owed) <= 0
  return settledAtOnce || balanceOf(entries, owed) <= owedSince
}

const earnedEver = (entries: readonly Entry[], { number }: PrivateCharge): readonly Entry[] =>
  entries.filter(({ key }) => key === earnedKey(number) || key.startsWith(`${earnedKey(number)}:`))

/** What the provider has earned by a charge that was paid, as it stands; null when it is not earned, or was taken back. */
export const earnedStanding = (entries: readonly Entry[], charge: PrivateCharge): Entry | null =>
  earnedEver(entries, charge).find((each) => reversalIn(entries, each) === null) ?? null

/**
 * The entry `earned:<number>` of a charge that is paid in full, once: what no contract guarantees is earned on collection
 * (docs/sources.md 9). Earned again after a payment was taken back it is `earned:<number>:2`. Null while it is not paid,
 * or when nothing is earned by it that was not earned before.
 */
export const earnPaid = (
  entries: readonly Entry[],
  charge: PrivateCharge,
  payContract: PayContract | null,
  moment: PostingMoment,
): Entry | null => {
  if (payContract === null || payContract.guaranteed || !isChargePaid(entries, charge)) return null
  if (earnedStanding(entries, charge) !== null) return null
  const lines = shareLines(earnedPrivately(payContract, charge), charge.provider, sourceOf(charge))
  if (lines.length === 0) return null
  const before = earnedEver(entries, charge).length
  const key = before === 0 ? earnedKey(charge.number) : `${earnedKey(charge.number)}:${before + 1}`
  const made = makeEntry({
    key,
    act: 'client-paid',
    at: moment.at,
    says: 'The client has paid for the session, and the provider has earned by it.',
    inputHash: moment.sha256(canonicalJson({ act: 'earned', number: charge.number, key })),
    reverses: null,
    lines,
  })
  if (!made.ok) throw new Error('a share stands on both sides')
  return made.value
}

const paidAhead = (
  entries: readonly Entry[],
  charge: PrivateCharge,
  moment: PostingMoment,
): readonly Entry[] => {
  const owed = account('receivable-client', charge.client)
  const over = negate(balanceOf(entries, owed))
  if (over <= 0) return []
  const source = sourceOf(charge)
  const made = makeEntry({
    key: `paid-ahead:${charge.number}`,
    act: 'client-paid',
    at: moment.at,
    says: 'What the client paid for a charge that was taken back stands as paid ahead.',
    inputHash: moment.sha256(canonicalJson({ act: 'paid-ahead', number: charge.number, over })),
    reverses: null,
    lines: [...debit(owed, over, source), ...credit(account('deposits-client', charge.client), over, source)],
  })
  if (!made.ok) throw new Error('what is paid ahead stands on both sides')
  return [made.value]
}

/**
 * Where money paid ahead was taken away that had settled the charge, that is owed again; the charge gone, what it gives
 * back as paid ahead settles it.
 */
const settleOwedAgain = (
  before: readonly Entry[],
  back: readonly Entry[],
  charge: PrivateCharge,
  moment: PostingMoment,
): readonly Entry[] => {
  const owed = account('receivable-client', charge.client)
  const ahead = account('deposits-client', charge.client)
  const after = [...before, ...back]
  const again = before.filter(({ key }) => key.startsWith(owedAgainKey('')))
  const amount = [balanceOf(back, ahead), balanceOf(again, owed), balanceOf(after, ahead)].reduce(
    lesser,
    balanceOf(after, owed),
  )
  if (amount <= 0) return []
  const source = sourceOf(charge)
  const made = makeEntry({
    key: `settled:${filedKey(charge.number)}`,
    act: 'client-paid',
    at: moment.at,
    says: 'What was owed again for a charge that was taken back is owed no more.',
    inputHash: moment.sha256(canonicalJson({ act: 'settled', number: charge.number, amount })),
    reverses: null,
    lines: [...debit(ahead, amount, source), ...credit(owed, amount, source)],
  })
  if (!made.ok) throw new Error('what is settled stands on both sides')
  return [made.value]
}

/**
 * Takes a charge back: its filing and the share it earned are reversed, and what the client has paid beyond what they
 * owe then is held as paid ahead. Empty when the charge does not stand. `entries` are those of the client's accounts and
 * of the charge.
 */
export const takeBackCharge = (
  entries: readonly Entry[],
  charge: PrivateCharge,
  says: string,
  moment: PostingMoment,
): readonly Entry[] => {
  const standing = [stands(entries, filedKey(charge.number)), earnedStanding(entries, charge)].filter(
    (each) => each !== null,
  )
  if (!standing.some(({ act }) => act === 'filed')) return []
  const back = standing.map((each) => {
    const made = reverse(each, { at: moment.at, says, sha256: moment.sha256 })
    if (!made.ok) throw new Error('what stands can be reversed')
    return made.value
  })
  const over = paidAhead([...entries, ...back], charge, moment)
  return [...back, ...(over.length > 0 ? over : settleOwedAgain(entries, back, charge, moment))]
}
