// Session in the panel: what took place, in a sentence; a planned one is said to have taken place here.
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Dense } from '../../../ui/type.tsx'
import { useAct } from './use-act.ts'
import type { WrapUp } from '../wrap-up.ts'
import { sessionWords } from './session-words.ts'
import styles from './panel.module.css'

const Planned = ({ page }: { readonly page: WrapUp }): ReactNode => {
  const { run, isRunning, fault } = useAct(page.confirmHeld)
  return (
    <>
      <Dense>Nobody has said yet that it took place.</Dense>
      {!page.readOnly && (
        <div className={styles.acts}>
          <Button size="compact-sm" variant="default" loading={isRunning} onClick={run}>
            It was held as planned
          </Button>
        </div>
      )}
      {fault !== null && <p role="alert">{fault}</p>}
    </>
  )
}

/** What is said where no session took place: missed, cancelled. */
const missed: Readonly<Partial<Record<WrapUp['served']['session']['status'], string>>> = {
  'no-show': 'The client did not come. Nothing is filed.',
  'late-cancel': 'The client cancelled late. Nothing is filed.',
  cancelled: 'It was cancelled. Nothing is filed.',
}

export const SessionLink = ({ page }: { readonly page: WrapUp }): ReactNode => {
  const { session: row, case: given, part } = page.served
  if (row.status === 'scheduled') return <Planned page={page} />
  const says = missed[row.status]
  if (says !== undefined || given.session === null) return <Dense>{says ?? 'No session is recorded.'}</Dense>
  const { first, last } = given.people.provider.name
  return <Dense>{sessionWords(given.session, part === 'author' ? 'you' : `${first} ${last}`)}</Dense>
}
