// An amount of money: cents in, text out.
import type { ReactNode } from 'react'
import { bareMoneyText, moneyText } from './money-text.ts'
import styles from './amount.module.css'

export interface AmountProps {
  /** Whole cents. */
  readonly cents: number
  /** 30 or 36 pixels where the amount is what the page is about. */
  readonly size?: 'text' | 'large' | 'larger'
  readonly strong?: boolean
  /** Without the sign of currency: differences, figures in a sum. */
  readonly bare?: boolean
}

/** Tabular figures and a true minus, never broken over two lines. */
export const Amount = ({ cents, size = 'text', strong = false, bare = false }: AmountProps): ReactNode => (
  <span className={styles.amount} data-size={size} data-strong={strong || undefined}>
    {bare ? bareMoneyText(cents) : moneyText(cents)}
  </span>
)
