// A key, as it stands on the keyboard.
import type { ReactNode } from 'react'
import styles from './kbd.module.css'

export interface KbdProps {
  /** `W`, `Ctrl ↵`, `F8`. */
  readonly keys: string
  /** On a filled button, whose colours are turned round. */
  readonly onAction?: boolean
}

/** One key or one chord. Inside a button it is decoration: give the button `aria-keyshortcuts`. */
export const Kbd = ({ keys, onAction = false }: KbdProps): ReactNode => (
  <kbd className={styles.key} data-on-action={onAction || undefined} aria-hidden={onAction || undefined}>
    {keys}
  </kbd>
)
