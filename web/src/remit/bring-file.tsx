// Brings an 835 by hand: chosen or dropped, sent, and told what became of it.
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ChangeEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { answerOf, ask, newKey } from '../api/ask.ts'
import { problemIn } from '../api/problem.ts'
import { Notice } from '../ui/notice.tsx'
import { linkClass } from '../ui/text-link.tsx'
import { base64Of, faultOfFile } from './file-content.ts'
import styles from './remittance.module.css'

interface Brought {
  readonly says: string
  readonly remedy: string
  readonly fails: boolean
  readonly remittanceId: string | null
}

const failed = (says: string, remedy = 'Nothing was posted.'): Brought => ({
  says,
  remedy,
  fails: true,
  remittanceId: null,
})

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))

/** Waits until the server has read the file; null when it has not within half a minute. */
const whenRead = async (id: string) => {
  for (let tries = 0; tries < 40; tries += 1) {
    const file = await answerOf(ask.GET('/api/remit/files/{id}', { params: { path: { id } } }))
    if (file.status !== 'stored') return file
    await pause(750)
  }
  return null
}

const remittanceOf = async (fileId: string): Promise<string | null> => {
  const { items } = await answerOf(ask.GET('/api/remit/remittances', { params: { query: { limit: 200 } } }))
  return items.find((each) => each.fileId === fileId)?.id ?? null
}

const bring = async (file: File): Promise<Brought> => {
  const fault = faultOfFile(file.size)
  if (fault !== null) return failed(fault, 'Choose the 835 as the payer sent it.')
  const content = base64Of(new Uint8Array(await file.arrayBuffer()))
  const { fileId, again } = await answerOf(
    ask.POST('/api/remit/files', {
      body: { name: file.name, content },
      params: { header: { 'idempotency-key': newKey() } },
    }),
  )
  const read = await whenRead(fileId)
  if (read === null)
    return failed(
      'The file is kept and not read yet.',
      'It is read by itself; look at this list again in a minute.',
    )
  if (read.status !== 'read')
    return failed(read.findings[0]?.says ?? 'The file was set apart.', read.findings[0]?.remedy ?? '')
  const remittanceId = await remittanceOf(fileId)
  const isNew = !again && remittanceId !== null
  return {
    says: isNew ? 'The file is read.' : 'What this file pays stood in the books before.',
    remedy: isNew ? '' : 'Nothing is posted twice.',
    fails: false,
    remittanceId,
  }
}

const told = (fault: unknown): Brought => {
  const { findings, title } = problemIn(fault)
  return failed(findings[0]?.says ?? title, `${findings[0]?.remedy ?? ''} Nothing was posted.`.trim())
}

/** Files that are dropped anywhere on the page. */
const useDropped = (take: (file: File) => void): void => {
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    const over = (event: DragEvent): void => event.preventDefault()
    const drop = (event: DragEvent): void => {
      event.preventDefault()
      const [file] = event.dataTransfer?.files ?? []
      if (file !== undefined) latest.current(file)
    }
    document.addEventListener('dragover', over)
    document.addEventListener('drop', drop)
    return () => {
      document.removeEventListener('dragover', over)
      document.removeEventListener('drop', drop)
    }
  }, [])
}

const Told = ({ brought }: { readonly brought: Brought }): ReactNode => (
  <Notice kind={brought.fails ? 'needs-you' : 'kept'} title={brought.says}>
    {brought.remedy}{' '}
    {brought.remittanceId !== null && (
      <Link
        to="/remittances/$remittanceId"
        params={{ remittanceId: brought.remittanceId }}
        className={linkClass}
      >
        Open the remittance
      </Link>
    )}
  </Notice>
)

/** The button, and beneath it what became of the file. */
export const BringFile = (): ReactNode => {
  const [brought, setBrought] = useState<Brought | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const queries = useQueryClient()
  const sent = useMutation({
    mutationFn: bring,
    onSuccess: setBrought,
    onError: (fault) => setBrought(told(fault)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['remittances'] }),
  })
  useDropped((file) => sent.mutate(file))
  const chosen = (event: ChangeEvent<HTMLInputElement>): void => {
    const [file] = event.currentTarget.files ?? []
    if (file !== undefined) sent.mutate(file)
    // The same file may be chosen again.
    event.currentTarget.value = ''
  }
  return (
    <div className={styles.bring}>
      <input
        ref={input}
        type="file"
        className={styles.file}
        aria-label="An 835 from this machine"
        tabIndex={-1}
        onChange={chosen}
      />
      <Button variant="default" loading={sent.isPending} onClick={() => input.current?.click()}>
        Bring an 835
      </Button>
      {brought !== null && <Told brought={brought} />}
    </div>
  )
}
