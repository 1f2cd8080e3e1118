// Files that could not be handed over: why, what to do, and sending them once more.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { answerOf, ask } from '../api/ask.ts'
import { Notice } from '../ui/notice.tsx'
import { useAct } from './use-act.ts'
import styles from './claim.module.css'

const stuckAsked = {
  queryKey: ['claims', 'stuck'],
  queryFn: () =>
    answerOf(ask.GET('/api/claim/batches', { params: { query: { stuck: 'yes' as const, limit: 50 } } })),
}

/** Nothing while all files went; owners and billers alone are asked to show it. */
export const StuckFiles = ({ count }: { readonly count: number }): ReactNode => {
  const stuck = useQuery({ ...stuckAsked, enabled: count > 0 })
  const send = useAct((id: string, key) =>
    answerOf(
      ask.POST('/api/claim/batches/{id}/resend', {
        params: { path: { id }, header: { 'idempotency-key': key } },
      }),
    ),
  )
  const [first] = stuck.data?.items ?? []
  if (count === 0 || first === undefined) return null
  const [why] = first.findings
  return (
    <div className={styles.stuck}>
      <Notice
        kind="needs-you"
        title={count === 1 ? 'A file could not be handed over.' : `${count} files could not be handed over.`}
        action={
          <Button variant="default" loading={send.isRunning} onClick={() => send.run(first.id)}>
            Send it again
          </Button>
        }
      >
        {why === undefined ? 'It is tried again by itself.' : `${why.says} ${why.remedy}`}
      </Notice>
    </div>
  )
}
