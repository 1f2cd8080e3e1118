// The sessions of a day along their spine, the links' names above the first, what the knots mean below the last.
import type { ReactNode } from 'react'
import { ThreadLegend } from '../../ui/thread-legend.tsx'
import { ThreadNames } from '../../ui/thread.tsx'
import type { SessionToday } from './asked.ts'
import { placesOf, raisedOf } from './place-in-day.ts'
import { SessionRow } from './session-row.tsx'
import { namesOfLinks } from './session-words.ts'
import styles from './day-list.module.css'

export interface DayListProps {
  readonly items: readonly SessionToday[]
  readonly now: number
  /** Whether the reader writes the note of a session. */
  readonly own: (session: SessionToday) => boolean
  readonly opensNotes: boolean
  readonly onSay: (sessionId: string) => void
}

export const DayNames = (): ReactNode => (
  <div className={styles.heads}>
    <ThreadNames names={namesOfLinks} />
  </div>
)

export const DayList = ({ items, now, own, opensNotes, onSay }: DayListProps): ReactNode => {
  const places = placesOf(items, now)
  const raised = raisedOf(items, now, own)
  const saysWhose = new Set(items.map(({ provider }) => provider.id)).size > 1
  return (
    <>
      <DayNames />
      <ol aria-label="Sessions">
        {items.map((session, index) => (
          <SessionRow
            key={session.id}
            session={session}
            at={places[index] ?? 'after-now'}
            now={now}
            isRaised={session.id === raised?.id}
            opensNote={opensNotes}
            saysWhose={saysWhose}
            onSay={onSay}
          />
        ))}
      </ol>
      <div className={styles.legend}>
        <ThreadLegend />
      </div>
    </>
  )
}
