// A client's chart: sessions along the thread, diagnoses and notes, who pays and what they paid.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi, notFound, useNavigate } from '@tanstack/react-router'
import { type ReactNode, Suspense, lazy, useState } from 'react'
import { problemIn } from '../api/problem.ts'
import { CoveragePart } from '../coverage/coverage-part.tsx'
import { useMe } from '../people/me.ts'
import { clockWords, shortDay, weekDay } from '../ui/day-words.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { LoadingRows } from '../ui/loading-rows.tsx'
import { PageLead, PageTitle } from '../ui/type.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { useTitle } from '../ui/use-title.ts'
import { type Chart, chartAsked, clientAsked } from './chart/asked.ts'
import { Billed } from './chart/billed.tsx'
import { ageOn, birthText } from './chart/chart-words.ts'
import { Diagnoses } from './chart/diagnoses.tsx'
import { MoneyPart } from './chart/money-part.tsx'
import { LastNote, Notes } from './chart/notes-part.tsx'
import { Timeline } from './chart/timeline.tsx'
import styles from './chart/chart.module.css'

const ClientSheet = lazy(async () => ({ default: (await import('../people/client-sheet.tsx')).ClientSheet }))

const route = getRouteApi('/inside/clients/$clientId')

const fullName = ({ first, middle, last, suffix }: Chart['name']): string =>
  [first, middle, last, suffix].filter((part) => part !== undefined).join(' ')

/** What they are treated for, and when they come next. */
const leadOf = ({ diagnoses, next, today, active }: Chart): string => {
  const standing = diagnoses.find(({ stands }) => stands)
  const treated =
    standing === undefined ? '' : `${standing.words ?? standing.label ?? ''} (${standing.code}). `
  const comes =
    next === null
      ? 'No session is planned.'
      : `Next session ${next.day === today ? 'today' : weekDay(next.day)} at ${clockWords(next.start)}.`
  return `${treated}${active ? '' : 'Not seen here any more. '}${comes}`
}

const EditClient = ({ clientId }: { readonly clientId: string }): ReactNode => {
  const [isOpen, setOpen] = useState(false)
  const client = useQuery({ ...clientAsked(clientId), enabled: isOpen, staleTime: 0 })
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)} loading={isOpen && client.isPending}>
        Change the client
      </Button>
      <Suspense>
        {isOpen && client.data !== undefined && (
          <ClientSheet record={client.data} onClose={() => setOpen(false)} onSaved={() => setOpen(false)} />
        )}
      </Suspense>
    </>
  )
}

const Acts = ({ chart }: { readonly chart: Chart }): ReactNode => {
  const { role } = useMe()
  const go = useNavigate()
  const waits = role === 'biller' ? null : chart.waits
  const wrapUp = (): void => {
    if (waits !== null) void go({ to: '/sessions/$sessionId', params: { sessionId: waits.id } })
  }
  useKeys(waits === null ? [] : [{ keys: 'W', does: 'Wrap up the session that waits', run: wrapUp }])
  return (
    <div className={styles.acts}>
      <EditClient clientId={chart.id} />
      {waits !== null && (
        <Button
          renderRoot={(props) => (
            <Link to="/sessions/$sessionId" params={{ sessionId: waits.id }} {...props} />
          )}
          aria-keyshortcuts="w"
          rightSection={<Kbd keys="W" onAction />}
        >
          Wrap up {shortDay(waits.day, chart.today)}
        </Button>
      )}
    </div>
  )
}

const ChartOf = ({ chart }: { readonly chart: Chart }): ReactNode => (
  <div className={styles.page}>
    <header className={styles.head}>
      <div>
        <div className={styles.who}>
          <PageTitle>{fullName(chart.name)}</PageTitle>
          <p className={styles.born}>
            {chart.chosenName !== null && `called ${chart.chosenName}, `}
            born {birthText(chart.birthDate)}, {ageOn(chart.birthDate, chart.today)}
          </p>
        </div>
        <PageLead>{leadOf(chart)}</PageLead>
      </div>
      <Acts chart={chart} />
    </header>
    <div className={styles.columns}>
      <Timeline chart={chart} />
      <div className={styles.middle}>
        <Diagnoses chart={chart} />
        {chart.lastNote !== null && <LastNote last={chart.lastNote} today={chart.today} />}
        <NotesOrBilled chart={chart} />
      </div>
      <aside className={styles.aside} aria-label="Who pays">
        <CoveragePart clientId={chart.id} today={chart.today} billedUnder={chart.billedUnder} />
        <MoneyPart chart={chart} />
      </aside>
    </div>
  </div>
)

/** A biller reads no notes: what was billed stands in their place. */
const NotesOrBilled = ({ chart }: { readonly chart: Chart }): ReactNode =>
  useMe().role === 'biller' ? <Billed chart={chart} /> : <Notes chart={chart} />

export const ChartPage = (): ReactNode => {
  useTitle('Chart')
  const { clientId } = route.useParams()
  const chart = useQuery(chartAsked(clientId))
  if (chart.data !== undefined) return <ChartOf chart={chart.data} />
  if (chart.isPending) return <LoadingRows kind="lines" rows={8} label="Fetching the chart." />
  const { kind, title } = problemIn(chart.error)
  if (kind === 'not-found' || kind === 'findings') throw notFound()
  return (
    <>
      <PageTitle>Chart</PageTitle>
      <ErrorState
        failed="The chart did not load."
        safe={`${title} Nothing was changed.`}
        onAgain={() => void chart.refetch()}
      />
    </>
  )
}
