// A sheet from below on a phone, from the right where there is room.
import { Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import styles from './sheet.module.css'

export interface SheetProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: ReactNode
  readonly children: ReactNode
}

/** Holds the focus while it is open, gives it back when it closes; Escape closes it. */
export const Sheet = ({ opened, onClose, title, children }: SheetProps): ReactNode => {
  const isNarrow = useMediaQuery('(max-width: 600px)') ?? false
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      position={isNarrow ? 'bottom' : 'right'}
      size={isNarrow ? 'auto' : 480}
      classNames={{ content: styles.content ?? '', title: styles.title ?? '', header: styles.header ?? '' }}
      closeButtonProps={{ 'aria-label': 'Close', size: 44 }}
      transitionProps={{ duration: 160 }}
    >
      {children}
    </Drawer>
  )
}
