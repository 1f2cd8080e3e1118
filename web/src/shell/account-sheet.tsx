// Who one is here: the practice, its other ones, the theme, keys, lock and sign-out. On a phone also the other pages.
import { Button, Modal, Radio, Switch, useMantineColorScheme } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { ask } from '../api/ask.ts'
import { problemIn } from '../api/problem.ts'
import type { Me } from '../people/me.ts'
import { practiceOf } from '../people/me.ts'
import { leave, lockNow } from '../people/sitting.ts'
import { turnLetters } from '../ui/key-acts.ts'
import { Kbd } from '../ui/kbd.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useLetters } from '../ui/use-keys.ts'
import { showOverlay } from './overlay-store.ts'
import { type Role, pagesOfRole, roleWords } from './pages-of-role.ts'
import styles from './account-sheet.module.css'

interface AccountProps {
  readonly me: Me
  readonly role: Role
  readonly onClose: () => void
}

type Telling = (fault: unknown) => void

const OtherPractices = ({ me, onFault }: { readonly me: Me; readonly onFault: Telling }): ReactNode => {
  const router = useRouter()
  const queries = useQueryClient()
  const choose = async (practiceId: string): Promise<void> => {
    try {
      await ask.POST('/api/people/practice', { body: { practiceId } })
      showOverlay(null)
      // Nothing of one practice is seen in another.
      queries.clear()
      await router.navigate({ to: '/' })
      await router.invalidate()
    } catch (fault) {
      onFault(fault)
    }
  }
  const others = me.practices.filter(({ id }) => id !== me.practiceId)
  if (others.length === 0) return null
  return (
    <section className={styles.part} aria-label="Your other practices">
      {others.map(({ id, name }) => (
        <Button key={id} variant="default" justify="start" onClick={() => void choose(id)}>
          Work in {name}
        </Button>
      ))}
    </section>
  )
}

const Theme = (): ReactNode => {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Radio.Group
      label="Theme"
      value={colorScheme}
      onChange={(value) => setColorScheme(value === 'dark' || value === 'light' ? value : 'auto')}
    >
      <div className={styles.themes}>
        <Radio value="light" label="Light" />
        <Radio value="dark" label="Dark" />
        <Radio value="auto" label="As this machine" />
      </div>
    </Radio.Group>
  )
}

const Keys = (): ReactNode => {
  const areOn = useLetters()
  return (
    <section className={styles.part} aria-label="Keys">
      <Switch
        label="Single letters work"
        checked={areOn}
        onChange={(event) => turnLetters(event.currentTarget.checked)}
      />
      <Button
        variant="default"
        justify="space-between"
        rightSection={<Kbd keys="?" />}
        onClick={() => showOverlay('keys')}
      >
        Keys of this screen
      </Button>
    </section>
  )
}

const MorePages = ({ role, onClose }: { readonly role: Role; readonly onClose: () => void }): ReactNode => (
  <nav className={styles.pages} aria-label="More pages">
    <Button variant="default" fullWidth justify="start" onClick={() => showOverlay('palette')}>
      Find or do…
    </Button>
    {pagesOfRole(role).map(({ to, says }) => (
      <Link key={to} to={to} className={styles.page} onClick={onClose}>
        {says}
      </Link>
    ))}
  </nav>
)

const AccountBody = ({ me, role, onClose }: AccountProps): ReactNode => {
  const [fault, setFault] = useState<string | null>(null)
  const onFault: Telling = (failed) => setFault(problemIn(failed).title)
  const lock = (): void => {
    onClose()
    void lockNow()
  }
  return (
    <div className={styles.account}>
      <p className={styles.where}>
        {roleWords[role]}, {practiceOf(me)?.name}
      </p>
      <MorePages role={role} onClose={onClose} />
      <OtherPractices me={me} onFault={onFault} />
      <Theme />
      <Keys />
      {fault !== null && (
        <p role="alert" className={styles.fault}>
          {fault} Nothing was changed.
        </p>
      )}
      <section className={styles.part} aria-label="Leave">
        <Button variant="default" justify="space-between" rightSection={<Kbd keys="Ctrl L" />} onClick={lock}>
          Lock
        </Button>
        <Button variant="default" justify="start" onClick={() => void leave().catch(onFault)}>
          Sign out
        </Button>
      </section>
    </div>
  )
}

/** A card under one's mark where there is room, a sheet from below on a phone. */
export const AccountSheet = (props: AccountProps): ReactNode => {
  const isNarrow = useMediaQuery('(max-width: 600px)', false, { getInitialValueInEffect: false })
  const { me, onClose } = props
  if (isNarrow)
    return (
      <Sheet opened onClose={onClose} title={me.name}>
        <AccountBody {...props} />
      </Sheet>
    )
  return (
    <Modal
      opened
      onClose={onClose}
      title={me.name}
      size={360}
      centered={false}
      yOffset={60}
      xOffset={24}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ inner: styles.corner ?? '', overlay: styles.clear ?? '' }}
    >
      <AccountBody {...props} />
    </Modal>
  )
}
