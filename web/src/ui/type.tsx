// The type roles of a page, each with its element: titles, leads, labels, what a person wrote, what is read aloud.
import type { ReactNode } from 'react'
import styles from './type.module.css'

export interface TypeProps {
  readonly children: ReactNode
  readonly id?: string
}

/** The one h1 of a page. */
export const PageTitle = ({ children, id }: TypeProps): ReactNode => (
  <h1 className={styles.page} id={id}>
    {children}
  </h1>
)

/** The sentence under the page's title. */
export const PageLead = ({ children, id }: TypeProps): ReactNode => (
  <p className={styles.lead} id={id}>
    {children}
  </p>
)

export interface TitleProps extends TypeProps {
  /** Its rank; 1 where it is the page's own title. */
  readonly level?: 1 | 2 | 3
}

/** The title of one thing: a claim, a statement. */
export const ObjectTitle = ({ children, id, level = 2 }: TitleProps): ReactNode => {
  const Heading = `h${level}` as const
  return (
    <Heading className={styles.object} id={id}>
      {children}
    </Heading>
  )
}

export const SectionTitle = ({ children, id, level = 2 }: TitleProps): ReactNode => {
  const Heading = `h${level}` as const
  return (
    <Heading className={styles.section} id={id}>
      {children}
    </Heading>
  )
}

/** Dense text of tables and panels. */
export const Dense = ({ children, id }: TypeProps): ReactNode => (
  <p className={styles.dense} id={id}>
    {children}
  </p>
)

/** Labels, axes, what stands beside. */
export const Meta = ({ children, id }: TypeProps): ReactNode => (
  <span className={styles.meta} id={id}>
    {children}
  </span>
)

/** What a person wrote. */
export const Quote = ({ children, id }: TypeProps): ReactNode => (
  <span className={styles.quote} id={id}>
    {children}
  </span>
)

/** Member, claim and trace numbers: 0 and O, 1 and l told apart. */
export const Mono = ({ children, id }: TypeProps): ReactNode => (
  <span className={styles.mono} id={id}>
    {children}
  </span>
)

/** Read out, never seen. */
export const Spoken = ({ children, id }: TypeProps): ReactNode => (
  <span className={styles.spoken} id={id}>
    {children}
  </span>
)
