// A link within or under a sentence: a real link where it leads somewhere, a button where it does something.
import type { MouseEventHandler, ReactNode } from 'react'
import styles from './text-link.module.css'

export interface TextLinkProps {
  readonly children: ReactNode
  /** Where it leads. Without one it is a button. */
  readonly href?: string
  readonly onClick?: MouseEventHandler
  readonly small?: boolean
  readonly label?: string
}

/** The look of a link, for the router's own: `<Link className={linkClass}>`. */
export const linkClass: string = styles['link'] ?? ''

/** An indigo word with a line under it. */
export const TextLink = ({ children, href, onClick, small = false, label }: TextLinkProps): ReactNode => {
  const looks = { className: styles['link'], 'data-small': small || undefined, 'aria-label': label, onClick }
  if (href === undefined)
    return (
      <button type="button" {...looks}>
        {children}
      </button>
    )
  return (
    <a href={href} {...looks}>
      {children}
    </a>
  )
}
