// What the knots mean, under a list of threads.
import type { LinkState } from '@goldenthread/core/thread/outcome.ts'
import type { ReactNode } from 'react'
import { Knot } from './knot.tsx'
import { linkWords } from './link-words.ts'
import styles from './thread-legend.module.css'

const order: readonly LinkState[] = ['holds', 'on-its-way', 'needs-you', 'not-yet', 'not-used']

/** The five states, each with its knot and its words. */
export const ThreadLegend = (): ReactNode => (
  <ul className={styles.legend} aria-label="What the knots mean">
    {order.map((state) => (
      <li key={state} className={styles.entry}>
        <Knot state={state} radius={7} />
        {linkWords[state]}
      </li>
    ))}
  </ul>
)
