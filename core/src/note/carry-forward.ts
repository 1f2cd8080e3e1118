// What is carried from a client's last note into the next one: offered, marked, and no part of it until its author says so.
import type { CarriedForward, Note, NoteDiagnosis, Picks, Template } from './note.ts'
import { templates } from './templates.ts'

/** A note that was signed, as the next one follows it. */
export interface LastNote {
  readonly note: Note
  readonly from: CarriedForward['from']
}

/** What an author writes, and what may be carried into it. */
export type Writable = Pick<Note, 'picks' | 'sections' | 'diagnoses'>

/** Whether two values of a note say the same. */
export const sameValue = (one: unknown, other: unknown): boolean => {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every((key) =>
    sameValue((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
  )
}

const wasAssessed = (answer: unknown): boolean =>
  answer !== undefined && !(typeof answer === 'object' && answer !== null && 'notAssessed' in answer)

/** Only what was answered: why something was not assessed is a reason of that day. */
const assessedOf = <T extends object>(answers: T, among?: readonly (keyof T)[]): Partial<T> =>
  Object.fromEntries(
    Object.entries(answers).filter(
      ([key, answer]) => wasAssessed(answer) && (among === undefined || among.includes(key as keyof T)),
    ),
  ) as Partial<T>

// How today went, what was said and what a visit was decided by are of one day only, and are never offered.
const riskAsked = ['suicidalIdeation', 'homicidalIdeation', 'selfHarm', 'level'] as const
const offered = ['interventions', 'symptoms', 'impairment', 'goals', 'necessity'] as const

const picksOffered = (template: Template, { mentalStatus, risk, ...others }: Picks): Picks => {
  const expected: ReadonlySet<keyof Picks> = new Set(templates[template].picks)
  const whole = assessedOf(
    others,
    offered.filter((key) => expected.has(key)),
  )
  const status = expected.has('mentalStatus') ? assessedOf(mentalStatus ?? {}) : {}
  const asked = expected.has('risk') ? assessedOf(risk ?? {}, riskAsked) : {}
  return {
    ...whole,
    ...(Object.keys(status).length > 0 ? { mentalStatus: status } : {}),
    ...(Object.keys(asked).length > 0 ? { risk: asked } : {}),
  }
}

/** A history is the same one day as the next; what happened, was found and is planned is not (docs/sources.md 6.1). */
const sectionsOffered = (template: Template, before: Note): Note['sections'] =>
  Object.fromEntries(
    templates[template].sections
      .filter(({ id, carries }) => carries === true && (before.sections[id] ?? '') !== '')
      .map(({ id }) => [id, before.sections[id] ?? '']),
  )

/** The picks answered one by one; others are picked whole. */
const byParts: readonly string[] = ['mentalStatus', 'risk']

const pathsOf = ({ picks, sections, diagnoses }: Writable): readonly string[] => [
  ...diagnoses.map(({ code }) => `diagnoses.${code}`),
  ...Object.keys(sections).map((id) => `sections.${id}`),
  ...Object.entries(picks).flatMap(([key, value]) =>
    byParts.includes(key)
      ? Object.keys(value as object).map((part) => `picks.${key}.${part}`)
      : [`picks.${key}`],
  ),
]

/** What stands at the beginning of a note of this template: offered from the last one, touched by nobody yet. */
export const carryForward = (template: Template, last: LastNote | null): Writable & Pick<Note, 'carried'> => {
  if (last === null) return { picks: {}, sections: {}, diagnoses: [] }
  const { note, from } = last
  const carried: Writable = {
    picks: picksOffered(template, note.picks),
    sections: sectionsOffered(template, note),
    diagnoses: note.diagnoses,
  }
  const untouched = pathsOf(carried)
  return untouched.length === 0 ? carried : { ...carried, carried: { from, confirmed: [], untouched } }
}

const diagnosisAt = (diagnoses: readonly NoteDiagnosis[], code: string): NoteDiagnosis | undefined =>
  diagnoses.find((each) => each.code === code)

const valueAt = (note: Writable, path: string): unknown => {
  const [root, ...keys] = path.split('.')
  if (root === 'diagnoses') return diagnosisAt(note.diagnoses, keys.join('.'))
  let value: unknown = root === 'picks' ? note.picks : note.sections
  for (const key of keys) value = (value as Record<string, unknown> | undefined)?.[key]
  return value
}

/**
 * What is still carried after a draft was written over. What was changed or taken out was written for this session. The
 * rest counts as said again where `confirmed` names it; without that list it stays as it was marked. Paths that were
 * never carried are passed over: nobody can call typed what came from another note.
 */
export const stillCarried = (
  before: Writable & Pick<Note, 'carried'>,
  written: Writable,
  confirmed: readonly string[] | undefined,
): CarriedForward | undefined => {
  if (before.carried === undefined) return undefined
  const said = new Set(confirmed ?? before.carried.confirmed)
  const standing = [...before.carried.confirmed, ...before.carried.untouched].filter(
    (path) =>
      valueAt(written, path) !== undefined && sameValue(valueAt(before, path), valueAt(written, path)),
  )
  if (standing.length === 0) return undefined
  return {
    from: before.carried.from,
    confirmed: standing.filter((path) => said.has(path)),
    untouched: standing.filter((path) => !said.has(path)),
  }
}

const without = <T extends object>(value: T, keys: ReadonlySet<string>): T =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.has(key))) as T

const below = (paths: readonly string[], root: string): ReadonlySet<string> =>
  new Set(paths.filter((path) => path.startsWith(`${root}.`)).map((path) => path.slice(root.length + 1)))

/** Without the parts that nobody touched; without the whole when nothing of it is left. */
const partly = <K extends 'mentalStatus' | 'risk'>(
  picks: Picks,
  key: K,
  untouched: readonly string[],
): Pick<Picks, K> | object => {
  const parts = picks[key]
  if (parts === undefined) return {}
  const left = without(parts, below(untouched, `picks.${key}`))
  return Object.keys(left).length > 0 || Object.keys(parts).length === 0 ? { [key]: left } : {}
}

const picksSettled = (picks: Picks, untouched: readonly string[]): Picks => {
  const whole = without(picks, new Set([...below(untouched, 'picks'), ...byParts]))
  return { ...whole, ...partly(picks, 'mentalStatus', untouched), ...partly(picks, 'risk', untouched) }
}

/**
 * The note as it counts: picks and sections that were carried and not touched are not set, so no rule reads them and
 * nobody signs them. Diagnoses stand, marked as carried. A note into which nothing was carried is given as it is.
 */
export const settledNote = (note: Note): Note => {
  const { carried, ...rest } = note
  if (carried === undefined) return note
  const { from, confirmed, untouched } = carried
  const standing = untouched.filter((path) => path.startsWith('diagnoses.'))
  const settled: Note = {
    ...rest,
    picks: picksSettled(rest.picks, untouched),
    sections: without(rest.sections, below(untouched, 'sections')),
  }
  if (confirmed.length === 0 && standing.length === 0) return settled
  return { ...settled, carried: { from, confirmed, untouched: standing } }
}

/** One thing that was carried forward, as whoever signs is shown it. */
export interface CarriedItem {
  readonly path: string
  /** `said-again`: touched. `stands`: signed as it stood before. `left-out`: offered, and no part of what is signed. */
  readonly as: 'said-again' | 'stands' | 'left-out'
}

/** Everything that was carried into a note, for the one who signs it. */
export const carriedItems = ({ carried }: Pick<Note, 'carried'>): readonly CarriedItem[] => [
  ...(carried?.confirmed ?? []).map((path): CarriedItem => ({ path, as: 'said-again' })),
  ...(carried?.untouched ?? []).map(
    (path): CarriedItem => ({ path, as: path.startsWith('diagnoses.') ? 'stands' : 'left-out' }),
  ),
]
