// Wrap-up: the note of one session beside its thread, and the act of signing and filing.
import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Link, notFound, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { templates } from '@goldenthread/core/note/templates.ts'
import { problemIn } from '../api/problem.ts'
import { useFacts } from '../api/facts.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { LoadingRows } from '../ui/loading-rows.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { useTitle } from '../ui/use-title.ts'
import { CorrectionSheet } from './wrap-up/panel/correction-sheet.tsx'
import { Panel } from './wrap-up/panel/panel.tsx'
import { PhoneHead } from './wrap-up/panel/phone-head.tsx'
import { SignBar } from './wrap-up/panel/sign-bar.tsx'
import { type LiveJudgement, useJudgement } from './wrap-up/panel/use-judgement.ts'
import { MergeSheet } from './wrap-up/merge-sheet.tsx'
import { NoteSheet } from './wrap-up/sheet/note-sheet.tsx'
import { Strips } from './wrap-up/strips.tsx'
import { useOpening } from './wrap-up/use-opening.ts'
import { useWrapUp } from './wrap-up/use-wrap-up.ts'
import { WrapUpBar } from './wrap-up/wrap-up-bar.tsx'
import type { WrapUp } from './wrap-up/wrap-up.ts'
import styles from './wrap-up/wrap-up-page.module.css'

/** How many categories of mental status this payer and kind of note expect (docs/sources.md 6.1). */
const useLeast = ({ note, served }: WrapUp): number => {
  const facts = useFacts()
  const { coverage } = served.case
  if (facts === null || note === null || note.recorded.day === null) return 3
  const profile = facts.payerProfile(coverage?.payer.class ?? 'self-pay', note.recorded.day)
  return profile.mentalStatusLeast[templates[note.template].mentalStatus]
}

/** A session that has no note: it has not begun, or did not take place. */
const NoNote = ({ wrapUp }: { readonly wrapUp: WrapUp }): ReactNode => {
  const { session, isAuthor, beginNote } = wrapUp
  const { status } = session
  if (status !== 'scheduled' && status !== 'confirmed')
    return (
      <EmptyState title={status === 'no-show' ? 'The client did not come.' : 'This session was cancelled.'}>
        No note is written of it, and no claim.
      </EmptyState>
    )
  if (!isAuthor)
    return <EmptyState title="No note was begun yet.">It is written by the one who treats.</EmptyState>
  return (
    <EmptyState
      title="This session has not begun yet."
      actions={
        <Button variant="default" onClick={() => void beginNote()}>
          Begin its note
        </Button>
      }
    >
      What is known of it will stand there already.
    </EmptyState>
  )
}

interface HalvesProps {
  readonly wrapUp: WrapUp
  readonly judgement: LiveJudgement | null
}

const NoteHalf = ({
  wrapUp,
  judgement,
  isNarrow,
}: HalvesProps & { readonly isNarrow: boolean }): ReactNode => {
  const least = useLeast(wrapUp)
  const { note } = wrapUp
  return (
    <div id="note" className={styles.note}>
      <Strips wrapUp={wrapUp} />
      {note === null ? (
        <NoNote wrapUp={wrapUp} />
      ) : (
        <NoteSheet wrapUp={wrapUp} note={note} judgement={judgement} least={least} isNarrow={isNarrow} />
      )}
    </div>
  )
}

/** Note and panel side by side; the panel under the note where there is less room; on a phone the thread above it. */
const Halves = ({ wrapUp, judgement }: HalvesProps): ReactNode => {
  const isNarrow = useMediaQuery('(max-width: 600px)', undefined, { getInitialValueInEffect: false }) ?? false
  const note = <NoteHalf wrapUp={wrapUp} judgement={judgement} isNarrow={isNarrow} />
  if (isNarrow)
    return (
      <div className={styles.narrow}>
        {judgement !== null && <PhoneHead wrapUp={wrapUp} judgement={judgement} />}
        {note}
        <div className={styles.foot}>
          {judgement !== null && <SignBar wrapUp={wrapUp} judgement={judgement} />}
        </div>
      </div>
    )
  return (
    <div className={styles.halves}>
      {note}
      <div className={styles.panel}>
        {judgement !== null && <Panel wrapUp={wrapUp} judgement={judgement} />}
      </div>
    </div>
  )
}

const Open = ({ wrapUp, scroll }: { readonly wrapUp: WrapUp; readonly scroll: number | null }): ReactNode => {
  const facts = useFacts()
  const judgement = useJudgement(wrapUp, facts)
  const [isMerging, setIsMerging] = useState(false)
  useOpening(wrapUp, scroll)
  useKeys(
    wrapUp.readOnly
      ? []
      : [
          { keys: 'Ctrl z', does: 'Undo', run: wrapUp.undo },
          { keys: 'Ctrl Shift z', does: 'Redo', run: wrapUp.redo },
        ],
  )
  const { correcting, endCorrection } = wrapUp
  return (
    <div className={styles.page}>
      <WrapUpBar wrapUp={wrapUp} onMerge={() => setIsMerging(true)} />
      <Halves wrapUp={wrapUp} judgement={judgement} />
      <MergeSheet
        wrapUp={wrapUp}
        opened={isMerging}
        onClose={() => {
          setIsMerging(false)
          wrapUp.seen()
        }}
      />
      {correcting !== null && (
        <CorrectionSheet
          sessionId={wrapUp.sessionId}
          asked={correcting}
          onDone={() => endCorrection(true)}
          onCancel={() => endCorrection(false)}
        />
      )}
    </div>
  )
}

export const WrapUpPage = (): ReactNode => {
  const { sessionId } = useParams({ from: '/inside/sessions/$sessionId' })
  useTitle('Wrap-up')
  const opened = useWrapUp(sessionId)
  if (opened.kind === 'open') return <Open wrapUp={opened.wrapUp} scroll={opened.scroll} />
  if (opened.kind === 'loading')
    return (
      <div className={styles.alone}>
        <LoadingRows kind="lines" rows={8} label="Fetching the note." />
      </div>
    )
  const { kind, title } = problemIn(opened.fault)
  if (kind === 'not-found') throw notFound()
  return (
    <div className={styles.alone}>
      <h1 className={styles.unseen}>Wrap-up</h1>
      <ErrorState
        failed="The note did not load."
        safe={`${title} Nothing was changed or sent, and what you typed here before is kept on this machine.`}
        onAgain={opened.again}
        actions={
          <Button variant="default" component={Link} to="/">
            Today
          </Button>
        }
      />
    </div>
  )
}
