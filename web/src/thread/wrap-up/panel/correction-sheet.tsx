// Correcting a session that was confirmed: what it does and what money it moves is shown first, then done as it was shown.
import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect } from 'react'
import type { components } from '../../../api/generated.api.ts'
import { answerOf, ask } from '../../../api/ask.ts'
import { problemIn } from '../../../api/problem.ts'
import { Amount } from '../../../ui/amount.tsx'
import { LoadingRows } from '../../../ui/loading-rows.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { Dense } from '../../../ui/type.tsx'
import { usePrimaryAct } from '../../../ui/use-keys.ts'
import { correctionWords } from './correction-words.ts'
import type { CorrectionAsked } from '../wrap-up.ts'
import { type Act, useAct } from './use-act.ts'
import styles from './attest-sheet.module.css'
import rows from './correction-sheet.module.css'

export type Correction = components['schemas']['Correction']

export interface CorrectionSheetProps {
  readonly sessionId: string
  /** What is to be put right; the sheet is open while there is something. */
  readonly asked: CorrectionAsked
  readonly onDone: () => void
  readonly onCancel: () => void
}

const usePreview = (sessionId: string, asked: CorrectionAsked) =>
  useQuery({
    queryKey: ['correction', sessionId, asked],
    queryFn: () =>
      answerOf(
        ask.POST('/api/thread/sessions/{id}/correction/preview', {
          body: asked,
          params: { path: { id: sessionId } },
        }),
      ),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })

const useCorrect = ({ sessionId, asked, onDone }: CorrectionSheetProps, shown: string | null): Act => {
  const queries = useQueryClient()
  const act = useCallback(
    async (key: string): Promise<void> => {
      if (shown === null) return
      await ask.POST('/api/thread/sessions/{id}/correction', {
        body: { ...asked, shown },
        params: { path: { id: sessionId }, header: { 'idempotency-key': key } },
      })
      // All but the preview itself: what it showed is done.
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'correction' })
      onDone()
    },
    [queries, sessionId, asked, shown, onDone],
  )
  return useAct(act)
}

/** A plain edit of what nobody has billed yet moves nothing: it is done without asking. */
export const isPlainEdit = ({ kind, movements, claims }: Correction): boolean =>
  kind === 'edit' && movements.length === 0 && claims.length === 0

const Movements = ({ movements }: Pick<Correction, 'movements'>): ReactNode => (
  <table className={rows.table}>
    <caption className={rows.caption}>What it moves in the ledger</caption>
    <thead>
      <tr>
        <th scope="col">Account</th>
        <th scope="col">Debit</th>
        <th scope="col">Credit</th>
      </tr>
    </thead>
    <tbody>
      {movements.map(({ account, label, party, side, amount }) => (
        <tr key={`${account} ${party} ${side}`}>
          <th scope="row">{label}</th>
          <td>{side === 'debit' && <Amount cents={amount} />}</td>
          <td>{side === 'credit' && <Amount cents={amount} />}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Shown = ({
  told,
  act,
  onCancel,
}: {
  readonly told: Correction
  readonly act: Act
  readonly onCancel: () => void
}): ReactNode => {
  usePrimaryAct('Correct the session', act.run, true)
  const holds = told.findings.filter(
    ({ severity }) => severity === 'holds-claim' || severity === 'blocks-signing',
  )
  return (
    <>
      <Dense>{correctionWords(told.kind)}</Dense>
      {told.movements.length === 0 ? (
        <Dense>No money moves.</Dense>
      ) : (
        <Movements movements={told.movements} />
      )}
      {holds.length > 0 && (
        <section className={styles.part} aria-label="What holds the claim then">
          <h3 className={styles.head}>The claim is held then</h3>
          <ul className={styles.held}>
            {holds.map(({ code, says }) => (
              <li key={`${code} ${says}`}>{says}</li>
            ))}
          </ul>
        </section>
      )}
      {act.fault !== null && (
        <p role="alert" className={styles.fault}>
          {act.fault}
        </p>
      )}
      <div className={styles.acts}>
        <Button size="md" loading={act.isRunning} onClick={act.run} data-autofocus>
          Correct the session
        </Button>
        <TextLink onClick={onCancel}>Leave it as it was</TextLink>
      </div>
    </>
  )
}

export const CorrectionSheet = (props: CorrectionSheetProps): ReactNode => {
  const { sessionId, asked, onCancel } = props
  const { data, error } = usePreview(sessionId, asked)
  const act = useCorrect(props, data?.shown ?? null)
  const isPlain = data !== undefined && isPlainEdit(data)
  const { run } = act
  useEffect(() => {
    if (isPlain) run()
  }, [isPlain, run])
  const problem = error === null ? null : problemIn(error)
  const fault = problem === null ? null : (problem.findings[0]?.says ?? problem.title)
  return (
    <Sheet opened={!isPlain || act.fault !== null} onClose={onCancel} title="Correct this session">
      <div className={styles.body}>
        {data === undefined && fault === null && (
          <LoadingRows kind="lines" rows={3} label="Working out what it moves" />
        )}
        {fault !== null && (
          <>
            <p role="alert" className={styles.fault}>
              {fault}
            </p>
            <Dense>Nothing was changed.</Dense>
            <div className={styles.acts}>
              <Button size="md" variant="default" onClick={onCancel}>
                Back
              </Button>
            </div>
          </>
        )}
        {data !== undefined && <Shown told={data} act={act} onCancel={onCancel} />}
      </div>
    </Sheet>
  )
}
