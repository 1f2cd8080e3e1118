// A part of a page that did not load: what failed, what is safe, what to do.
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Knot } from './knot.tsx'
import { Mono } from './type.tsx'
import styles from './state.module.css'

export interface ErrorStateProps {
  /** `The denied list did not load.` */
  readonly failed: string
  /** The reason, and what is safe: `The database answered too late. Nothing was changed or sent.` */
  readonly safe: ReactNode
  readonly onAgain?: () => void
  /** `Try again` by default. */
  readonly againLabel?: string
  readonly actions?: ReactNode
  /** The request's number, for whoever helps. */
  readonly reference?: string
}

export const ErrorState = (props: ErrorStateProps): ReactNode => {
  const { failed, safe, onAgain, againLabel = 'Try again', actions, reference } = props
  return (
    <div className={styles.state} data-align="left" role="alert">
      <div className={styles.sign}>
        <Knot state="needs-you" radius={14} />
      </div>
      <h2 className={styles.title}>{failed}</h2>
      <p className={styles.body}>{safe}</p>
      {(onAgain !== undefined || actions !== undefined) && (
        <div className={styles.actions}>
          {onAgain !== undefined && <Button onClick={onAgain}>{againLabel}</Button>}
          {actions}
        </div>
      )}
      {reference !== undefined && (
        <p className={styles.reference}>
          <Mono>ref {reference}</Mono>
        </p>
      )}
    </div>
  )
}
