// On a phone: the thread lying above the note, three figures, and the findings. A tapped knot opens its link from below.
import { type ReactNode, useState } from 'react'
import type { LinkName } from '@goldenthread/core/thread/outcome.ts'
import { useFacts } from '../../../api/facts.ts'
import { useMe, zoneOf } from '../../../people/me.ts'
import { moneyText } from '../../../ui/money-text.ts'
import { Sheet } from '../../../ui/sheet.tsx'
import { Thread } from '../../../ui/thread.tsx'
import { expectedMoney } from './expected-money.ts'
import { LinkFindings } from './link-findings.tsx'
import { calledName } from './opening-words.ts'
import type { WrapUp } from '../wrap-up.ts'
import { LinkBody } from './panel.tsx'
import { linksOfPanel } from './step-states.ts'
import type { LiveJudgement } from './use-judgement.ts'
import styles from './phone-head.module.css'

interface GivenProps {
  readonly page: WrapUp
  readonly judgement: LiveJudgement
}

const Figures = ({ page, judgement }: GivenProps): ReactNode => {
  const { coding } = judgement
  const money = expectedMoney({ ...page.served.case, note: page.note }, coding)
  const procedure = coding?.procedures[0]
  const { band } = procedure ?? { band: null }
  if (procedure === undefined && money === null) return null
  const range = band === null ? '' : band.to === null ? `${band.from} or more` : `${band.from} to ${band.to}`
  return (
    <dl className={styles.figures}>
      {procedure !== undefined && (
        <div>
          <dd>{procedure.code}</dd>
          <dt>{band === null ? 'no band' : `${band.minutes} min, ${range}`}</dt>
        </div>
      )}
      {money !== null && (
        <div>
          <dd>{moneyText(money.client.amount)}</dd>
          <dt>{calledName(page.served.case.people)} pays</dt>
        </div>
      )}
      {money?.provider && (
        <div>
          <dd>{moneyText(money.provider.amount)}</dd>
          <dt>{page.served.part === 'author' ? 'to you' : 'to provider'}</dt>
        </div>
      )}
    </dl>
  )
}

const order: readonly LinkName[] = ['session', 'note', 'code', 'claim', 'pay']

export interface PhoneHeadProps {
  readonly wrapUp: WrapUp
  readonly judgement: LiveJudgement
}

export const PhoneHead = ({ wrapUp: page, judgement }: PhoneHeadProps): ReactNode => {
  const facts = useFacts()
  const zone = zoneOf(useMe())
  const [open, setOpen] = useState<LinkName | null>(null)
  const links = linksOfPanel(page.served, judgement.links)
  const opened = links.find(({ name }) => name === open)
  const current = links.find(({ state }) => state === 'needs-you')?.title
  return (
    <div className={styles.head} data-panel>
      <Thread
        links={links.map(({ title, state }) => ({ name: title, state }))}
        size="panel"
        gap={78}
        names
        {...(current === undefined ? {} : { current })}
        onOpen={(title) => setOpen(links.find((each) => each.title === title)?.name ?? null)}
      />
      <Figures page={page} judgement={judgement} />
      {order.map((link) => (
        <LinkFindings
          key={link}
          page={page}
          judgement={judgement}
          link={link}
          label={`Findings of the ${link}`}
        />
      ))}
      <Sheet opened={opened !== undefined} onClose={() => setOpen(null)} title={opened?.title ?? ''}>
        {opened !== undefined && facts !== null && (
          <LinkBody link={opened.name} page={page} judgement={judgement} facts={facts} zone={zone} />
        )}
      </Sheet>
    </div>
  )
}
