// The sign of a finding: a filled square with its number when it stops filing, a dotted ring when it suggests.
import type { ReactNode } from 'react'
import type { MarkKind } from './marks.ts'
import styles from './finding-mark.module.css'

export interface FindingMarkProps {
  readonly kind: MarkKind
  readonly number: number
}

const words: Readonly<Record<MarkKind, string>> = { stops: 'stops filing', suggests: 'suggestion' }

/** Read out as `1, stops filing`. */
export const FindingMark = ({ kind, number }: FindingMarkProps): ReactNode => (
  <span className={styles.mark} data-kind={kind} role="img" aria-label={`${number}, ${words[kind]}`}>
    {number}
  </span>
)
