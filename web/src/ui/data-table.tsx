// A table of the house: hairlines, no zebra, tabular figures; it scrolls sideways in its own region.
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import styles from './data-table.module.css'

export interface DataTableProps {
  /** What the table lists; read out, and the name of its region. */
  readonly label: string
  /** thead and tbody. Amounts and counts: `<td className={numberClass}>`. */
  readonly children: ReactNode
  /** Rows of 30 pixels. */
  readonly dense?: boolean
  /** Its lines run to the edges of its column, its words stand in: for lists whose chosen row is raised. */
  readonly inset?: boolean
}

/** The class of cells and heads that hold amounts or counts. */
export const numberClass: string = styles['number'] ?? ''
/** The class of what a row is about: a name, an amount at stake. */
export const strongClass: string = styles['strong'] ?? ''
/** The class of a link in the first cell that makes the whole row its target. */
export const rowLinkClass: string = styles['rowLink'] ?? ''

// A region that scrolls must be reached by key; one that does not would only be one more stop on the way.
const useScrolls = (): readonly [RefObject<HTMLDivElement | null>, boolean] => {
  const region = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const { current } = region
    if (current === null) return
    const look = new ResizeObserver(() => setScrolls(current.scrollWidth > current.clientWidth + 1))
    look.observe(current)
    for (const child of current.children) look.observe(child)
    return () => look.disconnect()
  }, [])
  return [region, scrolls]
}

export const DataTable = ({ label, children, dense = false, inset = false }: DataTableProps): ReactNode => {
  const [region, scrolls] = useScrolls()
  const reached = scrolls ? { role: 'region', 'aria-label': label, tabIndex: 0 } : {}
  return (
    <div className={styles.region} ref={region} {...reached}>
      <table
        className={styles.table}
        data-dense={dense || undefined}
        data-inset={inset || undefined}
        aria-label={label}
      >
        {children}
      </table>
    </div>
  )
}
