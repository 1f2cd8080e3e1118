// Paid in the panel: who pays what, when, and where each amount comes from.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import { Amount } from '../../../ui/amount.tsx'
import { moneyText } from '../../../ui/money-text.ts'
import { TextLink } from '../../../ui/text-link.tsx'
import { expectedAsked } from '../../today/asked.ts'
import { longDay } from '../day-words.ts'
import { type ExpectedAmount, expectedMoney, payWords } from './expected-money.ts'
import { calledPayer, linkSays } from './claim-words.ts'
import { LinkFindings } from './link-findings.tsx'
import { calledName } from './opening-words.ts'
import type { WrapUp } from '../wrap-up.ts'
import type { LiveJudgement } from './use-judgement.ts'
import styles from './panel.module.css'

interface RowProps {
  readonly who: string
  readonly of: ExpectedAmount
  readonly strong?: boolean
  readonly end?: ReactNode
}

const Row = ({ who, of, strong = false, end }: RowProps): ReactNode => (
  <div className={styles.paid} title={of.source}>
    <dt>{who}</dt>
    <dd>
      <Amount cents={of.amount} strong={strong} />
    </dd>
    <dd>
      {of.says} {end}
    </dd>
  </div>
)

const Sources = ({ of }: { readonly of: readonly ExpectedAmount[] }): ReactNode => (
  <ul className={styles.reasons} aria-label="Where the amounts come from">
    {[...new Set(of.map(({ source }) => source))].map((source) => (
      <li key={source}>{source}</li>
    ))}
  </ul>
)

/** The practice's next pay day as people say it; null where it has set none. */
const usePayDay = (isAsked: boolean): string | null => {
  const { data } = useQuery({ ...expectedAsked, enabled: isAsked })
  const payDay = data?.next.payDay ?? null
  return payDay === null ? null : longDay(payDay).replace(/, \d{4}$/, '')
}

export interface PaidLinkProps {
  readonly page: WrapUp
  readonly judgement: LiveJudgement
}

export const PaidLink = ({ page, judgement }: PaidLinkProps): ReactNode => {
  const [isShown, setShown] = useState(false)
  const { served, note } = page
  const { coding } = judgement
  const money = useMemo(() => expectedMoney({ ...served.case, note }, coding), [served, note, coding])
  const payDay = usePayDay(money?.provider?.isGuaranteed === true)
  const received = served.case.clientPayments.reduce((sum, { amount }) => sum + amount, 0)
  const isAnswered = served.filed?.status === 'answered' || served.charge?.status === 'charged'
  if (money === null) return <p className={styles.says}>Amounts follow from the code.</p>
  const { client, provider, payer } = money
  const whereFrom = (
    <TextLink
      small
      onClick={() => setShown(!isShown)}
      label={isShown ? 'Less of where from' : 'Where from: the amounts'}
    >
      {isShown ? 'Less' : 'Where from'}
    </TextLink>
  )
  const you = served.part === 'author' ? 'You are paid' : 'Provider is paid'
  return (
    <>
      {isAnswered && <p className={styles.says}>{linkSays(served.links, 'pay')}</p>}
      <dl className={styles.paids}>
        <Row
          who={`${calledName(served.case.people)} pays`}
          of={client}
          {...(payer === null ? { end: whereFrom } : {})}
        />
        {provider !== null && <Row who={you} of={{ ...provider, says: payWords(provider, payDay) }} strong />}
        {payer !== null && (
          <Row
            who={`${calledPayer(served.case.coverage?.payer.name ?? 'Payer')} pays`}
            of={payer}
            end={whereFrom}
          />
        )}
      </dl>
      {(received > 0 || provider === null) && (
        <p className={styles.meta}>
          {received > 0 && `${moneyText(received)} of it was received from the client. `}
          {provider === null && 'No pay contract holds on that day.'}
        </p>
      )}
      {isShown && (
        <Sources
          of={[client, ...(payer === null ? [] : [payer]), ...(provider === null ? [] : [provider])]}
        />
      )}
      <LinkFindings page={page} judgement={judgement} link="pay" label="Findings of the payment" />
    </>
  )
}
