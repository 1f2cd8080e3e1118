// A person's word on what a payer left open: written off, or asked of the client where the law and the contract allow it.
import { canonicalJson } from '../values/canonical-json.ts'
import { type Cents, dollars, zero } from '../values/cents.ts'
import type { Day } from '../values/day.ts'
import { type Finding, field } from '../values/finding.ts'
import { type Result, accepted, refused } from '../values/result.ts'
import type { PayerClass } from '../facts/facts.ts'
import type { Claim } from '../claim/claim.ts'
import { account } from '../ledger/chart.ts'
import type { Account, Entry } from '../ledger/entry.ts'
import { makeEntry } from '../ledger/make-entry.ts'
import { isBeneficiary } from '../remit/explain-adjustments.ts'
import type { MatchedClaim } from '../remit/match.ts'
import { type Adjustment, adjustmentsOf } from '../remit/remittance.ts'
import { credit, debit } from './entry-lines.ts'
import { decidedSource, isContract, openOnClaim } from './open-on-claim.ts'
import { type PostingMoment, receivableClient, receivablePayer } from './posting-terms.ts'

/** Why an amount is given up, in our own words; the practice's reports go by them. */
export const writeOffReasons = [
  'denied',
  'filed-too-late',
  'no-authorization',
  'not-covered',
  'cost-share-not-billable',
  'reduced-by-payer',
  'hardship',
  'small-balance',
] as const
export type WriteOffReason = (typeof writeOffReasons)[number]

export interface OpenClaim {
  readonly claim: Claim
  readonly payerClass: PayerClass
  /** The payer's answer that stands, matched to the claim; null while there is none. */
  readonly answer: MatchedClaim | null
  /** Every entry of the claim. */
  readonly entries: readonly Entry[]
}

export interface ClaimDecision {
  /** Of the decision: the same one makes the same entry. */
  readonly id: string
  readonly amount: Cents
  /** Our line; null for the claim as a whole. */
  readonly line: number | null
}

/** A notice that the client signed before the service: that the plan may not pay it, and that they would. */
export interface SignedNotice {
  readonly signedOn: Day
}

const fault = (
  code: string,
  says: string,
  remedy: string,
  whose: Finding['whose'],
  source: string,
  evidence: Finding['evidence'] = {},
): Finding => ({
  code: `posting:${code}`,
  severity: 'holds-claim',
  whose,
  place: field('amount'),
  says,
  remedy,
  source,
  evidence,
})

const law = 'ARCHITECTURE.md, decided once: accounts and entries'

const notAnswered = fault(
  'not-answered',
  'The payer has not answered this claim, so nothing of it is open to be decided.',
  'Wait for the remittance, or take the claim back.',
  'platform',
  law,
)

const moreThanOpen = (asked: Cents, open: Cents): Finding =>
  fault(
    'more-than-open',
    `${dollars(asked)} is more than stands open with the payer: ${dollars(open)}.`,
    'Decide no more than what stands open.',
    'platform',
    law,
    { asked: dollars(asked), open: dollars(open) },
  )

/** The key ends with the claim's number, as every key of a claim's entries does. */
export const decidedKey = (id: string, claimNumber: string): string => `decided:${id}:${claimNumber}`

/** What is open of that which is decided: the line where one is named, else the claim. */
const openFor = (open: OpenClaim, { amount, line }: ClaimDecision): Result<readonly Adjustment[]> => {
  if (open.answer === null) return refused([notAnswered])
  const { amount: whole, lines } = openOnClaim(open.claim, open.answer, open.payerClass, open.entries)
  const of = line === null ? whole : (lines.find((each) => each.line === line)?.amount ?? zero)
  if (amount <= 0 || amount > of) return refused([moreThanOpen(amount, of)])
  if (line === null) return accepted(adjustmentsOf(open.answer.remitted).filter((each) => !isContract(each)))
  return accepted(lines.find((each) => each.line === line)?.adjustments ?? [])
}

const decided = (
  { claim }: OpenClaim,
  { id, amount, line }: ClaimDecision,
  to: Account,
  says: string,
  { at, sha256 }: PostingMoment,
): Result<Entry> => {
  const source = decidedSource(claim, line)
  return makeEntry({
    key: decidedKey(id, claim.claimNumber),
    act: 'decided',
    at,
    says,
    inputHash: sha256(canonicalJson({ act: 'decided', id, amount, line, to: to.kind })),
    reverses: null,
    lines: [...debit(to, amount, source), ...credit(receivablePayer(claim), amount, source)],
  })
}

/** The entry `decided:<id>:<claim number>`: write-off against the payer's receivable, never beyond what stands open. */
export const writeOff = (
  open: OpenClaim,
  decision: ClaimDecision & { readonly reason: WriteOffReason },
  moment: PostingMoment,
): Result<Entry> => {
  const found = openFor(open, decision)
  if (!found.ok) return found
  const says = `What claim ${open.claim.claimNumber} left open was written off: ${decision.reason}.`
  return decided(open, decision, account('write-off'), says, moment)
}

const neverTheClients: Readonly<Partial<Record<PayerClass, readonly [says: string, source: string]>>> = {
  medicaid: ['A Medicaid client is not billed what the plan does not pay.', '42 CFR 447.15'],
  'medicaid-managed': [
    'A client of a Medicaid plan is not billed what the plan does not pay.',
    '42 CFR 438.106, 42 CFR 447.15',
  ],
  eap: ['An employee assistance session is free for the client.', 'docs/sources.md money 3.7'],
}

const isMedicare = (payerClass: PayerClass): boolean =>
  payerClass === 'medicare' || payerClass === 'medicare-advantage'

const barred = (says: string, remedy: string, whose: Finding['whose'], source: string): Finding =>
  fault('not-the-clients', says, remedy, whose, source)

const give = 'Appeal it, or write it off.'

/** A claim that came too late is the practice's own fault (docs/sources.md 8.4: 29 is never the client's). */
const tooLate = '29'

/** What stands in the way of asking the client; empty when nothing does. */
const clientFaults = (
  { claim, payerClass, answer }: OpenClaim,
  notice: SignedNotice | null,
  adjustments: readonly Adjustment[],
): readonly Finding[] => {
  const never = neverTheClients[payerClass]
  if (never !== undefined) return [barred(never[0], give, 'law', never[1])]
  if (answer !== null && isBeneficiary(answer.remitted))
    return [
      barred(
        'A qualified Medicare beneficiary owes nothing of what Medicare covers.',
        'Bill the state’s plan when there is one, else write it off.',
        'law',
        'Social Security Act 1902(n)(3)(B); docs/sources.md 8.4',
      ),
    ]
  if (adjustments.some(({ reason }) => reason === tooLate))
    return [
      barred(
        'A claim that was filed too late is not the client’s fault.',
        give,
        'payer',
        'docs/sources.md 8.4',
      ),
    ]
  const signed = notice !== null && notice.signedOn <= claim.day
  if (signed) return []
  const remedy =
    'Give the day of a notice that the client signed before the service; else appeal it or write it off.'
  if (isMedicare(payerClass))
    return [
      barred(
        'A Medicare client owes nothing for a denied service without a notice signed before it.',
        remedy,
        'law',
        '42 CFR 411.404, 42 CFR 411.408',
      ),
    ]
  return adjustments.some(({ group }) => group !== 'PR' && group !== 'OA')
    ? [
        barred(
          'The payer put this on the practice’s account, and its contract keeps it from the client.',
          remedy,
          'payer',
          'docs/sources.md 8.4: CO and PI are the provider’s',
        ),
      ]
    : []
}

/**
 * The entry that moves what a payer left open to the client's account. Refused (`posting:not-the-clients`) for Medicaid,
 * a qualified Medicare beneficiary, an employee assistance session, a claim filed too late; and without a notice signed
 * on or before the day of service for Medicare and for what the payer put on the practice's account.
 */
export const moveToClient = (
  open: OpenClaim,
  decision: ClaimDecision & { readonly notice: SignedNotice | null },
  moment: PostingMoment,
): Result<Entry> => {
  const found = openFor(open, decision)
  if (!found.ok) return found
  const faults = clientFaults(open, decision.notice, found.value)
  if (faults.length > 0) return refused(faults)
  const says = `What the payer did not pay of claim ${open.claim.claimNumber} is asked of the client.`
  return decided(open, decision, receivableClient(open.claim), says, moment)
}
