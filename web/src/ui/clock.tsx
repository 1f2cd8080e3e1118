// How long until too late: days used of days allowed, as a bar and in words.
import type { ReactNode } from 'react'
import { readClock } from './clock-words.ts'
import styles from './clock.module.css'

export interface ClockProps {
  /** Days. */
  readonly used: number
  readonly allowed: number
  /** What must be done in time: `to file`, `to appeal`. */
  readonly purpose: string
  /** A link at the end of the words. */
  readonly action?: ReactNode
}

/** Madder from 80 % of the time on; the words say the days in any case. */
export const Clock = ({ used, allowed, purpose, action }: ClockProps): ReactNode => {
  const { share, words, isLate } = readClock(used, allowed, purpose)
  return (
    <div className={styles.clock} data-late={isLate || undefined}>
      <div className={styles.trough} aria-hidden="true">
        <div className={styles.used} style={{ width: `${share * 100}%` }} />
      </div>
      <div className={styles.line}>
        <span className={styles.words}>{words}</span>
        {action}
      </div>
    </div>
  )
}
