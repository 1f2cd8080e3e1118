// A person's word on payer money that stands unapplied: put to a claim, or given back to the payer.
import { canonicalJson } from '../values/canonical-json.ts'
import { type Cents, dollars } from '../values/cents.ts'
import { type Finding, field } from '../values/finding.ts'
import { type Result, refused } from '../values/result.ts'
import type { Claim } from '../claim/claim.ts'
import { balanceOf } from '../ledger/balance.ts'
import { account } from '../ledger/chart.ts'
import type { Entry } from '../ledger/entry.ts'
import { makeEntry } from '../ledger/make-entry.ts'
import { decidedKey } from './decide-claim.ts'
import { credit, debit } from './entry-lines.ts'
import { type PostingMoment, receivablePayer } from './posting-terms.ts'

/** Money of a remittance that found no claim. */
export interface UnappliedMoney {
  /** Its entry's key. */
  readonly key: string
  /** What of it nobody has decided yet. */
  readonly left: Cents
}

/** What an entry put to unapplied money; below zero where a payer took back what was never applied. */
export const unappliedIn = (entry: Entry): Cents => balanceOf([entry], account('unapplied'))

const tooMuch = (asked: Cents, left: Cents): Finding => ({
  code: 'posting:more-than-unapplied',
  severity: 'holds-claim',
  whose: 'platform',
  place: field('amount'),
  says: `${dollars(asked)} is more than is left of the unapplied money, or than the claim has open: ${dollars(left)}.`,
  remedy: 'Give no more than is left.',
  source: 'ARCHITECTURE.md, decided once: accounts and entries',
  evidence: { asked: dollars(asked), left: dollars(left) },
})

/** A finding when an amount is nothing, or more than is left. */
export const unappliedFaults = (asked: Cents, left: Cents): readonly Finding[] =>
  asked > 0 && asked <= left ? [] : [tooMuch(asked, left)]

export interface MoneyToClaim {
  readonly id: string
  readonly money: UnappliedMoney
  readonly claim: Claim
  /** Every entry of the claim. */
  readonly entries: readonly Entry[]
  readonly amount: Cents
}

/** The entry `decided:<id>:<claim number>`: unapplied money settles what stands open on a claim, and no more than that. */
export const applyUnapplied = (
  { id, money, claim, entries, amount }: MoneyToClaim,
  { at, sha256 }: PostingMoment,
): Result<Entry> => {
  const open = balanceOf(entries, receivablePayer(claim))
  const faults = unappliedFaults(amount, open < money.left ? open : money.left)
  if (faults.length > 0) return refused(faults)
  const source = `${money.key} to claim ${claim.claimNumber}`
  return makeEntry({
    key: decidedKey(id, claim.claimNumber),
    act: 'decided',
    at,
    says: `Unapplied money was put to claim ${claim.claimNumber} by hand.`,
    inputHash: sha256(canonicalJson({ act: 'decided', id, from: money.key, amount })),
    reverses: null,
    lines: [
      ...debit(account('unapplied'), amount, source),
      ...credit(receivablePayer(claim), amount, source),
    ],
  })
}

export interface Refund {
  /** Of the decision that marked it. */
  readonly id: string
  readonly money: Pick<UnappliedMoney, 'key'>
  readonly amount: Cents
}

/** The entry `refunded:<id>`: what was marked to be given back has left the bank. */
export const refundUnapplied = (
  { id, money, amount }: Refund,
  { at, sha256 }: PostingMoment,
): Result<Entry> =>
  makeEntry({
    key: `refunded:${id}`,
    act: 'decided',
    at,
    says: 'Unapplied money was given back to the payer.',
    inputHash: sha256(canonicalJson({ act: 'refunded', id, from: money.key, amount })),
    reverses: null,
    lines: [...debit(account('unapplied'), amount, money.key), ...credit(account('bank'), amount, money.key)],
  })
