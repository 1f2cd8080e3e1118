// Records a session that nobody planned: whom, when, who pays; then straight to its wrap-up.
import { Button, NativeSelect, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useRef, useState } from 'react'
import { addDays, type Day } from '@goldenthread/core/values/day.ts'
import { answerOf, ask, newKey } from '../api/ask.ts'
import { useMe, zoneOf } from '../people/me.ts'
import { Kbd } from '../ui/kbd.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { usePrimaryAct } from '../ui/use-keys.ts'
import { FactsForm } from './facts-form.tsx'
import { Refused } from './refused.tsx'
import { type Unplanned, justEnded, unplannedWritten } from './unplanned.ts'
import styles from './session-sheet.module.css'

/** So far back is looked for the last session with a client. */
const daysBack = 180

const findClients = async (begins: string) =>
  (await answerOf(ask.POST('/api/people/clients/search', { body: { begins, limit: 20 } }))).items

const readCoverages = async (id: string) =>
  (await answerOf(ask.GET('/api/coverage/clients/{id}/coverages', { params: { path: { id } } }))).items

const readPayers = async () =>
  (await answerOf(ask.GET('/api/coverage/payers', { params: { query: { limit: 200 } } }))).items

const readProviders = async () =>
  (await answerOf(ask.GET('/api/people/providers', { params: { query: { limit: 200 } } }))).items

/** The client's last session before today, as it was held; null where there is none. */
const readLast = async (clientId: string, today: string) => {
  const query = { clientId, from: addDays(today as Day, -daysBack), to: today, limit: 200 }
  const { items } = await answerOf(ask.GET('/api/session/sessions', { params: { query } }))
  const last = items.findLast(({ status }) => status === 'confirmed')
  if (last === undefined) return null
  const path = { id: last.id }
  return (await answerOf(ask.GET('/api/session/sessions/{id}', { params: { path } }))).session
}

const useClientFacts = (clientId: string | null, today: string) => {
  const id = clientId ?? ''
  const enabled = clientId !== null
  const coverages = useQuery({ queryKey: ['coverages', id], queryFn: () => readCoverages(id), enabled })
  const payers = useQuery({ queryKey: ['payers'], queryFn: readPayers, enabled })
  const last = useQuery({ queryKey: ['session', 'last', id], queryFn: () => readLast(id, today), enabled })
  const holding = (coverages.data ?? []).filter(
    ({ starts, ends }) => starts <= today && (ends === null || ends >= today),
  )
  const choices = holding.map((each) => {
    const payer = payers.data?.find((one) => one.id === each.payerId)
    return { value: each.id, label: payer === undefined ? 'Plan' : payer.name }
  })
  return { choices, last: last.data ?? null, isReady: enabled && coverages.isSuccess && last.isSuccess }
}

const ClientField = ({
  chosen,
  onChoose,
}: {
  readonly chosen: string | null
  readonly onChoose: (id: string | null) => void
}): ReactNode => {
  const [typed, setTyped] = useState('')
  const [begins] = useDebouncedValue(typed.trim(), 200)
  const found = useQuery({
    queryKey: ['people', 'found', begins],
    queryFn: () => findClients(begins),
    enabled: begins.length >= 2,
    placeholderData: keepPreviousData,
  })
  const data = (found.data ?? []).map(({ id, client: { name } }) => ({
    value: id,
    label: `${name.first} ${name.last}`,
  }))
  const isNobody = begins.length >= 2 && found.isSuccess && data.length === 0
  return (
    <Select
      label="Client"
      size="md"
      data-autofocus
      searchable
      data={data}
      value={chosen}
      onChange={onChoose}
      onSearchChange={setTyped}
      comboboxProps={{ withinPortal: false }}
      description={isNobody ? 'Nobody’s name begins so.' : 'By the first letters of a name.'}
    />
  )
}

/** Whoever has no sessions of their own says whose it was. */
const ProviderField = ({
  chosen,
  onChoose,
}: {
  readonly chosen: string | null
  readonly onChoose: (id: string | null) => void
}): ReactNode => {
  const providers = useQuery({ queryKey: ['people', 'providers'], queryFn: readProviders })
  const data = (providers.data ?? []).map(({ id, provider: { name } }) => ({
    value: id,
    label: `${name.first} ${name.last}`,
  }))
  return (
    <NativeSelect
      size="md"
      label="Held by"
      value={chosen ?? ''}
      data={[{ value: '', label: 'Choose' }, ...data]}
      onChange={(event) => onChoose(event.currentTarget.value || null)}
    />
  )
}

/** Scheduled and, when it is over, confirmed as it was: it is recorded because it took place. */
const useRecording = (onDone: (sessionId: string) => void) => {
  const key = useRef({ of: '', key: '' })
  return useMutation({
    mutationFn: (body: ToRecord) => {
      const of = JSON.stringify(body)
      if (key.current.of !== of) key.current = { of, key: newKey() }
      return record(body, key.current.key)
    },
    onSuccess: ({ id }) => onDone(id),
  })
}

interface ToRecord {
  readonly clientId: string
  readonly providerId: string
  readonly coverageId: string | null
  readonly session: ReturnType<typeof unplannedWritten>
}

const record = async (body: ToRecord, key: string) => {
  const header = { 'idempotency-key': key }
  const made = await answerOf(ask.POST('/api/session/sessions', { params: { header }, body }))
  if (Date.parse(made.session.stopInstant) > Date.now()) return made
  const params = { path: { id: made.id }, header: { 'idempotency-key': `${key}-held` } }
  const said = { version: made.version, attendance: 'held' as const }
  return answerOf(ask.POST('/api/session/sessions/{id}/confirm', { params, body: said }))
}

export const UnplannedSheet = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const me = useMe()
  const go = useNavigate()
  const zone = zoneOf(me)
  const [opened] = useState(() => Date.now())
  const [clientId, setClient] = useState<string | null>(null)
  const [providerId, setProvider] = useState(me.providerId)
  const [coverage, setCoverage] = useState<string | null>(null)
  const [changed, setChanged] = useState<Partial<Unplanned>>({})
  const beginning = justEnded(opened, zone, null)
  const { choices, last, isReady } = useClientFacts(clientId, beginning.day)
  const usual = justEnded(opened, zone, last)
  const unplanned: Unplanned = {
    day: changed.day ?? usual.day,
    typed: { ...usual.typed, ...changed.typed },
  }
  const coverageId = coverage ?? choices[0]?.value ?? ''
  const act = useRecording((sessionId) => void go({ to: '/sessions/$sessionId', params: { sessionId } }))
  const mayRecord = clientId !== null && providerId !== null && isReady && !act.isPending
  const recordIt = (): void => {
    if (clientId === null || providerId === null || !mayRecord) return
    const session = unplannedWritten(unplanned, last)
    act.mutate({ clientId, providerId, coverageId: coverageId || null, session })
  }
  usePrimaryAct('Record it and wrap up', mayRecord ? recordIt : null, true)
  return (
    <Sheet opened onClose={onClose} title="Record an unplanned session">
      <div className={styles.form}>
        <ClientField chosen={clientId} onChoose={setClient} />
        {me.providerId === null && <ProviderField chosen={providerId} onChoose={setProvider} />}
        <TextInput
          type="date"
          label="Day"
          max={usual.day}
          value={unplanned.day}
          onChange={(event) => setChanged({ ...changed, day: event.currentTarget.value })}
        />
        <FactsForm
          typed={unplanned.typed}
          onChange={(some) => setChanged({ ...changed, typed: { ...unplanned.typed, ...some } })}
        />
        <NativeSelect
          size="md"
          label="Who pays"
          value={coverageId}
          disabled={!isReady}
          data={[...choices, { value: '', label: 'The client, without a plan' }]}
          onChange={(event) => setCoverage(event.currentTarget.value)}
        />
        <Refused fault={act.error} />
        <div className={styles.acts}>
          <Button
            onClick={recordIt}
            loading={act.isPending}
            rightSection={<Kbd keys="Ctrl ↵" onAction />}
            {...(mayRecord ? {} : { 'aria-disabled': true, 'data-disabled': true })}
          >
            Record it and wrap up
          </Button>
        </div>
      </div>
    </Sheet>
  )
}
