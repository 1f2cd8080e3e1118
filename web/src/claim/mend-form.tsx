// The field that a claim was rejected for, put right where one stands, and the claim sent again with it.
import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { ErrorState } from '../ui/error-state.tsx'
import { LoadingRows } from '../ui/loading-rows.tsx'
import { ActProblem } from './act-problem.tsx'
import { resendClaim } from './claim-acts.ts'
import { type Mendable, type Values, fieldsOf, readMendable } from './mend-record.ts'
import type { MendableField } from './next-action.ts'
import { useAct } from './use-act.ts'
import type { ClaimRow } from './work.ts'
import styles from './claim.module.css'

export interface MendFormProps {
  readonly claim: ClaimRow
  readonly field: MendableField
  readonly onSent: (claimId: string) => void
  readonly onCancel: () => void
}

const Fields = (props: MendFormProps & { readonly record: Mendable }): ReactNode => {
  const { claim, field, onSent, onCancel, record } = props
  const [values, setValues] = useState<Values>(record.values)
  const send = useAct(
    async (given: Values, key) => {
      const isNew = Object.entries(given).some(([name, value]) => value !== record.values[name])
      if (isNew) await record.write(given)
      return resendClaim(claim.id, null, key)
    },
    ({ id }) => onSent(id),
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    send.run(values)
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      {fieldsOf[field].map(({ name, label, type }, index) => (
        <TextInput
          key={name}
          label={label}
          type={type}
          required
          data-autofocus={index === 0 || undefined}
          autoFocus={index === 0}
          value={values[name] ?? ''}
          onChange={({ currentTarget: { value } }) => setValues((now) => ({ ...now, [name]: value }))}
        />
      ))}
      <div className={styles.acts}>
        <Button type="submit" loading={send.isRunning}>
          Save and send again
        </Button>
        <Button variant="default" onClick={onCancel}>
          Leave it
        </Button>
      </div>
      <ActProblem problem={send.problem} />
    </form>
  )
}

export const MendForm = (props: MendFormProps): ReactNode => {
  const { claim, field } = props
  // A form begins with what stands now, and is not changed under the hands of whoever fills it in.
  const record = useQuery({
    queryKey: ['claims', 'mend', claim.id, field],
    queryFn: () => readMendable(field, claim),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  if (record.isPending) return <LoadingRows kind="lines" rows={2} label="Fetching what is to be mended." />
  if (record.isError)
    return (
      <ErrorState
        failed="What is to be mended did not load."
        safe="Nothing was changed or sent."
        onAgain={() => void record.refetch()}
      />
    )
  return <Fields {...props} record={record.data} key={record.dataUpdatedAt} />
}
