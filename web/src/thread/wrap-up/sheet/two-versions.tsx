// One part of a note that was written in two ways: both are shown, a person picks one or joins them, nothing is dropped.
import { Button } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { type Conflict, joinParts } from '../../../note/merge-drafts.ts'
import type { Part } from '../../../note/parts.ts'
import styles from './sheet.module.css'

const named = (value: object): string =>
  ['code', 'name', 'goal', 'notAssessed']
    .map((key) => (value as Record<string, unknown>)[key])
    .filter((each) => typeof each === 'string')
    .join(' ')

const wordsOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(wordsOf).join(', ')
  return typeof value === 'object' && value !== null ? named(value) || JSON.stringify(value) : String(value)
}

const partNames: Readonly<Record<string, string>> = { diagnoses: 'The diagnoses', goals: 'The goals' }

const nameOf = (path: string): string => {
  const last = path.split('.').at(-1) ?? path
  return path.startsWith('sections.') ? 'This text' : (partNames[last] ?? 'This answer')
}

export interface TwoVersionsProps {
  readonly conflict: Conflict
  /** What stands here now: it may have been written on since. */
  readonly mine: Part
  /** Null: what stands here. */
  readonly onSettle: (path: string, part: Part | null) => void
}

export const TwoVersions = ({ conflict, mine, onSettle }: TwoVersionsProps): ReactNode => {
  const { path, theirs } = conflict
  const joined = joinParts({ ...conflict, mine })
  const said = useId()
  return (
    <div className={styles.conflict} role="group" aria-labelledby={said}>
      <p id={said}>
        <b>{nameOf(path)} was written in two ways.</b> Yours stands in the note; this was written elsewhere.
        Both are kept until you choose.
      </p>
      <blockquote className={styles.elsewhere}>{wordsOf(theirs.value)}</blockquote>
      <div className={styles.choices}>
        {joined !== null && (
          <Button size="xs" variant="default" onClick={() => onSettle(path, joined)}>
            Keep both, joined
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => onSettle(path, null)}>
          Keep yours
        </Button>
        <Button size="xs" variant="default" onClick={() => onSettle(path, { ...theirs, standing: 'said' })}>
          Take the other
        </Button>
      </div>
    </div>
  )
}
