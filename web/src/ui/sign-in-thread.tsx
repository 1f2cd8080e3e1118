// Behind sign-in the thread runs once, large, from edge to edge.
import type { ReactNode } from 'react'
import styles from './sign-in-thread.module.css'

const way =
  'M-20 640 C 60 580, 180 590, 290 632 S 470 690, 560 640 S 780 470, 940 526 S 1160 700, 1270 680 S 1420 620, 1460 588'

/** Decoration, fixed behind everything of its page. */
export const SignInThread = (): ReactNode => (
  <svg
    className={styles.thread}
    viewBox="0 0 1440 900"
    preserveAspectRatio="xMidYMid slice"
    aria-hidden="true"
  >
    <path className={styles.strand} d={way} />
    <path className={styles.twist} d={way} />
  </svg>
)
