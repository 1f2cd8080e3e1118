// The bar of a signed note: filed, held, or charged; what comes next, and the way back while there is one.
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { usePrimaryAct } from '../../../ui/use-keys.ts'
import { clockWords } from './clock-words.ts'
import { useTakeBack } from './claim-acts.ts'
import type { WrapUp, Served } from '../wrap-up.ts'
import type { LiveJudgement } from './use-judgement.ts'
import { useNextSession } from './use-next-session.ts'
import styles from './sign-bar.module.css'

/** What is said of a claim that is held: what stops it, whom it waits for, or that it can go. */
const heldWords = ({ stops, waitsForCoSignature }: Judged): string => {
  if (stops > 0) return 'Signed. The claim is held.'
  return waitsForCoSignature
    ? 'Signed. The claim waits for the co-signature.'
    : 'Signed. The claim can be filed.'
}

type Judged = Pick<LiveJudgement, 'stops' | 'waitsForCoSignature'>

export const filedWords = ({ filed, charge }: Pick<Served, 'filed' | 'charge'>, judged: Judged): string => {
  if (filed === null)
    return charge === null
      ? 'Signed.'
      : charge.status === 'charged'
        ? 'Signed and charged.'
        : 'Signed. The charge waits.'
  if (filed.status === 'held') return heldWords(judged)
  if (filed.status === 'filed' || filed.status === 'batched') return 'Filed.'
  return {
    sent: 'Sent.',
    accepted: 'Accepted.',
    rejected: 'Rejected.',
    answered: 'Answered.',
    void: 'Voided.',
  }[filed.status]
}

export interface FiledBarProps {
  readonly page: WrapUp
  readonly judgement: LiveJudgement
}

export const FiledBar = ({ page, judgement }: FiledBarProps): ReactNode => {
  const { served } = page
  const undo = useTakeBack(page)
  const next = useNextSession(served)
  const go = useNavigate()
  usePrimaryAct('Today', () => void go({ to: '/' }))
  const mayUndo = served.filed?.status === 'filed' && served.part === 'author'
  return (
    <>
      <div className={styles.told} role="status">
        <p className={styles.title}>{filedWords(served, judgement)}</p>
        <p className={styles.under}>
          {undo.fault !== null ? (
            <span className={styles.fault}>{undo.fault}</span>
          ) : next === null ? (
            'No session is planned after it.'
          ) : (
            `Next: ${next.client}, ${clockWords(next.start)}`
          )}
        </p>
      </div>
      <div className={styles.acts}>
        {mayUndo && (
          <Button size="md" variant="default" loading={undo.isRunning} onClick={undo.run}>
            Undo
          </Button>
        )}
        <Button size="md" component={Link} to="/" aria-keyshortcuts="Control+Enter">
          Today
        </Button>
      </div>
    </>
  )
}
