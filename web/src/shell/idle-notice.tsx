// The last minute before the screen locks by itself.
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { touchSitting } from '../people/sitting.ts'
import styles from './frame.module.css'

export const IdleNotice = ({ secondsLeft }: { readonly secondsLeft: number }): ReactNode => (
  <div className={styles.idle}>
    <p role="alert">This screen locks within a minute. What you wrote is kept.</p>
    <span aria-hidden="true" className={styles.seconds}>
      {secondsLeft} s
    </span>
    <Button variant="default" size="compact-md" onClick={() => touchSitting(Date.now())}>
      Stay
    </Button>
  </div>
)
