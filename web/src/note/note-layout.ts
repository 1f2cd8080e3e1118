// How a template's sections and picks stand on the sheet: one row each, picks before prose, in the order they are written.
import type { Picks, Template } from '@goldenthread/core/note/note.ts'
import { templates } from '@goldenthread/core/note/templates.ts'

/** A group of picks as it is drawn. `diagnoses` stands among them, since it is chosen and not written. */
export type PickGroup =
  | Exclude<keyof Picks, 'decisionMaking' | 'levelBasis' | 'newClient'>
  | 'diagnoses'
  | 'visitLevel'

export interface SheetRow {
  readonly id: string
  readonly label: string
  readonly groups: readonly PickGroup[]
  /** The section whose text stands in it; null: picks alone. */
  readonly section: string | null
}

/** Of which row each section is the text, and which picks stand above it. `null` for a row of picks alone. */
type Plan = readonly (readonly [
  section: string | null,
  label: string | null,
  ...groups: readonly PickGroup[],
])[]

const status = [null, 'Mental status', 'mentalStatus'] as const
const risk = [null, 'Risk', 'risk'] as const
const goals = [null, 'Goals', 'goals'] as const
const change = ['diagnoses', 'direction', 'necessity'] as const
const work = ['interventions', 'longSessionReason'] as const

const plans: Readonly<Record<Template, Plan>> = {
  soap: [
    ['subjective', null, 'symptoms', 'impairment'],
    status,
    risk,
    ['objective', null, ...work, 'response', 'interactiveComplexity'],
    ['assessment', null, ...change],
    goals,
    ['plan', null],
  ],
  dap: [
    ['data', null, 'symptoms', 'impairment'],
    status,
    risk,
    [null, 'Interventions', ...work, 'response', 'interactiveComplexity'],
    ['assessment', null, ...change],
    goals,
    ['plan', null],
  ],
  birp: [
    ['behavior', null, 'symptoms', 'impairment'],
    status,
    risk,
    ['intervention', null, ...work, 'interactiveComplexity'],
    ['response', null, 'response'],
    [null, 'Diagnosis and change', ...change],
    goals,
    ['plan', null],
  ],
  intake: [
    ['presenting-problem', null, 'symptoms', 'impairment'],
    ['history', 'History'],
    ['mental-status', null, 'mentalStatus'],
    ['risk', null, 'risk'],
    [
      'diagnostic-impression',
      'Diagnosis and prognosis',
      ...change,
      'medicalServices',
      'interactiveComplexity',
    ],
    ['plan', null],
    ['informants', null],
  ],
  crisis: [
    ['presenting-crisis', 'The crisis', 'crisis', 'symptoms', 'impairment'],
    status,
    risk,
    ['assessment', 'Urgency and risk', 'diagnoses', 'necessity'],
    ['interventions', 'What was done', 'interventions'],
    ['response', null, 'response'],
    ['disposition', 'Disposition'],
    ['plan', null],
  ],
  family: [
    ['attendance', 'Who came', 'clientAbsentBecause'],
    ['content', 'What was worked on', 'symptoms', 'impairment'],
    status,
    risk,
    ['interventions', null, 'interventions', 'interactiveComplexity'],
    ['response', null, 'response'],
    ['assessment', null, ...change],
    goals,
    ['plan', null],
  ],
  em: [
    ['interval-history', null, 'symptoms', 'impairment'],
    ['mental-status', 'Mental status', 'mentalStatus'],
    risk,
    ['medical-decision-making', null, 'visitLevel', ...change],
    ['plan', null],
  ],
  'em-with-therapy': [
    ['interval-history', null, 'symptoms', 'impairment'],
    ['mental-status', 'Mental status', 'mentalStatus'],
    risk,
    ['medical-decision-making', null, 'visitLevel', ...change],
    ['therapy', 'Psychotherapy', 'interventions', 'response', 'interactiveComplexity'],
    goals,
    ['plan', null],
  ],
}

/** The rows of a template, from top to bottom. */
export const sheetRows = (template: Template): readonly SheetRow[] =>
  plans[template].map(([section, label, ...groups]) => {
    const fact = templates[template].sections.find(({ id }) => id === section)
    return { id: section ?? `${groups[0] ?? 'row'}`, label: label ?? fact?.label ?? '', groups, section }
  })

/** Texts of a note under names its template has no section for: they are shown all the same, none is lost. */
export const strayRows = (
  template: Template,
  sections: Readonly<Record<string, string>>,
): readonly SheetRow[] => {
  const placed = new Set(sheetRows(template).map(({ section }) => section))
  return Object.keys(sections)
    .filter((id) => !placed.has(id) && sections[id] !== '')
    .map((id) => ({ id, label: id.replaceAll('-', ' '), groups: [], section: id }))
}
