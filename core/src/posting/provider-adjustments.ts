// Money of a payment that belongs to no claim (PLB): interest is income, the rest waits in suspense until it is settled.
import { type Cents, dollars, negate, sum } from '../values/cents.ts'
import type { Finding } from '../values/finding.ts'
import { account } from '../ledger/chart.ts'
import type { EntryLine } from '../ledger/entry.ts'
import type { ProviderAdjustment, Remittance } from '../remit/remittance.ts'
import { credit, debit } from './entry-lines.ts'

/** What the trade's codes mean, in our own words (docs/sources.md 9). */
const meanings: Readonly<Record<string, string>> = {
  '50': 'a late charge',
  '51': 'a penalty with interest',
  '72': 'a refund of ours acknowledged',
  '90': 'an allowance for early payment',
  AH: 'a fee',
  AP: 'an accelerated payment',
  B2: 'a rebate',
  CS: 'an adjustment',
  CT: 'a payment by the month',
  E3: 'an amount withheld',
  FB: 'a balance carried between payments',
  IR: 'a levy of the tax authority',
  J1: 'an amount not reimbursed',
  L6: 'interest',
  LE: 'a levy',
  PI: 'a periodic payment',
  WO: 'the recovery of an overpayment',
}

const isInterest = (each: ProviderAdjustment): boolean => each.code === 'L6'

const named = ({ code, reference }: ProviderAdjustment): string =>
  reference === null ? code : `${code} ${reference}`

/** A positive amount lowers the payment: the bank gets less. An overpayment put off and taken later ends at nothing. */
export const providerAdjustmentLines = (remittance: Remittance, source: string): readonly EntryLine[] =>
  remittance.providerAdjustments.flatMap((each) => {
    const from = `${source} PLB ${named(each)}`
    return [
      ...credit(account('bank'), each.amount, from),
      ...debit(account(isInterest(each) ? 'interest' : 'suspense'), each.amount, from),
    ]
  })

const waiting = (remittance: Remittance, code: string, amount: Cents): Finding => ({
  code: 'remit:provider-adjustment',
  severity: 'warns',
  whose: 'payer',
  place: remittance.place,
  says: `The payer ${amount > 0 ? 'kept' : 'added'} ${dollars(amount > 0 ? amount : negate(amount))} beside any claim: ${meanings[code] ?? 'a reason of its own'} (${code}).`,
  remedy: 'It stands in suspense: find the letter or the earlier payment it belongs to and settle it.',
  source: 'docs/sources.md 9: PLB codes',
  evidence: { code, amount: dollars(amount) },
})

/** A warning for each code whose amounts are not interest and do not cancel out. */
export const providerAdjustmentFindings = (remittance: Remittance): readonly Finding[] => {
  const open = remittance.providerAdjustments.filter((each) => !isInterest(each))
  if (sum(open.map((each) => each.amount)) === 0) return []
  return [...new Set(open.map((each) => each.code))].flatMap((code) => {
    const amount = sum(open.filter((each) => each.code === code).map((each) => each.amount))
    return amount === 0 ? [] : [waiting(remittance, code, amount)]
  })
}
