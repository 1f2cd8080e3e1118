// The right column: the chosen claim as the server has it, or that one can be chosen.
import { useQuery } from '@tanstack/react-query'
import { Link, notFound } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { problemIn } from '../api/problem.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { LoadingRows } from '../ui/loading-rows.tsx'
import { linkClass } from '../ui/text-link.tsx'
import { ClaimPanel } from './claim-panel.tsx'
import { claimAsked } from './claim-queries.ts'
import { type ListName, listNamed } from './lists.ts'
import styles from './claim.module.css'

export interface ClaimAsideProps {
  readonly claimId: string | null
  readonly list: ListName | null
  readonly today: string
  /** Of the list beside it. */
  readonly state: 'coming' | 'failed' | 'there' | 'empty'
  readonly onDone: (claimId: string) => void
}

const Shown = ({ claimId, today, onDone }: ClaimAsideProps & { readonly claimId: string }): ReactNode => {
  const claim = useQuery(claimAsked(claimId))
  if (claim.isPending) return <LoadingRows kind="lines" rows={6} label="Fetching the claim." />
  if (claim.isError) {
    const problem = problemIn(claim.error)
    // Another practice's claim is answered as none: so is an address that never was one.
    if (problem.kind === 'not-found' || problem.kind === 'findings') throw notFound()
    return (
      <ErrorState
        failed="This claim did not load."
        safe={`${problem.title} Nothing was changed or sent.`}
        againLabel="Load again"
        onAgain={() => void claim.refetch()}
      />
    )
  }
  return <ClaimPanel told={claim.data} today={today} onDone={onDone} />
}

export const ClaimAside = (props: ClaimAsideProps): ReactNode => {
  const { claimId, list, state } = props
  return (
    <div className={styles.claim}>
      <div className={styles.back}>
        <Link to="/claims" search={list === null ? {} : { list }} className={linkClass}>
          {list === null ? 'All lists' : `Back to ${listNamed(list).title.toLowerCase()}`}
        </Link>
      </div>
      {claimId !== null && <Shown {...props} claimId={claimId} />}
      {claimId === null && state === 'coming' && (
        <LoadingRows kind="lines" rows={6} label="Fetching a claim." />
      )}
      {claimId === null && state !== 'coming' && state !== 'empty' && (
        <p className={styles.choose}>Choose a claim to see its thread.</p>
      )}
    </div>
  )
}
