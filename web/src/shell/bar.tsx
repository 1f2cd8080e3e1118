// The bar: where one is, in the order the work travels; find or do; who one is.
import { UnstyledButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { initialsOf } from '../people/initials.ts'
import type { Me } from '../people/me.ts'
import { useSitting } from '../people/use-sitting.ts'
import { Kbd } from '../ui/kbd.tsx'
import { Brand } from '../ui/logo.tsx'
import { Spoken } from '../ui/type.tsx'
import { showOverlay, useOverlay } from './overlay-store.ts'
import { type Role, pagesOfRole } from './pages-of-role.ts'
import styles from './bar.module.css'

/** A server that is lost is no alarm: what was typed is on this machine. */
export const AwayLine = (): ReactNode => {
  const { awaySince } = useSitting()
  return (
    <p className={styles.away} role="status">
      {awaySince !== null && 'Server not reached. Nothing typed is lost.'}
    </p>
  )
}

const controlKey = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘ K' : 'Ctrl K'

const FindButton = (): ReactNode => (
  <UnstyledButton
    className={styles.find}
    aria-haspopup="dialog"
    aria-keyshortcuts="Control+K Meta+K"
    onClick={() => showOverlay('palette')}
  >
    <span>Find or do…</span>
    <Kbd keys={controlKey} />
  </UnstyledButton>
)

const AccountButton = ({ me }: { readonly me: Me }): ReactNode => {
  const isOpen = useOverlay() === 'account'
  return (
    <UnstyledButton
      className={styles.account}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onClick={() => showOverlay(isOpen ? null : 'account')}
    >
      <span aria-hidden="true">{initialsOf(me.name)}</span>
      <Spoken>{me.name}: theme, keys, lock, sign out</Spoken>
    </UnstyledButton>
  )
}

export const Bar = ({ me, role }: { readonly me: Me; readonly role: Role }): ReactNode => (
  <header className={styles.bar}>
    <Link to="/" className={styles.home} aria-label="Golden Thread, today">
      <Brand />
    </Link>
    <nav className={styles.links} aria-label="Pages">
      {pagesOfRole(role).map(({ to, says }) => (
        <Link
          key={to}
          to={to}
          className={styles.link}
          activeOptions={{ exact: to === '/', includeSearch: false }}
        >
          {says}
        </Link>
      ))}
    </nav>
    <AwayLine />
    <FindButton />
    <AccountButton me={me} />
  </header>
)
