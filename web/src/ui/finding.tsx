// A finding as a row: what is missing, an example, whose rule it is, and the ways out. One is open at a time.
import type { Severity, Whose } from '@goldenthread/core/values/finding.ts'
import { type ReactNode, useId } from 'react'
import { FindingMark } from './finding-mark.tsx'
import { kindOf } from './marks.ts'
import { TextLink } from './text-link.tsx'
import styles from './finding.module.css'

export interface FindingProps {
  readonly number: number
  readonly severity: Severity
  /** An instruction: `Say what Maya does between sessions.` */
  readonly says: ReactNode
  readonly remedy?: ReactNode
  /** Shown as an example, never pasted into the note. */
  readonly example?: string
  /** `Rule of Harbor Health`: see `whoseRule`. */
  readonly ruleOf: string
  readonly source: { readonly says: string; readonly href?: string }
  /** Buttons and links of the open finding. */
  readonly actions?: ReactNode
  /** The one action that stands beside a closed finding. */
  readonly quick?: ReactNode
  readonly open: boolean
  readonly onOpen: () => void
}

/** Whose rule a finding follows, in words. */
export const whoseRule = (whose: Whose, payer: string): string =>
  ({
    law: 'Law',
    'code-set': 'Code set',
    payer: `Rule of ${payer}`,
    platform: 'Platform rule',
    advice: 'Advice',
  })[whose]

/** One finding of a list. Its title opens it, by pointer, key or focus. */
export const Finding = (props: FindingProps): ReactNode => {
  const { number, severity, says, remedy, example, ruleOf, source, actions, quick, open, onOpen } = props
  const body = useId()
  return (
    <li className={styles.finding} data-open={open || undefined} data-number={number}>
      <FindingMark kind={kindOf(severity)} number={number} />
      <div className={styles.told}>
        <div className={styles.line}>
          <button
            type="button"
            className={styles.says}
            aria-expanded={open}
            aria-controls={open ? body : undefined}
            onClick={onOpen}
            onFocus={open ? undefined : onOpen}
          >
            {says}
          </button>
          {!open && quick !== undefined && <span className={styles.quick}>{quick}</span>}
        </div>
        {open && (
          <div id={body}>
            {remedy !== undefined && <p className={styles.remedy}>{remedy}</p>}
            {example !== undefined && (
              <p className={styles.example}>
                <span>Example: </span>
                <q>{example}</q>
              </p>
            )}
            <p className={styles.source}>
              {ruleOf}:{' '}
              {source.href === undefined ? (
                source.says
              ) : (
                <TextLink href={source.href} small>
                  {source.says}
                </TextLink>
              )}
            </p>
            {actions !== undefined && <div className={styles.actions}>{actions}</div>}
          </div>
        )}
      </div>
    </li>
  )
}

export interface FindingListProps {
  readonly label: string
  readonly children: ReactNode
}

/** The findings of one link, on the one raised sheet of the panel. */
export const FindingList = ({ label, children }: FindingListProps): ReactNode => (
  <ol className={styles.list} aria-label={label}>
    {children}
  </ol>
)
