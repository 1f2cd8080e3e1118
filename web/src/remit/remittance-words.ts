// What a remittance says for people: its equation, its proofs, and what of it a person looks at.
import { moneyText } from '../ui/money-text.ts'
import type { ProofLine, ProofTerm } from '../ui/proof.tsx'
import type { RemittanceRead, RemittedClaim, Unapplied } from './asked.ts'

/** What stands beside any claim (PLB), in our own words; docs/sources.md 9. */
const beside: Readonly<Record<string, string>> = {
  '50': 'late charge',
  '51': 'penalty with interest',
  '72': 'refund of yours acknowledged',
  '90': 'early payment',
  AH: 'fee',
  AP: 'paid ahead',
  B2: 'rebate',
  CS: 'adjusted',
  CT: 'paid by the month',
  E3: 'withheld',
  FB: 'carried between payments',
  IR: 'tax levy',
  J1: 'not reimbursed',
  L6: 'interest',
  LE: 'levy',
  PI: 'periodic payment',
  WO: 'taken back',
}

export const besideWords = (code: string): string => beside[code] ?? `beside any claim, ${code}`

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

const sum = (amounts: readonly number[]): number => amounts.reduce((all, each) => all + each, 0)

/** Claims paid, less what was kept beside them, is what the payer sends, is what stands in the books. */
export const termsOf = (read: RemittanceRead, payer: string, banked: number | null): readonly ProofTerm[] => {
  const { proof, claims, providerAdjustments } = read
  const codes = [...new Set(providerAdjustments.map(({ code }) => code))]
  const adjusted = codes.flatMap((code): readonly ProofTerm[] => {
    const cents = sum(providerAdjustments.filter((each) => each.code === code).map(({ amount }) => amount))
    const says = code === 'L6' && cents < 0 ? 'interest to you' : besideWords(code)
    return cents === 0 ? [] : [{ says, cents: Math.abs(cents), sign: cents > 0 ? '−' : '+' }]
  })
  return [
    { says: `${counted(claims.length, 'claim')} paid`, cents: proof.from },
    ...adjusted,
    { says: `${payer} says it pays`, cents: proof.stated, sign: '=' },
    ...(banked === null ? [] : [{ says: 'in your books', cents: banked, sign: '=' as const }]),
  ]
}

const isContract = ({ group, reason }: { readonly group: string; readonly reason: string }): boolean =>
  group === 'CO' && reason === '45'

const fileProof = ({ claims, proof }: RemittanceRead): ProofLine => {
  const all = claims.flatMap(({ adjustments }) => adjustments)
  const of = (kept: typeof all): number => sum(kept.map(({ amount }) => amount))
  const charged = sum(claims.map(({ charge }) => charge))
  const parts: readonly (readonly [number, string])[] = [
    [of(all.filter(isContract)), 'contract'],
    [of(all.filter(({ group }) => group === 'PR')), 'clients'],
    [of(all.filter((each) => !isContract(each) && each.group !== 'PR')), 'other reasons'],
  ]
  const less = parts
    .filter(([amount]) => amount !== 0)
    .map(([amount, says]) => ` − ${moneyText(amount)} ${says}`)
    .join('')
  const difference = sum(proof.claims.map((each) => each.difference))
  const says = `File: ${moneyText(charged)} charged${less} = ${moneyText(proof.from)} paid`
  return { says, difference, holds: difference === 0 }
}

const paymentProof = ({ proof }: RemittanceRead): readonly ProofLine[] => {
  if (proof.less === 0 && proof.holds) return []
  const less = proof.less === 0 ? '' : ` − ${moneyText(proof.less)} beside them`
  const says = `Payment: ${moneyText(proof.from)} paid on claims${less} = ${moneyText(proof.stated)} sent`
  return [{ says, difference: proof.difference, holds: proof.difference === 0 }]
}

/** Line, claim, file, payment where something stands beside its claims, and that it was posted once. */
export const proofsOf = (read: RemittanceRead): readonly ProofLine[] => {
  const { proof, remittance } = read
  const lines = proof.claims.flatMap((claim) => claim.lines)
  const held = (of: readonly { readonly holds: boolean }[]): number => of.filter(({ holds }) => holds).length
  const claimHolds = proof.claims.map(({ holds, charges }) => ({ holds: holds && (charges?.holds ?? true) }))
  const off = sum(proof.claims.map(({ charges }) => (charges === null ? 0 : charges.claim - charges.lines)))
  return [
    {
      says: `${held(lines)} of ${counted(lines.length, 'service line')}: charge − adjustments = paid`,
      difference: sum(lines.map(({ difference }) => difference)),
      holds: held(lines) === lines.length,
    },
    {
      says: `${held(claimHolds)} of ${counted(claimHolds.length, 'claim')}: lines add up to the claim`,
      difference: off + sum(proof.claims.map(({ difference }) => difference)),
      holds: held(claimHolds) === claimHolds.length,
    },
    fileProof(read),
    ...paymentProof(read),
    {
      says:
        remittance.status === 'posted'
          ? `Never posted before: trace number ${remittance.trace} was new`
          : 'Not posted: only its deposit stands, as money not yet applied',
      difference: null,
      holds: remittance.status === 'posted',
    },
  ]
}

const whatFor = (claim: RemittedClaim): string => {
  const { clientName, lines } = claim
  const codes = [...new Set(lines.map(({ procedure }) => procedure))].join(', ')
  return clientName === null
    ? `${codes} of nobody you billed`
    : `${clientName.first} ${clientName.last}, ${codes}`
}

/** Why money of a claim of yours was not posted to it, as it was told when it came. */
const whyUnapplied = ({ remittance }: RemittanceRead, { claimNumber }: RemittedClaim): string => {
  const told = remittance.findings.find(
    ({ code, evidence }) => code === 'remit:unapplied' && evidence['claimNumber'] === claimNumber,
  )
  return told === undefined ? '' : ` ${told.says} ${told.remedy}`
}

/** One thing that a person looks at. */
export interface LookAt {
  readonly id: string
  readonly state: 'needs-you' | 'on-its-way'
  readonly title: string
  readonly cents: number
  /** Behind the amount: `short`, `at stake`. */
  readonly after?: string
  readonly says: string
  readonly claimId: string | null
  /** The unapplied money that is put to a claim or given back. */
  readonly unapplied?: Unapplied
}

const refusals = (claim: RemittedClaim): string =>
  claim.adjustments
    .filter((each) => !isContract(each) && each.group !== 'PR')
    .map(({ label, group, reason, nextAction }) => `${label} (${group} ${reason}). ${nextAction}`)
    .join(' ')

const ofClaim = (
  read: RemittanceRead,
  claim: RemittedClaim,
  place: number,
  unapplied: readonly Unapplied[],
): readonly LookAt[] => {
  const base = { id: `claim-${place}`, claimId: claim.claimId }
  const money = unapplied.find(({ claimOfRemittance }) => claimOfRemittance === place)
  if (money !== undefined)
    return [
      {
        ...base,
        state: 'needs-you',
        title: claim.claimId === null ? 'No claim of that number' : 'Not posted to its claim',
        cents: money.left,
        says:
          claim.claimId === null
            ? `${whatFor(claim)}. They wrote ${claim.claimNumber || 'no number'}; their own number is ${claim.payerClaimNumber || 'not given'}.`
            : `${whatFor(claim)}.${whyUnapplied(read, claim)}`,
        unapplied: money,
      },
    ]
  if (claim.kind === 'reversal')
    return [
      {
        ...base,
        state: 'on-its-way',
        title: 'Taken back',
        cents: -claim.paid,
        says: `${whatFor(claim)}. What was paid on it before is reversed here.`,
      },
    ]
  if (claim.kind === 'prediction' || claim.claimId === null) return []
  if (claim.verdict === 'denied' || claim.verdict === 'partly-denied') {
    const cents = claim.contract ?? claim.charge
    return [
      {
        ...base,
        state: 'needs-you',
        title: claim.verdict === 'denied' ? 'Not paid' : 'Paid in part',
        cents: claim.verdict === 'denied' ? cents : cents - claim.allowed,
        after: 'at stake',
        says: `${whatFor(claim)}. ${refusals(claim)}`,
      },
    ]
  }
  const short = claim.contract === null ? 0 : claim.contract - claim.allowed
  const [first] = claim.differences
  if (first === undefined) return []
  return [
    {
      ...base,
      state: 'needs-you',
      title: short > 0 ? 'Paid below contract' : 'Other than expected',
      cents: short > 0 ? short : Math.abs(first.expected - first.seen),
      after: short > 0 ? 'short' : 'differs',
      says: `${whatFor(claim)}. ${claim.differences.map(({ says }) => says).join('. ')}.`,
    },
  ]
}

/** Everything that is no plain payment, in the order of the file; what stands beside any claim comes last. */
export const lookAtThese = (read: RemittanceRead, unapplied: readonly Unapplied[]): readonly LookAt[] => [
  ...read.claims.flatMap((claim, at) => ofClaim(read, claim, at + 1, unapplied)),
  ...read.providerAdjustments
    .filter(({ code }) => code !== 'L6')
    .map(
      ({ code, reference, amount }, at): LookAt => ({
        id: `beside-${at}`,
        state: 'on-its-way',
        title: besideWords(code).replace(/^./, (letter) => letter.toUpperCase()),
        cents: Math.abs(amount),
        says: `${code}${reference === null ? '' : ` ${reference}`}: ${amount > 0 ? 'kept from' : 'added to'} this payment beside any claim. It stands in suspense until its letter is found.`,
        claimId: null,
      }),
    ),
]

/** `$52.60, CO 45: Above the contract's fee. Post it.` in parts, for a list. */
export const adjustmentWords = ({
  label,
  group,
  reason,
  nextAction,
}: RemittedClaim['adjustments'][number]): string => `${label}, ${group} ${reason}. ${nextAction}`

/** `Charged $165.00. The contract allows $125.40, and so does the payer.` */
export const pricedWords = ({ charge, contract, allowed }: RemittedClaim): string => {
  const charged = `Charged ${moneyText(charge)}.`
  if (contract === null) return `${charged} The payer allows ${moneyText(allowed)}.`
  return contract === allowed
    ? `${charged} The contract allows ${moneyText(contract)}, and so does the payer.`
    : `${charged} The contract allows ${moneyText(contract)}, the payer ${moneyText(allowed)}.`
}
