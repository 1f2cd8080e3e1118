// The elements that a note of its template is looked through for, and which of them hold.
import { settledNote } from '@goldenthread/core/note/carry-forward.ts'
import type { Note, Picks } from '@goldenthread/core/note/note.ts'
import { templates } from '@goldenthread/core/note/templates.ts'
import type { Finding } from '@goldenthread/core/values/finding.ts'

export interface Element {
  /** As a finding would point at it: `note.sections.plan`, `note.picks.risk`. */
  readonly path: string
  readonly label: string
  readonly holds: boolean
}

const pickLabels: Readonly<Partial<Record<keyof Picks, string>>> = {
  mentalStatus: 'Mental status',
  risk: 'Risk',
  symptoms: 'Symptoms',
  impairment: 'What they do to daily life',
  direction: 'Better, same or worse',
  necessity: 'Why care goes on',
  interventions: 'Interventions',
  response: 'Response',
  goals: 'Goals',
  decisionMaking: 'Decision making',
  levelBasis: 'What the level rests on',
  newClient: 'New or established',
  crisis: 'The crisis',
}

const isAnswered = (value: unknown): boolean => {
  if (value === undefined || value === null) return false
  if (typeof value === 'string') return value.trim() !== ''
  if (Array.isArray(value)) return value.length > 0
  return typeof value !== 'object' || Object.values(value).some(isAnswered)
}

const pointsInto = (path: string, { place }: Finding): boolean =>
  place.kind === 'text'
    ? path === `note.sections.${place.section}`
    : place.kind === 'field' && (place.path === path || place.path.startsWith(`${path}.`))

/**
 * Required sections and expected picks of the template. One holds when something stands there and no finding points at
 * it; what was carried over and not touched does not stand there.
 */
export const elementsOf = (note: Note, findings: readonly Finding[]): readonly Element[] => {
  const { sections, picks } = settledNote(note)
  const template = templates[note.template]
  const heldAt = (path: string, value: unknown): boolean =>
    isAnswered(value) && !findings.some((finding) => pointsInto(path, finding))
  const written = template.sections
    .filter(({ required }) => required)
    .map(({ id, label }): Element => {
      const path = `note.sections.${id}`
      return { path, label, holds: heldAt(path, sections[id]) }
    })
  const picked = template.picks.map((key): Element => {
    const path = `note.picks.${key}`
    return { path, label: pickLabels[key] ?? key, holds: heldAt(path, picks[key]) }
  })
  return [...written, ...picked]
}
