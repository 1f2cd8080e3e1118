// Where in the note a finding points: a section and a span of it, or a row of picks and facts.
import type { Place } from '@goldenthread/core/values/finding.ts'

export interface InSection {
  readonly section: string | null
  readonly span: { readonly start: number; readonly end: number } | null
}

const nowhere: InSection = { section: null, span: null }

/** `note.sections.plan` is the whole of a section, a text place is a span of one. */
export const inSection = (place: Place): InSection => {
  if (place.kind === 'text')
    return { section: place.section, span: { start: place.start, end: place.end } }
  if (place.kind !== 'field') return nowhere
  const [root, kind, section] = place.path.split('.')
  return root === 'note' && kind === 'sections' && section !== undefined ? { section, span: null } : nowhere
}

/** Names a place among the findings of one rule: an edit moves a span, and the finding is still the same one. */
export const placeName = (place: Place): string => {
  if (place.kind === 'text') return `note.sections.${place.section}`
  return place.kind === 'field' ? place.path : `${place.id}.${place.segment}`
}
