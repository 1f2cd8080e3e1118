// Fields of a form in a sheet: a text, a choice, each with its fault beneath.
import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { Kbd } from '../ui/kbd.tsx'
import { Notice } from '../ui/notice.tsx'
import { usePrimaryAct } from '../ui/use-keys.ts'
import styles from './typed-fields.module.css'

export interface Filling<Typed extends Readonly<Record<string, string>>> {
  readonly typed: Typed
  readonly faults: Partial<Record<keyof Typed & string, string>>
  readonly type: (field: keyof Typed & string, value: string) => void
}

interface FieldProps<Typed extends Readonly<Record<string, string>>> {
  readonly filling: Filling<Typed>
  readonly field: keyof Typed & string
  readonly label: string
  readonly description?: string
  readonly optional?: boolean
  readonly kind?: 'text' | 'date'
}

export const TextField = <Typed extends Readonly<Record<string, string>>>({
  filling,
  field,
  label,
  description,
  optional = false,
  kind = 'text',
}: FieldProps<Typed>): ReactNode => (
  <TextInput
    label={optional ? `${label} (may be left out)` : label}
    name={field}
    type={kind}
    required={!optional}
    withAsterisk={false}
    value={filling.typed[field] ?? ''}
    onChange={(event) => filling.type(field, event.currentTarget.value)}
    autoComplete="off"
    {...(description === undefined ? {} : { description })}
    {...(filling.faults[field] === undefined ? {} : { error: filling.faults[field] })}
  />
)

export const ChoiceField = <Typed extends Readonly<Record<string, string>>>({
  filling,
  field,
  label,
  options,
  description,
}: Omit<FieldProps<Typed>, 'optional' | 'kind'> & {
  readonly options: readonly { readonly value: string; readonly label: string }[]
}): ReactNode => (
  <NativeSelect
    size="md"
    label={label}
    name={field}
    data={[...options]}
    value={filling.typed[field] ?? ''}
    onChange={(event) => filling.type(field, event.currentTarget.value)}
    {...(description === undefined ? {} : { description })}
    {...(filling.faults[field] === undefined ? {} : { error: filling.faults[field] })}
  />
)

export const Pair = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <div className={styles.pair}>{children}</div>
)

export const Part = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <h3 className={styles.part}>{children}</h3>
)

export interface SheetFormProps {
  readonly saveLabel: string
  readonly fault: string | null
  readonly isSaving: boolean
  readonly onSave: () => void
  readonly children: ReactNode
}

/** A form in a sheet, saved by its button, by Enter and by the key of the primary act. */
export const SheetForm = ({ saveLabel, fault, isSaving, onSave, children }: SheetFormProps): ReactNode => {
  usePrimaryAct(saveLabel, onSave, true)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      {children}
      {fault !== null && <Notice kind="needs-you" title={fault} />}
      <div className={styles.acts}>
        <Button type="submit" loading={isSaving} rightSection={<Kbd keys="Ctrl ↵" onAction />}>
          {saveLabel}
        </Button>
      </div>
    </form>
  )
}
