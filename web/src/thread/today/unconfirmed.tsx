// Beside the day: sessions of which nobody has said what became of them, with the clock of their payer.
import type { ReactNode } from 'react'
import { Amount } from '../../ui/amount.tsx'
import { Clock } from '../../ui/clock.tsx'
import { shortDay, weekDay } from '../../ui/day-words.ts'
import { Section } from '../../ui/section.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import type { Unconfirmed, Waiting } from './asked.ts'
import styles from './aside.module.css'

export interface UnconfirmedProps {
  readonly waiting: Waiting['unconfirmed']
  readonly saysWhose: boolean
  readonly onSay: (sessionId: string) => void
}

/** So many stand beside the day; the rest opens below them. */
export const mostBeside = 6

const ClockOf = ({
  session,
  onSay,
}: {
  readonly session: Unconfirmed
  readonly onSay: (id: string) => void
}): ReactNode => {
  const { clock, payer, client, day } = session
  const confirm = (
    <TextLink
      onClick={() => onSay(session.id)}
      label={`Confirm the session of ${client.name}, ${shortDay(day)}`}
    >
      Confirm
    </TextLink>
  )
  if (clock === null)
    return (
      <div className={styles.noClock}>
        <span>{payer === null ? 'No payer is billed for it.' : 'Its payer’s time to file is not held.'}</span>
        {confirm}
      </div>
    )
  return (
    <div
      title={`${payer ?? 'The payer'} takes a claim for ${clock.allowed} days, until ${weekDay(clock.fileBy)}.`}
    >
      <Clock used={clock.used} allowed={clock.allowed} purpose="to file" action={confirm} />
    </div>
  )
}

const Row = ({
  session,
  saysWhose,
  onSay,
}: Omit<UnconfirmedProps, 'waiting'> & { readonly session: Unconfirmed }): ReactNode => (
  <li className={styles.unconfirmed}>
    <div className={styles.line}>
      <span>
        <b>{session.client.name}</b> <span className={styles.day}>{weekDay(session.day)}</span>
        {saysWhose && <span className={styles.whose}>{session.provider.name}</span>}
      </span>
      {session.expected !== null && <Amount cents={session.expected} strong />}
    </div>
    <ClockOf session={session} onSay={onSay} />
  </li>
)

export const UnconfirmedSessions = ({ waiting, saysWhose, onSay }: UnconfirmedProps): ReactNode => {
  const [first, rest] = [waiting.items.slice(0, mostBeside), waiting.items.slice(mostBeside)]
  if (first.length === 0) return null
  const rows = (items: readonly Unconfirmed[]): ReactNode =>
    items.map((session) => <Row key={session.id} session={session} saysWhose={saysWhose} onSay={onSay} />)
  return (
    <div className={styles.part}>
      <Section title="Unconfirmed" end={<Amount cents={waiting.expected} />}>
        <ol>{rows(first)}</ol>
        {rest.length > 0 && (
          <details className={styles.details}>
            <summary>
              {waiting.more ? `${rest.length} more, and older ones first` : `${rest.length} more`}
            </summary>
            <ol>{rows(rest)}</ol>
          </details>
        )}
      </Section>
    </div>
  )
}
