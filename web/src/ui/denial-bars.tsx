// Why claims are denied: plain bars, each with its count and its money. It is a table already.
import { type ReactNode, useId } from 'react'
import { Amount } from './amount.tsx'
import { Spoken } from './type.tsx'
import styles from './denial-bars.module.css'

export interface DenialReason {
  readonly says: string
  readonly count: number
  /** Whole cents at stake. */
  readonly cents: number
}

export interface DenialBarsProps {
  readonly title: string
  /** In the order shown: most first. */
  readonly rows: readonly DenialReason[]
}

export const DenialBars = ({ title, rows }: DenialBarsProps): ReactNode => {
  const name = useId()
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return (
    <section aria-labelledby={name}>
      <h2 className={styles.title} id={name}>
        {title}
      </h2>
      <table className={styles.bars} aria-labelledby={name}>
        <thead className={styles.heads}>
          <tr>
            <th scope="col">
              <Spoken>Reason</Spoken>
            </th>
            <td />
            <th scope="col">
              <Spoken>Claims</Spoken>
            </th>
            <th scope="col">
              <Spoken>At stake</Spoken>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ says, count, cents }) => (
            <tr key={says}>
              <th scope="row">{says}</th>
              <td className={styles.track}>
                <div className={styles.bar} style={{ width: `${(count / most) * 100}%` }} />
              </td>
              <td className={styles.count}>{count}</td>
              <td className={styles.money}>
                <Amount cents={cents} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
