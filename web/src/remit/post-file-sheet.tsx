// Posts a remittance that does not balance, on a person's word: what balances is posted, the rest stands in suspense.
import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { answerOf, ask } from '../api/ask.ts'
import { useActKey } from './act-key.ts'
import { ActSheet } from './act-sheet.tsx'

export interface PostFileSheetProps {
  readonly remittanceId: string
  readonly onClose: () => void
}

export const PostFileSheet = ({ remittanceId, onClose }: PostFileSheetProps): ReactNode => {
  const [says, setSays] = useState('')
  const keyOf = useActKey()
  const queries = useQueryClient()
  const act = useMutation({
    mutationFn: () =>
      answerOf(
        ask.POST('/api/posting/remittances/{id}/approve', {
          params: { path: { id: remittanceId }, header: { 'idempotency-key': keyOf(says) } },
          body: { says },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries()
      onClose()
    },
  })
  return (
    <ActSheet
      title="Post the whole file"
      act="Post it"
      onClose={onClose}
      onAct={() => act.mutate()}
      isDoing={act.isPending}
      fault={act.error}
    >
      <p>
        What balances is posted to its claims. The difference stands in suspense, under your name, until the
        payer has explained it.
      </p>
      <Textarea
        label="Why it is posted all the same"
        description="Kept with the decision; for instance what the payer said on the telephone."
        required
        withAsterisk={false}
        minRows={3}
        value={says}
        onChange={(event) => setSays(event.currentTarget.value)}
        data-autofocus
      />
    </ActSheet>
  )
}
