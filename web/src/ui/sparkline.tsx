// A trend beside a sentence: a small line, its last value named.
import type { ReactNode } from 'react'
import { pathOf, spread } from './line-points.ts'
import styles from './sparkline.module.css'

export interface SparklineProps {
  /** Oldest first. */
  readonly values: readonly number[]
  /** What is measured: `PHQ-9 since August`. Stands under the line as well. */
  readonly label: string
  /** The scale's ends; by default those of the values, with a little room. */
  readonly least?: number
  readonly most?: number
}

const box = { width: 96, height: 18 }

/** Read out as `PHQ-9 since August: 19, 18, 17, 14`. */
export const Sparkline = ({ values, label, least, most }: SparklineProps): ReactNode => {
  const low = least ?? Math.max(0, Math.min(...values) - 4)
  const points = spread(values, low, most ?? Math.max(...values), box)
  const last = points.at(-1)
  return (
    <figure className={styles.figure}>
      <div className={styles.line} role="img" aria-label={`${label}: ${values.join(', ')}`}>
        <svg width="104" height="26" viewBox="-4 -4 104 26" aria-hidden="true">
          {[0, 9, 18].map((y) => (
            <path key={y} className={styles.rule} d={`M-4 ${y} L100 ${y}`} />
          ))}
          <path className={styles.trend} d={pathOf(points)} />
          {points.slice(0, -1).map(({ x, y }) => (
            <circle key={x} className={styles.point} cx={x} cy={y} r="1.8" />
          ))}
          {last !== undefined && <circle className={styles.last} cx={last.x} cy={last.y} r="3.4" />}
        </svg>
        <span className={styles.value}>{values.at(-1)}</span>
      </div>
      <figcaption className={styles.label}>{label}</figcaption>
    </figure>
  )
}
