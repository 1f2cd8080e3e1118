// What was billed for the sessions that are shown: codes, claim, what is expected and what was paid.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Amount } from '../../ui/amount.tsx'
import { DataTable, numberClass, rowLinkClass } from '../../ui/data-table.tsx'
import { shortDay } from '../../ui/day-words.ts'
import { Section } from '../../ui/section.tsx'
import { Mono } from '../../ui/type.tsx'
import { type Chart, type ChartSession, sessionsAsked } from './asked.ts'
import { claimWords } from './chart-words.ts'

const Row = ({ session, today }: { readonly session: ChartSession; readonly today: string }): ReactNode => {
  const { claim, codes, day, expected, paid } = session
  return (
    <tr>
      <th scope="row">
        {claim === null ? (
          shortDay(day, today)
        ) : (
          <Link to="/claims" search={{ claim: claim.id }} className={rowLinkClass}>
            {shortDay(day, today)}
          </Link>
        )}
      </th>
      <td>
        <Mono>{codes.join(' ')}</Mono>
      </td>
      <td>{claim === null ? 'Charged to the client' : claimWords[claim.status]}</td>
      <td className={numberClass}>{expected === null ? '' : <Amount cents={expected.payer} />}</td>
      <td className={numberClass}>{expected === null ? '' : <Amount cents={expected.client} />}</td>
      <td className={numberClass}>{paid === null ? '' : <Amount cents={paid} />}</td>
    </tr>
  )
}

export const Billed = ({ chart }: { readonly chart: Chart }): ReactNode => {
  const asked = useInfiniteQuery(sessionsAsked(chart.id))
  const sessions = asked.data?.pages.flatMap(({ items }) => items) ?? []
  const billed = sessions.filter(({ claim, expected }) => claim !== null || expected !== null)
  if (billed.length === 0) return null
  return (
    <Section title="Billed" end="Expected as the claim says, paid as remitted">
      <DataTable label="Billed sessions" dense>
        <thead>
          <tr>
            <th scope="col">Session</th>
            <th scope="col">Codes</th>
            <th scope="col">Claim</th>
            <th scope="col" className={numberClass}>
              Payer’s part
            </th>
            <th scope="col" className={numberClass}>
              Client’s part
            </th>
            <th scope="col" className={numberClass}>
              Payer paid
            </th>
          </tr>
        </thead>
        <tbody>
          {billed.map((session) => (
            <Row key={session.id} session={session} today={chart.today} />
          ))}
        </tbody>
      </DataTable>
    </Section>
  )
}
