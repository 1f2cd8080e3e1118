// The locked screen: covers the page, which stays as it is beneath; no client's name is to be seen.
import { Button } from '@mantine/core'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Knot } from '../ui/knot.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { clockText } from './clock-text.ts'
import { DoorCard, DoorFault, DoorFoot } from './door-card.tsx'
import { faultAtLock } from './door-words.ts'
import { initialsOf } from './initials.ts'
import { type Me, practiceOf } from './me.ts'
import { PasswordField } from './password-field.tsx'
import { leave, unlock } from './sitting.ts'
import { useCover } from './use-cover.ts'
import { useSitting } from './use-sitting.ts'
import styles from './door-form.module.css'

const Kept = ({ until }: { readonly until: string }): ReactNode => (
  <div className={styles.kept}>
    <Knot state="holds" radius={9} />
    <p>
      <strong>Your draft is kept.</strong> Everything up to {until}, to the last key. It opens where you left
      it, with the cursor in the same place.
    </p>
  </div>
)

const UnlockForm = (): ReactNode => {
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const open = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setIsAsking(true)
    setFault(null)
    try {
      await unlock(password)
    } catch (failed) {
      setFault(faultAtLock(failed))
      setIsAsking(false)
      field.current?.select()
    }
  }
  return (
    <form className={styles.form} onSubmit={(event) => void open(event)}>
      <PasswordField label="Your password" ref={field} value={password} onChange={setPassword} autoFocus />
      {fault !== null && <DoorFault>{fault}</DoorFault>}
      <Button type="submit" size="lg" fullWidth loading={isAsking}>
        Unlock
      </Button>
    </form>
  )
}

export const LockScreen = ({ me }: { readonly me: Me }): ReactNode => {
  const place = useCover()
  const { lockedAt, kept } = useSitting()
  const [fault, setFault] = useState<string | null>(null)
  const practice = practiceOf(me)
  const signOut = (): void => {
    leave().catch((failed: unknown) => setFault(faultAtLock(failed)))
  }
  if (place === null) return null
  return createPortal(
    <DoorCard
      title="Locked"
      lead={practice === null ? me.name : `${me.name}, ${practice.name}`}
      mark={
        <span className={styles.mark} aria-hidden="true">
          {initialsOf(me.name)}
        </span>
      }
    >
      {kept !== null && <Kept until={kept} />}
      <UnlockForm />
      {fault !== null && <DoorFault>{fault}</DoorFault>}
      <DoorFoot>
        <span>{lockedAt !== null && `Locked at ${clockText(lockedAt, practice?.zone)}.`}</span>
        <TextLink onClick={signOut}>Not you? Sign out</TextLink>
      </DoorFoot>
    </DoorCard>,
    place,
  )
}
