// A list with nothing in it: what is so, and what comes next.
import type { ReactNode } from 'react'
import { Knot } from './knot.tsx'
import { Stitch } from './stitch.tsx'
import styles from './state.module.css'

export interface EmptyStateProps {
  /** `No denied claims`, `A day with no sessions`. */
  readonly title: string
  /** What happened last, or comes next. */
  readonly children?: ReactNode
  readonly actions?: ReactNode
  /** `holds` where empty is good. */
  readonly knot?: 'holds' | 'not-yet'
  /** In the middle of a whole page, its knot on a pricked line; at the left within a list. */
  readonly align?: 'left' | 'middle'
}

export const EmptyState = (props: EmptyStateProps): ReactNode => {
  const { title, children, actions, knot = 'not-yet', align = 'left' } = props
  return (
    <div className={styles.state} data-align={align}>
      <div className={styles.sign}>
        {align === 'middle' && <Stitch segment="pricked" direction="lying" />}
        <Knot state={knot} radius={align === 'middle' && knot === 'not-yet' ? 15 : 13} />
        {align === 'middle' && <Stitch segment="pricked" direction="lying" />}
      </div>
      <h2 className={styles.title}>{title}</h2>
      {children !== undefined && <p className={styles.body}>{children}</p>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
