// The sheet that takes a client's payment: it settles what is owed, and is a deposit while a payer has not answered.
import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { answerOf, ask } from '../api/ask.ts'
import { useMe, zoneOf } from '../people/me.ts'
import { useActKey } from '../remit/act-key.ts'
import { ActSheet } from '../remit/act-sheet.tsx'
import { type ForSession, type Method, mostDollars, methods } from './payment-words.ts'
import { dayOfInstant } from './posted-day.ts'
import { useActDone } from './use-act-done.ts'
import styles from './money.module.css'

export interface TakePaymentProps {
  readonly clientId: string
  /** What it may be for, the one it is most likely for first. */
  readonly sessions: readonly ForSession[]
  /** Cents that the client owes now. */
  readonly owed: number
  readonly onClose: () => void
}

interface Written {
  readonly amount: number
  readonly day: string
  readonly method: Method
  readonly sessionId: string | null
}

const useTaking = (clientId: string, onClose: () => void) => {
  const keyOf = useActKey()
  return useMutation({
    mutationFn: (written: Written) =>
      answerOf(
        ask.POST('/api/posting/client-payments', {
          params: { header: { 'idempotency-key': keyOf(written) } },
          body: { clientId, ...written },
        }),
      ),
    onSuccess: useActDone(onClose),
  })
}

export const TakePayment = ({ clientId, sessions, owed, onClose }: TakePaymentProps): ReactNode => {
  const today = dayOfInstant(new Date().toISOString(), zoneOf(useMe()))
  const [dollars, setDollars] = useState<number | string>(owed > 0 ? owed / 100 : '')
  const [day, setDay] = useState(today)
  const [method, setMethod] = useState<Method>('card')
  const [sessionId, setSessionId] = useState(owed > 0 ? (sessions[0]?.id ?? '') : '')
  const act = useTaking(clientId, onClose)
  const amount = Math.round(Number(dollars) * 100)
  return (
    <ActSheet
      title="Take a payment"
      act="Take it"
      onClose={onClose}
      onAct={() => act.mutate({ amount, day, method, sessionId: sessionId === '' ? null : sessionId })}
      isDoing={act.isPending}
      fault={act.error}
    >
      <NumberInput
        label="Amount"
        prefix="$"
        decimalScale={2}
        fixedDecimalScale
        min={0}
        max={mostDollars}
        hideControls
        required
        withAsterisk={false}
        value={dollars}
        onChange={setDollars}
        data-autofocus
      />
      <NativeSelect
        label="For"
        data={[
          ...sessions.map(({ id, says }) => ({ value: id, label: says })),
          { value: '', label: 'No session: what is owed, then ahead' },
        ]}
        value={sessionId}
        onChange={(event) => setSessionId(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label="Taken on"
        max={today}
        required
        withAsterisk={false}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <NativeSelect
        label="How"
        data={methods}
        value={method}
        onChange={(event) => setMethod(event.currentTarget.value as Method)}
      />
      <p className={styles.lead}>
        For a session that its payer has answered it settles what the client owes; before that it is held as a
        deposit. For no session it settles what is owed by now, and what is over is held as a deposit.
      </p>
    </ActSheet>
  )
}
