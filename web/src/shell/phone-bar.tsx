// The bar at the foot of a phone: up to four pages, and More.
import { UnstyledButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { showOverlay } from './overlay-store.ts'
import { type Role, pagesOfPhone } from './pages-of-role.ts'
import styles from './bar.module.css'

export const PhoneBar = ({ role }: { readonly role: Role }): ReactNode => (
  <nav className={styles.phone} aria-label="Pages, at the foot">
    {pagesOfPhone(role).map(({ to, says }) => (
      <Link
        key={to}
        to={to}
        className={styles.phoneLink}
        activeOptions={{ exact: to === '/', includeSearch: false }}
      >
        {says}
      </Link>
    ))}
    <UnstyledButton
      className={styles.phoneLink}
      aria-haspopup="dialog"
      onClick={() => showOverlay('account')}
    >
      More
    </UnstyledButton>
  </nav>
)
