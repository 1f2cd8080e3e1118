// Choosing a password with the link that the practice's owner handed over.
import { Button } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { ask } from '../api/ask.ts'
import { useTitle } from '../ui/use-title.ts'
import { DoorCard, DoorFault } from './door-card.tsx'
import { faultAtDoor, passwordLength, shortPassword } from './door-words.ts'
import { takeToken } from './link-token.ts'
import { PasswordField } from './password-field.tsx'
import { useEntering } from './use-entering.ts'
import styles from './door-form.module.css'

/** What a page of a link shows whose address has lost its token. */
export const LinkWithoutToken = ({ title }: { readonly title: string }): ReactNode => (
  <DoorCard title={title}>
    <p>This address is not whole. Open the link again as it was handed to you.</p>
  </DoorCard>
)

export const PasswordPage = (): ReactNode => {
  useTitle('Choose a password')
  const enter = useEntering()
  const [token] = useState(takeToken)
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const short = shortPassword(password)

  const choose = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (short !== null) return setFault(`A password here has at least ${passwordLength} signs.`)
    setIsAsking(true)
    setFault(null)
    try {
      await ask.POST('/api/people/set-up', { body: { token, password } })
      enter('/')
    } catch (failed) {
      setFault(faultAtDoor(failed))
      setIsAsking(false)
    }
  }

  if (token === '') return <LinkWithoutToken title="Choose a password" />
  return (
    <DoorCard title="Choose a password" lead="It opens the practice for you. The link is used up by it.">
      <form className={styles.form} onSubmit={(event) => void choose(event)}>
        <PasswordField
          label="New password"
          isNew
          autoFocus
          value={password}
          onChange={setPassword}
          description={`At least ${passwordLength} signs. A few words in a row are easy to keep.${short === null || password === '' ? '' : ` ${short}`}`}
        />
        {fault !== null && <DoorFault>{fault}</DoorFault>}
        <Button type="submit" size="lg" fullWidth loading={isAsking}>
          Keep it and sign in
        </Button>
      </form>
    </DoorCard>
  )
}
