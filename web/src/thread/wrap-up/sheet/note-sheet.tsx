// The note as a sheet: a row for each section and group of picks, in the order they are written.
import { type ReactNode, useMemo } from 'react'
import type { Note } from '@goldenthread/core/note/note.ts'
import { type SheetRow as Row, sheetRows, strayRows } from '../../../note/note-layout.ts'
import { type Mark, kindOf } from '../../../ui/marks.ts'
import type { JudgedFinding } from '../panel/judgement.ts'
import { shortDay } from '../panel/short-day.ts'
import type { LiveJudgement } from '../panel/use-judgement.ts'
import type { WrapUp } from '../wrap-up.ts'
import type { Picking } from './picking.ts'
import { pointsAt, rowState } from './row-state.ts'
import { SheetRow } from './sheet-row.tsx'
import { mentalStatusWords } from './status-and-risk.tsx'
import styles from './sheet.module.css'

export interface NoteSheetProps {
  readonly wrapUp: WrapUp
  readonly note: Note
  readonly judgement: LiveJudgement | null
  /** How many categories of mental status are expected. */
  readonly least: number
  /** On a phone the row that the open finding points at stands first. */
  readonly isNarrow: boolean
}

const none: readonly Mark[] = []
const nobody: readonly JudgedFinding[] = []

/** The marks of each section. The same list while nothing in it changed, so that no other text is drawn anew. */
const useMarks = (findings: readonly JudgedFinding[]): ReadonlyMap<string, readonly Mark[]> =>
  useMemo(() => {
    const marks = new Map<string, Mark[]>()
    for (const { section, span, severity, number } of findings) {
      if (section === null || span === null) continue
      const mark: Mark = { ...span, kind: kindOf(severity), number }
      marks.set(section, [...(marks.get(section) ?? []), mark])
    }
    return marks
  }, [findings])

const usePicking = ({ note, wrapUp }: NoteSheetProps): Picking => {
  const { picks, diagnoses, recorded, carried } = note
  const { offered, carriedFrom, edit, readOnly } = wrapUp
  return useMemo(
    () => ({
      picks,
      diagnoses,
      recorded,
      carried,
      offered,
      from: carriedFrom === null ? null : shortDay(carriedFrom),
      edit,
      locked: readOnly,
    }),
    [picks, diagnoses, recorded, carried, offered, carriedFrom, edit, readOnly],
  )
}

/** Rows that ask something of this session; of a signed note those that say something. */
const rowsOf = ({ note, wrapUp }: NoteSheetProps): readonly Row[] =>
  [...sheetRows(note.template), ...strayRows(note.template, note.sections)].filter(
    (row) => !wrapUp.readOnly || rowState(row, note, nobody) === 'holds',
  )

const pointedFirst = (rows: readonly Row[], pointed: JudgedFinding | undefined): readonly Row[] => {
  if (pointed === undefined) return rows
  const first = rows.filter((row) => pointsAt(row, pointed))
  return [...first, ...rows.filter((row) => !first.includes(row))]
}

const conflictsOf = (row: Row, { conflicts }: WrapUp): WrapUp['conflicts'] =>
  conflicts.filter(({ path }) => {
    const [root, key = ''] = path.split('.')
    if (root === 'sections') return key === row.section
    return row.groups.some((group) => group === (root === 'diagnoses' ? 'diagnoses' : key))
  })

const noConflicts: WrapUp['conflicts'] = []

export const NoteSheet = (props: NoteSheetProps): ReactNode => {
  const { wrapUp, note, judgement, least, isNarrow } = props
  const findings = judgement?.findings ?? nobody
  const marks = useMarks(findings)
  const picking = usePicking(props)
  const open = judgement?.open ?? null
  const rows = rowsOf(props)
  const pointed = isNarrow ? findings.find(({ number }) => number === open) : undefined
  const untouched = note.carried?.untouched ?? []
  const openFinding = judgement?.openFinding
  const onMark = useMemo(
    () =>
      (number: number): void =>
        openFinding?.(number),
    [openFinding],
  )
  return (
    <div className={styles.sheet}>
      {pointedFirst(rows, pointed).map((row) => {
        const { section } = row
        const isOffered = section !== null && untouched.includes(`sections.${section}`)
        const text = section === null ? '' : (note.sections[section] ?? '')
        const found = conflictsOf(row, wrapUp)
        return (
          <SheetRow
            key={row.id}
            row={row}
            state={rowState(row, note, findings)}
            under={row.groups.includes('mentalStatus') ? mentalStatusWords(picking, least) : null}
            text={isOffered ? '' : text}
            carriedText={isOffered ? text : null}
            marks={section === null ? none : (marks.get(section) ?? none)}
            markedText={section === null ? undefined : judgement?.judgedTexts[section]}
            openMark={open}
            picking={picking}
            least={least}
            conflicts={found.length === 0 ? noConflicts : found}
            onSettle={wrapUp.settle}
            onCaret={wrapUp.placeCaret}
            onMark={onMark}
          />
        )
      })}
    </div>
  )
}
