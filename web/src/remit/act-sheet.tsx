// A sheet in which an act is described and done: its fields, the act, and what kept it from being done.
import { Button } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { problemIn } from '../api/problem.ts'
import { Notice } from '../ui/notice.tsx'
import { Sheet } from '../ui/sheet.tsx'
import styles from './remittance.module.css'

export interface ActSheetProps {
  readonly title: string
  readonly act: string
  readonly onClose: () => void
  readonly onAct: () => void
  readonly isDoing: boolean
  /** What was thrown when it was tried; null before. */
  readonly fault: unknown
  readonly children: ReactNode
}

const Fault = ({ fault }: { readonly fault: unknown }): ReactNode => {
  if (fault === null || fault === undefined) return null
  const { title, findings } = problemIn(fault)
  const [first] = findings
  return (
    <Notice kind="needs-you" title={first?.says ?? title}>
      {first?.remedy ?? 'Nothing was moved.'}
    </Notice>
  )
}

/** Enter in a field does it. */
export const ActSheet = ({
  title,
  act,
  onClose,
  onAct,
  isDoing,
  fault,
  children,
}: ActSheetProps): ReactNode => {
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!isDoing) onAct()
  }
  return (
    <Sheet opened onClose={onClose} title={title}>
      <form className={styles.form} onSubmit={submit}>
        {children}
        <Fault fault={fault} />
        <div className={styles.acts}>
          <Button type="submit" loading={isDoing}>
            {act}
          </Button>
          <Button variant="default" onClick={onClose}>
            Leave it
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
