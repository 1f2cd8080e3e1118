// Whether the procedures of a claim are those the note names or, where it names none, of the kind it documents.
import type { Day } from '../values/day.ts'
import type { CodeFamily, Facts } from '../facts/facts.ts'
import type { Note } from '../note/note.ts'
import { templates } from '../note/templates.ts'
import type { Verdict } from './compare-part.ts'

export interface NamedProcedure {
  readonly code: string
  readonly units: number
}

const plain = (code: string): string => code.trim().toUpperCase()

/** Units by code, lines of one code added up. */
const unitsByCode = (procedures: readonly NamedProcedure[]): ReadonlyMap<string, number> => {
  const units = new Map<string, number>()
  for (const each of procedures) units.set(plain(each.code), (units.get(plain(each.code)) ?? 0) + each.units)
  return units
}

const isEvaluation = (family: CodeFamily): boolean => family === 'em-new' || family === 'em-established'

const familyKinds = (note: Note): readonly CodeFamily[] => {
  const roles = note.recorded.attendees
    .map((attendee) => attendee.role)
    .filter((role) => role !== 'interpreter')
  if (roles.length === 0)
    return note.template === 'family' ? ['family-with-client', 'family-without-client'] : []
  if (!roles.includes('client')) return ['family-without-client']
  if (note.template === 'family') return ['family-with-client']
  return roles.length > 1 ? ['family-with-client'] : []
}

/**
 * The kinds of service a note documents: by its template, by who attended, by what was recorded. Minutes choose the
 * code inside a kind and are not looked at here (docs/sources.md 2, 6.2).
 */
export const documentedKinds = (note: Note): ReadonlySet<CodeFamily> => {
  const { template, recorded, picks } = note
  const kinds = new Set<CodeFamily>(
    templates[template].families.filter((family) => !family.startsWith('family')),
  )
  const family = familyKinds(note)
  // Nobody's own therapy takes place without the client.
  if (family.includes('family-without-client') && family.length === 1) kinds.delete('therapy')
  for (const kind of family) kinds.add(kind)
  if (picks.crisis !== undefined) kinds.add('crisis')
  if (picks.decisionMaking !== undefined) {
    kinds.add('em-new').add('em-established').add('therapy-with-em')
  }
  if ((recorded.therapyMinutes ?? 0) > 0 && [...kinds].some(isEvaluation)) kinds.add('therapy-with-em')
  if (picks.newClient === true) kinds.delete('em-established')
  if (picks.newClient === false) kinds.delete('em-new')
  return kinds
}

/**
 * Billed codes against those the note names. A code that is not named, beside a named one of the same sort, is another
 * code: `disagree`. An add-on whose named neighbours are only what it is added to is `unclear`, as is a named code of
 * this edition that was not billed. What the note does not speak of is left to its kind.
 */
export const compareNamed = (
  named: readonly NamedProcedure[],
  billed: readonly NamedProcedure[],
  facts: Facts,
  on: Day,
): Verdict => {
  if (named.length === 0 || billed.length === 0) return 'not-stated'
  const names = [...unitsByCode(named).keys()]
  const codes = [...unitsByCode(billed).keys()]
  const verdicts = codes.map((code): Verdict => {
    if (names.includes(code)) return 'agree'
    const fact = facts.procedure(code, on)
    if (fact === null || fact.family === 'interactive-complexity') return 'not-stated'
    const sameSort = names.filter((name) => {
      const other = facts.procedure(name, on)
      return (
        other !== null &&
        other.family !== 'interactive-complexity' &&
        isEvaluation(other.family) === isEvaluation(fact.family)
      )
    })
    if (sameSort.length === 0) return 'not-stated'
    return sameSort.every((name) => fact.addOnTo.includes(name)) ? 'unclear' : 'disagree'
  })
  const unbilled = names.some((name) => !codes.includes(name) && facts.procedure(name, on) !== null)
  if (verdicts.includes('disagree')) return 'disagree'
  if (unbilled || verdicts.includes('unclear')) return 'unclear'
  return verdicts.includes('agree') ? 'agree' : 'not-stated'
}

/**
 * Billed codes against the kind of service documented. A code the note itself names is judged here only by who was
 * in the room; a code outside the editions held is `not-stated`.
 */
export const compareKinds = (
  note: Note,
  billed: readonly NamedProcedure[],
  facts: Facts,
  on: Day,
): Verdict => {
  const kinds = documentedKinds(note)
  const names = unitsByCode(note.recorded.procedures)
  const verdicts = billed.map(({ code }): Verdict => {
    const fact = facts.procedure(plain(code), on)
    if (fact === null || fact.family === 'interactive-complexity') return 'not-stated'
    if (kinds.has(fact.family)) return 'agree'
    const byAttendance = fact.family === 'family-with-client' || fact.family === 'family-without-client'
    if (names.has(plain(code)) && !(byAttendance && note.recorded.attendees.length > 0)) return 'not-stated'
    return 'disagree'
  })
  if (verdicts.includes('disagree')) return 'disagree'
  return verdicts.includes('agree') ? 'agree' : 'not-stated'
}

/**
 * Units of the codes that both name. A note that names a code once may not have counted; only units it gives as two
 * or more are a statement.
 */
export const compareUnits = (
  named: readonly NamedProcedure[],
  billed: readonly NamedProcedure[],
): Verdict => {
  const units = unitsByCode(named)
  const verdicts = [...unitsByCode(billed)].map(([code, count]): Verdict => {
    const said = units.get(code)
    if (said === undefined) return 'not-stated'
    if (said === count) return 'agree'
    return said > 1 ? 'disagree' : 'unclear'
  })
  if (verdicts.includes('disagree')) return 'disagree'
  if (verdicts.includes('unclear')) return 'unclear'
  return verdicts.includes('agree') ? 'agree' : 'not-stated'
}

/** `90839, 90840 x2`: as people write codes. */
export const showProcedures = (procedures: readonly NamedProcedure[]): string =>
  [...unitsByCode(procedures)].map(([code, units]) => (units === 1 ? code : `${code} x${units}`)).join(', ')
