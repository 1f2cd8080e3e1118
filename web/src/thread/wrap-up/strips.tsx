// What is said over the note: that it is signed and locked, that it is an addendum, that the server does not take it.
import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { problemIn } from '../../api/problem.ts'
import { clockText } from '../../people/clock-text.ts'
import { useLeftWords } from '../../note/use-desk.ts'
import { useMe, whoseDrafts, zoneOf } from '../../people/me.ts'
import { Notice } from '../../ui/notice.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Mono } from '../../ui/type.tsx'
import { longDay } from './day-words.ts'
import { useLastVersion } from './panel/use-versions.ts'
import type { WrapUp } from './wrap-up.ts'
import styles from './wrap-up-page.module.css'

/** The day an instant falls on, in a zone: `2026-11-12`. */
const dayOf = (instant: string, zone: string | undefined): string =>
  new Intl.DateTimeFormat('en-CA', {
    dateStyle: 'short',
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).format(new Date(instant))

const shortHash = (hash: string): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)}`

/** An act whose failure is one sentence. */
const useTold = (act: () => Promise<void>): readonly [run: () => void, fault: string | null] => {
  const [fault, setFault] = useState<string | null>(null)
  const run = (): void => {
    setFault(null)
    act().catch((found: unknown) => setFault(problemIn(found).title))
  }
  return [run, fault]
}

const SignedStrip = ({ wrapUp }: { readonly wrapUp: WrapUp }): ReactNode => {
  const zone = zoneOf(useMe())
  const last = useLastVersion(wrapUp.noteId ?? '', wrapUp.served.note?.version ?? 0)
  const [begin, fault] = useTold(wrapUp.beginAddendum)
  const { note, isAuthor } = wrapUp
  if (note?.signature == null) return null
  const { signedAt } = note.signature
  const { name, credentials } = note.author
  const half = new Intl.DateTimeFormat('en-US', {
    hour: 'numeric',
    hour12: true,
    ...(zone === undefined ? {} : { timeZone: zone }),
  })
    .format(new Date(signedAt))
    .endsWith('AM')
    ? 'am'
    : 'pm'
  return (
    <Notice kind="kept">
      Signed by {name.first} {name.last}, {credentials},{' '}
      {longDay(dayOf(signedAt, zone)).replace(/, \d{4}$/, '')}, {clockText(Date.parse(signedAt), zone, true)}{' '}
      {half}. The text is locked
      {isAuthor ? (
        <>
          ; <TextLink onClick={begin}>write an addendum</TextLink>.
        </>
      ) : (
        '.'
      )}{' '}
      {last !== null && (
        <span title={last.hash} className={styles.hash}>
          <Mono>sha256 {shortHash(last.hash)}</Mono>
        </span>
      )}
      {fault !== null && <span role="alert"> {fault}</span>}
    </Notice>
  )
}

/** Words that were typed here and reached no server before the note was signed elsewhere. */
const LeftWords = ({ noteId }: { readonly noteId: string | null }): ReactNode => {
  const me = useMe()
  const isLeft = useLeftWords(noteId, whoseDrafts(me))
  if (!isLeft) return null
  return (
    <Notice kind="needs-you" title="Something typed here is in no signed version.">
      It is kept on this machine. Write an addendum: what was typed stands in it.
    </Notice>
  )
}

const AddendumStrip = ({ wrapUp }: { readonly wrapUp: WrapUp }): ReactNode => {
  const [drop, fault] = useTold(wrapUp.dropAddendum)
  return (
    <Notice
      kind="kept"
      title="You are writing an addendum."
      action={
        <Button size="xs" variant="default" onClick={drop}>
          Drop it
        </Button>
      }
    >
      The signed note is kept as it was; what you change here becomes a version of its own once it is signed.
      {fault !== null && <span role="alert"> {fault}</span>}
    </Notice>
  )
}

const MovedStrip = (): ReactNode => (
  <Notice kind="needs-you" title="This note was written into the wrong chart and moved.">
    It is closed here; its versions say where it went.
  </Notice>
)

/** What stands over the sheet. */
export const Strips = ({ wrapUp }: { readonly wrapUp: WrapUp }): ReactNode => {
  const { status, fault, isKeeping, readOnly } = wrapUp
  return (
    <>
      {status === 'signed' && <SignedStrip wrapUp={wrapUp} />}
      {status === 'signed' && wrapUp.isAuthor && <LeftWords noteId={wrapUp.noteId} />}
      {status === 'amending' && !readOnly && <AddendumStrip wrapUp={wrapUp} />}
      {status === 'moved' && <MovedStrip />}
      {fault !== null && (
        <Notice kind="needs-you" title="The server does not take the note as it stands.">
          {fault.findings[0]?.says ?? fault.title} What you typed is kept on this machine.
        </Notice>
      )}
      {!isKeeping && !readOnly && (
        <Notice kind="needs-you" title="This browser keeps nothing on this machine.">
          What you type is saved on the server within a second; while the server is away, leave this page
          open.
        </Notice>
      )}
    </>
  )
}
