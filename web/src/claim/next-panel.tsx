// What to do next with a claim: one filled button, others beside it, and the form or sheet that each opens.
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Kbd } from '../ui/kbd.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { ActProblem } from './act-problem.tsx'
import { releaseClaim, resendClaim, withdrawClaim } from './claim-acts.ts'
import { MendForm } from './mend-form.tsx'
import type { Act, Next, Offered } from './next-action.ts'
import { ByHandSheet, ToClientSheet, UnchangedSheet, WriteOffSheet } from './sheets.tsx'
import { useAct } from './use-act.ts'
import type { ClaimRow, Open } from './work.ts'
import styles from './claim.module.css'

export interface NextPanelProps {
  readonly claim: ClaimRow
  readonly next: Next
  readonly open: Open | null
  readonly today: string
  /** Another claim may stand in this one's place afterwards. */
  readonly onDone: (claimId: string) => void
}

type Simple = 'resend' | 'release' | 'withdraw'

const sendSimple = (kind: Simple, id: string, key: string) =>
  kind === 'resend'
    ? resendClaim(id, null, key)
    : kind === 'release'
      ? releaseClaim(id, null, key)
      : withdrawClaim(id, key)

/** Where an act leads that is done on another page; true when it did. */
const useGoing = ({ clientId, sessionId }: ClaimRow): ((act: Act) => boolean) => {
  const navigate = useNavigate()
  return (act) => {
    switch (act.kind) {
      case 'wrap-up':
        void navigate({ to: '/sessions/$sessionId', params: { sessionId }, hash: act.path })
        return true
      case 'chart':
        void navigate({ to: '/clients/$clientId', params: { clientId } })
        return true
      case 'remittance':
        void navigate({ to: '/remittances/$remittanceId', params: { remittanceId: act.id } })
        return true
      case 'file':
        globalThis.location.assign(`/api/remit/files/${act.id}/bytes`)
        return true
      default:
        return false
    }
  }
}

const Opened = (props: NextPanelProps & { readonly act: Act; readonly onClose: () => void }): ReactNode => {
  const { act, claim, open, today, onDone, onClose } = props
  const done = (id: string): void => {
    onClose()
    onDone(id)
  }
  const decision = { claim, onDone: done, onClose }
  if (act.kind === 'mend')
    return <MendForm claim={claim} field={act.field} onSent={done} onCancel={onClose} />
  if (act.kind === 'by-hand') return <ByHandSheet {...decision} today={today} />
  if (act.kind === 'write-off') return <WriteOffSheet {...decision} open={open?.amount ?? 0} />
  if (act.kind === 'to-client') return <ToClientSheet {...decision} open={open?.amount ?? 0} />
  return null
}

const isSimple = ({ kind }: Act): boolean => kind === 'resend' || kind === 'release' || kind === 'withdraw'

export const NextPanel = (props: NextPanelProps): ReactNode => {
  const { claim, next, onDone } = props
  const [opened, setOpened] = useState<Act | null>(null)
  const [isUnchanged, setUnchanged] = useState(false)
  const go = useGoing(claim)
  const simple = useAct(
    (kind: Simple, key) => sendSimple(kind, claim.id, key),
    ({ id }) => onDone(id),
  )
  const begin = ({ act }: Offered): void => {
    simple.forget()
    if (go(act)) return
    if (isSimple(act)) simple.run(act.kind as Simple)
    else setOpened(act)
  }
  const { first } = next
  useKeys(first === null ? [] : [{ keys: 'a', does: first.says, run: () => begin(first) }])
  const wasUnchanged = simple.problem?.findings.some(({ code }) => code === 'resend-unchanged') ?? false
  const isMending = opened?.kind === 'mend'
  return (
    <section className={styles.next} aria-labelledby="next-title">
      <h3 id="next-title">{next.title}</h3>
      {next.says !== '' && <p>{next.says}</p>}
      {!isMending && (
        <div className={styles.acts}>
          {first !== null && (
            <Button
              onClick={() => begin(first)}
              loading={simple.isRunning && isSimple(first.act)}
              rightSection={<Kbd keys="A" onAction />}
              aria-keyshortcuts="a"
            >
              {first.says}
            </Button>
          )}
          {next.others.map((each) => (
            <Button
              key={each.says}
              variant="default"
              loading={simple.isRunning && isSimple(each.act) && first?.act.kind !== each.act.kind}
              onClick={() => begin(each)}
            >
              {each.says}
            </Button>
          ))}
          {wasUnchanged && (
            <Button variant="default" onClick={() => setUnchanged(true)}>
              Send it unchanged…
            </Button>
          )}
        </div>
      )}
      <ActProblem problem={simple.problem} />
      {opened !== null && <Opened {...props} act={opened} onClose={() => setOpened(null)} />}
      {isUnchanged && <UnchangedSheet claim={claim} onDone={onDone} onClose={() => setUnchanged(false)} />}
    </section>
  )
}
