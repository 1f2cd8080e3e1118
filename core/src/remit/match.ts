// Finds, for each remitted claim, our claim and for each remitted line our line. It never guesses.
import { dollars } from '../values/cents.ts'
import { type Finding, field } from '../values/finding.ts'
import type { Claim, ClaimLine } from '../claim/claim.ts'
import type { RemittedClaim, RemittedLine, RemittedProcedure, Remittance } from './remittance.ts'

/** One of our claims with the numbers payers gave it (277CA, earlier remittances). */
export interface FiledClaim {
  readonly claim: Claim
  readonly payerClaimNumbers: readonly string[]
}

export interface MatchedLine {
  readonly remitted: RemittedLine
  /** Null when none of our lines fits. */
  readonly line: ClaimLine | null
  readonly by: 'line-control-number' | 'procedure-and-charge' | null
  /** Set when the payer judged another procedure or other modifiers than we sent. */
  readonly codeChanged: { readonly sent: RemittedProcedure; readonly judged: RemittedProcedure } | null
}

export interface MatchedClaim {
  readonly remitted: RemittedClaim
  readonly claim: Claim
  readonly by: 'claim-number' | 'payer-claim-number' | 'hand'
  readonly lines: readonly MatchedLine[]
  /** Our lines of which the payer says nothing; none when it answered the claim as a whole. */
  readonly unanswered: readonly ClaimLine[]
}

export interface Matching {
  readonly matched: readonly MatchedClaim[]
  readonly unmatched: readonly RemittedClaim[]
  /** Warnings: claims that are not ours, lines that do not fit, codes changed, lines unanswered. */
  readonly findings: readonly Finding[]
}

const source = 'docs/sources.md 8.5: match by CLP01, then CLP07; lines by REF*6R'

const warning = (
  code: string,
  place: Finding['place'],
  says: string,
  remedy: string,
  evidence: Finding['evidence'] = {},
): Finding => ({ code, severity: 'warns', whose: 'payer', place, says, remedy, source, evidence })

const written = ({ code, modifiers }: RemittedProcedure): string => [code, ...modifiers].join(':')

/** Modifiers compare as a set: payers put them in an order of their own. */
const sameProcedure = (one: RemittedProcedure, other: RemittedProcedure): boolean =>
  one.code === other.code && [...one.modifiers].sort().join() === [...other.modifiers].sort().join()

const sentBy = (line: RemittedLine): RemittedProcedure => line.sentProcedure ?? line.procedure

const fits = (remitted: RemittedLine, line: ClaimLine): boolean =>
  sentBy(remitted).code === line.procedure && Math.abs(remitted.charge) === line.charge

const changed = (remitted: RemittedLine, line: ClaimLine | null): MatchedLine['codeChanged'] => {
  const sent = line === null ? remitted.sentProcedure : { code: line.procedure, modifiers: line.modifiers }
  if (sent === null) return null
  // A payer that names no modifiers at all has not taken ours away.
  const judged = remitted.procedure
  const same = judged.modifiers.length === 0 ? judged.code === sent.code : sameProcedure(judged, sent)
  return same ? null : { sent, judged }
}

/** First every line by its own number, then those left by procedure and charge, each of ours once. */
export const matchLines = (
  remitted: readonly RemittedLine[],
  lines: readonly ClaimLine[],
): readonly MatchedLine[] => {
  const byNumber = new Map<RemittedLine, ClaimLine>()
  for (const each of remitted) {
    const found = lines.find((line) => line.lineControlNumber === each.lineControlNumber)
    if (found !== undefined) byNumber.set(each, found)
  }
  const taken = new Set(byNumber.values())
  return remitted.map((each) => {
    const numbered = byNumber.get(each)
    const found = numbered ?? lines.find((line) => !taken.has(line) && fits(each, line)) ?? null
    if (found !== null) taken.add(found)
    const by = numbered !== undefined ? 'line-control-number' : found === null ? null : 'procedure-and-charge'
    return { remitted: each, line: found, by, codeChanged: changed(each, found) }
  })
}

const lineFindings = (claimNumber: string, lines: readonly MatchedLine[]): readonly Finding[] =>
  lines.flatMap(({ remitted, line, codeChanged }) => {
    const found: Finding[] = []
    if (line === null) {
      found.push(
        warning(
          'remit:unknown-line',
          remitted.place,
          `Line ${remitted.number} of claim ${claimNumber} in the remittance is none of the lines we sent.`,
          'Ask the payer which line it judged.',
          { procedure: written(remitted.procedure) },
        ),
      )
    }
    if (codeChanged !== null) {
      const [sent, judged] = [written(codeChanged.sent), written(codeChanged.judged)]
      found.push(
        warning(
          'remit:code-changed',
          remitted.place,
          `The payer judged ${judged} where claim ${claimNumber} sent ${sent}.`,
          'Read the reason it gives; appeal when the note supports the code that was sent.',
          { sent, judged },
        ),
      )
    }
    return found
  })

const findClaim = (
  remitted: RemittedClaim,
  filed: readonly FiledClaim[],
  payerId: string | null,
): Pick<MatchedClaim, 'claim' | 'by'> | null => {
  const byNumber = filed.find((each) => each.claim.claimNumber === remitted.claimNumber)
  if (byNumber !== undefined) return { claim: byNumber.claim, by: 'claim-number' }
  // Two payers may give the same number: it names our claim only where it is the number of the claim's own payer.
  const byPayer = filed.filter(
    ({ claim, payerClaimNumbers }) =>
      claim.payer.id === payerId && payerClaimNumbers.includes(remitted.payerClaimNumber),
  )
  const [only] = byPayer
  return only !== undefined && byPayer.length === 1 ? { claim: only.claim, by: 'payer-claim-number' } : null
}

const unanswered = (
  remitted: RemittedClaim,
  claim: Claim,
  lines: readonly MatchedLine[],
): readonly ClaimLine[] =>
  remitted.lines.length === 0 ? [] : claim.lines.filter((line) => !lines.some((each) => each.line === line))

const matchOne = (
  remitted: RemittedClaim,
  filed: readonly FiledClaim[],
  payerId: string | null,
): MatchedClaim | null => {
  const found = findClaim(remitted, filed, payerId)
  if (found === null) return null
  const lines = matchLines(remitted.lines, found.claim.lines)
  return { remitted, ...found, lines, unanswered: unanswered(remitted, found.claim, lines) }
}

const chargeFindings = ({ remitted, claim }: MatchedClaim): readonly Finding[] =>
  Math.abs(remitted.charge) === claim.charge
    ? []
    : [
        warning(
          'remit:charge-changed',
          remitted.place,
          `The payer judged a charge of ${dollars(remitted.charge)} where claim ${claim.claimNumber} charged ${dollars(claim.charge)}.`,
          'Ask the payer what it read; the rest of the charge stays open.',
          { sent: dollars(claim.charge), judged: dollars(remitted.charge) },
        ),
      ]

const numberFindings = ({ remitted, claim, by }: MatchedClaim): readonly Finding[] =>
  by !== 'payer-claim-number'
    ? []
    : [
        warning(
          'remit:claim-number-changed',
          remitted.place,
          `The payer names claim ${claim.claimNumber} by its own number alone; ours came back changed.`,
          'Compare day, charge and lines with the claim; ask the payer to return our number as it was sent.',
          {
            sent: claim.claimNumber,
            returned: remitted.claimNumber,
            payerClaimNumber: remitted.payerClaimNumber,
          },
        ),
      ]

const matchedFindings = (matched: MatchedClaim): readonly Finding[] => [
  ...numberFindings(matched),
  ...chargeFindings(matched),
  ...lineFindings(matched.claim.claimNumber, matched.lines),
  ...matched.unanswered.map((line) =>
    warning(
      'remit:unanswered-line',
      field(`claim.lines.${line.number - 1}`),
      `The payer says nothing of line ${line.number} of claim ${matched.claim.claimNumber}.`,
      'Ask the payer what became of the line.',
      { procedure: line.procedure },
    ),
  ),
]

/** A remitted claim and the claim of ours that a person says it answers; what does not fit is told, and forbids nothing. */
export const matchByHand = (
  remitted: RemittedClaim,
  claim: Claim,
): { readonly matched: MatchedClaim; readonly findings: readonly Finding[] } => {
  const lines = matchLines(remitted.lines, claim.lines)
  const matched: MatchedClaim = {
    remitted,
    claim,
    by: 'hand',
    lines,
    unanswered: unanswered(remitted, claim, lines),
  }
  return { matched, findings: matchedFindings(matched) }
}

const notOurs = (remitted: RemittedClaim): Finding =>
  warning(
    'remit:unknown-claim',
    remitted.place,
    'The remittance pays a claim that is none of those filed.',
    'Its money stands as unapplied until a person finds whose it is.',
    { claimNumber: remitted.claimNumber, payerClaimNumber: remitted.payerClaimNumber },
  )

/**
 * Matches every claim of a remittance by CLP01, then by CLP07 when exactly one of our claims with the payer of the
 * remittance bears that number.
 */
export const matchRemittance = (remittance: Remittance, filed: readonly FiledClaim[]): Matching => {
  const matched: MatchedClaim[] = []
  const unmatched: RemittedClaim[] = []
  const findings: Finding[] = []
  for (const remitted of remittance.claims) {
    const found = matchOne(remitted, filed, remittance.payerId)
    if (found === null) unmatched.push(remitted)
    else matched.push(found)
    findings.push(...(found === null ? [notOurs(remitted)] : matchedFindings(found)))
  }
  return { matched, unmatched, findings }
}
