// A fact of the session as a chip; pressed, it opens where it is changed.
import { Popover, UnstyledButton } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import styles from './wrap-up-bar.module.css'

export interface FactChipProps {
  readonly says: string
  readonly label: string
  readonly mayChange: boolean
  readonly id?: string
  readonly children: (close: () => void) => ReactNode
}

export const FactChip = ({ says, label, mayChange, id, children }: FactChipProps): ReactNode => {
  const [isOpen, setIsOpen] = useState(false)
  if (!mayChange)
    return (
      <span className={styles.chip} id={id} data-still>
        {says}
      </span>
    )
  return (
    <Popover opened={isOpen} onChange={setIsOpen} trapFocus returnFocus position="bottom-start" shadow="md">
      <Popover.Target>
        <UnstyledButton
          id={id}
          className={styles.chip}
          aria-label={`${label}: ${says}`}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {says}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>{children(() => setIsOpen(false))}</Popover.Dropdown>
    </Popover>
  )
}
