// The field of a password: shown on request, filled by the browser's own keeper.
import { PasswordInput } from '@mantine/core'
import type { ReactNode, Ref } from 'react'

export interface PasswordFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** A new one is made, not asked for. */
  readonly isNew?: boolean
  readonly description?: string
  readonly error?: ReactNode
  readonly autoFocus?: boolean
  readonly ref?: Ref<HTMLInputElement>
}

export const PasswordField = (props: PasswordFieldProps): ReactNode => {
  const { label, value, onChange, isNew = false, description, error, autoFocus = false, ref } = props
  return (
    <PasswordInput
      {...(ref === undefined ? {} : { ref })}
      label={label}
      name="password"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      maxLength={200}
      // Whoever comes to this screen comes for this field.
      data-autofocus={autoFocus || undefined}
      autoFocus={autoFocus}
      visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }}
      {...(description === undefined ? {} : { description })}
      {...(error === undefined ? {} : { error })}
    />
  )
}
