// The sign of the house: a needle, and a gold thread through its eye.
import type { ReactNode } from 'react'
import styles from './logo.module.css'

export interface LogoProps {
  /** Its width in pixels. */
  readonly width?: number
}

/** The needle alone. Decoration: its name stands beside it or on its link. */
export const Logo = ({ width = 27 }: LogoProps): ReactNode => (
  <svg
    className={styles.logo}
    width={width}
    height={(width * 24) / 28}
    viewBox="0 0 28 24"
    aria-hidden="true"
  >
    <path className={styles.thread} d="M1.5 11 C4 6.5 8 5.5 11.2 8.6 C13 10.4 14.4 12.6 16.6 12.4" />
    <path className={styles.needle} d="M4.5 22.2 L13 13.4" />
    <path
      className={styles.needle}
      d="M13 13.4 C13.4 9.4 16 4.6 19.4 2.6 C21.2 1.6 23 2.6 22.4 4.8 C21.4 8.6 17.2 12.4 13 13.4 Z"
    />
    <path className={styles.thread} d="M16.6 12.4 C19.4 12.2 19.6 7.4 22.4 7.2 C24.4 7 25.6 8.4 26.6 10" />
  </svg>
)

/** The sign with the name of the program. */
export const Brand = ({ width }: LogoProps): ReactNode => (
  <span className={styles.brand}>
    <Logo {...(width === undefined ? {} : { width })} />
    Golden Thread
  </span>
)
