// The supervisor's bar: they read the signed note and co-sign it, or return it with what is to be amended.
import { Button, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useState } from 'react'
import type { operations } from '../../../api/generated.api.ts'
import { ask } from '../../../api/ask.ts'
import { Sheet } from '../../../ui/sheet.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { Quote } from '../../../ui/type.tsx'
import { usePrimaryAct } from '../../../ui/use-keys.ts'
import { coSignSentence } from './co-sign-sentence.ts'
import type { WrapUp } from '../wrap-up.ts'
import { useAct } from './use-act.ts'
import { useLastVersion } from './use-versions.ts'
import sheet from './attest-sheet.module.css'
import styles from './sign-bar.module.css'

type CoSignBody = operations['co-sign-note']['requestBody']['content']['application/json']

interface SheetProps {
  readonly page: WrapUp
  readonly hash: string
  readonly onDone: () => void
}

const useDecision = (
  page: WrapUp,
  send: (id: string, key: string) => Promise<unknown>,
  onDone: () => void,
) => {
  const queries = useQueryClient()
  const { again, served } = page
  const id = served.note?.id ?? ''
  return useAct(
    useCallback(
      async (key: string) => {
        await send(id, key)
        await queries.invalidateQueries({ queryKey: ['thread'] })
        await again()
        onDone()
      },
      [send, id, queries, again, onDone],
    ),
  )
}

const CoSigning = ({ page, hash, onDone }: SheetProps): ReactNode => {
  const send = useCallback(
    (id: string, key: string) => {
      const body: CoSignBody = { hash, attestation: coSignSentence }
      return ask.POST('/api/note/notes/{id}/co-sign', {
        body,
        params: { path: { id }, header: { 'idempotency-key': key } },
      })
    },
    [hash],
  )
  const { run, isRunning, fault } = useDecision(page, send, onDone)
  usePrimaryAct('Co-sign', run, true)
  return (
    <div className={sheet.body}>
      <p className={sheet.attestation}>
        <Quote>{coSignSentence}</Quote>
      </p>
      {fault !== null && (
        <p role="alert" className={sheet.fault}>
          {fault}
        </p>
      )}
      <div className={sheet.acts}>
        <Button size="md" loading={isRunning} onClick={run} data-autofocus>
          Co-sign
        </Button>
        <TextLink onClick={onDone}>Not yet</TextLink>
      </div>
    </div>
  )
}

const Returning = ({ page, hash, onDone }: SheetProps): ReactNode => {
  const [comment, setComment] = useState('')
  const said = comment.trim()
  const send = useCallback(
    (id: string, key: string) =>
      ask.POST('/api/note/notes/{id}/return', {
        body: { hash, comment: said },
        params: { path: { id }, header: { 'idempotency-key': key } },
      }),
    [hash, said],
  )
  const { run, isRunning, fault } = useDecision(page, send, onDone)
  return (
    <div className={sheet.body}>
      <Textarea
        label="What is to be amended"
        description="Its author reads it, makes an addendum and signs it; you co-sign that."
        autosize
        minRows={3}
        maxLength={2_000}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        data-autofocus
      />
      {fault !== null && (
        <p role="alert" className={sheet.fault}>
          {fault}
        </p>
      )}
      <div className={sheet.acts}>
        <Button size="md" loading={isRunning} onClick={() => (said === '' ? undefined : run())}>
          Return it
        </Button>
        <TextLink onClick={onDone}>Not yet</TextLink>
      </div>
    </div>
  )
}

export const CoSignBar = ({ page }: { readonly page: WrapUp }): ReactNode => {
  const [open, setOpen] = useState<'co-sign' | 'return' | null>(null)
  const { note, case: given } = page.served
  const version = useLastVersion(note?.id ?? '', note?.version ?? 0)
  const close = useCallback(() => setOpen(null), [])
  usePrimaryAct('Co-sign', () => setOpen('co-sign'))
  const { first, last } = given.people.provider.name
  return (
    <>
      <div className={styles.told}>
        <p className={styles.title}>Waits for you to co-sign.</p>
        <p className={styles.under}>
          Signed by {first} {last}. <TextLink onClick={() => setOpen('return')}>Return it…</TextLink>
        </p>
      </div>
      <div className={styles.acts}>
        <Button size="md" onClick={() => setOpen('co-sign')}>
          Co-sign
        </Button>
      </div>
      <Sheet
        opened={open !== null && version !== null}
        onClose={close}
        title={open === 'return' ? 'Return this note' : 'Co-sign this note'}
      >
        {version !== null && open === 'co-sign' && (
          <CoSigning page={page} hash={version.hash} onDone={close} />
        )}
        {version !== null && open === 'return' && (
          <Returning page={page} hash={version.hash} onDone={close} />
        )}
      </Sheet>
    </>
  )
}
