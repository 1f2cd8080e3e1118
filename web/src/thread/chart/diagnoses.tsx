// The diagnoses over time, as signed notes hold them: what stands now, since when, and what stood before.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMe } from '../../people/me.ts'
import { shortDay } from '../../ui/day-words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Section } from '../../ui/section.tsx'
import { linkClass } from '../../ui/text-link.tsx'
import { Mono } from '../../ui/type.tsx'
import type { Chart } from './asked.ts'
import { spanWords } from './chart-words.ts'
import styles from './chart.module.css'

type Diagnosis = Chart['diagnoses'][number]

const Row = ({ diagnosis, today }: { readonly diagnosis: Diagnosis; readonly today: string }): ReactNode => {
  const { role } = useMe()
  const { code, label, words, source, last, lastSessionId, stands } = diagnosis
  return (
    <li className={styles.diagnosis} data-past={stands ? undefined : true}>
      <span title={source ?? undefined}>
        <Mono>{code}</Mono>
      </span>
      <div>
        <p className={styles.named}>{words ?? label ?? 'A code that the edition held does not know'}</p>
        <p className={styles.told}>
          {words !== null && label !== null && words !== label && `${label}. `}
          {spanWords(diagnosis, today)}
          {role !== 'biller' && (
            <>
              {'; last in the note of '}
              <Link to="/sessions/$sessionId" params={{ sessionId: lastSessionId }} className={linkClass}>
                {shortDay(last, today)}
              </Link>
            </>
          )}
          .
        </p>
      </div>
    </li>
  )
}

export const Diagnoses = ({ chart }: { readonly chart: Chart }): ReactNode => {
  const standing = chart.diagnoses.filter(({ stands }) => stands)
  const past = chart.diagnoses.filter(({ stands }) => !stands)
  return (
    <Section
      title="Diagnoses"
      end={standing.length > 0 ? 'As the last signed note names them' : undefined}
      ruled
    >
      {standing.length === 0 && (
        <EmptyState title="No diagnosis yet">It stands here once a note that names one is signed.</EmptyState>
      )}
      <ul className={styles.rows}>
        {standing.map((each) => (
          <Row key={each.code} diagnosis={each} today={chart.today} />
        ))}
      </ul>
      {past.length > 0 && (
        <>
          <h3 className={styles.before}>Before</h3>
          <ul className={styles.rows}>
            {past.map((each) => (
              <Row key={`${each.code} ${each.last}`} diagnosis={each} today={chart.today} />
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
