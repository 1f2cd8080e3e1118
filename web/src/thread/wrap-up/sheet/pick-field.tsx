// A row of picks of the note: chips, own words, "not assessed, because …", and what was carried until it is touched.
import { TextInput } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { Answer } from '@goldenthread/core/note/note.ts'
import type { PickTable } from '../../../note/pick-tables.ts'
import { type Reading, answerFrom, chipsOf, unassessed, withOwnWords } from '../../../note/pick-values.ts'
import { PickRow } from '../../../ui/pick-row.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { pickRowId } from '../places.ts'
import styles from './sheet.module.css'

interface WordsProps {
  readonly label: string
  readonly onSaid: (words: string) => void
  readonly onCancel: () => void
}

/** One line in one's own words. Enter takes it, Escape leaves it. */
export const WordsField = ({ label, onSaid, onCancel }: WordsProps): ReactNode => {
  const [words, setWords] = useState('')
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onCancel()
    if (event.key !== 'Enter') return
    event.preventDefault()
    const said = words.trim().replaceAll(/\s+/g, ' ')
    if (said === '') onCancel()
    else onSaid(said)
  }
  return (
    <TextInput
      size="xs"
      className={styles.words ?? ''}
      aria-label={label}
      placeholder={label}
      maxLength={400}
      value={words}
      autoFocus
      onChange={(event) => setWords(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => words.trim() === '' && onCancel()}
    />
  )
}

interface BeyondProps {
  readonly label: string
  readonly onOwn: ((words: string) => void) | null
  readonly onReason: ((reason: string) => void) | null
}

const Beyond = ({ label, onOwn, onReason }: BeyondProps): ReactNode => {
  const [asks, setAsks] = useState<'own' | 'reason' | null>(null)
  const close = (): void => setAsks(null)
  const say =
    (onSaid: ((words: string) => void) | null) =>
    (words: string): void => {
      onSaid?.(words)
      close()
    }
  if (asks === 'own')
    return <WordsField label={`${label}, in your words`} onSaid={say(onOwn)} onCancel={close} />
  if (asks === 'reason')
    return <WordsField label="Not assessed, because" onSaid={say(onReason)} onCancel={close} />
  return (
    <span className={styles.beyond}>
      {onOwn !== null && (
        <TextLink small onClick={() => setAsks('own')} label={`${label}: own words`}>
          Own words…
        </TextLink>
      )}
      {onReason !== null && (
        <TextLink small onClick={() => setAsks('reason')} label={`${label}: not assessed`}>
          Not assessed…
        </TextLink>
      )}
    </span>
  )
}

export interface PickFieldProps<T> {
  readonly label: string
  /** `picks.risk.level`: names the row for whoever jumps to it. */
  readonly path: string
  readonly table: PickTable
  readonly reading: Reading<T>
  readonly answer: Answer<T> | undefined
  readonly onChange: (answer: Answer<T> | undefined) => void
  readonly several?: boolean
  /** What the last note had, while this row is untouched, and its day: `Nov 5`. */
  readonly carried?: { readonly answer: Answer<T>; readonly from: string } | undefined
  readonly ownWords?: boolean
  readonly mayBeUnassessed?: boolean
  readonly locked: boolean
}

export const PickField = <T,>(props: PickFieldProps<T>): ReactNode => {
  const { label, path, table, reading, answer, onChange, several = false, carried, locked } = props
  const { ownWords = false, mayBeUnassessed = false } = props
  const chosen = chipsOf(answer, reading)
  if (locked && chosen.length === 0) return null
  const offered = carried === undefined ? [] : chipsOf(carried.answer, reading)
  const onOwn = (words: string): void => {
    const others = several ? chosen.filter((chip) => chip !== unassessed) : []
    onChange(reading.value([...others, words]))
  }
  const isExtended = ownWords || mayBeUnassessed
  return (
    <PickRow
      id={pickRowId(path)}
      label={label}
      options={table.options}
      more={withOwnWords(table, answer, [...chosen, ...offered])}
      chosen={chosen}
      several={several}
      onChange={(next) => onChange(answerFrom(answer, next, reading))}
      {...(carried === undefined ? {} : { carried: { values: offered, from: carried.from } })}
      {...(locked || !isExtended
        ? {}
        : {
            beyond: (
              <Beyond
                label={label}
                onOwn={ownWords ? onOwn : null}
                onReason={mayBeUnassessed ? (reason) => onChange({ notAssessed: reason }) : null}
              />
            ),
          })}
      locked={locked}
    />
  )
}
