// What the person at the page does to a draft, each as a step from one draft to the next.
import { sameValue } from '@goldenthread/core/note/carry-forward.ts'
import type { Note, NoteDiagnosis, Picks, Template } from '@goldenthread/core/note/note.ts'
import { templates } from '@goldenthread/core/note/templates.ts'
import { type Draft, type Part, draftFrom, partsOf } from './parts.ts'

const withPart = (draft: Draft, path: string, part: Part | null): Draft => {
  const parts = new Map(partsOf(draft))
  if (part === null) parts.delete(path)
  else parts.set(path, part)
  return draftFrom(parts, draft.carried?.from)
}

/** Writes a section. What else stands in the draft is the very same, so that nothing else is drawn anew. */
export const writeSection = (draft: Draft, id: string, text: string): Draft => {
  const path = `sections.${id}`
  const isCarried = draft.carried?.confirmed.includes(path) || draft.carried?.untouched.includes(path)
  return isCarried
    ? withPart(draft, path, text === '' ? null : { value: text, standing: 'said' })
    : { ...draft, sections: { ...draft.sections, [id]: text } }
}

/** Picks, at `picks.…`; undefined takes it back. The same as was carried counts as said again. */
export const writePick = (draft: Draft, path: string, value: unknown): Draft => {
  if (value === undefined) return withPart(draft, path, null)
  const before = partsOf(draft).get(path)
  const isAgain = before !== undefined && before.standing !== 'said' && sameValue(before.value, value)
  return withPart(draft, path, { value, standing: isAgain ? 'confirmed' : 'said' })
}

/** Says again what was carried, as it stood. */
export const sayAgain = (draft: Draft, path: string): Draft => {
  const part = partsOf(draft).get(path)
  return part?.standing === 'untouched' ? withPart(draft, path, { ...part, standing: 'confirmed' }) : draft
}

/** Writes the diagnoses, in their order. One that stood before keeps what is known of where it came from. */
export const writeDiagnoses = (draft: Draft, diagnoses: readonly NoteDiagnosis[]): Draft => {
  const before = (partsOf(draft).get('diagnoses')?.value ?? []) as readonly (NoteDiagnosis &
    Pick<Part, 'standing'>)[]
  const value = diagnoses.map((each) => {
    const stood = before.find(({ standing: _standing, ...other }) => sameValue(other, each))
    return { ...each, standing: stood?.standing ?? 'said' }
  })
  return withPart(draft, 'diagnoses', { value, standing: 'said' })
}

export const writeRecorded = (draft: Draft, recorded: Partial<Note['recorded']>): Draft => ({
  ...draft,
  recorded: { ...draft.recorded, ...recorded },
})

/** Whether nothing was written for this session yet: what was carried and not touched is nobody's word. */
export const isEmpty = (draft: Draft): boolean =>
  [...partsOf(draft)].every(
    ([path, { standing }]) => !/^(sections|picks)\./.test(path) || standing === 'untouched',
  )

/** The draft in another template; what it has no place for is left out, so it is done while the draft is empty. */
export const inTemplate = (draft: Draft, template: Template): Draft => {
  const { sections, picks } = templates[template]
  const places = new Set<string>([
    ...sections.map(({ id }) => `sections.${id}`),
    ...picks.map((key: keyof Picks) => `picks.${key}`),
  ])
  const fits = (path: string): boolean =>
    !/^(sections|picks)\./.test(path) || places.has(path) || places.has(path.split('.').slice(0, 2).join('.'))
  const parts = new Map([...partsOf(draft)].filter(([path]) => fits(path)))
  parts.set('template', { value: template, standing: 'said' })
  return draftFrom(parts, draft.carried?.from)
}

/** Puts words into a section in place of others; a space is made where they would run into their neighbours. */
export const replaceWords = (text: string, start: number, end: number, words: string): string =>
  text.slice(0, start) + words + text.slice(end)

/** The text with the opening of a new sentence at its end. */
export const withOpening = (text: string, opening: string): string => {
  const before = text.trimEnd()
  if (before === '') return opening
  const closed = /[.!?…:;”"')\]]$/.test(before) ? before : `${before}.`
  return `${closed} ${opening}`
}
