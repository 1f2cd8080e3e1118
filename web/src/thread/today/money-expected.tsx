// Beside the day: the money that comes next, where it comes from, and what waits behind it.
import type { ReactNode } from 'react'
import { Amount } from '../../ui/amount.tsx'
import { addDays, type Day } from '@goldenthread/core/values/day.ts'
import { shortDay, weekDay } from '../../ui/day-words.ts'
import { Hairline, Section } from '../../ui/section.tsx'
import type { ExpectedPay } from './asked.ts'
import styles from './aside.module.css'

const sessionsOf = (count: number): string => (count === 1 ? '1 session' : `${count} sessions`)
const claimsOf = (count: number): string => (count === 1 ? '1 claim' : `${count} claims`)

/** `tomorrow, Fri, Nov 13` */
const dayWords = (day: string, today: string): string => {
  if (day === today) return `today, ${weekDay(day)}`
  return day === addDays(today as Day, 1) ? `tomorrow, ${weekDay(day)}` : weekDay(day)
}

export const nextWords = ({ payDay }: ExpectedPay['next'], today: string): string =>
  payDay === null ? 'owed to you, paid with the next run' : `to your bank ${dayWords(payDay, today)}`

export const whatFor = ({ sessions, from, to, guaranteed }: ExpectedPay['next'], today: string): string => {
  if (sessions === 0 || from === null || to === null) return 'Nothing is owed for the next pay day yet.'
  const days = from === to ? shortDay(from, today) : `${shortDay(from, today)} to ${shortDay(to, today)}`
  return `${sessionsOf(sessions)}, ${days}.${guaranteed ? ' Guaranteed, paid or not.' : ''}`
}

const OwnPay = ({
  next,
  later,
  today,
}: Omit<ExpectedPay, 'payers'> & { readonly today: string }): ReactNode => (
  <>
    <Amount cents={next.amount} size="large" />
    <p className={styles.when}>{nextWords(next, today)}</p>
    <p className={styles.says}>{whatFor(next, today)}</p>
    {later.sessions > 0 && (
      <>
        <Hairline />
        <p className={styles.later} title="If payers answer as expected, by the pay contract">
          <span>{later.payDay === null ? 'With the payers' : weekDay(later.payDay)}</span>
          <span>
            <Amount cents={later.amount} strong /> <small>so far, {sessionsOf(later.sessions)}</small>
          </span>
        </p>
      </>
    )}
  </>
)

const PracticeMoney = ({ next, payers, today }: ExpectedPay & { readonly today: string }): ReactNode => (
  <>
    <Amount cents={payers.amount} size="large" />
    <p className={styles.when}>from payers, on {claimsOf(payers.claims)} under way</p>
    <p className={styles.says}>As the contracts say; what clients owe is not in it.</p>
    <Hairline />
    <p className={styles.later} title={whatFor(next, today)}>
      <span>{next.payDay === null ? 'Owed to providers' : `To providers ${weekDay(next.payDay)}`}</span>
      <span>
        <Amount cents={next.amount} strong /> <small>{sessionsOf(next.sessions)}</small>
      </span>
    </p>
  </>
)

/** What a clinician is paid; of the whole practice, what payers are expected to pay and what goes on to providers. */
export const MoneyExpected = ({
  expected,
  today,
  isOwn,
}: {
  readonly expected: ExpectedPay
  readonly today: string
  readonly isOwn: boolean
}): ReactNode => (
  <div className={styles.part}>
    <Section title="Money expected">
      <div className={styles.money}>
        {isOwn ? <OwnPay {...expected} today={today} /> : <PracticeMoney {...expected} today={today} />}
      </div>
    </Section>
  </div>
)
