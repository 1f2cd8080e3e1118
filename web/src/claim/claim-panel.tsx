// One claim: its thread, why it is where it is, what is at stake and until when, what to do next, what happened.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMe } from '../people/me.ts'
import { Amount } from '../ui/amount.tsx'
import { shortDay } from '../ui/day-words.ts'
import { FindingMark } from '../ui/finding-mark.tsx'
import { kindOf } from '../ui/marks.ts'
import { TextLink, linkClass } from '../ui/text-link.tsx'
import { Thread } from '../ui/thread.tsx'
import { Mono, ObjectTitle } from '../ui/type.tsx'
import { openAsked } from './claim-queries.ts'
import { codeInWords, dueFact, mainFinding, nameOf, threadOf } from './claim-words.ts'
import { nextOf } from './next-action.ts'
import { NextPanel } from './next-panel.tsx'
import { meaningOf, sentenceOf } from './sentence.ts'
import { WhatHappened } from './what-happened.tsx'
import { type Standing, type Told, isHolding, standingOfTold } from './work.ts'
import styles from './claim.module.css'

const Coded = ({ told: { claim, document } }: { readonly told: Told }): ReactNode => {
  const codes = document === null ? [] : document.lines.map(({ procedure }) => procedure)
  const minutes = document === null ? [] : [`${document.minutes} min`]
  const said = [...codes, ...(document?.diagnoses ?? []), ...minutes].join(', ')
  return (
    <p className={styles.coded}>
      {said === '' ? 'Not coded for this payer yet' : said}. {claim.payerName},{' '}
      <Mono>{claim.claimNumber}</Mono>
      {document !== null && (
        <>
          {'. '}
          <TextLink href={`/api/claim/claims/${claim.id}/pdf`}>Readable copy, PDF</TextLink>
        </>
      )}
    </p>
  )
}

const Why = ({ told, standing }: { readonly told: Told; readonly standing: Standing }): ReactNode => {
  const { role } = useMe()
  const main = mainFinding(told.claim.findings, standing)
  const code = main === null ? null : codeInWords(main)
  const remittanceId = told.answer?.remittanceId
  return (
    <>
      <p className={styles.sentence}>{sentenceOf(told, standing)}</p>
      <p className={styles.meaning}>
        {meaningOf(told, standing)}{' '}
        {code !== null && remittanceId !== undefined && role !== 'clinician' && (
          <Link to="/remittances/$remittanceId" params={{ remittanceId }} className={linkClass}>
            {code} in the payer’s answer
          </Link>
        )}
      </p>
    </>
  )
}

const Figures = ({ told, today }: { readonly told: Told; readonly today: string }): ReactNode => {
  const { claim, work } = told
  const due = dueFact(work.due, today)
  return (
    <dl className={styles.facts}>
      <div>
        <dt>At stake</dt>
        <dd title="What the payer was expected to pay by its contract, and has neither paid nor been let off">
          {work.atStake === null ? 'Not priced yet' : <Amount cents={work.atStake} />}
        </dd>
      </div>
      <div>
        <dt>{due.label}</dt>
        <dd>
          {due.day} <small>{due.beside}</small>
        </dd>
      </div>
      <div>
        <dt>Charged</dt>
        <dd>{claim.charge === null ? '–' : <Amount cents={claim.charge} />}</dd>
      </div>
    </dl>
  )
}

/** Everything that holds it, where it is more than one thing. */
const Holding = ({ told: { claim } }: { readonly told: Told }): ReactNode => {
  const holding = claim.findings.filter(isHolding)
  if (holding.length < 2) return null
  return (
    <ol className={styles.holding} aria-label="What holds it">
      {holding.map(({ code, severity, says, remedy }, index) => (
        <li key={`${code} ${says}`}>
          <FindingMark kind={kindOf(severity)} number={index + 1} />
          <span>
            {says} {remedy}
          </span>
        </li>
      ))}
    </ol>
  )
}

export interface ClaimPanelProps {
  readonly told: Told
  readonly today: string
  readonly onDone: (claimId: string) => void
}

export const ClaimPanel = ({ told, today, onDone }: ClaimPanelProps): ReactNode => {
  const { role } = useMe()
  const { claim } = told
  const standing = standingOfTold(told)
  const decides = role !== 'clinician' && (standing === 'denied' || standing === 'underpaid')
  const open = useQuery(openAsked(claim.id, decides))
  const next = role === null ? null : nextOf(told, standing, open.data ?? null, role)
  return (
    <article aria-labelledby="claim-title">
      <div className={styles.title}>
        <ObjectTitle id="claim-title">
          {nameOf(claim)}, {shortDay(claim.day, today)}
        </ObjectTitle>
        <Thread links={threadOf(claim, standing)} size="header" />
      </div>
      <Coded told={told} />
      <Why told={told} standing={standing} />
      <Figures told={told} today={today} />
      <Holding told={told} />
      {next !== null && (
        <NextPanel
          key={claim.id}
          claim={claim}
          next={next}
          open={open.data ?? null}
          today={today}
          onDone={onDone}
        />
      )}
      <WhatHappened told={told} standing={standing} />
    </article>
  )
}
