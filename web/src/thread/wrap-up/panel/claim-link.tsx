// Claim in the panel: what it waits for, when it leaves and how it is taken back, how long it may still be filed.
import { Button } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import type { Facts } from '@goldenthread/core/facts/facts.ts'
import { isBilledToPayer } from '@goldenthread/core/thread/make-documents.ts'
import type { Day } from '@goldenthread/core/values/day.ts'
import { clockText } from '../../../people/clock-text.ts'
import { TextLink } from '../../../ui/text-link.tsx'
import { calledPayer, draftWords, waitsForWords, leftWords, linkSays } from './claim-words.ts'
import { useRelease, useTakeBack } from './claim-acts.ts'
import { LinkFindings } from './link-findings.tsx'
import type { WrapUp } from '../wrap-up.ts'
import { timeToFile } from './time-left.ts'
import { useClaim } from './use-claim.ts'
import type { LiveJudgement } from './use-judgement.ts'
import styles from './panel.module.css'

interface GivenProps {
  readonly page: WrapUp
  readonly judgement: LiveJudgement
  readonly facts: Facts
  readonly zone: string | undefined
}

const Waiting = ({ page, zone }: Pick<GivenProps, 'page' | 'zone'>): ReactNode => {
  // A supervisor reads the note, and no claim of the one they supervise.
  const claim = useClaim(page.served.part === 'supervisor' ? null : page.served.filed)
  const undo = useTakeBack(page)
  const departs = claim?.departsAt ?? null
  const hasLeft = claim !== null && claim.status !== 'filed'
  const { again } = page
  useEffect(() => {
    if (hasLeft) void again().catch(() => undefined)
  }, [hasLeft, again])
  const payer = page.served.case.coverage?.payer.name ?? 'the payer'
  return (
    <>
      <p className={styles.says}>
        {departs === null
          ? `Filed with ${payer}. It leaves with the next file.`
          : `Leaves for ${payer} at ${clockText(Date.parse(departs), zone)}.`}{' '}
        {page.served.part === 'author' && <TextLink onClick={undo.run}>Undo</TextLink>}
      </p>
      {undo.fault !== null && (
        <p role="alert" className={styles.fault}>
          {undo.fault}
        </p>
      )}
    </>
  )
}

const heldWords = ({ served }: WrapUp, { stops, waitsForCoSignature }: LiveJudgement): string => {
  if (stops > 0) return linkSays(served.links, 'claim')
  return waitsForCoSignature ? waitsForWords(served.case) : 'Nothing holds it. File it when it is to go.'
}

const Held = ({ page, judgement }: Pick<GivenProps, 'page' | 'judgement'>): ReactNode => {
  const release = useRelease(page)
  return (
    <>
      <p className={styles.says}>{heldWords(page, judgement)}</p>
      {judgement.stops === 0 && !judgement.waitsForCoSignature && page.served.part === 'author' && (
        <div className={styles.acts}>
          <Button size="compact-sm" variant="default" loading={release.isRunning} onClick={release.run}>
            File the claim
          </Button>
        </div>
      )}
      {release.fault !== null && (
        <p role="alert" className={styles.fault}>
          {release.fault}
        </p>
      )}
    </>
  )
}

const Draft = ({ page, judgement, facts }: Omit<GivenProps, 'zone'>): ReactNode => {
  const { served, note } = page
  const given = { ...served.case, note }
  const left = timeToFile(given, facts, served.at.slice(0, 10) as Day)
  const waitsFor = judgement.waitsForCoSignature && judgement.stops === 0 ? 'co-signature' : 'nothing'
  const says =
    judgement.documents.claim === null && waitsFor === 'nothing' && isBilledToPayer(given)
      ? waitingWords(judgement)
      : draftWords(given, judgement.documents, facts, waitsFor)
  return (
    <p className={styles.says}>
      {says}
      {left !== null && (
        <span title={left.source} data-late={left.left <= left.allowed / 5 || undefined}>
          {' '}
          {leftWords(left, calledPayer(served.case.coverage?.payer.name ?? 'the payer'))}
        </span>
      )}
    </p>
  )
}

const waitingWords = ({ links }: LiveJudgement): string => {
  const before = links.find(({ state }) => state === 'needs-you')?.name
  if (before === 'session') return 'Waits for the session.'
  return before === 'code' ? 'Waits for the code.' : 'Waits for the note.'
}

export const ClaimLink = ({ page, judgement, facts, zone }: GivenProps): ReactNode => {
  const { filed } = page.served
  const isFiled = filed !== null && filed.status !== 'held'
  return (
    <>
      {filed === null && <Draft page={page} judgement={judgement} facts={facts} />}
      {filed?.status === 'held' && <Held page={page} judgement={judgement} />}
      {filed?.status === 'filed' && <Waiting page={page} zone={zone} />}
      {isFiled && filed.status !== 'filed' && (
        <p className={styles.says}>{linkSays(page.served.links, 'claim')}</p>
      )}
      <LinkFindings page={page} judgement={judgement} link="claim" label="Findings of the claim" />
    </>
  )
}
