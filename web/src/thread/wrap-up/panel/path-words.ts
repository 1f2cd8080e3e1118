// The place of something in a note, as people call it: what was carried forward, for the one who signs.
import type { Template } from '@goldenthread/core/note/note.ts'
import { templates } from '@goldenthread/core/note/templates.ts'

const roots: Readonly<Record<string, string>> = {
  mentalStatus: 'Mental status',
  risk: 'Risk',
  symptoms: 'Symptoms',
  impairment: 'What they do to daily life',
  interventions: 'Interventions',
  goals: 'Goals',
  necessity: 'Why care goes on',
}

const parts: Readonly<Record<string, string>> = {
  suicidalIdeation: 'thoughts of suicide',
  homicidalIdeation: 'thoughts of harming others',
  selfHarm: 'self-harm',
  level: 'level',
}

const plain = (key: string): string => key.replaceAll('-', ' ')

/** `picks.risk.level` → `Risk, level`; `diagnoses.F33.1` → `Diagnosis F33.1`; `sections.history` → its label. */
export const pathWords = (path: string, template: Template): string => {
  const [root, key = '', ...rest] = path.split('.')
  if (root === 'diagnoses') return `Diagnosis ${[key, ...rest].join('.')}`
  if (root === 'sections')
    return templates[template].sections.find(({ id }) => id === key)?.label ?? plain(key)
  const part = rest[0]
  const named = roots[key] ?? plain(key)
  return part === undefined ? named : `${named}, ${parts[part] ?? plain(part)}`
}

/** One after the other, with what belongs together said together: `Risk: level, self-harm · Goals`. */
export const pathsWords = (paths: readonly string[], template: Template): string => {
  const groups = new Map<string, string[]>()
  for (const path of paths) {
    const [whole = '', ...parts] = pathWords(path, template).split(', ')
    groups.set(whole, [...(groups.get(whole) ?? []), ...parts])
  }
  return [...groups]
    .map(([whole, parts]) => (parts.length === 0 ? whole : `${whole}: ${parts.join(', ')}`))
    .join(' · ')
}
