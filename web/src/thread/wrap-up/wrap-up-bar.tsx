// The bar of the wrap-up: whose session it is, its facts as chips, where one's words are kept, undo, lock.
import { UnstyledButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { lockNow } from '../../people/sitting.ts'
import { PlacesForm, TimesForm } from '../../session/session-facts.tsx'
import { minutesOf, modalityText, placesText, timesText, writtenOf } from '../../session/written-session.ts'
import { Logo } from '../../ui/logo.tsx'
import { SavedState } from '../../ui/saved-state.tsx'
import { FactChip } from './fact-chip.tsx'
import { bornText, longDay } from './day-words.ts'
import { NotHeld } from './not-held.tsx'
import { TemplatePicker } from './template-picker.tsx'
import type { WrapUp } from './wrap-up.ts'
import { factsId } from './places.ts'
import styles from './wrap-up-bar.module.css'

const SessionChips = ({ wrapUp }: { readonly wrapUp: WrapUp }): ReactNode => {
  const { session, changeSession, isAuthor, served, isAway } = wrapUp
  const facts = session.session
  const mayChange = isAuthor && !isAway && served.note?.status !== 'moved'
  const written = writtenOf(facts)
  return (
    <>
      <FactChip id={factsId} says={timesText(facts)} label="Times" mayChange={mayChange}>
        {(close) => (
          <>
            <TimesForm written={written} onSave={changeSession} onClose={close} />
            <NotHeld wrapUp={wrapUp} onDone={close} />
          </>
        )}
      </FactChip>
      <FactChip says={placesText(facts)} label="Means and places" mayChange={mayChange}>
        {(close) => <PlacesForm written={written} onSave={changeSession} onClose={close} />}
      </FactChip>
      <TemplatePicker wrapUp={wrapUp} />
    </>
  )
}

const Icon = ({ d }: { readonly d: string }): ReactNode => (
  <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" className={styles.icon}>
    <path d={d} />
  </svg>
)

const undoShape = 'M6.5 4 L3 7.5 L6.5 11 M3.4 7.5 H11 A3.4 3.4 0 0 1 11 14.3 H8'
const lockShape = 'M4 8.2 H14 V15 H4 Z M6 8 V6 A3 3 0 0 1 12 6 V8'
const backShape = 'M11.5 3 L5.5 9 L11.5 15'

const Saved = ({ wrapUp, onMerge }: { readonly wrapUp: WrapUp; readonly onMerge: () => void }): ReactNode => {
  const { saved, heard, readOnly } = wrapUp
  if (readOnly) return null
  const state =
    heard !== null && saved.kind === 'saved'
      ? { kind: 'also-open' as const, where: heard.where, onMerge }
      : saved
  return <SavedState state={state} />
}

export interface WrapUpBarProps {
  readonly wrapUp: WrapUp
  /** Shows what came from elsewhere. */
  readonly onMerge: () => void
}

export const WrapUpBar = ({ wrapUp, onMerge }: WrapUpBarProps): ReactNode => {
  const { client } = wrapUp.served.case.people
  const facts = wrapUp.session.session
  const name = `${client.chosenName ?? client.name.first} ${client.name.last}`
  return (
    <header className={styles.bar}>
      <Link to="/" className={styles.home} aria-label="Back to Today">
        <span className={styles.sign}>
          <Logo width={28} />
        </span>
        <span className={styles.back}>
          <Icon d={backShape} />
        </span>
      </Link>
      <div className={styles.whose}>
        <h1 className={styles.name}>{name}</h1>
        <p className={styles.born}>born {bornText(client.birthDate)}</p>
        <p className={styles.short}>
          {timesText(facts).replace(/ [ap]m$/, '')}, {minutesOf(facts)} min,{' '}
          {modalityText(facts.modality).toLowerCase()}
        </p>
      </div>
      <p className={styles.day}>{longDay(facts.day)}</p>
      <div className={styles.chips}>
        <SessionChips wrapUp={wrapUp} />
      </div>
      <div className={styles.end}>
        <Saved wrapUp={wrapUp} onMerge={onMerge} />
        <UnstyledButton
          className={styles.tool}
          aria-label="Undo"
          aria-keyshortcuts="Control+Z Meta+Z"
          aria-disabled={!wrapUp.canUndo}
          onClick={wrapUp.undo}
        >
          <Icon d={undoShape} />
        </UnstyledButton>
        <UnstyledButton
          className={styles.tool}
          aria-label="Lock the screen"
          aria-keyshortcuts="Control+L Meta+L"
          onClick={() => void lockNow()}
        >
          <Icon d={lockShape} />
        </UnstyledButton>
      </div>
    </header>
  )
}
