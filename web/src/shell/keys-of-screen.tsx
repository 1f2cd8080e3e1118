// The list of keys of the screen that is open, and the switch for single letters.
import { Modal, Switch } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { type KeyAct, turnLetters } from '../ui/key-acts.ts'
import { Kbd } from '../ui/kbd.tsx'
import { readKeys, useLetters } from '../ui/use-keys.ts'
import { keyCaps } from './key-caps.ts'
import styles from './keys-of-screen.module.css'

const KeyList = ({
  title,
  acts,
}: {
  readonly title: string
  readonly acts: readonly KeyAct[]
}): ReactNode => (
  <section aria-label={title}>
    <h2 className={styles.title}>{title}</h2>
    <dl className={styles.list}>
      {acts.map(({ keys, does }) => (
        <div key={keys} className={styles.row}>
          <dt>
            {keyCaps(keys).map((cap) => (
              <Kbd key={cap} keys={cap} />
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  </section>
)

export const KeysOfScreen = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  // As they were when the list was opened: under a dialog the screen's keys sleep.
  const [acts] = useState(readKeys)
  const areOn = useLetters()
  const own = acts.filter(({ ofEveryScreen }) => ofEveryScreen !== true)
  const every = acts.filter(({ ofEveryScreen }) => ofEveryScreen === true)
  return (
    <Modal opened onClose={onClose} title="Keys" size={560} closeButtonProps={{ 'aria-label': 'Close' }}>
      {own.length > 0 && <KeyList title="This screen" acts={own} />}
      <KeyList title="Every screen" acts={every} />
      <Switch
        mt="lg"
        label="Single letters work, outside of fields"
        checked={areOn}
        onChange={(event) => turnLetters(event.currentTarget.checked)}
      />
    </Modal>
  )
}
