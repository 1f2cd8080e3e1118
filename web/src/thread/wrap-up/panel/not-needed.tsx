// "Not needed…": the reason why something was not assessed, which is kept in the note in its place.
import { Button, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { TextLink } from '../../../ui/text-link.tsx'
import styles from './panel.module.css'

export interface NotNeededProps {
  readonly onReason: (reason: string) => void
  readonly onCancel: () => void
}

/** A reason has words; an empty one says nothing to whoever reads the note. */
export const NotNeeded = ({ onReason, onCancel }: NotNeededProps): ReactNode => {
  const [reason, setReason] = useState('')
  const said = reason.trim()
  return (
    <form
      className={styles.reason}
      onSubmit={(event) => {
        event.preventDefault()
        if (said !== '') onReason(said)
      }}
    >
      <TextInput
        label="Not assessed, because"
        description="The note says so in its place."
        size="sm"
        maxLength={400}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
        autoFocus
      />
      <span className={styles.reasonActs}>
        <Button type="submit" size="compact-sm" variant="default">
          Keep the reason
        </Button>
        <TextLink onClick={onCancel}>Cancel</TextLink>
      </span>
    </form>
  )
}
