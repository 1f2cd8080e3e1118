// Code in the panel: the codes that session and note support, the band of minutes, the diagnosis, each with why.
import { type ReactNode, useState } from 'react'
import type { Coding } from '@goldenthread/core/coding/coding.ts'
import type { Facts } from '@goldenthread/core/facts/facts.ts'
import type { Day } from '@goldenthread/core/values/day.ts'
import { field } from '@goldenthread/core/values/finding.ts'
import { scaleOf } from '../../../coding/bands-of.ts'
import { codeWords, wantsLongReason } from '../../../coding/code-words.ts'
import { DiagnosisPicker } from '../../../coding/diagnosis-picker.tsx'
import { Hairline } from '../../../ui/section.tsx'
import { MinutesBand } from '../../../ui/minutes-band.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { LinkFindings } from './link-findings.tsx'
import type { WrapUp } from '../wrap-up.ts'
import { shortDay } from './short-day.ts'
import type { LiveJudgement } from './use-judgement.ts'
import { useDiagnosisUses } from './use-diagnosis-uses.ts'
import styles from './panel.module.css'

interface GivenProps {
  readonly page: WrapUp
  readonly judgement: LiveJudgement
  readonly facts: Facts
}

const Reasons = ({ coding }: { readonly coding: Coding }): ReactNode => (
  <ul className={styles.reasons} aria-label="Why these codes">
    {coding.procedures.flatMap(({ code, reasons }) =>
      reasons.map(({ says, source }) => (
        <li key={`${code} ${says}`}>
          {says} <span className={styles.source}>{source}</span>
        </li>
      )),
    )}
    <li>
      {coding.rendering.reason.says} <span className={styles.source}>{coding.rendering.reason.source}</span>
    </li>
  </ul>
)

const LongSession = ({ page, coding }: { readonly page: WrapUp; readonly coding: Coding }): ReactNode =>
  wantsLongReason(coding.procedures, page.note?.picks.longSessionReason) && !page.readOnly ? (
    <p className={styles.says}>
      Say why the longer session was needed.{' '}
      <TextLink small onClick={() => page.jumpTo(field('note.picks.longSessionReason'))}>
        Show it
      </TextLink>
    </p>
  ) : null

const Procedures = ({
  page,
  facts,
  coding,
  on,
}: Omit<GivenProps, 'judgement'> & { coding: Coding; on: Day }): ReactNode => {
  const [isWhyShown, setWhyShown] = useState(false)
  const reading = page.served.case.coverage?.payerRules?.crisisUnits ?? 'started'
  const scale = scaleOf(coding, facts, on, reading)
  return (
    <>
      {coding.procedures.map((procedure, at) => (
        <p key={procedure.code} className={styles.says}>
          <strong>{procedure.code}</strong>
          {codeWords(procedure, facts, on)}
          {at === coding.procedures.length - 1 && (
            <>
              {' '}
              <TextLink
                small
                onClick={() => setWhyShown(!isWhyShown)}
                label={isWhyShown ? 'Less of why these codes' : 'Why these codes'}
              >
                {isWhyShown ? 'Less' : 'Why'}
              </TextLink>
            </>
          )}
        </p>
      ))}
      <LongSession page={page} coding={coding} />
      {isWhyShown && <Reasons coding={coding} />}
      {scale !== null && (
        <div>
          <MinutesBand bands={scale.bands} minutes={scale.minutes} used={scale.used} />
        </div>
      )}
    </>
  )
}

/** Where the primary diagnosis comes from: the note before, or this one; and how exact it is. */
const whyDiagnosis = (page: WrapUp, code: string, facts: Facts, on: Day): string => {
  const carried = page.note?.carried
  const stands =
    carried?.untouched.includes(`diagnoses.${code}`) || carried?.confirmed.includes(`diagnoses.${code}`)
  const from =
    stands && carried !== undefined
      ? `As in the note of ${shortDay(carried.from.day)}.`
      : 'As this note names it.'
  const isHard = facts.diagnosis(code, on)?.unspecified === 'hard'
  return isHard ? `${from} After the intake a more exact code is looked for.` : from
}

const Diagnoses = ({
  page,
  facts,
  coding,
  on,
}: Omit<GivenProps, 'judgement'> & { coding: Coding | null; on: Day }): ReactNode => {
  const [isOpen, setOpen] = useState(false)
  const noted = page.note?.diagnoses ?? []
  const uses = useDiagnosisUses(isOpen, noted)
  const first = coding?.diagnoses[0] ?? noted[0]?.code
  const others = coding?.diagnoses.slice(1) ?? []
  const words = first === undefined ? null : facts.diagnosis(first, on)?.label
  const change = (codes: readonly string[]): void =>
    page.edit.setDiagnoses(codes.map((code) => noted.find((each) => each.code === code) ?? { code }))
  return (
    <>
      <p className={styles.diagnosis}>
        {first === undefined ? 'No diagnosis yet.' : <strong>{first}</strong>} {words}
      </p>
      <p className={styles.meta}>
        {first !== undefined && whyDiagnosis(page, first, facts, on)}
        {others.length > 0 && ` Also ${others.join(', ')}.`}{' '}
        {!page.readOnly && (
          <TextLink
            small
            onClick={() => setOpen(!isOpen)}
            label={isOpen ? 'Done with the diagnoses' : 'Change the diagnoses'}
          >
            {isOpen ? 'Done' : 'Change'}
          </TextLink>
        )}
      </p>
      {isOpen && !page.readOnly && (
        <DiagnosisPicker
          facts={facts}
          on={on}
          codes={noted.map(({ code }) => code)}
          uses={uses}
          onChange={change}
        />
      )}
    </>
  )
}

export const CodeLink = ({ page, judgement, facts }: GivenProps): ReactNode => {
  const on = page.served.case.session?.day ?? page.note?.recorded.day ?? null
  if (page.note === null || on === null)
    return <p className={styles.says}>Codes follow from session and note.</p>
  const { coding } = judgement
  return (
    <>
      {coding === null ? (
        <p className={styles.says}>Session and note support no code yet.</p>
      ) : (
        <Procedures page={page} facts={facts} coding={coding} on={on} />
      )}
      <LinkFindings page={page} judgement={judgement} link="code" label="Findings of the code" />
      <div className={styles.rule}>
        <Hairline />
      </div>
      <Diagnoses page={page} facts={facts} coding={coding} on={on} />
    </>
  )
}
