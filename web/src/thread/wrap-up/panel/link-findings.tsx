// The findings of one link: one is open, with what to do, whose rule it is, and the ways out.
import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { LinkName } from '@goldenthread/core/thread/outcome.ts'
import { Finding, FindingList } from '../../../ui/finding.tsx'
import { Kbd } from '../../../ui/kbd.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { exampleOf, mayBeUnassessed } from './example-of.ts'
import { NotNeeded } from './not-needed.tsx'
import { openingFor } from './opening-words.ts'
import type { JudgedFinding } from './judgement.ts'
import type { WrapUp } from '../wrap-up.ts'
import { placeToShow } from './places.ts'
import { inSight } from './in-sight.ts'
import { ruleWords, sourceWords } from './source-words.ts'
import type { LiveJudgement } from './use-judgement.ts'
import styles from './panel.module.css'

interface GivenProps {
  readonly page: WrapUp
  readonly judgement: LiveJudgement
}

const canShow = ({ finding: { place } }: JudgedFinding): boolean =>
  place.kind === 'text' ||
  (place.kind === 'field' && /^(note\.(sections|picks|recorded|diagnoses)|session\.)/.test(place.path))

const Ways = ({ page, judged }: { readonly page: WrapUp; readonly judged: JudgedFinding }): ReactNode => {
  const [asksReason, setAsksReason] = useState(false)
  const { finding } = judged
  const opening = openingFor(judged, page)
  if (page.readOnly) return null
  if (asksReason)
    return (
      <NotNeeded
        onReason={(reason) => {
          if (finding.place.kind === 'field') page.edit.setNotAssessed(finding.place.path, reason)
        }}
        onCancel={() => setAsksReason(false)}
      />
    )
  return (
    <>
      {opening !== null && (
        <Button
          size="compact-sm"
          variant="default"
          aria-keyshortcuts="Alt+I"
          rightSection={<Kbd keys="Alt I" />}
          onClick={() => page.startSentence(opening.section, opening.words)}
        >
          Start the sentence
        </Button>
      )}
      {canShow(judged) && (
        <TextLink onClick={() => page.jumpTo(placeToShow(finding.place, page.note))}>Show it</TextLink>
      )}
      {mayBeUnassessed(finding) && <TextLink onClick={() => setAsksReason(true)}>Not needed…</TextLink>}
    </>
  )
}

const Item = ({ page, judgement, judged }: GivenProps & { readonly judged: JudgedFinding }): ReactNode => {
  const { finding, number, severity } = judged
  const example = exampleOf(finding)
  const isOpen = judgement.open === number
  return (
    <Finding
      number={number}
      severity={severity}
      says={finding.says}
      remedy={finding.remedy}
      {...(example === null ? {} : { example })}
      ruleOf={ruleWords(finding, page.served.case.coverage)}
      source={{ says: sourceWords(finding.source) }}
      actions={isOpen ? <Ways page={page} judged={judged} /> : undefined}
      open={isOpen}
      onOpen={() => judgement.openFinding(number)}
    />
  )
}

export interface LinkFindingsProps extends GivenProps {
  readonly link: LinkName
  readonly label: string
}

/** Nothing where the link has none. What stops is always listed; of many suggestions the first are, till all are asked for. */
export const LinkFindings = ({ page, judgement, link, label }: LinkFindingsProps): ReactNode => {
  const [isWhole, setWhole] = useState(false)
  const own = judgement.findings.filter((each) => each.link === link)
  if (own.length === 0) return null
  const listed = isWhole ? own : inSight(own, judgement.open)
  const more = own.length - listed.length
  return (
    <div
      className={styles.findings}
      onPointerEnter={() => judgement.holdList(true)}
      onPointerLeave={() => judgement.holdList(false)}
    >
      <FindingList label={label}>
        {listed.map((judged) => (
          <Item key={judged.key} page={page} judgement={judgement} judged={judged} />
        ))}
      </FindingList>
      {(more > 0 || isWhole) && (
        <p className={styles.more}>
          <TextLink small onClick={() => setWhole(!isWhole)}>
            {isWhole ? 'Fewer' : more === 1 ? '1 more suggestion' : `${more} more suggestions`}
          </TextLink>
        </p>
      )}
    </div>
  )
}
