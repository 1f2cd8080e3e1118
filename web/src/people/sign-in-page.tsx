// The door: e-mail and password, and on to where one was going.
import { Button, TextInput } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { ask } from '../api/ask.ts'
import { useTitle } from '../ui/use-title.ts'
import { DoorCard, DoorFault } from './door-card.tsx'
import { faultAtDoor } from './door-words.ts'
import { lastPractice } from './last-practice.ts'
import { PasswordField } from './password-field.tsx'
import { useEntering } from './use-entering.ts'
import styles from './door-form.module.css'

export const SignInPage = (): ReactNode => {
  useTitle('Sign in')
  const { to = '/' } = useSearch({ from: '/sign-in' })
  const enter = useEntering()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const field = useRef<HTMLInputElement>(null)

  const signIn = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setIsAsking(true)
    setFault(null)
    try {
      await ask.POST('/api/people/sign-in', { body: { email, password } })
      enter(to)
    } catch (failed) {
      setFault(faultAtDoor(failed))
      setIsAsking(false)
      field.current?.select()
    }
  }

  return (
    <DoorCard title="Sign in" lead={lastPractice()}>
      <form className={styles.form} onSubmit={(event) => void signIn(event)}>
        <TextInput
          label="E-mail"
          type="email"
          name="email"
          autoComplete="username"
          autoFocus
          required
          withAsterisk={false}
          maxLength={254}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordField label="Password" ref={field} value={password} onChange={setPassword} />
        {fault !== null && <DoorFault>{fault}</DoorFault>}
        <Button type="submit" size="lg" fullWidth loading={isAsking}>
          Sign in
        </Button>
      </form>
    </DoorCard>
  )
}
