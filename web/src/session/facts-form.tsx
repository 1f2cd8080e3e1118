// The facts of a session that may have been otherwise: its times, by what means it was held, where the client was.
import { NativeSelect, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { PickRow } from '../ui/pick-row.tsx'
import { type TypedFacts, minutesTyped, modalityOptions, settingOptions } from './typed-facts.ts'
import styles from './session-sheet.module.css'

export interface FactsFormProps {
  readonly typed: TypedFacts
  readonly onChange: (changed: Partial<TypedFacts>) => void
}

export const FactsForm = ({ typed, onChange }: FactsFormProps): ReactNode => {
  const minutes = minutesTyped(typed)
  return (
    <div className={styles.facts}>
      <div className={styles.pair}>
        <TextInput
          type="time"
          label="Began"
          value={typed.start}
          onChange={(event) => onChange({ start: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label="Ended"
          value={typed.stop}
          onChange={(event) => onChange({ stop: event.currentTarget.value })}
        />
      </div>
      <p className={styles.minutes} role="status">
        {minutes !== null && `${minutes} minutes`}
      </p>
      <PickRow
        label="Held"
        options={modalityOptions}
        chosen={[typed.modality]}
        onChange={([modality]) => {
          const found = modalityOptions.find(({ value }) => value === modality)
          if (found !== undefined) onChange({ modality: found.value })
        }}
      />
      <div className={styles.pair}>
        <NativeSelect
          size="md"
          label="Where the client was"
          value={typed.setting}
          data={[{ value: '', label: 'Not said' }, ...settingOptions]}
          onChange={(event) => onChange({ setting: event.currentTarget.value })}
        />
        <TextInput
          label="State, two letters"
          maxLength={2}
          autoComplete="off"
          value={typed.state}
          onChange={(event) => onChange({ state: event.currentTarget.value })}
        />
      </div>
    </div>
  )
}
