// The panel's keys: from finding to finding, from link to link, between note and panel; and the count, said politely.
import { type ReactNode, useRef } from 'react'
import { templates } from '@goldenthread/core/note/templates.ts'
import { useKeys } from '../../../ui/use-keys.ts'
import { countWords } from './count-words.ts'
import { elementsOf } from './elements.ts'
import { nextFinding } from './list-findings.ts'
import { openingFor, openingWords, calledName } from './opening-words.ts'
import { focusSection } from '../places.ts'
import type { WrapUp } from '../wrap-up.ts'
import { placeToShow } from './places.ts'
import styles from './sign-bar.module.css'
import type { LiveJudgement } from './use-judgement.ts'

export interface KeysOfPanelProps {
  readonly page: WrapUp
  readonly judgement: LiveJudgement
}

/** The links as their steps are named in the page. */
export const linkIds = ['link-session', 'link-note', 'link-code', 'link-claim', 'link-pay'] as const

const linkNames = ['Session', 'Note', 'Code', 'Claim', 'Paid'] as const

const goTo = (id: string): void => {
  const link = document.getElementById(id)
  link?.focus()
  link?.scrollIntoView({ block: 'nearest' })
}

/** The section of the open finding, else the first one that lacks its words. */
const startSentence = ({ page, judgement }: KeysOfPanelProps): void => {
  const { note, served } = page
  if (note === null || page.readOnly) return
  const open = judgement.findings.find(({ number }) => number === judgement.open)
  const asked = open === undefined ? null : openingFor(open, page)
  if (asked !== null) {
    page.startSentence(asked.section, asked.words)
    return
  }
  const lacking = elementsOf(note, []).find(({ holds, path }) => !holds && path.startsWith('note.sections.'))
  const section = lacking?.path.slice('note.sections.'.length)
  const words =
    section === undefined ? null : openingWords(note.template, section, calledName(served.case.people))
  if (section !== undefined && words !== null) page.startSentence(section, words)
}

/** Where one was writing last; else the first section. */
const focusNote = ({ caret, note }: WrapUp): void => {
  const section =
    caret?.section ?? (note === null ? null : (templates[note.template].sections[0]?.id ?? null))
  if (section !== null) focusSection(section, caret?.start ?? 0, caret?.end)
}

const isInPanel = (): boolean => document.activeElement?.closest('[data-panel]') !== null

export const KeysOfPanel = (props: KeysOfPanelProps): ReactNode => {
  const { page, judgement } = props
  const lastLink = useRef<string>(linkIds[1])
  const move = (step: 1 | -1): void => {
    const next = nextFinding(judgement.findings, judgement.open, step)
    if (next === null) return
    judgement.openFinding(next.number)
    page.jumpTo(placeToShow(next.finding.place, page.note))
  }
  useKeys([
    { keys: 'F8', does: 'Next finding', run: () => move(1) },
    { keys: 'Shift F8', does: 'Previous finding', run: () => move(-1) },
    { keys: 'Alt i', does: 'Start the sentence', run: () => startSentence(props) },
    ...linkIds.map((id, at) => ({
      keys: `Alt ${at + 1}`,
      does: `Go to ${linkNames[at]}`,
      run: () => {
        lastLink.current = id
        goTo(id)
      },
    })),
    {
      keys: 'F6',
      does: 'Between note and panel',
      run: () => (isInPanel() ? focusNote(page) : goTo(lastLink.current)),
    },
  ])
  const { stops, suggestions } = countWords(judgement.findings)
  return (
    <p role="status" className={styles.spoken}>
      {[stops ?? 'Nothing stops filing.', suggestions].filter(Boolean).join(' ')}
    </p>
  )
}
