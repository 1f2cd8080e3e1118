// A strip over a page: something of the whole page needs a person (madder), or holds and is locked (gold).
import type { ReactNode } from 'react'
import { Knot } from './knot.tsx'
import styles from './notice.module.css'

export interface NoticeProps {
  readonly kind: 'needs-you' | 'kept'
  readonly title?: ReactNode
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** Said at once when it needs a person, politely when it only tells. */
export const Notice = ({ kind, title, children, action }: NoticeProps): ReactNode => (
  <div className={styles.notice} data-kind={kind} role={kind === 'needs-you' ? 'alert' : 'status'}>
    {kind === 'needs-you' && <Knot state="needs-you" radius={8} />}
    <div className={styles.told}>
      {title !== undefined && <p className={styles.title}>{title}</p>}
      {children !== undefined && <div>{children}</div>}
    </div>
    {action !== undefined && <div className={styles.action}>{action}</div>}
  </div>
)
