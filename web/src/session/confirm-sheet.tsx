// Says what became of a session: held as planned with one key, held otherwise, missed, cancelled.
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useRef, useState } from 'react'
import { answerOf, ask, newKey } from '../api/ask.ts'
import { problemIn } from '../api/problem.ts'
import { clockWords, weekDay } from '../ui/day-words.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { LoadingRows } from '../ui/loading-rows.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { usePrimaryAct } from '../ui/use-keys.ts'
import { type Became, attendanceOf, becameOptions, followsFrom, mayBecome } from './attendance.ts'
import { FactsForm } from './facts-form.tsx'
import { Refused } from './refused.tsx'
import { heldOtherwise, typedOf } from './typed-facts.ts'
import type { SessionRow } from './written-session.ts'
import styles from './session-sheet.module.css'

export interface ConfirmSheetProps {
  readonly sessionId: string
  /** The reader writes notes: what was held can be wrapped up at once. */
  readonly opensNotes: boolean
  readonly onClose: () => void
  /** It was said. */
  readonly onDone: () => void
}

const readSession = (id: string) =>
  answerOf(ask.GET('/api/session/sessions/{id}', { params: { path: { id } } }))

const readClient = (id: string) => answerOf(ask.GET('/api/people/clients/{id}', { params: { path: { id } } }))

const useConfirming = (record: SessionRow) => {
  const [became, setBecame] = useState<Became>(mayBecome(record.session, Date.now())[0] ?? 'cancelled')
  const [typed, setTyped] = useState(() => typedOf(record.session))
  const key = useRef({ of: '', key: '' })
  const act = useMutation({
    mutationFn: () => {
      const held = became === 'otherwise' ? { session: heldOtherwise(record.session, typed) } : {}
      const body = { version: record.version, attendance: attendanceOf(became), ...held }
      // The same words said again after no answer are the same act.
      const of = JSON.stringify(body)
      if (key.current.of !== of) key.current = { of, key: newKey() }
      return answerOf(
        ask.POST('/api/session/sessions/{id}/confirm', {
          params: { path: { id: record.id }, header: { 'idempotency-key': key.current.key } },
          body,
        }),
      )
    },
  })
  return { became, setBecame, typed, setTyped, act }
}

const Choices = ({
  record,
  became,
  onChange,
}: {
  readonly record: SessionRow
  readonly became: Became
  readonly onChange: (became: Became) => void
}): ReactNode => {
  const may = mayBecome(record.session, Date.now())
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>What became of it</legend>
      {becameOptions
        .filter(({ value }) => may.includes(value))
        .map(({ value, label }) => (
          <label key={value} className={styles.choice}>
            <input type="radio" name="became" checked={became === value} onChange={() => onChange(value)} />
            {label}
          </label>
        ))}
    </fieldset>
  )
}

const ConfirmForm = ({
  record,
  opensNotes,
  onDone,
}: Pick<ConfirmSheetProps, 'opensNotes' | 'onDone'> & { readonly record: SessionRow }): ReactNode => {
  const { became, setBecame, typed, setTyped, act } = useConfirming(record)
  const go = useNavigate()
  const confirm = (): void => {
    if (!act.isPending) act.mutate(undefined, { onSuccess: onDone })
  }
  const andWrapUp = (): void =>
    act.mutate(undefined, {
      onSuccess: () => {
        onDone()
        void go({ to: '/sessions/$sessionId', params: { sessionId: record.id } })
      },
    })
  usePrimaryAct('Confirm', confirm, true)
  return (
    <div className={styles.form}>
      <Choices record={record} became={became} onChange={setBecame} />
      {became === 'otherwise' && (
        <FactsForm typed={typed} onChange={(changed) => setTyped((before) => ({ ...before, ...changed }))} />
      )}
      <p className={styles.follows}>{followsFrom[became]}</p>
      <Refused fault={act.error} />
      <div className={styles.acts}>
        <Button
          onClick={confirm}
          loading={act.isPending}
          rightSection={<Kbd keys="Ctrl ↵" onAction />}
          data-autofocus
        >
          Confirm
        </Button>
        {opensNotes && attendanceOf(became) === 'held' && (
          <Button variant="default" onClick={andWrapUp}>
            Confirm and wrap up
          </Button>
        )}
      </div>
    </div>
  )
}

const WhoAndWhen = ({ record }: { readonly record: SessionRow }): ReactNode => {
  const client = useQuery({
    queryKey: ['people', 'client', record.clientId],
    queryFn: () => readClient(record.clientId),
  })
  const { day, start, stop } = record.session
  const name = client.data?.client.name
  return (
    <p className={styles.who}>
      {name !== undefined && <b>{`${name.first} ${name.last}`}</b>}
      <span>
        {weekDay(day)}, {clockWords(start)} to {clockWords(stop)}
      </span>
    </p>
  )
}

export const ConfirmSheet = ({ sessionId, opensNotes, onClose, onDone }: ConfirmSheetProps): ReactNode => {
  const session = useQuery({
    queryKey: ['session', sessionId],
    queryFn: () => readSession(sessionId),
    staleTime: 0,
  })
  const { data } = session
  return (
    <Sheet opened onClose={onClose} title="Confirm the session">
      {session.isPending && <LoadingRows kind="lines" rows={4} label="Fetching the session." />}
      {session.isError && data === undefined && (
        <ErrorState
          failed="The session did not load."
          safe={`${problemIn(session.error).title} Nothing was changed.`}
          onAgain={() => void session.refetch()}
        />
      )}
      {data !== undefined && (
        <>
          <WhoAndWhen record={data} />
          {data.status === 'confirmed' ? (
            <p>It was confirmed already.</p>
          ) : (
            <ConfirmForm key={data.version} record={data} opensNotes={opensNotes} onDone={onDone} />
          )}
        </>
      )}
    </Sheet>
  )
}
