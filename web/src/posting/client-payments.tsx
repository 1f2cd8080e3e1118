// What a client has paid and owes: the list, taking a payment, and taking one back that was written down wrongly.
import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { answerOf, ask } from '../api/ask.ts'
import { useActKey } from '../remit/act-key.ts'
import { ActSheet } from '../remit/act-sheet.tsx'
import { Amount } from '../ui/amount.tsx'
import { DataTable, numberClass } from '../ui/data-table.tsx'
import { shortDay } from '../ui/day-words.ts'
import { moneyText } from '../ui/money-text.ts'
import { Section } from '../ui/section.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { Spoken } from '../ui/type.tsx'
import { type EntryRead, type PaymentRead, accountsAsked, paymentsAsked } from './asked.ts'
import { type Reason, methods, owesWords, reasons, sessionsToPay, standsOf } from './payment-words.ts'
import { TakePayment } from './take-payment.tsx'
import { useActDone } from './use-act-done.ts'
import styles from './money.module.css'

interface TakeBackProps {
  readonly payment: PaymentRead
  readonly onClose: () => void
}

const TakeBack = ({ payment, onClose }: TakeBackProps): ReactNode => {
  const [reason, setReason] = useState<Reason>('wrong-amount')
  const keyOf = useActKey()
  const act = useMutation({
    mutationFn: () =>
      answerOf(
        ask.POST('/api/posting/client-payments/{id}/take-back', {
          params: { path: { id: payment.id }, header: { 'idempotency-key': keyOf(reason) } },
          body: { reason },
        }),
      ),
    onSuccess: useActDone(onClose),
  })
  return (
    <ActSheet
      title={`Take back ${moneyText(payment.amount)} of ${shortDay(payment.day)}`}
      act="Take it back"
      onClose={onClose}
      onAct={() => act.mutate()}
      isDoing={act.isPending}
      fault={act.error}
    >
      <p>The payment is kept and marked, its entry is reversed, and what it paid is owed again.</p>
      <NativeSelect
        label="Why"
        data={reasons}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value as Reason)}
        data-autofocus
      />
    </ActSheet>
  )
}

interface RowProps {
  readonly payment: PaymentRead
  readonly onBack: () => void
}

const PaymentRow = ({ payment, onBack }: RowProps): ReactNode => (
  <tr>
    <td>{shortDay(payment.day)}</td>
    <td>{methods.find(({ value }) => value === payment.method)?.label ?? payment.method}</td>
    <td>{payment.takenBack === null ? '' : payment.takenBack.says}</td>
    <td className={numberClass}>
      <Amount cents={payment.amount} strong={payment.takenBack === null} />
    </td>
    <td className={numberClass}>
      {payment.takenBack === null && (
        <TextLink
          small
          onClick={onBack}
          label={`Take back ${moneyText(payment.amount)} of ${shortDay(payment.day)}`}
        >
          Take back
        </TextLink>
      )}
    </td>
  </tr>
)

interface PaymentsTableProps {
  readonly payments: readonly PaymentRead[]
  readonly onBack: (payment: PaymentRead) => void
}

const PaymentsTable = ({ payments, onBack }: PaymentsTableProps): ReactNode => (
  <DataTable label="Payments" dense>
    <thead>
      <tr>
        <th scope="col">Date</th>
        <th scope="col">How</th>
        <th scope="col">Note</th>
        <th scope="col" className={numberClass}>
          Amount
        </th>
        <th scope="col" className={numberClass}>
          <Spoken>Act</Spoken>
        </th>
      </tr>
    </thead>
    <tbody>
      {payments.map((payment) => (
        <PaymentRow key={payment.id} payment={payment} onBack={() => onBack(payment)} />
      ))}
    </tbody>
  </DataTable>
)

export interface ClientPaymentsProps {
  readonly clientId: string
  /** The client's entries, newest first: they say for which sessions something may be paid. */
  readonly entries: readonly EntryRead[]
}

/** With the acts of the office. */
export const ClientPayments = ({ clientId, entries }: ClientPaymentsProps): ReactNode => {
  const payments = useQuery(paymentsAsked(clientId)).data
  const stands = standsOf(useQuery(accountsAsked).data?.accounts ?? [], clientId)
  const [doing, setDoing] = useState<'take' | PaymentRead | null>(null)
  const close = (): void => setDoing(null)
  return (
    <div className={styles.payments}>
      <Section
        title="Payments"
        end={
          <Button variant="default" onClick={() => setDoing('take')}>
            Take a payment
          </Button>
        }
      >
        <p className={styles.lead}>{owesWords(stands)}</p>
        {payments !== undefined && payments.length > 0 && (
          <PaymentsTable payments={payments} onBack={setDoing} />
        )}
        {doing === 'take' && (
          <TakePayment
            clientId={clientId}
            sessions={sessionsToPay(entries)}
            owed={Math.max(0, stands.owed)}
            onClose={close}
          />
        )}
        {doing !== null && doing !== 'take' && <TakeBack payment={doing} onClose={close} />}
      </Section>
    </div>
  )
}
