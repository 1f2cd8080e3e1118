// The act of filing: the charge becomes what payer and client are expected to owe, and what the contract gives up.
import { type Json, canonicalJson } from '../values/canonical-json.ts'
import { type Result, accepted } from '../values/result.ts'
import type { Claim, ClaimLine } from '../claim/claim.ts'
import { account } from '../ledger/chart.ts'
import type { Entry, EntryLine } from '../ledger/entry.ts'
import { makeEntry } from '../ledger/make-entry.ts'
import { earnedWhenFiled } from './earn-share.ts'
import { credit, debit } from './entry-lines.ts'
import {
  type ClaimTerms,
  type PostingMoment,
  clientParty,
  receivableClient,
  receivablePayer,
  shareLines,
} from './posting-terms.ts'

export const filedKey = (claimNumber: string): string => `filed:${claimNumber}`

const linesOf = (claim: Claim, line: ClaimLine): readonly EntryLine[] => {
  const source = `claim ${claim.claimNumber} line ${line.number}`
  const { payer, client, contractAllowance } = line.expected
  return [
    ...debit(receivablePayer(claim), payer, source),
    ...debit(receivableClient(claim), client, source),
    ...debit(account('contract-allowance'), contractAllowance, source),
    ...credit(account('session-fees'), line.charge, source),
  ]
}

/** What the entry was made from. A claim numbers its charges and expectations; the contract decides the share. */
const inputOf = (claim: Claim, terms: ClaimTerms): Json => ({
  act: 'filed',
  claimNumber: claim.claimNumber,
  payer: claim.payer.id,
  client: clientParty(claim),
  provider: terms.provider,
  payerClass: terms.payerClass,
  payContract: terms.payContract as unknown as Json,
  day: claim.day,
  lines: claim.lines.map(({ number, procedure, units, charge, expected }) => ({
    number,
    procedure,
    units,
    charge,
    expected: { ...expected },
  })),
})

/**
 * The entry `filed:<claim number>`, with lines for each service line, and the provider's share when the contract
 * guarantees it. A contract that is not lawful for this payer earns nothing, and its finding comes along: the claim was
 * filed all the same. Refused when an expectation does not add up to its charge (`ledger:unbalanced`).
 */
export const postFiled = (claim: Claim, terms: ClaimTerms, moment: PostingMoment): Result<Entry> => {
  const earned = earnedWhenFiled(terms.payContract, terms.payerClass, claim)
  const made = makeEntry({
    key: filedKey(claim.claimNumber),
    act: 'filed',
    at: moment.at,
    says: `Claim ${claim.claimNumber} was filed with ${claim.payer.name}.`,
    inputHash: moment.sha256(canonicalJson(inputOf(claim, terms))),
    reverses: null,
    lines: [
      ...claim.lines.flatMap((line) => linesOf(claim, line)),
      ...shareLines(earned, terms.provider, `claim ${claim.claimNumber}`),
    ],
  })
  return made.ok ? accepted(made.value, earned.findings) : made
}
