// Which code the minutes support: bands on a line, and the recorded minute upon them.
import type { ReactNode } from 'react'
import { type Band, bandScale } from './band-scale.ts'
import styles from './minutes-band.module.css'

export interface MinutesBandProps {
  /** In order, without overlap. */
  readonly bands: readonly Band[]
  /** Minutes recorded, or null. */
  readonly minutes: number | null
  /** The code that is used. */
  readonly used: string | null
}

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`

const inWords = ({ bands, minutes, used }: MinutesBandProps): string => {
  const each = bands.map(({ code, from, to }) =>
    to === null ? `${code} from ${from}` : `${code} ${from} to ${to}`,
  )
  const recorded = minutes === null ? 'No minutes recorded' : `${minutes} minutes recorded`
  return `${recorded}${used === null ? '' : `, code ${used}`}. Bands in minutes: ${each.join(', ')}.`
}

/** The band scale of a time rule. Its codes and minutes stand in text, so it needs no table. */
export const MinutesBand = (props: MinutesBandProps): ReactNode => {
  const { bands, minutes, used } = props
  const { begins, places, marker } = bandScale(bands, minutes)
  return (
    <div className={styles.band} role="img" aria-label={inWords(props)}>
      <div className={styles.minute}>
        {marker !== null && (
          <span
            className={styles.recorded}
            data-end={marker > 0.9 || undefined}
            style={marker > 0.9 ? { right: 0 } : { left: percent(marker) }}
          >
            {minutes} min
          </span>
        )}
      </div>
      <div className={styles.line}>
        <span className={styles.before} style={{ width: percent(begins) }} />
        {places.map(({ code, start, width }) => (
          <span
            key={code}
            className={styles.block}
            data-used={code === used || undefined}
            style={{ left: percent(start), width: percent(width) }}
          />
        ))}
        {marker !== null && <span className={styles.marker} style={{ left: percent(marker) }} />}
      </div>
      <div className={styles.names}>
        {places.map(({ code, start, minutes: range }) => (
          <span
            key={code}
            className={styles.name}
            data-used={code === used || undefined}
            style={{ left: percent(start) }}
          >
            <span>{code}</span>
            <span>{range}</span>
          </span>
        ))}
      </div>
    </div>
  )
}
