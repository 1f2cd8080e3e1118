// What whoever signs is shown: what is signed, what was carried forward, what signing does, and the sentence they give.
import { Button, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { templates } from '@goldenthread/core/note/templates.ts'
import { timesText } from '../../../session/written-session.ts'
import { usePrimaryAct } from '../../../ui/use-keys.ts'
import { Kbd } from '../../../ui/kbd.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { Dense, Quote } from '../../../ui/type.tsx'
import type { WrapUp, Served } from '../wrap-up.ts'
import { pathsWords } from './path-words.ts'
import { shortDay } from './short-day.ts'
import { signingDoes } from './signing-words.ts'
import type { LiveJudgement } from './use-judgement.ts'
import type { Signing } from './use-signing.ts'
import styles from './attest-sheet.module.css'

type Carried = NonNullable<Served['signing']>['carried']

const kinds = [
  ['said-again', 'Said again for this session'],
  ['stands', 'Stands as it did'],
  ['left-out', 'Not touched, and no part of what is signed'],
] as const

const CarriedList = ({
  served,
  carried,
}: {
  readonly served: Served
  readonly carried: Carried
}): ReactNode => {
  const template = served.case.note?.template ?? 'soap'
  const from = served.signing?.carriedFrom?.day
  if (carried.length === 0) return null
  return (
    <section aria-label="Carried forward" className={styles.part}>
      <h3 className={styles.head}>
        Carried from {from === undefined ? 'the note before' : `the note of ${shortDay(from)}`}
      </h3>
      <dl className={styles.carried}>
        {kinds.map(([as, says]) => {
          const own = carried.filter((each) => each.as === as)
          return own.length === 0 ? null : (
            <div key={as}>
              <dt>{says}</dt>
              <dd>
                {pathsWords(
                  own.map(({ path }) => path),
                  template,
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

const Marks = ({ served }: { readonly served: Served }): ReactNode => {
  const { lateEntry, coSign } = served.signing ?? { lateEntry: null, coSign: false }
  const { supervisor } = served.case.people
  return (
    <>
      {lateEntry !== null && (
        <Dense>
          Marked as a late entry: {lateEntry.hoursAfter} hours after the session, where the practice’s limit
          is {lateEntry.limitHours}.
        </Dense>
      )}
      {coSign && (
        <Dense>
          For {supervisor === null ? 'the supervisor' : `${supervisor.name.first} ${supervisor.name.last}`} to
          co-sign.
        </Dense>
      )}
    </>
  )
}

const Held = ({ judgement }: { readonly judgement: LiveJudgement }): ReactNode =>
  judgement.stops === 0 ? null : (
    <section aria-label="What holds the claim" className={styles.part}>
      <h3 className={styles.head}>The claim is held until this is mended</h3>
      <ul className={styles.held}>
        {judgement.findings
          .filter(({ severity }) => severity === 'holds-claim')
          .map(({ key, finding }) => (
            <li key={key}>{finding.says}</li>
          ))}
      </ul>
    </section>
  )

const whatIsSigned = (served: Served): string => {
  const { note, people } = served.case
  if (note === null) return ''
  const { first, last } = people.client.name
  const { day, start, stop } = note.recorded
  const times = start === null || stop === null ? '' : `, ${timesText({ start, stop })}`
  const when = day === null ? '' : `, ${shortDay(day)}${times}`
  return `${templates[note.template].label}, ${first} ${last}${when}`
}

export interface AttestSheetProps {
  readonly page: WrapUp
  readonly judgement: LiveJudgement
  readonly signing: Signing
  readonly served: Served
}

const Body = ({ page, judgement, signing, served }: AttestSheetProps): ReactNode => {
  const [reason, setReason] = useState('')
  const isAddendum = served.note?.status === 'amending'
  const lacksReason = isAddendum && reason.trim() === ''
  const [isAsked, setAsked] = useState(false)
  const sign = (): void => {
    setAsked(true)
    if (!lacksReason) signing.attest(isAddendum ? reason.trim() : null)
  }
  usePrimaryAct('Sign', sign, true)
  return (
    <div className={styles.body}>
      <Dense>{whatIsSigned(served)}</Dense>
      <CarriedList served={served} carried={served.signing?.carried ?? []} />
      <Held judgement={judgement} />
      <Marks served={served} />
      {isAddendum && (
        <Textarea
          label="Why this addendum is made"
          autosize
          minRows={2}
          maxLength={400}
          value={reason}
          error={isAsked && lacksReason ? 'An addendum says why it is made.' : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <p className={styles.attestation}>
        <Quote>{served.attestation}</Quote>
      </p>
      <Dense>{signingDoes(page, judgement)}</Dense>
      {signing.fault !== null && (
        <p role="alert" className={styles.fault}>
          {signing.fault}
        </p>
      )}
      <div className={styles.acts}>
        <Button
          size="md"
          data-autofocus={isAddendum ? undefined : true}
          loading={signing.step.kind === 'signing'}
          aria-keyshortcuts="Control+Enter"
          rightSection={<Kbd keys="Ctrl ↵" onAction />}
          onClick={sign}
        >
          {judgement.stops > 0 ? 'Sign, hold the claim' : isAddendum ? 'Sign the addendum' : 'Sign and file'}
        </Button>
        <TextLink onClick={signing.leave}>Not yet</TextLink>
      </div>
    </div>
  )
}

/** Open while something is attested; what is signed is the case it was given, and nothing else. */
export const AttestSheet = (props: Omit<AttestSheetProps, 'served'>): ReactNode => {
  const { signing } = props
  const { step } = signing
  const served = step.kind === 'attesting' || step.kind === 'signing' ? step.served : null
  return (
    <Sheet opened={served !== null} onClose={signing.leave} title="Sign this note">
      {served !== null && <Body {...props} served={served} />}
    </Sheet>
  )
}
