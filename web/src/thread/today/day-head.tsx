// The head of the day: its name, and the sentence that says how it stands. On a phone both stand in the bar.
import type { ReactNode } from 'react'
import { weekDay, wholeDay } from '../../ui/day-words.ts'
import { Knot } from '../../ui/knot.tsx'
import { linkClass } from '../../ui/text-link.tsx'
import { PageTitle } from '../../ui/type.tsx'
import type { DayShown, SessionToday } from './asked.ts'
import { type Greeting, countOfDay, greetingOf } from './greeting.ts'
import styles from './today.module.css'

export interface DayHeadProps {
  readonly day: string
  readonly shown: DayShown | undefined
  readonly now: number
  readonly own: (session: SessionToday) => boolean
  readonly isAway: boolean
  readonly failed: boolean
}

const said = (says: string): Greeting => ({ before: says, name: null, after: '' })

export const DayHead = ({ day, shown, now, own, isAway, failed }: DayHeadProps): ReactNode => {
  const greeting = isAway
    ? said('You are working from the copy kept on this machine.')
    : shown === undefined
      ? said(failed ? 'It is not known here.' : 'Fetching your day.')
      : greetingOf(shown, now, own)
  return (
    <header className={styles.head}>
      <PageTitle>
        <span className={styles.long}>{wholeDay(day)}</span>
        <span className={styles.short}>{weekDay(day)}</span>
      </PageTitle>
      <p className={styles.lead}>
        {greeting.before}
        {greeting.name !== null && <b>{greeting.name}</b>}
        {greeting.after}
      </p>
      {shown !== undefined && <p className={styles.count}>{countOfDay(shown.items)}</p>}
    </header>
  )
}

/** On a phone the aside stands under the day: a line above it leads there. */
export const NeedsBanner = ({ count }: { readonly count: number }): ReactNode => (
  <p className={styles.banner}>
    <Knot state="needs-you" radius={9} />
    <span>{count === 1 ? '1 thing needs you' : `${count} things need you`}</span>
    <a
      href="#needs-you"
      className={linkClass}
      onClick={(event) => {
        event.preventDefault()
        document.getElementById('needs-you')?.scrollIntoView({ block: 'start' })
        document.getElementById('needs-you')?.focus({ preventScroll: true })
      }}
    >
      See
    </a>
  </p>
)
