// What of a remittance a person looks at: no claim found, below contract, not paid, taken back.
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Knot } from '../ui/knot.tsx'
import { linkWords } from '../ui/link-words.ts'
import { moneyText } from '../ui/money-text.ts'
import { Section } from '../ui/section.tsx'
import { TextLink } from '../ui/text-link.tsx'
import type { Unapplied } from './asked.ts'
import { GiveBackSheet, PutToClaimSheet } from './put-to-claim-sheet.tsx'
import type { LookAt } from './remittance-words.ts'
import styles from './remittance.module.css'

interface Doing {
  readonly act: 'put' | 'give-back'
  readonly money: Unapplied
}

const Acts = ({
  look,
  onDo,
}: {
  readonly look: LookAt
  readonly onDo: (doing: Doing) => void
}): ReactNode => {
  const go = useNavigate()
  const { unapplied: money, claimId } = look
  if (money !== undefined)
    return (
      <div className={styles.lookActs}>
        <Button variant="default" size="sm" onClick={() => onDo({ act: 'put', money })}>
          Put to a claim
        </Button>
        <TextLink onClick={() => onDo({ act: 'give-back', money })}>Give it back</TextLink>
      </div>
    )
  if (claimId === null) return null
  return (
    <div className={styles.lookActs}>
      <Button
        variant="default"
        size="sm"
        onClick={() => void go({ to: '/claims', search: { claim: claimId } })}
      >
        To the claim
      </Button>
    </div>
  )
}

export interface LookAtTheseProps {
  readonly looks: readonly LookAt[]
  readonly isPosted: boolean
}

/** Posted with the rest; each with what it is about and the act that settles it. */
export const LookAtThese = ({ looks, isPosted }: LookAtTheseProps): ReactNode => {
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = (): void => setDoing(null)
  if (looks.length === 0)
    return (
      <Section title={isPosted ? 'Nothing to look at' : 'Nothing else to look at'}>
        <p className={styles.lead}>Every claim is one of yours and was answered as the contract says.</p>
      </Section>
    )
  return (
    <Section title={`Look at these, ${looks.length}`}>
      <p className={styles.lead}>
        {isPosted ? 'They are posted with the rest.' : 'They wait with the rest of the file.'} Money without a
        claim waits in its own account until you match it.
      </p>
      <ul className={styles.looks}>
        {looks.map((look) => (
          <li key={look.id} className={styles.look}>
            <Knot state={look.state} radius={8} label={linkWords[look.state]} />
            <span className={styles.lookTitle}>{look.title}</span>
            <span className={styles.lookEnd}>
              {moneyText(look.cents)}
              {look.after === undefined ? '' : ` ${look.after}`}
            </span>
            <span className={styles.lookSays}>{look.says}</span>
            <Acts look={look} onDo={setDoing} />
          </li>
        ))}
      </ul>
      {doing?.act === 'put' && <PutToClaimSheet money={doing.money} onClose={close} />}
      {doing?.act === 'give-back' && <GiveBackSheet money={doing.money} onClose={close} />}
    </Section>
  )
}
