// Does it balance: an equation of amounts, and under it each proof with its difference.
import { Fragment, type ReactNode } from 'react'
import { Amount } from './amount.tsx'
import { Knot } from './knot.tsx'
import styles from './proof.module.css'

export interface ProofTerm {
  readonly says: string
  /** Whole cents. */
  readonly cents: number
  /** What stands before the term; none before the first. */
  readonly sign?: '+' | '−' | '='
}

export interface ProofLine {
  readonly says: ReactNode
  /** Cents by which the two sides differ; null where there is nothing to subtract. */
  readonly difference: number | null
  readonly holds: boolean
}

export interface ProofProps {
  readonly title: string
  readonly note?: ReactNode
  readonly terms: readonly ProofTerm[]
  readonly proofs: readonly ProofLine[]
}

const signWords: Readonly<Record<'+' | '−' | '=', string>> = { '+': 'plus', '−': 'minus', '=': 'equals' }

const Sign = ({ sign }: { readonly sign: '+' | '−' | '=' }): ReactNode => (
  <span className={styles.sign} role="img" aria-label={signWords[sign]}>
    {sign}
  </span>
)

/** The balance proof of a remittance or statement. */
export const Proof = ({ title, note, terms, proofs }: ProofProps): ReactNode => (
  <section className={styles.proof} aria-label={title}>
    <div className={styles.head}>
      <h2 className={styles.title}>{title}</h2>
      {note !== undefined && <span className={styles.note}>{note}</span>}
    </div>
    <div className={styles.equation}>
      {terms.map(({ says, cents, sign }) => (
        <Fragment key={says}>
          {sign !== undefined && <Sign sign={sign} />}
          <span className={styles.term}>
            <span className={styles.says}>{says}</span>
            <span className={styles.sum}>
              <Amount cents={cents} />
            </span>
          </span>
        </Fragment>
      ))}
    </div>
    <ul className={styles.proofs}>
      {proofs.map((proof, index) => (
        <li key={index} className={styles.line} data-fails={!proof.holds || undefined}>
          <Knot
            state={proof.holds ? 'holds' : 'needs-you'}
            radius={7}
            label={proof.holds ? 'holds:' : 'does not hold:'}
          />
          <span className={styles.claim}>{proof.says}</span>
          {proof.difference !== null && (
            <span className={styles.difference}>
              <span className={styles.hidden}>difference </span>
              <Amount cents={proof.difference} bare />
            </span>
          )}
        </li>
      ))}
    </ul>
  </section>
)
