// Wrap-up's panel: the thread of this session standing, each link with what it holds by, and the act at its foot.
import type { ReactNode } from 'react'
import type { Facts } from '@goldenthread/core/facts/facts.ts'
import type { LinkName } from '@goldenthread/core/thread/outcome.ts'
import { useFacts } from '../../../api/facts.ts'
import { useMe, zoneOf } from '../../../people/me.ts'
import { VerticalThread } from '../../../ui/vertical-thread.tsx'
import { ClaimLink } from './claim-link.tsx'
import { CodeLink } from './code-link.tsx'
import { LinkFindings } from './link-findings.tsx'
import { NoteLink } from './note-link.tsx'
import type { WrapUp } from '../wrap-up.ts'
import { PaidLink } from './paid-link.tsx'
import { SessionLink } from './session-link.tsx'
import { SignBar } from './sign-bar.tsx'
import { linksOfPanel } from './step-states.ts'
import type { LiveJudgement } from './use-judgement.ts'
import styles from './panel.module.css'

export interface PanelProps {
  readonly wrapUp: WrapUp
  readonly judgement: LiveJudgement
}

interface BodyProps {
  readonly page: WrapUp
  readonly judgement: LiveJudgement
  readonly link: LinkName
  readonly facts: Facts
  readonly zone: string | undefined
}

/** What stands beside one knot; on a phone it is opened by the knot. */
export const LinkBody = ({ link, page, judgement, facts, zone }: BodyProps): ReactNode => {
  const given = { page, judgement }
  switch (link) {
    case 'session':
      return (
        <>
          <SessionLink page={page} />
          <LinkFindings {...given} link="session" label="Findings of the session" />
        </>
      )
    case 'note':
      return <NoteLink {...given} />
    case 'code':
      return <CodeLink {...given} facts={facts} />
    case 'claim':
      return <ClaimLink {...given} facts={facts} zone={zone} />
    case 'pay':
      return <PaidLink {...given} />
  }
}

const Title = ({ name, title }: { readonly name: LinkName; readonly title: string }): ReactNode => (
  <span id={`link-${name}`} tabIndex={-1} className={styles.title}>
    {title}
  </span>
)

/** Fills its column: the five links scroll, the act stays at the foot. */
export const Panel = ({ wrapUp, judgement }: PanelProps): ReactNode => {
  const facts = useFacts()
  const zone = zoneOf(useMe())
  if (facts === null) return null
  const links = linksOfPanel(wrapUp.served, judgement.links)
  return (
    <aside className={styles.panel} aria-label="The thread of this session" data-panel>
      <div className={styles.links}>
        <VerticalThread
          label="Session, note, code, claim, paid"
          size={10}
          heading="h2"
          steps={links.map(({ name, title, state }) => ({
            id: name,
            state,
            title: <Title name={name} title={title} />,
            body: <LinkBody link={name} page={wrapUp} judgement={judgement} facts={facts} zone={zone} />,
          }))}
        />
      </div>
      <SignBar wrapUp={wrapUp} judgement={judgement} />
    </aside>
  )
}
