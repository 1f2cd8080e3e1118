// To the day before, the day after, and back to today: each an address of its own.
import { ActionIcon } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { addDays, type Day } from '@goldenthread/core/values/day.ts'
import type { ReactNode } from 'react'
import { wholeDay } from '../../ui/day-words.ts'
import { linkClass } from '../../ui/text-link.tsx'
import styles from './today.module.css'

const Step = ({
  to,
  today,
  label,
  path,
}: {
  readonly to: string
  readonly today: string
  readonly label: string
  readonly path: string
}): ReactNode => (
  <ActionIcon
    renderRoot={(props) => <Link to="/" search={to === today ? {} : { day: to }} {...props} />}
    variant="default"
    size={36}
    aria-label={`${label}, ${wholeDay(to)}`}
    title={wholeDay(to)}
  >
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
    </svg>
  </ActionIcon>
)

export const DayNav = ({ day, today }: { readonly day: string; readonly today: string }): ReactNode => (
  <nav className={styles.days} aria-label="Days">
    {day !== today && (
      <Link to="/" search={{}} className={linkClass}>
        Back to today
      </Link>
    )}
    <Step to={addDays(day as Day, -1)} today={today} label="Day before" path="M10 3.5 5.5 8l4.5 4.5" />
    <Step to={addDays(day as Day, 1)} today={today} label="Day after" path="M6 3.5 10.5 8 6 12.5" />
  </nav>
)
