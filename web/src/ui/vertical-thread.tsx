// The thread standing: Wrap-up's panel, a claim's history, a chart's timeline; and the spine of a day.
import type { ReactNode } from 'react'
import { Knot } from './knot.tsx'
import { type KnotState, linkWords, type Segment, segmentBetween } from './link-words.ts'
import { Stitch } from './stitch.tsx'
import styles from './vertical-thread.module.css'

export interface ThreadStep {
  readonly id: string
  /** `event` is something that happened and is no link: a plan reviewed, a coverage checked. */
  readonly state: KnotState
  readonly title: ReactNode
  readonly body?: ReactNode
  /** Left of the spine: the day, in a timeline. */
  readonly side?: ReactNode
  /** At the end of the title's line: a time, a small thread. */
  readonly end?: ReactNode
  /** What joins this step with the next; by default what their states say. */
  readonly after?: Segment | 'none'
  readonly current?: boolean
}

export interface VerticalThreadProps {
  readonly label: string
  readonly steps: readonly ThreadStep[]
  /** The knots' radius: 10 in Wrap-up, 8 elsewhere. */
  readonly size?: 10 | 8
  /** The element of a step's title. */
  readonly heading?: 'h2' | 'h3' | 'span'
}

const wordsOf = (state: KnotState): string | null => (state === 'event' ? null : linkWords[state])

/** A list of steps along one thread. Each step says its state in words as well. */
export const VerticalThread = ({
  label,
  steps,
  size = 8,
  heading: Heading = 'span',
}: VerticalThreadProps): ReactNode => {
  const hasSide = steps.some(({ side }) => side !== undefined)
  return (
    <ol className={styles.steps} aria-label={label} data-size={size} data-side={hasSide || undefined}>
      {steps.map((step, index) => {
        const next = steps[index + 1]
        const joined = step.after ?? (next === undefined ? 'none' : segmentBetween(step.state, next.state))
        const words = wordsOf(step.state)
        return (
          <li
            key={step.id}
            id={`step-${step.id}`}
            className={styles.step}
            aria-current={step.current ? 'step' : undefined}
          >
            {hasSide && <span className={styles.side}>{step.side}</span>}
            <span className={styles.spine}>
              <Knot state={step.state} radius={step.state === 'event' ? size * 0.75 : size} />
              {joined !== 'none' && (
                <span className={styles.segment}>
                  <Stitch segment={joined} direction="standing" />
                </span>
              )}
            </span>
            <div className={styles.told}>
              <div className={styles.line}>
                <Heading className={styles.title} data-event={step.state === 'event' || undefined}>
                  {step.title}
                  {words !== null && <span className={styles.words}> {words}</span>}
                </Heading>
                {step.end !== undefined && <span className={styles.end}>{step.end}</span>}
              </div>
              {step.body !== undefined && <div className={styles.body}>{step.body}</div>}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

export interface SpineCellProps {
  readonly at: 'before-now' | 'now' | 'after-now'
}

/** A row's piece of the day's spine, as high as its row: sewn up to now, pricked after. Decoration. */
export const SpineCell = ({ at }: SpineCellProps): ReactNode => (
  <span className={styles.cell} data-at={at} aria-hidden="true">
    <span className={styles.half}>
      <Stitch segment={at === 'after-now' ? 'pricked' : 'sewn'} direction="standing" />
    </span>
    <span className={styles.dot} />
    <span className={styles.half}>
      <Stitch segment={at === 'before-now' ? 'sewn' : 'pricked'} direction="standing" />
    </span>
  </span>
)
