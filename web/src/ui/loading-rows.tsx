// What is being fetched, in the shape of the rows that will come, the thread only pricked. Shown after 300 ms.
import type { CSSProperties, ReactNode } from 'react'
import { Thread, type ThreadSize } from './thread.tsx'
import { useLate } from './use-late.ts'
import { SpineCell } from './vertical-thread.tsx'
import styles from './loading-rows.module.css'

export interface LoadingRowsProps {
  /** `day`: Today's rows with spine and thread. `table`: lines of a table. `lines`: an aside. */
  readonly kind: 'day' | 'table' | 'lines'
  readonly rows?: number
  /** Read out: `Fetching your day.` */
  readonly label: string
  /** Milliseconds before anything is shown. */
  readonly wait?: number
}

const unknown = ['Session', 'Note', 'Code', 'Claim', 'Paid'].map((name) => ({
  name,
  state: 'not-yet' as const,
}))

/** A five-link thread of which nothing is known yet. */
export const PrickedThread = ({ size = 'row' }: { readonly size?: ThreadSize }): ReactNode => (
  <span aria-hidden="true">
    <Thread links={unknown} size={size} />
  </span>
)

const Bar = ({
  width,
  height = 12,
}: {
  readonly width: number | string
  readonly height?: number
}): ReactNode => <span className={styles.bar} style={{ width, height } as CSSProperties} />

// Three widths in turn, so that the rows look like rows and no one counts them.
const widths = [120, 144, 168]

const DayRow = ({ index }: { readonly index: number }): ReactNode => (
  <div className={styles.day}>
    <span className={styles.pair}>
      <Bar width={44} height={14} />
      <Bar width={34} height={10} />
    </span>
    <SpineCell at="after-now" />
    <span className={styles.pair}>
      <Bar width={widths[index % 3] ?? 120} height={14} />
      <Bar width={90} height={10} />
    </span>
    <span className={styles.thread}>
      <PrickedThread />
    </span>
    <Bar width={[190, 160, 130][index % 3] ?? 160} />
  </div>
)

const TableRow = ({ index }: { readonly index: number }): ReactNode => (
  <div className={styles.row}>
    <Bar width={`${[62, 74, 54][index % 3] ?? 60}%`} />
    <Bar width={`${[80, 58, 70][index % 3] ?? 60}%`} />
    <Bar width={64} />
  </div>
)

const Lines = ({ index }: { readonly index: number }): ReactNode => (
  <div className={styles.lines}>
    {index % 4 === 0 && <Bar width={120} height={18} />}
    <Bar width={`${[100, 70, 82][index % 3] ?? 80}%`} />
  </div>
)

const rowOf = { day: DayRow, table: TableRow, lines: Lines }

/** Nothing for 300 ms; then rows in the shape of what is fetched, once read out. */
export const LoadingRows = ({ kind, rows = 7, label, wait = 300 }: LoadingRowsProps): ReactNode => {
  const isLate = useLate(wait)
  const Row = rowOf[kind]
  return (
    <div className={styles.rows} role="status" aria-busy="true" aria-label={label}>
      {isLate && (
        <div aria-hidden="true">
          {Array.from({ length: rows }, (_, index) => (
            <Row key={index} index={index} />
          ))}
        </div>
      )}
    </div>
  )
}
