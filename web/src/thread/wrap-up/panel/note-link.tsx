// Note in the panel: how much of it holds, what stops filing, what is not written yet.
import { type ReactNode, useMemo } from 'react'
import { field } from '@goldenthread/core/values/finding.ts'
import { TextLink } from '../../../ui/text-link.tsx'
import { type Element, elementsOf } from './elements.ts'
import { LinkFindings } from './link-findings.tsx'
import { countWords } from './count-words.ts'
import type { WrapUp } from '../wrap-up.ts'
import type { LiveJudgement } from './use-judgement.ts'
import styles from './panel.module.css'

interface GivenProps {
  readonly page: WrapUp
  readonly judgement: LiveJudgement
}

/** More than these are seen at their place in the note: a list of all that is empty tells nobody anything. */
const mostNamed = 4

/** Not there yet, by name. */
const Missing = ({
  page,
  missing,
}: {
  readonly page: WrapUp
  readonly missing: readonly Element[]
}): ReactNode => {
  return (
    <p className={styles.missing}>
      Not there yet:{' '}
      {missing.map(({ path, label }, at) => (
        <span key={path}>
          {at > 0 && ', '}
          <TextLink small onClick={() => page.jumpTo(field(path))} label={`Go to ${label}`}>
            {label}
          </TextLink>
        </span>
      ))}
      .
    </p>
  )
}

export const NoteLink = ({ page, judgement }: GivenProps): ReactNode => {
  const { note } = page
  const { findings } = judgement
  const own = findings.filter(({ link }) => link === 'note')
  const elements = useMemo(
    () =>
      note === null
        ? []
        : elementsOf(
            note,
            own.map(({ finding }) => finding),
          ),
    [note, own],
  )
  if (note === null) return <p className={styles.says}>No note has been opened yet.</p>
  const missing = elements.filter(({ holds }) => !holds)
  const unnamed = missing.filter(
    ({ path }) =>
      !own.some(({ finding: { place } }) => place.kind === 'field' && place.path.startsWith(path)),
  )
  const { stops, suggestions } = countWords(own)
  const signed = page.served.note?.status === 'signed'
  return (
    <>
      <p className={styles.says}>
        {signed && 'Signed, locked. '}
        {stops !== null && <strong className={styles.stops}>{stops} </strong>}
        {elements.length - missing.length} of {elements.length} elements hold.
        {stops === null && suggestions !== null && ` ${suggestions}`}
      </p>
      {unnamed.length > 0 && unnamed.length <= mostNamed && !page.readOnly && (
        <Missing page={page} missing={unnamed} />
      )}
      <LinkFindings page={page} judgement={judgement} link="note" label="Findings of the note" />
    </>
  )
}
