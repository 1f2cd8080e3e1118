// Puts payer money that found no claim to one by hand, or marks it to be given back.
import { TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { answerOf, ask } from '../api/ask.ts'
import { shortDay } from '../ui/day-words.ts'
import { moneyText } from '../ui/money-text.ts'
import { type Unapplied, remittanceAsked } from './asked.ts'
import { useActKey } from './act-key.ts'
import { ActSheet } from './act-sheet.tsx'
import styles from './remittance.module.css'

export interface SheetOfMoneyProps {
  readonly money: Unapplied
  readonly onClose: () => void
}

const useFoundClaims = (typed: string) => {
  const number = typed.toUpperCase().replace(/[\s-]/g, '')
  return useQuery({
    queryKey: ['claims', 'by-number', number],
    queryFn: async () =>
      (await answerOf(ask.GET('/api/claim/claims', { params: { query: { number, limit: 100 } } }))).items,
    enabled: /^[A-Z0-9]{3,20}$/.test(number),
  })
}

interface FoundProps {
  /** The payer that sent the money; null where the practice does not know it. */
  readonly payerId: string | null
  readonly typed: string
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}

const FoundClaims = ({ payerId, typed, chosen, onChoose }: FoundProps): ReactNode => {
  const found = useFoundClaims(typed)
  if (found.data === undefined) return null
  const ofPayer = found.data.filter((claim) => payerId === null || claim.payerId === payerId).slice(0, 8)
  if (ofPayer.length === 0) return <p>No claim of this payer begins with these characters.</p>
  return (
    <div className={styles.found} role="group" aria-label="Claims found">
      {ofPayer.map((claim) => (
        <button
          key={claim.id}
          type="button"
          aria-pressed={claim.id === chosen}
          onClick={() => onChoose(claim.id)}
        >
          <span>
            {claim.claimNumber}, {claim.clientName.first} {claim.clientName.last}, {shortDay(claim.day)}
          </span>
          <span>{claim.expectedPayer === null ? '' : moneyText(claim.expectedPayer)}</span>
        </button>
      ))}
    </div>
  )
}

const useDone = (onClose: () => void) => {
  const queries = useQueryClient()
  return async (): Promise<void> => {
    await queries.invalidateQueries()
    onClose()
  }
}

export const PutToClaimSheet = ({ money, onClose }: SheetOfMoneyProps): ReactNode => {
  const [typed, setTyped] = useState('')
  const [claimId, setClaimId] = useState<string | null>(null)
  const payerId = useQuery(remittanceAsked(money.remittanceId)).data?.remittance.payerId ?? null
  const done = useDone(onClose)
  const keyOf = useActKey()
  const act = useMutation({
    mutationFn: (to: string) =>
      answerOf(
        ask.POST('/api/posting/unapplied/{id}/apply', {
          params: { path: { id: money.entryId }, header: { 'idempotency-key': keyOf(to) } },
          body: { claimId: to, amount: null },
        }),
      ),
    onSuccess: done,
  })
  return (
    <ActSheet
      title={`Put ${moneyText(money.left)} to a claim`}
      act="Put it there"
      onClose={onClose}
      onAct={() => claimId !== null && act.mutate(claimId)}
      isDoing={act.isPending}
      fault={act.error}
    >
      <TextInput
        label="How your claim’s number begins"
        description="A claim of the same payer. One that waits for its answer takes the whole answer."
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
      <FoundClaims payerId={payerId} typed={typed} chosen={claimId} onChoose={setClaimId} />
    </ActSheet>
  )
}

export const GiveBackSheet = ({ money, onClose }: SheetOfMoneyProps): ReactNode => {
  const [says, setSays] = useState('')
  const done = useDone(onClose)
  const keyOf = useActKey()
  const act = useMutation({
    mutationFn: () =>
      answerOf(
        ask.POST('/api/posting/unapplied/{id}/refund', {
          params: { path: { id: money.entryId }, header: { 'idempotency-key': keyOf(says) } },
          body: { amount: money.left, says },
        }),
      ),
    onSuccess: done,
  })
  return (
    <ActSheet
      title={`Give ${moneyText(money.left)} back`}
      act="Mark it to be given back"
      onClose={onClose}
      onAct={() => act.mutate()}
      isDoing={act.isPending}
      fault={act.error}
    >
      <p>It is put to no claim any more. It leaves the bank when you say that it was sent.</p>
      <TextInput
        label="Why"
        required
        withAsterisk={false}
        value={says}
        onChange={(event) => setSays(event.currentTarget.value)}
        data-autofocus
      />
    </ActSheet>
  )
}
