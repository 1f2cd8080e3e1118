// The bar at the panel's foot: how things stand, what comes next, and the screen's one act.
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Kbd } from '../../../ui/kbd.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { usePrimaryAct } from '../../../ui/use-keys.ts'
import { AttestSheet } from './attest-sheet.tsx'
import { CoSignBar } from './co-sign-bar.tsx'
import { FiledBar } from './filed-bar.tsx'
import { KeysOfPanel } from './keys-of-panel.tsx'
import { nextFinding } from './list-findings.ts'
import { placeToShow } from './places.ts'
import type { WrapUp } from '../wrap-up.ts'
import { signingDoesShort } from './signing-words.ts'
import { useKnocking } from './use-knocking.ts'
import type { LiveJudgement } from './use-judgement.ts'
import { type Signing, useSigning } from './use-signing.ts'
import styles from './sign-bar.module.css'

interface GivenProps {
  readonly page: WrapUp
  readonly judgement: LiveJudgement
}

const heading = ({ stops, findings, waitsForCoSignature }: LiveJudgement): string => {
  if (stops > 0) return stops === 1 ? '1 thing stops filing' : `${stops} things stop filing`
  if (findings.length > 0) return 'Nothing stops filing.'
  return waitsForCoSignature ? 'The note holds.' : 'Everything holds.'
}

const Stopped = ({ judgement, signing, page }: GivenProps & { readonly signing: Signing }): ReactNode => {
  const mayHold = !judgement.findings.some(({ severity }) => severity === 'blocks-signing')
  if (signing.step.kind !== 'stopped' || page.isAway)
    return (
      <span className={styles.byKey}>
        Next one <Kbd keys="F8" />
      </span>
    )
  return (
    <>
      The first is open.{' '}
      {mayHold ? (
        <TextLink small onClick={signing.pressHeld}>
          Sign, hold the claim
        </TextLink>
      ) : (
        'It keeps the note from being signed.'
      )}
    </>
  )
}

/** From finding to finding by touch, where there is no F8. */
const Steps = ({ page, judgement }: GivenProps): ReactNode => {
  const move = (step: 1 | -1) => () => {
    const next = nextFinding(judgement.findings, judgement.open, step)
    if (next === null) return
    judgement.openFinding(next.number)
    page.jumpTo(placeToShow(next.finding.place, page.note))
  }
  if (judgement.findings.length === 0) return null
  return (
    <span className={styles.steps}>
      <TextLink onClick={move(-1)}>Previous</TextLink>
      <TextLink onClick={move(1)}>Next</TextLink>
    </span>
  )
}

/** How things stand, in two lines. */
const Standing = ({ page, judgement, signing }: GivenProps & { readonly signing: Signing }): ReactNode => {
  const seconds = useKnocking(page.isAway)
  if (page.isAway)
    return (
      <div className={styles.told}>
        <p className={styles.title}>Signing waits for the server.</p>
        <p className={styles.under}>{seconds === 0 ? 'Trying now' : `Trying again in ${seconds} s`}</p>
      </div>
    )
  return (
    <div className={styles.told}>
      <p className={styles.title} data-stops={judgement.stops > 0 || undefined}>
        {heading(judgement)}
        <Steps page={page} judgement={judgement} />
      </p>
      <p className={styles.under}>
        {signing.fault !== null && signing.step.kind === 'resting' ? (
          <span role="alert" className={styles.fault}>
            {signing.fault}
          </span>
        ) : judgement.stops > 0 ? (
          <Stopped page={page} judgement={judgement} signing={signing} />
        ) : (
          signingDoesShort(page, judgement)
        )}
      </p>
    </div>
  )
}

const DraftBar = ({ page, judgement }: GivenProps): ReactNode => {
  const signing = useSigning(page, judgement)
  const isAddendum = page.served.note?.status === 'amending'
  const does = isAddendum ? 'Sign the addendum' : 'Sign and file'
  usePrimaryAct(does, signing.press)
  return (
    <>
      <Standing page={page} judgement={judgement} signing={signing} />
      <div className={styles.acts}>
        <Button
          size="md"
          className={styles.act}
          {...(page.isAway ? { 'aria-disabled': true as const, 'data-disabled': true } : {})}
          loading={signing.step.kind === 'saving'}
          aria-keyshortcuts="Control+Enter"
          rightSection={<Kbd keys="Ctrl ↵" onAction={!page.isAway} />}
          onClick={signing.press}
        >
          {does}
        </Button>
      </div>
      <p role="status" className={styles.spoken}>
        {signing.step.kind === 'stopped' ? `${heading(judgement)}. The first is open.` : ''}
      </p>
      <AttestSheet page={page} judgement={judgement} signing={signing} />
    </>
  )
}

const ReaderBar = ({ page }: { readonly page: WrapUp }): ReactNode => {
  const { first, last } = page.served.case.people.provider.name
  return (
    <>
      <div className={styles.told}>
        <p className={styles.title}>
          {first} {last} writes and signs this note.
        </p>
        <p className={styles.under}>You read it beside them.</p>
      </div>
      <Button size="md" variant="default" component={Link} to="/">
        Today
      </Button>
    </>
  )
}

const Content = ({ page, judgement }: GivenProps): ReactNode => {
  const { note, part } = page.served
  if (note?.status === 'signed') {
    const { signature } = page.served.case.note ?? { signature: null }
    const isForSupervisor = part === 'supervisor' && signature?.coSign === true
    return isForSupervisor && (page.served.case.coSignature ?? null) === null ? (
      <CoSignBar page={page} />
    ) : (
      <FiledBar page={page} judgement={judgement} />
    )
  }
  return part === 'author' ? <DraftBar page={page} judgement={judgement} /> : <ReaderBar page={page} />
}

export interface SignBarProps {
  readonly wrapUp: WrapUp
  readonly judgement: LiveJudgement
}

/** Once a page: it holds the panel's keys as well. */
export const SignBar = ({ wrapUp, judgement }: SignBarProps): ReactNode => (
  <div className={styles.bar}>
    <KeysOfPanel page={wrapUp} judgement={judgement} />
    <Content page={wrapUp} judgement={judgement} />
  </div>
)
