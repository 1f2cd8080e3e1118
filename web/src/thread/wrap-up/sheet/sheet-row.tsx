// One row of the note: its hanging label with how it stands, its picks, its prose.
import { type ReactNode, memo, useCallback } from 'react'
import type { Conflict } from '../../../note/merge-drafts.ts'
import type { SheetRow as Row } from '../../../note/note-layout.ts'
import { Knot } from '../../../ui/knot.tsx'
import { type Mark, markAt } from '../../../ui/marks.ts'
import { Prose } from '../../../ui/prose.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { sectionFieldId } from '../places.ts'
import { TwoVersions } from './two-versions.tsx'
import type { Part } from '../../../note/parts.ts'
import type { Picking } from './picking.ts'
import { PickGroups } from './pick-groups.tsx'
import type { RowState } from './row-state.ts'
import styles from './sheet.module.css'

const stateWords: Readonly<Record<RowState, string>> = {
  holds: 'holds',
  'needs-you': 'needs you',
  'not-yet': 'not yet',
}

export interface SheetRowProps {
  readonly row: Row
  readonly state: RowState
  /** Under the label: "5, needs 3". */
  readonly under: string | null
  readonly text: string
  /** What was carried into this section and is only offered; null when there is nothing. */
  readonly carriedText: string | null
  readonly marks: readonly Mark[]
  readonly markedText: string | undefined
  readonly openMark: number | null
  readonly picking: Picking
  readonly least: number
  readonly conflicts: readonly Conflict[]
  readonly onSettle: (path: string, part: Part | null) => void
  readonly onCaret: (section: string, start: number, end: number) => void
  readonly onMark: (number: number) => void
}

const Carried = ({
  text,
  from,
  onSame,
}: {
  readonly text: string
  readonly from: string
  readonly onSame: () => void
}): ReactNode => (
  <div className={styles.carried}>
    <p>{text}</p>
    <TextLink small onClick={onSame}>
      same as {from}?
    </TextLink>
  </div>
)

const RowProse = (props: SheetRowProps & { readonly section: string }): ReactNode => {
  const { row, section, text, marks, markedText, openMark, picking, onCaret, onMark, carriedText } = props
  const { edit, locked, from } = picking
  const onChange = useCallback((next: string) => edit.setSection(section, next), [edit, section])
  if (locked && text === '') return null
  return (
    <>
      {carriedText !== null && !locked && from !== null && (
        <Carried text={carriedText} from={from} onSame={() => edit.sayAgain(`sections.${section}`)} />
      )}
      <div className={styles.prose}>
        <Prose
          id={sectionFieldId(section)}
          label={row.label}
          value={text}
          onChange={onChange}
          marks={marks}
          {...(markedText === undefined ? {} : { markedText })}
          openMark={openMark}
          onCaret={(start, end) => {
            onCaret(section, start, end)
            const number = start === end ? markAt(marks, start) : null
            if (number !== null) onMark(number)
          }}
          readOnly={locked}
          placeholder="Write…"
        />
      </div>
    </>
  )
}

export const SheetRow = memo((props: SheetRowProps): ReactNode => {
  const { row, state, under, picking, least, conflicts, onSettle } = props
  const { section, groups } = row
  const ofText = conflicts.find(({ path }) => path === `sections.${section ?? ''}`)
  const others = conflicts.filter((each) => each !== ofText)
  return (
    <section className={styles.row} aria-labelledby={`label-${row.id}`} data-row={row.id}>
      <div className={styles.head}>
        <Knot state={state} radius={6} label={stateWords[state]} />
        <div>
          <h2 className={styles.label} id={`label-${row.id}`}>
            {row.label}
          </h2>
          {under !== null && <p className={styles.count}>{under}</p>}
        </div>
      </div>
      <div className={styles.body}>
        <PickGroups groups={groups} picking={picking} least={least} />
        {others.map((conflict) => (
          <TwoVersions key={conflict.path} conflict={conflict} mine={conflict.mine} onSettle={onSettle} />
        ))}
        {section !== null && <RowProse {...props} section={section} />}
        {ofText !== undefined && (
          <TwoVersions conflict={ofText} mine={{ value: props.text, standing: 'said' }} onSettle={onSettle} />
        )}
      </div>
    </section>
  )
})
