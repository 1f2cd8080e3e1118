// A session of the day: time, spine, client, thread, one sentence, amount. The whole row leads to its wrap-up.
import { Button, UnstyledButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Amount } from '../../ui/amount.tsx'
import { clockWords } from '../../ui/day-words.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Thread } from '../../ui/thread.tsx'
import { SpineCell } from '../../ui/vertical-thread.tsx'
import type { SessionToday } from './asked.ts'
import type { Place } from './place-in-day.ts'
import { hasEnded, sentenceOf } from './sentence.ts'
import { amountOf, amountWords, howWords, linksShown } from './session-words.ts'
import styles from './session-row.module.css'

export interface RowProps {
  readonly session: SessionToday
  readonly at: Place
  readonly now: number
  readonly isRaised: boolean
  /** The reader may open its note. */
  readonly opensNote: boolean
  /** Several people's sessions are shown: the row says whose it is. */
  readonly saysWhose: boolean
  readonly onSay: (sessionId: string) => void
}

const NameOfSession = ({ session, opensNote }: Pick<RowProps, 'session' | 'opensNote'>): ReactNode => {
  const name = session.client.chosenName ?? session.client.name
  if (opensNote)
    return (
      <Link to="/sessions/$sessionId" params={{ sessionId: session.id }} className={styles.name}>
        {name}
      </Link>
    )
  if (session.claimId !== null)
    return (
      <Link to="/claims" search={{ claim: session.claimId }} className={styles.name}>
        {name}
      </Link>
    )
  return (
    <Link to="/clients/$clientId" params={{ clientId: session.client.id }} className={styles.name}>
      {name}
    </Link>
  )
}

const Times = ({ session: { start, stop } }: Pick<RowProps, 'session'>): ReactNode => (
  <span className={styles.times}>
    <time dateTime={start} className={styles.start}>
      {clockWords(start)}
    </time>
    <span className={styles.spoken}> to </span>
    <time dateTime={stop} className={styles.stop}>
      {clockWords(stop)}
    </time>
  </span>
)

/** What can be done from the row itself. */
const Acts = ({ session, now, isRaised, onSay }: RowProps): ReactNode => {
  if (isRaised)
    return (
      <span className={styles.acts}>
        <Button
          renderRoot={(props) => (
            <Link to="/sessions/$sessionId" params={{ sessionId: session.id }} {...props} />
          )}
          className={styles.wrapUp ?? ''}
          aria-keyshortcuts="w"
          rightSection={<Kbd keys="W" onAction />}
        >
          {hasEnded(session, now) ? 'Wrap up' : 'Open the note'}
        </Button>
        {session.status === 'scheduled' && hasEnded(session, now) && (
          <TextLink onClick={() => onSay(session.id)}>It was otherwise</TextLink>
        )}
      </span>
    )
  if (session.status !== 'scheduled' || !hasEnded(session, now)) return null
  return (
    <span className={styles.acts}>
      <TextLink onClick={() => onSay(session.id)}>Confirm</TextLink>
    </span>
  )
}

/** Quiet until the row is pointed at or focused: what did not happen as planned is said from here as well. */
const MoreButton = ({ session, onSay }: Pick<RowProps, 'session' | 'onSay'>): ReactNode => (
  <UnstyledButton
    className={styles.more}
    aria-label={`Cancel or confirm the session of ${session.client.chosenName ?? session.client.name}`}
    title="Cancel or confirm"
    onClick={() => onSay(session.id)}
  >
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M3 8h.01M8 8h.01M13 8h.01" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  </UnstyledButton>
)

export const SessionRow = (props: RowProps): ReactNode => {
  const { session, at, now, isRaised, saysWhose, onSay } = props
  const amount = amountOf(session)
  const isOff = session.status !== 'scheduled' && session.status !== 'confirmed'
  return (
    <li className={styles.row} data-raised={isRaised || undefined} data-off={isOff || undefined}>
      <Times session={session} />
      <SpineCell at={at} />
      <span className={styles.who}>
        <NameOfSession {...props} />
        <span className={styles.how}>
          {howWords(session)}
          {saysWhose && <span className={styles.whose}>{session.provider.name}</span>}
        </span>
      </span>
      <span className={styles.thread}>
        <Thread links={linksShown(session)} />
      </span>
      {isRaised && (
        <span className={styles.threadNamed}>
          <Thread links={linksShown(session)} names />
        </span>
      )}
      <span className={styles.said}>
        <span className={styles.sentence}>{sentenceOf(session, now)}</span>
        <Acts {...props} />
      </span>
      <span className={styles.amount} title={amountWords(session)}>
        {amount !== null && <Amount cents={amount} strong={isRaised} />}
      </span>
      {session.status === 'scheduled' && !hasEnded(session, now) && (
        <MoreButton session={session} onSay={onSay} />
      )}
    </li>
  )
}
