// Parts of a page's layout: a titled section, a hairline, the one raised sheet, rows of label and value.
import { type ReactNode, useId } from 'react'
import { SectionTitle } from './type.tsx'
import styles from './section.module.css'

export interface SectionProps {
  readonly title: ReactNode
  /** At the end of the title's line: a sum, a note, a link. */
  readonly end?: ReactNode
  readonly level?: 2 | 3
  /** A hairline under the title. */
  readonly ruled?: boolean
  readonly children: ReactNode
}

export const Section = ({ title, end, level = 2, ruled = false, children }: SectionProps): ReactNode => {
  const name = useId()
  return (
    <section aria-labelledby={name} className={styles.section}>
      <div className={styles.head} data-ruled={ruled || undefined}>
        <SectionTitle level={level} id={name}>
          {title}
        </SectionTitle>
        {end !== undefined && <span className={styles.end}>{end}</span>}
      </div>
      {children}
    </section>
  )
}

export const Hairline = (): ReactNode => <hr className={styles.hairline} />

export interface RaisedProps {
  readonly children: ReactNode
  /** The list or group it holds may name itself here. */
  readonly label?: string
}

/** The one thing of a page that is raised. */
export const Raised = ({ children, label }: RaisedProps): ReactNode => (
  <div className={styles.raised} role={label === undefined ? undefined : 'group'} aria-label={label}>
    {children}
  </div>
)

export interface FactsProps {
  readonly rows: readonly (readonly [label: string, value: ReactNode])[]
}

/** Labels at the left, values at the right. */
export const Facts = ({ rows }: FactsProps): ReactNode => (
  <dl className={styles.facts}>
    {rows.map(([label, value]) => (
      <div key={label} className={styles.fact}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
