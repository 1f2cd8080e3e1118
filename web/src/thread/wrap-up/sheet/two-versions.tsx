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

interface VersionProps {
  readonly says: string
  readonly part: Part
  readonly onKeep: () => void
}

const Version = ({ says, part, onKeep }: VersionProps): ReactNode => {
  const id = useId()
  return (
    <div className={styles.version}>
      <h3 id={id}>{says}</h3>
      <blockquote>{wordsOf(part.value)}</blockquote>
      <Button size="xs" variant="default" onClick={onKeep} aria-describedby={id}>
        Keep this one
      </Button>
    </div>
  )
}

export interface TwoVersionsProps {
  readonly conflict: Conflict
  readonly onSettle: (path: string, part: Part) => void
}

export const TwoVersions = ({ conflict, onSettle }: TwoVersionsProps): ReactNode => {
  const { path, mine, theirs } = conflict
  const joined = joinParts(conflict)
  return (
    <div className={styles.conflict} role="group" aria-label={`${nameOf(path)} was written in two ways`}>
      <p>
        <b>{nameOf(path)} was written in two ways.</b> Both are kept until you choose.
      </p>
      <div className={styles.versions}>
        <Version says="Written here" part={mine} onKeep={() => onSettle(path, { ...mine, standing: 'said' })} />
        <Version says="Written elsewhere" part={theirs} onKeep={() => onSettle(path, { ...theirs, standing: 'said' })} />
      </div>
      {joined !== null && (
        <Button size="xs" variant="default" onClick={() => onSettle(path, joined)}>
          Keep both, joined
        </Button>
      )}
    </div>
  )
}
