// Find or do: one field, what it finds beneath, all by keyboard.
import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react'
import type { Me } from '../people/me.ts'
import { Kbd } from '../ui/kbd.tsx'
import { Spoken } from '../ui/type.tsx'
import { keyCaps } from './key-caps.ts'
import { type Entry, type EntryGroup, stretches } from './palette-entries.ts'
import type { Role } from './pages-of-role.ts'
import { useEntries } from './use-entries.ts'
import styles from './palette.module.css'

interface OptionProps {
  readonly entry: Entry
  readonly id: string
  readonly typed: string
  readonly isCurrent: boolean
  readonly onPoint: () => void
  readonly onRun: () => void
}

const Option = ({ entry, id, typed, isCurrent, onPoint, onRun }: OptionProps): ReactNode => (
  <div
    id={id}
    role="option"
    aria-selected={isCurrent}
    className={styles.option}
    onPointerMove={onPoint}
    onClick={onRun}
  >
    <span>
      {stretches(typed, entry.says).map(({ text, typed: isTyped }, at) =>
        // A stretch has no name but its place.
        isTyped ? <strong key={at}>{text}</strong> : <span key={at}>{text}</span>,
      )}
    </span>
    <span className={styles.beside}>
      {entry.beside}
      {entry.keys !== undefined && keyCaps(entry.keys).map((cap) => <Kbd key={cap} keys={cap} />)}
      {isCurrent && entry.beside === undefined && entry.keys === undefined && <Kbd keys="↵" />}
    </span>
  </div>
)

const Foot = (): ReactNode => (
  <p className={styles.foot}>
    <Kbd keys="↑" /> <Kbd keys="↓" /> move, <Kbd keys="Enter" /> do it, <Kbd keys="Esc" /> close. Process
    notes are never searched.
  </p>
)

const saysNothing = (typed: string, isLooking: boolean, failed: boolean): string => {
  if (isLooking) return 'Looking…'
  if (failed) return 'The search did not answer. Pages and acts still work.'
  return typed.trim().length < 2 ? '' : 'Nothing here goes by that name.'
}

const moves: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
}

/** Which entry Enter does, moved by the arrows; the first one again when what is offered has changed. */
const useCurrent = (groups: readonly EntryGroup[], typed: string, onRun: (entry: Entry) => void) => {
  const entries = groups.flatMap((group) => group.entries)
  const [at, setAt] = useState(0)
  useEffect(() => setAt(0), [typed])
  const current = entries[Math.min(at, entries.length - 1)]
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = moves[event.key]
    if (event.nativeEvent.isComposing) return
    if (move !== undefined && entries.length > 0) {
      event.preventDefault()
      setAt(move(Math.min(at, entries.length - 1), entries.length))
    }
    if (event.key === 'Enter' && current !== undefined) {
      event.preventDefault()
      onRun(current)
    }
  }
  const point = (entry: Entry): void => setAt(entries.indexOf(entry))
  return { current, point, onKeyDown }
}

interface PaletteProps {
  readonly me: Me
  readonly role: Role
  readonly onClose: () => void
}

const PaletteBody = ({ me, role, onClose }: PaletteProps): ReactNode => {
  const name = useId()
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed, 120)
  const { groups, isLooking, failed } = useEntries(me, role, asked)
  const run = (entry: Entry): void => {
    onClose()
    entry.run()
  }
  const { current, point, onKeyDown } = useCurrent(groups, asked, run)
  const optionId = (entry: Entry): string => `${name}-${entry.id.replaceAll(/[^\w-]/g, '-')}`
  useEffect(() => {
    if (current !== undefined)
      document.getElementById(optionId(current))?.scrollIntoView({ block: 'nearest' })
  })
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0)
  return (
    <>
      <input
        className={styles.field}
        data-autofocus
        role="combobox"
        aria-label="Find or do"
        aria-expanded
        aria-controls={name}
        aria-autocomplete="list"
        aria-activedescendant={current === undefined ? undefined : optionId(current)}
        placeholder="Find or do…"
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div id={name} role="listbox" aria-label="Found" className={styles.list}>
        {groups.map((group) => (
          <div key={group.name} role="group" aria-label={group.name}>
            <p className={styles.group} aria-hidden="true">
              {group.name}
            </p>
            {group.entries.map((entry) => (
              <Option
                key={entry.id}
                id={optionId(entry)}
                entry={entry}
                typed={asked}
                isCurrent={entry === current}
                onPoint={() => point(entry)}
                onRun={() => run(entry)}
              />
            ))}
          </div>
        ))}
      </div>
      {(count === 0 || failed) && <p className={styles.nothing}>{saysNothing(asked, isLooking, failed)}</p>}
      <p role="status">
        <Spoken>{count === 1 ? '1 entry' : `${count} entries`}</Spoken>
      </p>
      <Foot />
    </>
  )
}

export const Palette = (props: PaletteProps): ReactNode => (
  <Modal
    opened
    onClose={props.onClose}
    withCloseButton={false}
    centered={false}
    yOffset="112px"
    size={640}
    padding={0}
    attributes={{ content: { 'aria-label': 'Find or do' } }}
    classNames={{ content: styles.palette ?? '' }}
    transitionProps={{ duration: 120 }}
  >
    <PaletteBody {...props} />
  </Modal>
)
