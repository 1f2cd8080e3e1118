// What is shown where there is no page, where one could not be shown, and where one has no practice.
import { Link, useRouter } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { problemIn } from '../api/problem.ts'
import { knock, leave } from '../people/sitting.ts'
import { TextLink, linkClass } from '../ui/text-link.tsx'
import { useTitle } from '../ui/use-title.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { PageTitle } from '../ui/type.tsx'
import styles from './no-such-page.module.css'

/** Also for what belongs to another practice: whether it is there is not said. */
export const NoSuchPage = (): ReactNode => {
  useTitle('Nothing here')
  return (
    <div className={styles.page}>
      <PageTitle>There is nothing here under this address.</PageTitle>
      <p>It may have been withdrawn, or it is not one of your practice’s. Nothing was changed.</p>
      <Link to="/" className={linkClass}>
        Go to Today
      </Link>
    </div>
  )
}

/** A part of the pages that is gone: a newer version was put in place since this page was opened. */
const isReplaced = (fault: unknown): boolean =>
  fault instanceof Error && /dynamically imported module|module script failed/i.test(fault.message)

const wordsOf = (fault: unknown): { readonly failed: string; readonly safe: string } => {
  const { kind, title } = problemIn(fault)
  if (kind === 'away')
    return {
      failed: 'The server is not reached.',
      safe: 'Nothing was changed or sent, and nothing typed is lost. This page comes back by itself when it answers.',
    }
  if (isReplaced(fault))
    return {
      failed: 'There is a newer version of these pages.',
      safe: 'Load it: nothing was changed or sent, and what you typed is kept.',
    }
  return { failed: 'This page could not be shown.', safe: `${title} Nothing was changed or sent.` }
}

/** How often a lost server is asked for, in milliseconds. */
const knockEvery = 3_000

export const BrokenPage = ({
  error,
  reset,
}: {
  readonly error: unknown
  readonly reset: () => void
}): ReactNode => {
  useTitle('Not shown')
  const router = useRouter()
  const isAway = problemIn(error).kind === 'away'
  const again = (): void => {
    if (isReplaced(error)) return window.location.reload()
    reset()
    void router.invalidate()
  }
  useEffect(() => {
    if (!isAway) return
    const timer = setInterval(async () => {
      if ((await knock()) !== undefined) void router.invalidate()
    }, knockEvery)
    return () => clearInterval(timer)
  }, [isAway, router])
  const { failed, safe } = wordsOf(error)
  return (
    <div className={styles.page}>
      <h1 className={styles.spoken}>Not shown</h1>
      <ErrorState failed={failed} safe={safe} onAgain={again} />
    </div>
  )
}

/** Whoever has a part in no practice is known, and can do nothing but ask for one. */
export const NoPracticePage = (): ReactNode => {
  useTitle('No practice')
  return (
    <main className={styles.alone}>
      <div className={styles.page}>
        <PageTitle>You have no part in a practice now.</PageTitle>
        <p>Ask the owner of yours for a link to join it, and open it here.</p>
        <TextLink onClick={() => void leave().catch(() => undefined)}>Sign out</TextLink>
      </div>
    </main>
  )
}

/** The same where there is no frame around it. */
export const NoSuchAlone = (): ReactNode => (
  <main className={styles.alone}>
    <NoSuchPage />
  </main>
)

export const BrokenAlone = (props: { readonly error: unknown; readonly reset: () => void }): ReactNode => (
  <main className={styles.alone}>
    <BrokenPage {...props} />
  </main>
)
