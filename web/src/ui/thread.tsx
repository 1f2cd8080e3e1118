// The thread of one session, lying: five knots and what joins them. One picture with its whole meaning in words.
import type { CSSProperties, ReactNode } from 'react'
import { Knot } from './knot.tsx'
import { linkWords, segmentBetween, type ThreadLink, threadInWords } from './link-words.ts'
import { Stitch } from './stitch.tsx'
import styles from './thread.module.css'

export type ThreadSize = 'panel' | 'row' | 'header' | 'small'

/** By place: the knot's radius, and the usual distance of two knots. */
export const threadSizes: Readonly<Record<ThreadSize, { readonly radius: number; readonly gap: number }>> = {
  panel: { radius: 10, gap: 78 },
  row: { radius: 8, gap: 54 },
  header: { radius: 7, gap: 28 },
  small: { radius: 5, gap: 20 },
}

/** A shorter segment has no room for fraying: it only begins. */
const leastFray = 24

export interface ThreadProps {
  readonly links: readonly ThreadLink[]
  readonly size?: ThreadSize
  /** Pixels from knot to knot. The thread shrinks where there is less room, its knots never do. */
  readonly gap?: number
  /** Show the links' names under the knots. */
  readonly names?: boolean
  /** The name of the link that is looked at. */
  readonly current?: string
  /** Makes each knot a button (phone: a tapped knot opens its link). */
  readonly onOpen?: (name: string) => void
}

const measuresOf = (radius: number, gap: number, links: number): CSSProperties =>
  ({
    '--thread-radius': `${radius}px`,
    '--thread-gap': `${gap}px`,
    '--thread-segments': Math.max(0, links - 1),
  }) as CSSProperties

interface LinkProps {
  readonly link: ThreadLink
  readonly radius: number
  readonly names: boolean
  readonly current: boolean
  readonly onOpen: ((name: string) => void) | undefined
}

const LinkOfThread = ({ link, radius, names, current, onOpen }: LinkProps): ReactNode => {
  const name = names ? <span className={styles.name}>{link.name}</span> : null
  if (onOpen === undefined)
    return (
      <span className={styles.link} data-current={current || undefined}>
        <Knot state={link.state} radius={radius} />
        {name}
      </span>
    )
  return (
    <button
      type="button"
      className={styles.link}
      data-current={current || undefined}
      aria-label={`${link.name}: ${linkWords[link.state]}`}
      onClick={() => onOpen(link.name)}
    >
      <Knot state={link.state} radius={radius} />
      {name}
    </button>
  )
}

/** The whole thread of a session: one image, or a group of buttons when its knots open something. */
export const Thread = ({
  links,
  size = 'row',
  names = false,
  current,
  onOpen,
  ...props
}: ThreadProps): ReactNode => {
  const { radius } = threadSizes[size]
  const gap = props.gap ?? threadSizes[size].gap
  const measures = measuresOf(radius, gap, links.length)
  const meaning = threadInWords(links)
  return (
    <span
      className={styles.thread}
      data-size={size}
      data-names={names || undefined}
      style={measures}
      role={onOpen === undefined ? 'img' : 'group'}
      aria-label={onOpen === undefined ? meaning : 'Thread of this session'}
    >
      {links.map((link, index) => {
        const before = links[index - 1]
        const segment = before === undefined ? null : segmentBetween(before.state, link.state)
        return (
          <span key={link.name} className={styles.step} data-first={before === undefined || undefined}>
            {segment !== null && (
              <span className={styles.segment}>
                <Stitch segment={segment} direction="lying" frays={gap - radius * 2 >= leastFray} />
              </span>
            )}
            <LinkOfThread
              link={link}
              radius={radius}
              names={names}
              current={link.name === current}
              onOpen={onOpen}
            />
          </span>
        )
      })}
    </span>
  )
}

export interface ThreadNamesProps {
  readonly names: readonly string[]
  readonly size?: ThreadSize
  readonly gap?: number
}

/** The links' names as heads over a column of threads of the same size. The threads say them too, so these are hidden from readers. */
export const ThreadNames = ({ names, size = 'row', ...props }: ThreadNamesProps): ReactNode => {
  const { radius } = threadSizes[size]
  const gap = props.gap ?? threadSizes[size].gap
  const measures = measuresOf(radius, gap, names.length)
  return (
    <span className={styles.heads} style={measures} aria-hidden="true">
      {names.map((name, index) => (
        <span key={name} className={styles.step} data-first={index === 0 || undefined}>
          {index > 0 && <span className={styles.segment} />}
          <span className={styles.head}>
            <span>{name}</span>
          </span>
        </span>
      ))}
    </span>
  )
}
