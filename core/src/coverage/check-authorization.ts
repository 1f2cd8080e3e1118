// Whether an authorization covers a service: a number that is not for it must not go out as if it were.
import type { Day } from '../values/day.ts'
import { type Finding, field } from '../values/finding.ts'
import type { Authorization } from './coverage.ts'

const finding = (
  code: string,
  severity: Finding['severity'],
  key: string,
  says: string,
  remedy: string,
  evidence: Finding['evidence'],
): Finding => ({
  code,
  severity,
  whose: 'payer',
  place: field(`coverage.authorization.${key}`),
  says,
  remedy,
  source: 'docs/sources.md 8.1, box 23, and money 4',
  evidence,
})

const entered = 'Enter the one that covers this session, or take the number off when none is needed.'

const checkDays = ({ from, to }: Authorization, on: Day): readonly Finding[] => {
  if (from <= on && on <= to) return []
  const says =
    on < from
      ? 'The authorization had not begun on the day of service.'
      : 'The authorization had ended by the day of service.'
  return [
    finding('authorization-days', 'holds-claim', on < from ? 'from' : 'to', says, entered, {
      from,
      to,
      day: on,
    }),
  ]
}

const checkCodes = ({ codes }: Authorization, billed: readonly string[]): readonly Finding[] => {
  // An authorization that names no code is for the care as a whole.
  const outside = codes.length === 0 ? [] : billed.filter((code) => !codes.includes(code))
  if (outside.length === 0) return []
  const none = outside.length === billed.length
  return [
    finding(
      'authorization-codes',
      none ? 'holds-claim' : 'warns',
      'codes',
      none
        ? 'The authorization is for other codes than those of this session.'
        : 'The authorization does not name every code of this session.',
      none
        ? entered
        : 'Ask the payer whether it takes the other code in; an add-on often goes with its parent.',
      { authorized: codes.join(', '), outside: outside.join(', ') },
    ),
  ]
}

const checkUnits = (
  { units, unitsUsed, codes }: Authorization,
  lines: readonly Line[],
): readonly Finding[] => {
  const counted = lines.filter(({ code }) => codes.length === 0 || codes.includes(code))
  const wanted = counted.reduce((sum, each) => sum + each.units, 0)
  if (unitsUsed + wanted <= units) return []
  return [
    finding(
      'authorization-units',
      'warns',
      'unitsUsed',
      'The units left of the authorization are fewer than those of this session.',
      'Ask the payer to extend it; what goes beyond is denied as used up.',
      { units: String(units), used: String(unitsUsed), session: String(wanted) },
    ),
  ]
}

interface Line {
  readonly code: string
  readonly units: number
}

/**
 * What an authorization does not cover of a session's procedures on its day. Its days, and codes of which none is
 * the session's, hold the claim: the number would go out in REF*G1 for a service it is not for. A single code
 * outside it and units beyond those left only warn, as the payer's own count decides.
 */
export const checkAuthorization = (
  authorization: Authorization,
  procedures: readonly Line[],
  on: Day,
): readonly Finding[] => [
  ...checkDays(authorization, on),
  ...checkCodes(
    authorization,
    procedures.map(({ code }) => code),
  ),
  ...checkUnits(authorization, procedures),
]
