// Where in the note a finding points: a section and a span of it, or a row of picks and facts.
import type { Note } from '@goldenthread/core/note/note.ts'
import { templates } from '@goldenthread/core/note/templates.ts'
import { type Place, field } from '@goldenthread/core/values/finding.ts'

export interface InSection {
  readonly section: string | null
  readonly span: { readonly start: number; readonly end: number } | null
}

const nowhere: InSection = { section: null, span: null }

/** `note.sections.plan` is the whole of a section, a text place is a span of one. */
export const inSection = (place: Place): InSection => {
  if (place.kind === 'text') return { section: place.section, span: { start: place.start, end: place.end } }
  if (place.kind !== 'field') return nowhere
  const [root, kind, section] = place.path.split('.')
  return root === 'note' && kind === 'sections' && section !== undefined ? { section, span: null } : nowhere
}

/** Names a place among the findings of one rule: an edit moves a span, and the finding is still the same one. */
export const placeName = (place: Place): string => {
  if (place.kind === 'text') return `note.sections.${place.section}`
  return place.kind === 'field' ? place.path : `${place.id}.${place.segment}`
}

/** Where one begins who is to write: of the sections as a whole the first that has no words yet. */
export const placeToShow = (place: Place, note: Pick<Note, 'template' | 'sections'> | null): Place => {
  if (note === null || place.kind !== 'field' || place.path !== 'note.sections') return place
  const { sections } = templates[note.template]
  const empty = sections.find(({ id }) => (note.sections[id] ?? '').trim() === '') ?? sections[0]
  return empty === undefined ? place : field(`note.sections.${empty.id}`)
}
