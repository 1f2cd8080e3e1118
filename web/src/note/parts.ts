// A draft taken apart into what can be changed, merged and undone alone, and put together again.
import { sameValue } from '@goldenthread/core/note/carry-forward.ts'
import type { CarriedForward, Note, NoteDiagnosis, Picks } from '@goldenthread/core/note/note.ts'

/** What an author writes of a note, and what was carried into it. */
export type Draft = Pick<Note, 'template' | 'recorded' | 'sections' | 'picks' | 'diagnoses' | 'carried'>

/** `said`: written for this session. `confirmed` and `untouched`: carried from the last note, said again or only offered. */
export type Standing = 'said' | 'confirmed' | 'untouched'

export interface Part {
  readonly value: unknown
  readonly standing: Standing
}

/** By path: `template`, `recorded.start`, `sections.plan`, `picks.risk.level`, `picks.goals`, `diagnoses`. */
export type Parts = ReadonlyMap<string, Part>

export const draftOf = ({ template, recorded, sections, picks, diagnoses, carried }: Note): Draft => ({
  template,
  recorded,
  sections,
  picks,
  diagnoses,
  ...(carried === undefined ? {} : { carried }),
})

/** The note as it reads with this draft. */
export const noteWith = (note: Note, draft: Draft): Note => {
  const { carried: _before, ...rest } = note
  return { ...rest, ...draft }
}

/** Picks that are answered part by part. */
const byParts = ['mentalStatus', 'risk'] as const
type ByParts = (typeof byParts)[number]
const isByParts = (key: string): key is ByParts => (byParts as readonly string[]).includes(key)

/** A diagnosis with how it came to stand there, since each is carried on its own. */
interface StandingDiagnosis extends NoteDiagnosis {
  readonly standing: Standing
}

const pickEntries = (picks: Picks): readonly (readonly [string, unknown])[] =>
  Object.entries(picks).flatMap(([key, value]) =>
    isByParts(key)
      ? Object.entries(value as object).map(([part, each]) => [`picks.${key}.${part}`, each] as const)
      : [[`picks.${key}`, value] as const],
  )

const standingIn = ({ carried }: Draft): ((path: string) => Standing) => {
  const confirmed = new Set(carried?.confirmed)
  const untouched = new Set(carried?.untouched)
  return (path) => (untouched.has(path) ? 'untouched' : confirmed.has(path) ? 'confirmed' : 'said')
}

/** Everything that stands in a draft, by path. An empty section says nothing and is no part. */
export const partsOf = (draft: Draft): Parts => {
  const standing = standingIn(draft)
  const diagnoses: readonly StandingDiagnosis[] = draft.diagnoses.map((each) => ({
    ...each,
    standing: standing(`diagnoses.${each.code}`),
  }))
  const plain: readonly (readonly [string, unknown])[] = [
    ['template', draft.template],
    ...Object.entries(draft.recorded).map(([key, value]) => [`recorded.${key}`, value] as const),
    ...Object.entries(draft.sections)
      .filter(([, text]) => text !== '')
      .map(([id, text]) => [`sections.${id}`, text] as const),
    ...pickEntries(draft.picks).filter(([, value]) => value !== undefined),
  ]
  return new Map<string, Part>([
    ...plain.map(([path, value]) => [path, { value, standing: standing(path) }] as const),
    ['diagnoses', { value: diagnoses, standing: 'said' }],
  ])
}

const below = (parts: Parts, root: string): readonly (readonly [string, unknown])[] =>
  [...parts]
    .filter(([path]) => path.startsWith(`${root}.`))
    .map(([path, { value }]) => [path.slice(root.length + 1), value] as const)

const picksFrom = (parts: Parts): Picks => {
  const picks: Record<string, unknown> = {}
  for (const [path, value] of below(parts, 'picks')) {
    const [key = '', part] = path.split('.')
    if (part === undefined) picks[key] = value
    else picks[key] = { ...(picks[key] as object | undefined), [part]: value }
  }
  return picks as Picks
}

const carriedFrom = (
  parts: Parts,
  diagnoses: readonly StandingDiagnosis[],
  from: CarriedForward['from'] | undefined,
): Pick<Draft, 'carried'> => {
  if (from === undefined) return {}
  const all: readonly (readonly [string, Standing])[] = [
    ...diagnoses.map(({ code, standing }) => [`diagnoses.${code}`, standing] as const),
    ...[...parts].map(([path, { standing }]) => [path, standing] as const),
  ]
  const paths = (wanted: Standing): readonly string[] =>
    all.filter(([, standing]) => standing === wanted).map(([path]) => path)
  const [confirmed, untouched] = [paths('confirmed'), paths('untouched')]
  if (confirmed.length + untouched.length === 0) return {}
  return { carried: { from, confirmed, untouched } }
}

/** The draft that these parts make up; `from` is the note that was carried forward from. */
export const draftFrom = (parts: Parts, from: CarriedForward['from'] | undefined): Draft => {
  const diagnoses = (parts.get('diagnoses')?.value ?? []) as readonly StandingDiagnosis[]
  return {
    template: (parts.get('template')?.value ?? 'soap') as Draft['template'],
    recorded: Object.fromEntries(below(parts, 'recorded')) as unknown as Draft['recorded'],
    sections: Object.fromEntries(below(parts, 'sections')) as Draft['sections'],
    picks: picksFrom(parts),
    diagnoses: diagnoses.map(({ standing: _standing, ...diagnosis }) => diagnosis),
    ...carriedFrom(parts, diagnoses, from),
  }
}

/** A text as the server keeps it. */
export const tidyText = (text: string): string => text.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim()

/** The draft with its texts as the server keeps them: what differs only in a space at an end is the same. */
export const tidied = (draft: Draft): Draft => ({
  ...draft,
  sections: Object.fromEntries(
    Object.entries(draft.sections)
      .map(([id, text]) => [id, tidyText(text)] as const)
      .filter(([, text]) => text !== ''),
  ),
})

/** Whether two parts say the same, and stand alike. */
export const samePart = (one: Part | undefined, other: Part | undefined): boolean =>
  one === other ||
  (one !== undefined &&
    other !== undefined &&
    one.standing === other.standing &&
    sameValue(one.value, other.value))

/** The paths at which two drafts differ. */
export const pathsBetween = (before: Draft, after: Draft): readonly string[] => {
  const [one, other] = [partsOf(before), partsOf(after)]
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (path) => !samePart(one.get(path), other.get(path)),
  )
}

export const sameDraft = (one: Draft, other: Draft): boolean =>
  one === other || pathsBetween(one, other).length === 0
