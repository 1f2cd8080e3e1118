// A knot of the thread: its shape says its state, so that its colour may be lost.
import type { ReactNode } from 'react'
import type { KnotState } from './link-words.ts'
import styles from './knot.module.css'

export interface KnotProps {
  readonly state: KnotState
  /** In pixels; the box is twice as wide in every state, so that knots in a column stand in line. */
  readonly radius?: number
  /** Read out when the knot stands alone; a knot beside its words has none. */
  readonly label?: string
}

// Drawn on a box from -10 to 10 and scaled.
const shapes: Readonly<Record<KnotState, ReactNode>> = {
  holds: (
    <>
      <circle className={styles.disc} r="10" />
      <path className={styles.tick} d="M-4.6 0.4 L-1.4 3.6 L4.8 -3.2" />
    </>
  ),
  'on-its-way': (
    <>
      <circle className={styles.ring} r="8.8" />
      <circle className={styles.disc} r="3.9" />
    </>
  ),
  'needs-you': (
    <>
      <rect className={styles.diamond} x="-8" y="-8" width="16" height="16" rx="2.6" transform="rotate(45)" />
      <path className={styles.mark} d="M0 -5.2 L0 1" />
      <circle className={styles.point} cy="4.6" r="1.45" />
    </>
  ),
  'not-yet': <circle className={styles.hollow} r="6.2" />,
  'not-used': <path className={styles.bar} d="M-4.6 0 L4.6 0" />,
  event: <rect className={styles.hollow} x="-5.6" y="-5.6" width="11.2" height="11.2" rx="2.4" />,
}

/** One knot. Without a label it is decoration. */
export const Knot = ({ state, radius = 8, label }: KnotProps): ReactNode => (
  <svg
    className={styles.knot}
    data-state={state}
    width={radius * 2}
    height={radius * 2}
    viewBox="-10 -10 20 20"
    {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
  >
    {shapes[state]}
  </svg>
)
