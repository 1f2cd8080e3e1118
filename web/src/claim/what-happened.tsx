// What happened to a claim: a thread of its events, each with the file that told of it.
import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { zoneOf, useMe } from '../people/me.ts'
import { TextLink, linkClass } from '../ui/text-link.tsx'
import { VerticalThread } from '../ui/vertical-thread.tsx'
import { dayIn, momentText } from './moment-text.ts'
import { type Happened, happenedTo } from './timeline-steps.ts'
import type { Standing, Told } from './work.ts'
import styles from './claim.module.css'

interface BodyProps {
  readonly step: Happened
  /** Files are the office's. */
  readonly hasFiles: boolean
}

const Body = ({ step: { body, file, remittanceId }, hasFiles }: BodyProps): ReactNode => (
  <>
    {body}
    {hasFiles && file !== null && (
      <>
        {' '}
        {remittanceId === null ? (
          <TextLink href={`/api/remit/files/${file.id}/bytes`} label={`Take the file, ${file.kind}`}>
            {file.kind}
          </TextLink>
        ) : (
          <Link to="/remittances/$remittanceId" params={{ remittanceId }} className={linkClass}>
            {file.kind}
          </Link>
        )}
      </>
    )}
  </>
)

export const WhatHappened = ({
  told,
  standing,
}: {
  readonly told: Told
  readonly standing: Standing
}): ReactNode => {
  const me = useMe()
  const zone = zoneOf(me)
  const today = dayIn(Date.now(), zone)
  return (
    <section className={styles.what} aria-labelledby="happened-title">
      <h3 id="happened-title">What happened</h3>
      <VerticalThread
        label="What happened to this claim"
        steps={happenedTo(told.timeline, standing, told.claim.claimNumber).map((step) => ({
          id: step.id,
          state: step.state,
          title: step.title,
          body: <Body step={step} hasFiles={me.role !== 'clinician'} />,
          ...(step.at === null
            ? {}
            : {
                end: <time dateTime={step.at}>{momentText(step.at, zone, today)}</time>,
              }),
        }))}
      />
    </section>
  )
}
