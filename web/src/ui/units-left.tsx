// The units of an authorization: one cell a session, spent ones dashed, those left in gold.
import type { ReactNode } from 'react'
import styles from './units-left.module.css'

export interface UnitsLeftProps {
  readonly granted: number
  readonly left: number
  /** What a unit is: `sessions` by default. */
  readonly unit?: string
}

/** More cells than this say nothing: the words alone stay. */
const mostCells = 60

/** Read out as `6 of 24 sessions left`. */
export const UnitsLeft = ({ granted, left, unit = 'sessions' }: UnitsLeftProps): ReactNode => {
  if (granted < 1 || granted > mostCells) return null
  const spent = granted - Math.max(0, left)
  return (
    <div className={styles.units} role="img" aria-label={`${left} of ${granted} ${unit} left`}>
      {Array.from({ length: granted }, (_, index) => (
        <span key={index} className={styles.cell} data-left={index >= spent || undefined} />
      ))}
    </div>
  )
}
