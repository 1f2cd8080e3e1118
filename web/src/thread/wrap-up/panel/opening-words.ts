// How a sentence may begin that a finding asks for. Opening words only: what happened is for its author to say.
import type { Template } from '@goldenthread/core/note/note.ts'
import { templates } from '@goldenthread/core/note/templates.ts'
import type { People } from '@goldenthread/core/rules/case.ts'
import type { JudgedFinding } from './judgement.ts'
import type { WrapUp } from '../wrap-up.ts'
import { inSection, placeToShow } from './places.ts'

/** By section; `{name}` is what the client is called. Sections without a line begin with the name. */
const openings: Readonly<Record<string, string>> = {
  subjective: '{name} said ',
  objective: '{name} appeared ',
  data: '{name} said ',
  assessment: 'Since the last session, {name} ',
  plan: 'Between sessions, {name} ',
  behavior: '{name} came in ',
  intervention: 'Worked with {name} on ',
  interventions: 'Worked with {name} on ',
  response: 'To this {name} ',
  'presenting-problem': '{name} came because ',
  'presenting-crisis': '{name} was brought to this by ',
  history: '{name} grew up ',
  'mental-status': '{name} was ',
  risk: 'Asked about thoughts of suicide, {name} ',
  'diagnostic-impression': 'The diagnosis rests on ',
  disposition: '{name} left with ',
  'interval-history': 'Since the last visit, {name} ',
  'medical-decision-making': 'The problems looked at were ',
  therapy: 'In the therapy part, {name} ',
  attendance: 'There came ',
  content: '{name} and the family worked on ',
  informants: 'Beside {name}, told by ',
}

/** The words that begin a sentence of a section; null where the template has no such section. */
export const openingWords = (template: Template, section: string, name: string): string | null => {
  const known = templates[template].sections.some(({ id }) => id === section)
  return known ? (openings[section] ?? '{name} ').replace('{name}', name) : null
}

export interface Opening {
  readonly section: string
  readonly words: string
}

/** What the client is called. */
export const calledName = ({ client }: People): string => client.chosenName ?? client.name.first

/** How the sentence may begin that a finding asks for; null where it asks for no words of a section. */
export const openingFor = (
  { finding }: Pick<JudgedFinding, 'finding'>,
  { note, served }: Pick<WrapUp, 'note' | 'served'>,
): Opening | null => {
  if (note === null) return null
  const { section } = inSection(placeToShow(finding.place, note))
  if (section === null) return null
  const words = openingWords(note.template, section, calledName(served.case.people))
  return words === null ? null : { section, words }
}
