// Lists to choose from: the worklists of claims, the payouts of a year. The chosen one is raised.
import type { LinkState } from '@goldenthread/core/thread/outcome.ts'
import type { MouseEvent, ReactNode } from 'react'
import { Knot } from './knot.tsx'
import styles from './choice-list.module.css'

export interface Choice {
  readonly id: string
  readonly href: string
  readonly title: ReactNode
  readonly under?: ReactNode
  /** At the end of the title's line: a count, an amount. */
  readonly end?: ReactNode
  readonly endUnder?: ReactNode
  readonly state?: LinkState
}

export interface ChoiceListProps {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly chosen: string | null
  /** Goes there within the page; without it, and with Ctrl or a middle click, the browser follows the link. */
  readonly onChoose?: (id: string) => void
}

const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey

export const ChoiceList = ({ label, choices, chosen, onChoose }: ChoiceListProps): ReactNode => (
  <nav aria-label={label}>
    <ul className={styles.list}>
      {choices.map((choice) => (
        <li key={choice.id}>
          <a
            className={styles.choice}
            href={choice.href}
            aria-current={choice.id === chosen ? 'true' : undefined}
            data-knot={choice.state !== undefined || undefined}
            onClick={(event) => {
              if (onChoose === undefined || !isPlain(event)) return
              event.preventDefault()
              onChoose(choice.id)
            }}
          >
            {choice.state !== undefined && (
              <span className={styles.knot}>
                <Knot state={choice.state} radius={8} />
              </span>
            )}
            <span className={styles.title}>{choice.title}</span>
            <span className={styles.end}>{choice.end}</span>
            <span className={styles.under}>{choice.under}</span>
            <span className={styles.endUnder}>{choice.endUnder}</span>
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
