// The card at the door: brand or mark, title, a form; behind it the thread runs once, large.
import type { ReactNode } from 'react'
import { Brand } from '../ui/logo.tsx'
import { SignInThread } from '../ui/sign-in-thread.tsx'
import styles from './door-card.module.css'

export interface DoorCardProps {
  readonly title: string
  readonly lead?: ReactNode
  /** Beside the title instead of the brand over it. */
  readonly mark?: ReactNode
  readonly wide?: boolean
  readonly children: ReactNode
}

export const DoorCard = ({ title, lead, mark, wide = false, children }: DoorCardProps): ReactNode => (
  <main className={styles.page}>
    <SignInThread />
    <div className={styles.card} data-wide={wide || undefined}>
      {mark === undefined && (
        <div className={styles.brand}>
          <Brand />
        </div>
      )}
      <div className={styles.head}>
        {mark}
        <div>
          <h1 className={styles.title} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        </div>
      </div>
      {children}
    </div>
  </main>
)

/** What went wrong at the door, beneath the field it concerns; said at once. */
export const DoorFault = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <p className={styles.fault} role="alert">
    {children}
  </p>
)

/** The line at the foot of the card. */
export const DoorFoot = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <div className={styles.foot}>{children}</div>
)
