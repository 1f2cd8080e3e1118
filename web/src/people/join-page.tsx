// Joining one more practice with the link its owner handed over; whoever is signed in joins it.
import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { ask } from '../api/ask.ts'
import { useTitle } from '../ui/use-title.ts'
import { DoorCard, DoorFault } from './door-card.tsx'
import { faultAtDoor } from './door-words.ts'
import { takeToken } from './link-token.ts'
import { useMe } from './me.ts'
import { LinkWithoutToken } from './password-page.tsx'
import { useEntering } from './use-entering.ts'
import styles from './door-form.module.css'

export const JoinPage = (): ReactNode => {
  useTitle('Join a practice')
  const me = useMe()
  const enter = useEntering()
  const [token] = useState(takeToken)
  const [fault, setFault] = useState<string | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const join = async (): Promise<void> => {
    setIsAsking(true)
    setFault(null)
    try {
      await ask.POST('/api/people/join', { body: { token } })
      enter('/')
    } catch (failed) {
      setFault(faultAtDoor(failed))
      setIsAsking(false)
    }
  }
  if (token === '') return <LinkWithoutToken title="Join a practice" />
  return (
    <DoorCard title="Join a practice" lead={`${me.name}, ${me.email}`}>
      <div className={styles.form}>
        <p>The practice that handed you this link becomes one of yours. You work in it from then on.</p>
        {fault !== null && <DoorFault>{fault}</DoorFault>}
        <Button size="lg" fullWidth loading={isAsking} onClick={() => void join()}>
          Join it
        </Button>
      </div>
    </DoorCard>
  )
}
