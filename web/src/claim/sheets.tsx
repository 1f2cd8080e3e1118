// Sheets of decisions on a claim: sent by hand, written off, asked of the client, sent again unchanged. Each shows first what it does.
import { Button, NativeSelect, TextInput, Textarea } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { moneyText } from '../ui/money-text.ts'
import { Sheet } from '../ui/sheet.tsx'
import { ActProblem } from './act-problem.tsx'
import {
  type SentByHand,
  type WriteOffReason,
  askTheClient,
  releaseClaim,
  resendClaim,
  saySentByHand,
  writeOff,
  writeOffWords,
} from './claim-acts.ts'
import { nameOf } from './claim-words.ts'
import { centsOfText } from './cents-of-text.ts'
import { type ActOnClaim, useAct } from './use-act.ts'
import type { ClaimRow } from './work.ts'
import styles from './claim.module.css'

interface FormProps<Given, Done> {
  readonly act: ActOnClaim<Given, Done>
  /** Null while something is missing: the button stays, and says so by the fields. */
  readonly given: Given | null
  readonly says: string
  /** What it does, in a sentence with its amounts. */
  readonly preview: ReactNode
  readonly children: ReactNode
}

const DecisionForm = <Given, Done>(props: FormProps<Given, Done>): ReactNode => {
  const { act, given, says, preview, children } = props
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (given !== null) act.run(given)
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      {children}
      <p className={styles.preview}>{preview}</p>
      <div className={styles.acts}>
        <Button type="submit" loading={act.isRunning}>
          {says}
        </Button>
      </div>
      <ActProblem problem={act.problem} />
    </form>
  )
}

export interface DecisionProps {
  readonly claim: ClaimRow
  readonly onDone: (claimId: string) => void
  readonly onClose: () => void
}

interface MoneyProps extends DecisionProps {
  /** What stands open with the payer, in cents. */
  readonly open: number
}

const amountText = (cents: number): string => moneyText(cents).replaceAll(/[$,]/g, '')

interface AmountFieldProps {
  readonly value: string
  readonly open: number
  readonly onChange: (value: string) => void
}

const AmountField = ({ value, open, onChange }: AmountFieldProps): ReactNode => {
  const cents = centsOfText(value)
  const fault = cents === null ? 'An amount, as 12.50' : cents > open ? `At most ${moneyText(open)}` : null
  return (
    <TextInput
      label="Amount"
      inputMode="decimal"
      required
      value={value}
      error={value === '' ? null : fault}
      description={`${moneyText(open)} stands open with the payer, as it was charged`}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

export const WriteOffSheet = ({ claim, open, onDone, onClose }: MoneyProps): ReactNode => {
  const [amount, setAmount] = useState(amountText(open))
  const [reason, setReason] = useState<WriteOffReason>('denied')
  const [says, setSays] = useState('')
  const act = useAct(
    (given: Parameters<typeof writeOff>[1], key) => writeOff(claim.id, given, key),
    () => onDone(claim.id),
  )
  const cents = centsOfText(amount)
  return (
    <Sheet opened onClose={onClose} title="Write off">
      <DecisionForm
        act={act}
        given={cents === null ? null : { amount: cents, reason, says: says.trim() }}
        says="Write it off"
        preview={
          cents === null
            ? 'Say how much.'
            : `${moneyText(cents)} is given up; ${claim.payerName} then owes ${moneyText(Math.max(0, open - cents))} of this claim, and the client nothing of it.`
        }
      >
        <AmountField value={amount} open={open} onChange={setAmount} />
        <NativeSelect
          label="Reason"
          value={reason}
          data={Object.entries(writeOffWords).map(([value, label]) => ({ value, label }))}
          onChange={({ currentTarget: { value } }) => setReason(value as WriteOffReason)}
        />
        <Textarea
          label="Why, in your words"
          autosize
          minRows={2}
          maxLength={500}
          value={says}
          onChange={({ currentTarget: { value } }) => setSays(value)}
        />
      </DecisionForm>
    </Sheet>
  )
}

export const ToClientSheet = ({ claim, open, onDone, onClose }: MoneyProps): ReactNode => {
  const [amount, setAmount] = useState(amountText(open))
  const [notice, setNotice] = useState('')
  const act = useAct(
    (given: Parameters<typeof askTheClient>[1], key) => askTheClient(claim.id, given, key),
    () => onDone(claim.id),
  )
  const cents = centsOfText(amount)
  return (
    <Sheet opened onClose={onClose} title={`Ask ${nameOf(claim)}`}>
      <DecisionForm
        act={act}
        given={cents === null ? null : { amount: cents, noticeSignedOn: notice === '' ? null : notice }}
        says="Ask the client"
        preview={
          cents === null
            ? 'Say how much.'
            : `${nameOf(claim)} then owes ${moneyText(cents)}, and ${claim.payerName} ${moneyText(Math.max(0, open - cents))}. Law and contract are asked first.`
        }
      >
        <AmountField value={amount} open={open} onChange={setAmount} />
        <TextInput
          label="Notice signed on"
          type="date"
          description="Before the service, that the plan may not pay it; leave it empty where there is none"
          value={notice}
          onChange={({ currentTarget: { value } }) => setNotice(value)}
        />
      </DecisionForm>
    </Sheet>
  )
}

const channelWords = { mail: 'By mail', fax: 'By fax', portal: 'Through the portal' } as const
type ByHand = keyof typeof channelWords

export const ByHandSheet = (props: DecisionProps & { readonly today: string }): ReactNode => {
  const { claim, onDone, onClose, today } = props
  const usual: ByHand = claim.channel === 'electronic' ? 'mail' : claim.channel
  const [channel, setChannel] = useState<ByHand>(usual)
  const [day, setDay] = useState(today)
  const [number, setNumber] = useState('')
  const act = useAct(
    (given: SentByHand, key) => saySentByHand(claim.id, given, key),
    ({ id }) => onDone(id),
  )
  const confirmation = number.trim() === '' ? null : number.trim()
  return (
    <Sheet opened onClose={onClose} title="Sent by hand">
      <DecisionForm
        act={act}
        given={{ version: claim.version, channel, day, confirmation }}
        says="It was sent"
        preview="It then waits for the payer’s money; nobody acknowledges paper."
      >
        <NativeSelect
          label="How"
          value={channel}
          data={Object.entries(channelWords).map(([value, label]) => ({ value, label }))}
          onChange={({ currentTarget: { value } }) => setChannel(value as ByHand)}
        />
        <TextInput
          label="When"
          type="date"
          required
          max={today}
          value={day}
          onChange={({ currentTarget: { value } }) => setDay(value)}
        />
        <TextInput
          label="Confirmation number"
          description="Of the portal or the fax; for mail the certified number"
          required={channel !== 'mail'}
          value={number}
          onChange={({ currentTarget: { value } }) => setNumber(value)}
        />
      </DecisionForm>
    </Sheet>
  )
}

export const UnchangedSheet = ({ claim, onDone, onClose }: DecisionProps): ReactNode => {
  const [reason, setReason] = useState('')
  const act = useAct(
    (given: string, key) => (claim.status === 'held' ? releaseClaim : resendClaim)(claim.id, given, key),
    ({ id }) => onDone(id),
  )
  return (
    <Sheet opened onClose={onClose} title="Send again unchanged">
      <DecisionForm
        act={act}
        given={reason.trim() === '' ? null : reason.trim()}
        says="Send it unchanged"
        preview="The same claim goes again under a new number. Only sensible where the payer was wrong, or lost its file."
      >
        <Textarea
          label="Why"
          required
          autosize
          minRows={2}
          maxLength={400}
          value={reason}
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
      </DecisionForm>
    </Sheet>
  )
}
