// Payouts: what is paid next and what after that, session by session. A clinician sees their own.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { problemIn } from '../api/problem.ts'
import { MoneyHead, useKeepsBooks } from '../posting/money-head.tsx'
import { Amount } from '../ui/amount.tsx'
import { type Choice, ChoiceList } from '../ui/choice-list.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { LoadingRows } from '../ui/loading-rows.tsx'
import { Section } from '../ui/section.tsx'
import { useTitle } from '../ui/use-title.ts'
import { type PayStatement, statementsAsked } from './asked.ts'
import { type When, payDayTitle, sessionsCounted, under } from './pay-words.ts'
import { Statement } from './statement.tsx'
import styles from './payout.module.css'

const searchOf = (when: When, provider: string | undefined) => ({
  ...(when === 'later' ? { pay: 'later' as const } : {}),
  ...(provider === undefined ? {} : { provider }),
})

const hrefOf = (when: When, provider: string | undefined): string =>
  `/money?${new URLSearchParams(searchOf(when, provider)).toString()}`

const dayChoice = (of: PayStatement, when: When, provider: string | undefined): Choice => ({
  id: when,
  href: hrefOf(when, provider),
  title: payDayTitle(of[when], when),
  under: under(of[when], when),
  end: <Amount cents={of[when].amount} />,
  state: when === 'next' ? 'on-its-way' : 'not-yet',
})

interface ShownProps {
  readonly items: readonly PayStatement[]
  readonly chosen: PayStatement
}

const Shown = ({ items, chosen }: ShownProps): ReactNode => {
  const { pay, provider } = useSearch({ from: '/inside/money' })
  const when: When = pay === 'later' ? 'later' : 'next'
  const keepsBooks = useKeepsBooks()
  const go = useNavigate()
  const choose = (next: When, of: string | undefined): void =>
    void go({ to: '/money', search: searchOf(next, of) })
  return (
    <div className={styles.columns}>
      <div className={styles.lists}>
        <ChoiceList
          label="Pay days"
          choices={(['next', 'later'] as const).map((each) => dayChoice(chosen, each, provider))}
          chosen={when}
          onChoose={(id) => choose(id === 'later' ? 'later' : 'next', provider)}
        />
        {keepsBooks && items.length > 1 && (
          <Section title="Providers" level={2}>
            <ChoiceList
              label="Providers"
              choices={items.map((each) => ({
                id: each.id,
                href: hrefOf(when, each.id),
                title: each.name,
                under: sessionsCounted(each[when].sessions.length),
                end: <Amount cents={each[when].amount} />,
              }))}
              chosen={chosen.id}
              onChoose={(id) => choose(when, id)}
            />
          </Section>
        )}
      </div>
      <Statement name={chosen.name} sheet={chosen[when]} when={when} />
    </div>
  )
}

const Body = (): ReactNode => {
  const { provider } = useSearch({ from: '/inside/money' })
  const asked = useQuery(statementsAsked)
  if (asked.isPending) return <LoadingRows kind="table" rows={12} label="Fetching the statements." />
  // A clinician who is no provider here earns nothing.
  if (asked.isError && problemIn(asked.error).kind === 'not-found')
    return <EmptyState title="No pay is yours here">Pay belongs to those who hold sessions.</EmptyState>
  if (asked.isError)
    return (
      <ErrorState
        failed="The statements did not load."
        safe={`${problemIn(asked.error).title} Nothing was changed or paid.`}
        onAgain={() => void asked.refetch()}
      />
    )
  const chosen = asked.data.find(({ id }) => id === provider) ?? asked.data[0]
  if (chosen === undefined)
    return (
      <EmptyState title="Nobody has earned anything yet">
        Pay is earned when a session is paid for. Provider contracts say how much.
      </EmptyState>
    )
  return <Shown items={asked.data} chosen={chosen} />
}

export const PayoutPage = (): ReactNode => {
  useTitle('Payouts')
  return (
    <>
      <MoneyHead />
      <Body />
    </>
  )
}
