// Clients by name: last and next session, who pays, what waits. Found as one types; a row leads to the chart.
import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, Suspense, lazy, useState } from 'react'
import { answerOf, ask } from '../api/ask.ts'
import { problemIn } from '../api/problem.ts'
import { DataTable, rowLinkClass } from '../ui/data-table.tsx'
import { clockWords, shortDay } from '../ui/day-words.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { LoadingRows } from '../ui/loading-rows.tsx'
import { StatusWord } from '../ui/status-word.tsx'
import { PageLead, PageTitle } from '../ui/type.tsx'
import { useTitle } from '../ui/use-title.ts'
import { useMe } from './me.ts'
import { waitsWords } from './waits-words.ts'
import styles from './clients.module.css'

const ClientSheet = lazy(async () => ({ default: (await import('./client-sheet.tsx')).ClientSheet }))

const useClients = (begins: string, active: boolean) =>
  useInfiniteQuery({
    queryKey: ['thread', 'clients', begins, active],
    queryFn: ({ pageParam }) =>
      answerOf(
        ask.POST('/api/thread/clients/search', {
          body: { begins, active, limit: 50, ...(pageParam === null ? {} : { after: pageParam }) },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })

type Clients = ReturnType<typeof useClients>
type ClientAtWork = NonNullable<Clients['data']>['pages'][number]['items'][number]

const today = (): string => new Date().toISOString().slice(0, 10)

const ClientRow = ({ client, saysWho }: { readonly client: ClientAtWork; readonly saysWho: boolean }) => {
  const { name, next, lastDay, payer, provider } = client
  const waits = waitsWords(client.waits)
  return (
    <tr>
      <th scope="row">
        <Link to="/clients/$clientId" params={{ clientId: client.id }} className={rowLinkClass}>
          {name.last}, {name.first}
        </Link>
        {client.chosenName !== null && <span className={styles.called}> called {client.chosenName}</span>}
      </th>
      <td className={styles.born}>{shortDay(client.birthDate, today())}</td>
      <td className={styles.less}>{lastDay === null ? 'None yet' : shortDay(lastDay, today())}</td>
      <td>{next === null ? 'None planned' : `${shortDay(next.day, today())}, ${clockWords(next.start)}`}</td>
      <td className={styles.less}>{payer ?? 'The client'}</td>
      {saysWho && <td className={styles.less}>{provider ?? 'Nobody yet'}</td>}
      <td>
        {waits === null ? (
          <span className={styles.nothing}>Nothing</span>
        ) : (
          <StatusWord state="needs-you">{waits}</StatusWord>
        )}
      </td>
    </tr>
  )
}

const ClientTable = ({
  clients,
  saysWho,
}: {
  readonly clients: readonly ClientAtWork[]
  readonly saysWho: boolean
}) => (
  <DataTable label="Clients">
    <thead>
      <tr>
        <th scope="col">Client</th>
        <th scope="col" className={styles.born}>
          Born
        </th>
        <th scope="col" className={styles.less}>
          Last session
        </th>
        <th scope="col">Next session</th>
        <th scope="col" className={styles.less}>
          Who pays
        </th>
        {saysWho && (
          <th scope="col" className={styles.less}>
            Treated by
          </th>
        )}
        <th scope="col">Waits</th>
      </tr>
    </thead>
    <tbody>
      {clients.map((client) => (
        <ClientRow key={client.id} client={client} saysWho={saysWho} />
      ))}
    </tbody>
  </DataTable>
)

const Found = ({
  found,
  begins,
  onAdd,
}: {
  readonly found: Clients
  readonly begins: string
  readonly onAdd: () => void
}) => {
  const { role } = useMe()
  const clients = found.data?.pages.flatMap(({ items }) => items) ?? []
  if (found.isPending) return <LoadingRows kind="table" rows={10} label="Fetching the clients." />
  if (found.isError && clients.length === 0)
    return (
      <ErrorState
        failed="The clients did not load."
        safe={`${problemIn(found.error).title} Nothing was changed.`}
        onAgain={() => void found.refetch()}
      />
    )
  if (clients.length === 0)
    return (
      <EmptyState
        title={begins === '' ? 'No clients yet' : 'Nobody’s name begins so'}
        actions={begins === '' ? <Button onClick={onAdd}>Add a client</Button> : undefined}
      >
        {begins === ''
          ? 'A client is added with name, birth and address. Who pays comes next, in their chart.'
          : 'Any word of the name may be typed, in any order; accents and capitals do not matter.'}
      </EmptyState>
    )
  return (
    <>
      <ClientTable clients={clients} saysWho={role !== 'clinician'} />
      {found.hasNextPage && (
        <div className={styles.more}>
          <Button
            variant="default"
            loading={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            Show more
          </Button>
        </div>
      )}
    </>
  )
}

export const ClientsPage = (): ReactNode => {
  useTitle('Clients')
  const { role } = useMe()
  const go = useNavigate()
  const [typed, setTyped] = useState('')
  const [isActive, setActive] = useState(true)
  const [isAdding, setAdding] = useState(false)
  const [begins] = useDebouncedValue(typed.trim(), 150)
  const found = useClients(begins, isActive)
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <PageTitle>Clients</PageTitle>
          <PageLead>{role === 'clinician' ? 'Those you treat.' : 'Everybody the practice treats.'}</PageLead>
        </div>
        <Button variant="default" onClick={() => setAdding(true)}>
          Add a client
        </Button>
      </header>
      <div className={styles.search}>
        <TextInput
          label="Name"
          placeholder="How a word of it begins"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          type="search"
        />
        <label className={styles.past}>
          <input
            type="checkbox"
            checked={!isActive}
            onChange={(event) => setActive(!event.currentTarget.checked)}
          />
          Not seen any more
        </label>
      </div>
      <Found found={found} begins={begins} onAdd={() => setAdding(true)} />
      <Suspense>
        {isAdding && (
          <ClientSheet
            record={null}
            onClose={() => setAdding(false)}
            onSaved={(clientId) => void go({ to: '/clients/$clientId', params: { clientId } })}
          />
        )}
      </Suspense>
    </div>
  )
}
