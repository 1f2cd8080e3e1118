// Adds a client, or changes one: name, birth and address, as the payer holds them.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { answerOf, ask } from '../api/ask.ts'
import { Sheet } from '../ui/sheet.tsx'
import {
  type ClientRecord,
  type TypedClient,
  clientBody,
  clientPaths,
  noClientYet,
  typedClient,
} from './client-form.ts'
import { useMe } from './me.ts'
import { useSaving } from './saving.ts'
import { ChoiceField, type Filling, Pair, Part, SheetForm, TextField } from './typed-fields.tsx'

const sexes = [
  { value: 'U', label: 'Not said' },
  { value: 'F', label: 'Female' },
  { value: 'M', label: 'Male' },
]

const NameFields = ({ filling }: { readonly filling: Filling<TypedClient> }): ReactNode => (
  <>
    <Pair>
      <TextField filling={filling} field="first" label="First name" />
      <TextField filling={filling} field="last" label="Last name" />
      <TextField filling={filling} field="middle" label="Middle name" optional />
      <TextField filling={filling} field="suffix" label="Suffix" optional />
    </Pair>
    <TextField
      filling={filling}
      field="chosenName"
      label="Called"
      description="The name they go by. It is never on a claim."
      optional
    />
    <Pair>
      <TextField filling={filling} field="birthDate" label="Date of birth" kind="date" />
      <ChoiceField filling={filling} field="sex" label="Sex, as the payer holds it" options={sexes} />
    </Pair>
  </>
)

const PlaceFields = ({ filling }: { readonly filling: Filling<TypedClient> }): ReactNode => (
  <>
    <Part>Address</Part>
    <Pair>
      <TextField filling={filling} field="street" label="Street" />
      <TextField filling={filling} field="unit" label="Unit" optional />
      <TextField filling={filling} field="city" label="City" />
      <TextField filling={filling} field="state" label="State" description="Two letters." />
      <TextField filling={filling} field="zip" label="ZIP" description="Five or nine digits." />
    </Pair>
  </>
)

const sent = (typed: TypedClient, record: ClientRecord | null, providerId: string | null, key: string) => {
  const body = clientBody(typed, record, providerId)
  return record === null
    ? answerOf(ask.POST('/api/people/clients', { params: { header: { 'idempotency-key': key } }, body }))
    : answerOf(
        ask.PUT('/api/people/clients/{id}', {
          params: { path: { id: record.id } },
          body: { ...body, version: record.version },
        }),
      )
}

export interface ClientSheetProps {
  /** Null: a new client. */
  readonly record: ClientRecord | null
  readonly onClose: () => void
  readonly onSaved: (id: string) => void
}

export const ClientSheet = ({ record, onClose, onSaved }: ClientSheetProps): ReactNode => {
  const { providerId } = useMe()
  const queries = useQueryClient()
  const [typed, setTyped] = useState<TypedClient>(() => (record === null ? noClientYet : typedClient(record)))
  const { faults, fault, isSaving, save } = useSaving(clientPaths)
  const filling: Filling<TypedClient> = {
    typed,
    faults,
    type: (field, value) => setTyped((before) => ({ ...before, [field]: value })),
  }
  const onSave = (): void => {
    let id = record?.id ?? ''
    save(
      async (key) => {
        id = (await sent(typed, record, providerId, key)).id
      },
      () => {
        void queries.invalidateQueries({ queryKey: ['thread'] })
        void queries.invalidateQueries({ queryKey: ['people'] })
        onSaved(id)
      },
    )
  }
  return (
    <Sheet opened onClose={onClose} title={record === null ? 'Add a client' : 'Change the client'}>
      <SheetForm
        saveLabel={record === null ? 'Add the client' : 'Save'}
        fault={fault}
        isSaving={isSaving}
        onSave={onSave}
      >
        <NameFields filling={filling} />
        <PlaceFields filling={filling} />
        {record !== null && (
          <ChoiceField
            filling={filling}
            field="active"
            label="Seen here"
            options={[
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'Not any more' },
            ]}
          />
        )}
      </SheetForm>
    </Sheet>
  )
}
