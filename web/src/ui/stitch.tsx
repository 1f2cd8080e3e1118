// What joins two knots: a sewn thread, a running stitch, a beginning that frays, or pricked holes.
import { type ReactNode, useState } from 'react'
import type { Segment } from './link-words.ts'
import styles from './stitch.module.css'

export interface StitchProps {
  readonly segment: Segment
  readonly direction: 'lying' | 'standing'
  /** Whether there is room for the loose ends of a frayed segment. */
  readonly frays?: boolean
}

// Only a segment that becomes sewn before one's eyes is seen being sewn; a page that opens is still.
const useSewing = (segment: Segment): boolean => {
  const [born] = useState(segment)
  const [hasChanged, setHasChanged] = useState(false)
  if (segment !== born && !hasChanged) setHasChanged(true)
  return segment === 'sewn' && hasChanged
}

const Frays = (): ReactNode => (
  <svg className={styles.frays} width="10" height="10" viewBox="0 0 10 10">
    <path d="M0 5 C3 5 5 3.5 8.5 1 M0 5 C3.5 5 6 5 9.5 4.4 M0 5 C3 5.2 5 6.6 8 8.8" />
  </svg>
)

/** One segment, as long as the room it is given. Decoration: the thread around it says what it means. */
export const Stitch = ({ segment, direction, frays = true }: StitchProps): ReactNode => {
  const isSewing = useSewing(segment)
  if (segment === 'frayed')
    return (
      <span className={styles.frayed} data-direction={direction} aria-hidden="true">
        <span className={styles[direction]} data-segment="sewn" />
        {frays && <Frays />}
      </span>
    )
  return (
    <span
      className={styles[direction]}
      data-segment={segment}
      data-sewing={isSewing || undefined}
      aria-hidden="true"
    />
  )
}
