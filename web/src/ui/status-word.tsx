// A state in a table: a small knot and the word for it, so that neither shape nor colour stands alone.
import type { LinkState } from '@goldenthread/core/thread/outcome.ts'
import type { ReactNode } from 'react'
import { Knot } from './knot.tsx'
import { linkWords } from './link-words.ts'
import styles from './status-word.module.css'

export interface StatusWordProps {
  readonly state: LinkState
  /** The word; by default the state's own. */
  readonly children?: ReactNode
}

/** `✓ paid`, `! denied, guaranteed`. */
export const StatusWord = ({ state, children }: StatusWordProps): ReactNode => (
  <span className={styles.status}>
    <Knot state={state} radius={6.5} />
    <span>{children ?? linkWords[state]}</span>
  </span>
)
