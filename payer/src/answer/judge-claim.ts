// A claim that was taken up, judged line by line: the rows of the decision table that an 835 answers, in their order, and what the payer remembers of it.
import { type Cents, add, greater, subtract, zero } from '@goldenthread/core/values/cents.ts'
import { type Day, dayNumber } from '@goldenthread/core/values/day.ts'
import { isTakenBack } from './claims-on-file.ts'
import { type Earlier, coordinate, earlierOn, lacksEarlierAnswer, sequester } from './coordinate.ts'
import { plain, samePlain } from './find-member.ts'
import { type ClientPart, type JudgedLine, deny, feeFor, share } from './judge-line.ts'
import type { AuthorizationUse, ClaimSeen, Member, PayerState, PlanAuthorization, PlanRules } from './plan.ts'
import { type SentClaim, type SentLine, treatedBy } from './sent-claim.ts'

/** A claim that was taken up: its number, the member it is for, and the day that tells whether it came in time. */
export interface AcceptedClaim {
  readonly claim: SentClaim
  readonly payerClaimNumber: string
  readonly member: Member
  readonly received: Day
}

/** What a judgement stands on: the plan, the books as they are at this line, and the day the claim came. */
interface Asked extends AcceptedClaim {
  readonly line: SentLine
  readonly rules: PlanRules
  readonly state: PayerState
}

/** The fee of a code on a day, a unit; null when the plan has none. */
const feeOn = (rules: PlanRules, code: string, on: Day): Cents | null =>
  rules.fees.find((fee) => fee.code === code && fee.from <= on && (fee.to === null || on <= fee.to))
    ?.allowed ?? null

const wasSeen = ({ claim, line, member, state }: Asked): boolean =>
  state.claimsSeen.some(
    (seen) =>
      samePlain(seen.memberNumber, member.memberNumber) &&
      seen.day === line.from &&
      seen.renderingNpi === treatedBy(claim, line) &&
      seen.code === line.code &&
      (seen.firstName === undefined || samePlain(seen.firstName, member.firstName)) &&
      !isTakenBack(state, seen),
  )

const isDuplicate = (asked: Asked): boolean => asked.rules.takesDuplicates !== true && wasSeen(asked)

const isLate = ({ line, rules, received }: Asked): boolean =>
  dayNumber(received) - dayNumber(line.from) > rules.timelyFilingDays

/** A code without a fee is as little in the plan as one the plan names so: the contract's loss. */
const notInPlan = ({ line, rules }: Asked): 'CO' | 'PR' | null =>
  rules.notInPlan.find(({ code }) => code === line.code)?.group ??
  (feeOn(rules, line.code, line.from) === null ? 'CO' : null)

/** The authorization the claim names and the payer granted this member. */
const authorizationOf = ({ claim, line, member, rules }: Asked): PlanAuthorization | undefined => {
  const number = line.authorization || claim.authorization
  return rules.authorizations.find(
    (granted) =>
      plain(number) !== '' &&
      samePlain(granted.number, number) &&
      samePlain(granted.memberNumber, member.memberNumber),
  )
}

const isNeeded = ({ line, rules }: Asked): boolean => rules.authorizationNeeded.includes(line.code)

const unitsUsed = (state: PayerState, granted: PlanAuthorization): number =>
  (state.authorizationUses ?? [])
    .filter((use) => use.number === granted.number && !isTakenBack(state, use))
    .reduce((used, { units }) => used + units, granted.unitsUsed)

/** Too few units left, another code, or a day outside: what was granted does not reach this line. */
const isUsedUp = ({ line, state }: Asked, granted: PlanAuthorization): boolean =>
  line.thousandths > Math.round((granted.units - unitsUsed(state, granted)) * 1000) ||
  !granted.codes.includes(line.code) ||
  line.from < granted.from ||
  line.to > granted.to

type Denial = readonly [reason: string, group: (asked: Asked) => 'CO' | 'PR' | null]
const contract =
  (applies: (asked: Asked) => boolean) =>
  (asked: Asked): 'CO' | null =>
    applies(asked) ? 'CO' : null

/** The first row that applies takes the whole charge. */
const denials: readonly Denial[] = [
  ['18', contract(isDuplicate)],
  ['22', contract(({ claim, line }) => lacksEarlierAnswer(claim, line))],
  ['29', contract(isLate)],
  ['109', contract(({ line, rules }) => rules.carvedOut.includes(line.code))],
  ['204', notInPlan],
  ['197', contract((asked) => isNeeded(asked) && authorizationOf(asked) === undefined)],
  [
    '198',
    contract((asked) => {
      const granted = authorizationOf(asked)
      return isNeeded(asked) && granted !== undefined && isUsedUp(asked, granted)
    }),
  ],
]

const judgeLine = (
  asked: Asked,
  part: ClientPart,
  earlier: Earlier | null,
): { judged: JudgedLine; left: ClientPart } => {
  const { line, rules } = asked
  for (const [reason, groupOf] of denials) {
    const group = groupOf(asked)
    if (group !== null) return { judged: deny(line.charge, group, reason), left: part }
  }
  const fee = feeFor(feeOn(rules, line.code, line.from) ?? zero, line.thousandths)
  const { judged: alone, left } = share(line.charge, fee, part)
  const judged = earlier === null ? alone : coordinate(alone, earlier)
  return { judged: sequester(judged, rules, line.from), left }
}

const seenOf = ({ claim, line, member, payerClaimNumber }: Asked): ClaimSeen => ({
  memberNumber: member.memberNumber,
  day: line.from,
  renderingNpi: treatedBy(claim, line),
  code: line.code,
  firstName: member.firstName,
  payerClaimNumber,
})

const useOf = (asked: Asked, judged: JudgedLine): readonly AuthorizationUse[] => {
  const granted = authorizationOf(asked)
  return judged.allowed !== null && isNeeded(asked) && granted !== undefined
    ? [
        {
          number: granted.number,
          units: asked.line.thousandths / 1000,
          payerClaimNumber: asked.payerClaimNumber,
        },
      ]
    : []
}

/** The books after a line: it was seen, and its units are used. */
const remember = (asked: Asked, judged: JudgedLine): PayerState => {
  const { state } = asked
  const uses = useOf(asked, judged)
  return {
    ...state,
    claimsSeen: isDuplicate(asked) ? state.claimsSeen : [...state.claimsSeen, seenOf(asked)],
    ...(uses.length > 0 ? { authorizationUses: [...(state.authorizationUses ?? []), ...uses] } : {}),
  }
}

const isMember = (
  member: Member,
  one: { memberNumber: string; firstName: string; birthDate: Day },
): boolean =>
  one.birthDate === member.birthDate &&
  samePlain(one.memberNumber, member.memberNumber) &&
  samePlain(one.firstName, member.firstName)

/** What the member bears of a claim that begins now. */
const partOf = (member: Member, state: PayerState): ClientPart => {
  const met = add(
    ...(state.deductiblesMet ?? [])
      .filter((each) => isMember(member, each) && !isTakenBack(state, each))
      .map(({ amount }) => amount),
  )
  return {
    deductibleLeft: greater(subtract(member.deductibleLeft, met), zero),
    copayLeft: member.copay ?? zero,
    coinsurance: member.copay === null ? (member.coinsurance ?? 0) : 0,
  }
}

const withDeductible = (
  state: PayerState,
  { member, payerClaimNumber }: AcceptedClaim,
  amount: Cents,
): PayerState => {
  if (amount === 0) return state
  const { memberNumber, firstName, birthDate } = member
  return {
    ...state,
    deductiblesMet: [
      ...(state.deductiblesMet ?? []),
      { memberNumber, firstName, birthDate, amount, payerClaimNumber },
    ],
  }
}

/** Judges the lines of an accepted claim in their order; deductible, copay and units run down from line to line. */
export const judgeClaim = (
  given: AcceptedClaim,
  rules: PlanRules,
  books: PayerState,
): { readonly lines: readonly JudgedLine[]; readonly state: PayerState } => {
  const { claim, member } = given
  const atFirst = partOf(member, books)
  const earlier = earlierOn(claim)
  let part = atFirst
  let state = books
  const lines = claim.lines.map((line, n) => {
    const asked = { ...given, line, rules, state }
    const { judged, left } = judgeLine(asked, part, earlier[n] ?? null)
    part = left
    state = remember(asked, judged)
    return judged
  })
  const met = subtract(atFirst.deductibleLeft, part.deductibleLeft)
  return { lines, state: withDeductible(state, given, met) }
}
