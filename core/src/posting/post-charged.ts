// Filing a session that the client pays: the charge becomes what the client owes; taken back, what was paid is paid ahead.
import { type Json, canonicalJson } from '../values/canonical-json.ts'
import { greater, lesser, negate, subtract, zero } from '../values/cents.ts'
import { type Result, accepted } from '../values/result.ts'
import { balanceOf } from '../ledger/balance.ts'
import { account } from '../ledger/chart.ts'
import type { Entry, EntryLine } from '../ledger/entry.ts'
import { makeEntry } from '../ledger/make-entry.ts'
import { reversalIn, reverse } from '../ledger/reversal.ts'
import { earnedPrivately } from './earn-share.ts'
import { credit, debit } from './entry-lines.ts'
import type { PayContract } from './pay-contract.ts'
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

/**
 * Whether a charge is paid: what the client still owes is owed for what came last, since the oldest is settled first.
 * `entries` are those of the client's accounts, in the order they were posted.
 */
export const isChargePaid = (entries: readonly Entry[], charge: PrivateCharge): boolean => {
  const owed = account('receivable-client', charge.client)
  const filed = stands(entries, filedKey(charge.number))
  if (filed === null) return false
  const after = entries.slice(entries.indexOf(filed) + 1)
  const owedSince = after
    .filter((each) => each.reverses === null && reversalIn(entries, each) === null)
    .map((each) => greater(balanceOf([each], owed), zero))
    .reduce((all, each) => all + each, 0)
  return balanceOf([filed], owed) <= 0 || balanceOf(entries, owed) <= owedSince
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
  return [...back, ...paidAhead([...entries, ...back], charge, moment)]
}
