// A session that did not take place: said from its times, with what became of it.
import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { problemIn } from '../../api/problem.ts'
import type { WrapUp } from './wrap-up.ts'
import styles from './wrap-up-bar.module.css'

const ways = [
  ['no-show', 'The client did not come'],
  ['late-cancel', 'Cancelled late by the client'],
  ['cancelled', 'Cancelled by us'],
] as const

export const NotHeld = ({
  wrapUp,
  onDone,
}: {
  readonly wrapUp: WrapUp
  readonly onDone: () => void
}): ReactNode => {
  const [fault, setFault] = useState<string | null>(null)
  if (wrapUp.session.status !== 'scheduled') return null
  const say = async (attendance: (typeof ways)[number][0]): Promise<void> => {
    try {
      await wrapUp.confirmOtherwise(attendance)
      onDone()
    } catch (found) {
      const { findings, title } = problemIn(found)
      setFault(findings[0]?.says ?? title)
    }
  }
  return (
    <div className={styles.notHeld} role="group" aria-label="It did not take place">
      <p>It did not take place:</p>
      {ways.map(([attendance, says]) => (
        <Button key={attendance} size="xs" variant="default" onClick={() => void say(attendance)}>
          {says}
        </Button>
      ))}
      {fault !== null && <p role="alert">{fault}</p>}
    </div>
  )
}
