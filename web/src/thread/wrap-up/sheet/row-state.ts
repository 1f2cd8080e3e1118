// How a row of the sheet stands: something in it stops filing, it says something, or nothing was said yet.
import { holdsClaim } from '@goldenthread/core/values/finding.ts'
import type { Note } from '@goldenthread/core/note/note.ts'
import type { SheetRow } from '../../../note/note-layout.ts'
import type { JudgedFinding } from '../panel/judgement.ts'

export type RowState = 'holds' | 'needs-you' | 'not-yet'

/** The path under `note.` that a group's findings name. */
const rootsOf = ({ section, groups }: SheetRow): readonly string[] => [
  ...(section === null ? [] : [`sections.${section}`]),
  ...groups.flatMap((group) =>
    group === 'visitLevel'
      ? ['picks.decisionMaking', 'picks.levelBasis', 'picks.newClient']
      : [group === 'diagnoses' ? 'diagnoses' : `picks.${group}`],
  ),
]

const isUnder = (path: string, root: string): boolean => path === root || path.startsWith(`${root}.`)

/** Whether a finding points into the row. */
export const pointsAt = (
  row: SheetRow,
  { section, finding }: Pick<JudgedFinding, 'section' | 'finding'>,
): boolean => {
  if (section !== null) return section === row.section
  const { place } = finding
  if (place.kind !== 'field' || !place.path.startsWith('note.')) return false
  const path = place.path.slice('note.'.length)
  return rootsOf(row).some((root) => isUnder(path, root))
}

/** Whether a row says something: in its words, or in any of the picks that stand before them. */
const says = (row: SheetRow, { sections, picks, diagnoses, carried }: Note): boolean => {
  const untouched = carried?.untouched ?? []
  const isSaid = (path: string): boolean => !untouched.includes(path)
  const hasWords =
    row.section !== null && (sections[row.section] ?? '').trim() !== '' && isSaid(`sections.${row.section}`)
  return (
    hasWords ||
    row.groups.some((group) => {
      if (group === 'diagnoses') return diagnoses.length > 0
      if (group === 'visitLevel') return picks.decisionMaking !== undefined
      const value = picks[group]
      if (group === 'mentalStatus' || group === 'risk')
        return Object.keys(value ?? {}).some((part) => isSaid(`picks.${group}.${part}`))
      return value !== undefined && isSaid(`picks.${group}`)
    })
  )
}

export const rowState = (row: SheetRow, note: Note, findings: readonly JudgedFinding[]): RowState => {
  if (findings.some((each) => holdsClaim(each.finding) && pointsAt(row, each))) return 'needs-you'
  return says(row, note) ? 'holds' : 'not-yet'
}
