// Who pays for a client, on what terms, and what is left of an authorization.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, Suspense, lazy, useState } from 'react'
import { answerOf, ask } from '../api/ask.ts'
import { problemIn } from '../api/problem.ts'
import { shortDay } from '../ui/day-words.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { LoadingRows } from '../ui/loading-rows.tsx'
import { Facts, Section } from '../ui/section.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { Mono } from '../ui/type.tsx'
import { UnitsLeft } from '../ui/units-left.tsx'
import {
  type Coverage,
  type Payer,
  benefitRows,
  holdsOn,
  orderWords,
  sessionsLeft,
} from './coverage-words.ts'
import styles from './coverage.module.css'

const CoverageSheet = lazy(async () => ({ default: (await import('./coverage-sheet.tsx')).CoverageSheet }))

export const useCoverages = (clientId: string) =>
  useQuery({
    queryKey: ['coverage', 'of', clientId],
    queryFn: () =>
      answerOf(ask.GET('/api/coverage/clients/{id}/coverages', { params: { path: { id: clientId } } })),
  })

const usePayers = () =>
  useQuery({
    queryKey: ['coverage', 'payers'],
    queryFn: () => answerOf(ask.GET('/api/coverage/payers', { params: { query: { limit: 200 } } })),
  })

/** Sessions billed here under each authorization, by its number. */
export type BilledUnder = readonly { readonly number: string; readonly sessions: number }[]

interface AuthorizationProps {
  readonly coverage: Coverage
  readonly today: string
  readonly billedUnder: BilledUnder
}

const AuthorizationOf = ({ coverage, today, billedUnder }: AuthorizationProps): ReactNode => {
  const { authorization } = coverage
  if (authorization === null) return null
  const { number, units, to, codes } = authorization
  const billed = billedUnder.find((each) => each.number === number)?.sessions ?? 0
  const left = sessionsLeft(authorization, billed)
  return (
    <Section title="Authorization" end={<Mono>{number}</Mono>} level={3}>
      <UnitsLeft granted={units} left={left} />
      <p className={styles.left}>
        <b>
          {left} of {units} sessions left
        </b>
        , until {shortDay(to, today)}.
      </p>
      <p className={styles.note}>
        {billed} billed under it here{codes.length > 0 && `; for ${codes.join(', ')}`}.
      </p>
    </Section>
  )
}

interface OneProps {
  readonly coverage: Coverage
  readonly payer: Payer | undefined
  readonly today: string
  readonly saysOrder: boolean
  readonly billedUnder: BilledUnder
  readonly onChange: () => void
}

const OneCoverage = ({ coverage, payer, today, saysOrder, billedUnder, onChange }: OneProps): ReactNode => (
  <div className={styles.one}>
    <p className={styles.payer}>{payer?.name ?? 'A payer that is not held any more'}</p>
    {coverage.plan !== '' && <p className={styles.member}>{coverage.plan}</p>}
    <p className={styles.member}>
      Member <Mono>{coverage.memberNumber}</Mono>
    </p>
    <p className={styles.note}>
      {saysOrder && `${orderWords(coverage.sequence)}. `}
      Since {shortDay(coverage.starts, today)}
      {coverage.ends !== null && `, until ${shortDay(coverage.ends, today)}`}
      {coverage.relation !== 'self' &&
        `, through their ${coverage.relation === 'child' ? 'parent' : coverage.relation}`}
      .
    </p>
    <Facts rows={benefitRows(coverage.benefits)} />
    <p className={styles.act}>
      <TextLink onClick={onChange} label={`Change the coverage by ${payer?.name ?? 'this payer'}`}>
        Change
      </TextLink>
    </p>
    <AuthorizationOf coverage={coverage} today={today} billedUnder={billedUnder} />
  </div>
)

const Past = ({
  past,
  payers,
}: {
  readonly past: readonly Coverage[]
  readonly payers: ReadonlyMap<string, Payer>
}) =>
  past.length === 0 ? null : (
    <ul className={styles.past}>
      {past.map(({ id, payerId, starts, ends }) => (
        <li key={id}>
          {payers.get(payerId)?.name ?? 'A payer'}: {shortDay(starts, '')}
          {ends === null ? ' on' : ` to ${shortDay(ends, '')}`}
        </li>
      ))}
    </ul>
  )

export interface CoveragePartProps {
  readonly clientId: string
  /** On the practice's clock. */
  readonly today: string
  readonly billedUnder: BilledUnder
}

export const CoveragePart = ({ clientId, today, billedUnder }: CoveragePartProps): ReactNode => {
  const coverages = useCoverages(clientId)
  const payers = usePayers()
  const [changed, setChanged] = useState<Coverage | 'new' | null>(null)
  const items = coverages.data?.items ?? []
  const byId = new Map((payers.data?.items ?? []).map((payer) => [payer.id, payer]))
  const now = items.filter((each) => holdsOn(each, today))
  return (
    <Section title="Coverage" end={<TextLink onClick={() => setChanged('new')}>Add</TextLink>}>
      {coverages.isPending && <LoadingRows kind="lines" rows={4} label="Fetching who pays." />}
      {coverages.isError && coverages.data === undefined && (
        <ErrorState
          failed="The coverages did not load."
          safe={`${problemIn(coverages.error).title} Nothing was changed.`}
          onAgain={() => void coverages.refetch()}
        />
      )}
      {coverages.data !== undefined && now.length === 0 && (
        <EmptyState title="The client pays">
          No coverage holds today. A plan is added with its member number.
        </EmptyState>
      )}
      {now.map((coverage) => (
        <OneCoverage
          key={coverage.id}
          coverage={coverage}
          payer={byId.get(coverage.payerId)}
          today={today}
          saysOrder={now.length > 1}
          billedUnder={billedUnder}
          onChange={() => setChanged(coverage)}
        />
      ))}
      <Past past={items.filter((each) => !holdsOn(each, today))} payers={byId} />
      <Suspense>
        {changed !== null && (
          <CoverageSheet
            clientId={clientId}
            coverage={changed === 'new' ? null : changed}
            payers={payers.data?.items ?? []}
            onClose={() => setChanged(null)}
          />
        )}
      </Suspense>
    </Section>
  )
}
