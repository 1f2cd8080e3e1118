// Why an act on a claim was not done: the server's findings, each with what to do.
import type { ReactNode } from 'react'
import type { Problem } from '../api/problem.ts'
import { Notice } from '../ui/notice.tsx'
import styles from './claim.module.css'

const titles: Readonly<Partial<Record<Problem['kind'], string>>> = {
  away: 'The server is not reached. Press again: it is done once.',
  stale: 'It was changed meanwhile. Look at it again.',
}

/** Nothing while there is no problem. */
export const ActProblem = ({ problem }: { readonly problem: Problem | null }): ReactNode => {
  if (problem === null) return null
  // That nothing was changed says all: what follows it is what the page shows already.
  const unchanged = problem.findings.filter(({ code }) => code === 'resend-unchanged')
  const findings = unchanged.length > 0 ? unchanged : problem.findings
  return (
    <Notice kind="needs-you" title={titles[problem.kind] ?? problem.title}>
      {findings.length > 0 && (
        <ul className={styles.findings}>
          {findings.map(({ code, says, remedy }) => (
            <li key={`${code} ${says}`}>
              {says} {remedy}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
