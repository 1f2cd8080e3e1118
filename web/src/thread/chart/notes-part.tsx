// The last note to read, and the notes of the sessions by their first sentence. A signed one can be had on paper.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { templates } from '@goldenthread/core/note/templates.ts'
import { problemIn } from '../../api/problem.ts'
import { shortDay, weekDay } from '../../ui/day-words.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Section } from '../../ui/section.tsx'
import { linkClass } from '../../ui/text-link.tsx'
import { type Chart, type ChartSession, noteAsked, sessionsAsked } from './asked.ts'
import { noteWords } from './chart-words.ts'
import styles from './chart.module.css'

const PrintLink = ({ noteId, day }: { readonly noteId: string; readonly day: string }): ReactNode => (
  <a
    href={`/api/note/notes/${noteId}/pdf`}
    download
    className={linkClass}
    aria-label={`PDF of the note of ${day}`}
  >
    PDF
  </a>
)

type LastNoteOf = NonNullable<Chart['lastNote']>

const Sections = ({ noteId }: { readonly noteId: string }): ReactNode => {
  const note = useQuery(noteAsked(noteId))
  if (note.isPending) return <LoadingRows kind="lines" rows={5} label="Fetching the note." />
  if (note.data === undefined)
    return (
      <ErrorState
        failed="The note did not load."
        safe={`${problemIn(note.error).title} What was signed is kept.`}
        onAgain={() => void note.refetch()}
      />
    )
  const { template, sections } = note.data.note
  return (
    <div className={styles.note}>
      {templates[template].sections.map(({ id, label }) => {
        const text = sections[id]?.trim() ?? ''
        return text === '' ? null : (
          <div key={id}>
            <h3 className={styles.label}>{label}</h3>
            <p className={styles.prose}>{text}</p>
          </div>
        )
      })}
    </div>
  )
}

export const LastNote = ({
  last,
  today,
}: {
  readonly last: LastNoteOf
  readonly today: string
}): ReactNode => (
  <Section
    title={`Last note, ${weekDay(last.day)}`}
    end={
      <>
        <Link to="/sessions/$sessionId" params={{ sessionId: last.sessionId }} className={linkClass}>
          Open
        </Link>
        {' · '}
        <PrintLink noteId={last.id} day={shortDay(last.day, today)} />
      </>
    }
    ruled
  >
    <Sections noteId={last.id} />
  </Section>
)

const NoteRow = ({
  session,
  today,
}: {
  readonly session: ChartSession
  readonly today: string
}): ReactNode => {
  const { note, day } = session
  if (note === null) return null
  const isOpen = note.signedAt === null
  return (
    <li className={styles.noteRow}>
      <time dateTime={day}>{shortDay(day, today)}</time>
      <Link to="/sessions/$sessionId" params={{ sessionId: session.id }} className={styles.begins}>
        {note.begins ?? 'Nothing written yet'}
      </Link>
      <span className={styles.standing} data-open={isOpen || undefined}>
        {noteWords(session)}
      </span>
      {isOpen ? <span /> : <PrintLink noteId={note.id} day={shortDay(day, today)} />}
    </li>
  )
}

/** Of the sessions that are shown along the thread. */
export const Notes = ({ chart }: { readonly chart: Chart }): ReactNode => {
  const asked = useInfiniteQuery(sessionsAsked(chart.id))
  const noted = (asked.data?.pages.flatMap(({ items }) => items) ?? []).filter(({ note }) => note !== null)
  if (noted.length === 0) return null
  const open = noted.filter(({ note }) => note?.signedAt === null).length
  return (
    <Section title="Notes" end={`${chart.notes} signed${open > 0 ? `, ${open} open` : ''}`} ruled>
      <ul className={styles.rows}>
        {noted.map((session) => (
          <NoteRow key={session.id} session={session} today={chart.today} />
        ))}
      </ul>
    </Section>
  )
}
